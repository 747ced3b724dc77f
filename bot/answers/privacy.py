"""What people are told of what is kept about them: a copy, the question before it is deleted, and that it is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.answers.dates import say_moment
from bot.answers.scope import Scope
from bot.model import choices
from bot.model.kept import Copy, Operator, Reminder
from bot.model.moves import AskToForget, Forget, Keeping, ShowKept
from bot.model.reply import Block, Choice, Items, Reply, Text

KEEPING = "keeping"
"""What the replies here are about, in place of an intent."""


def run_by(scope: Scope, operator: Operator | None) -> str:
    """Return who runs the bot, or that nobody entered it."""
    if operator is None:
        return scope.say("operator-missing")
    # "e. V." brings the full stop of the sentence with it.
    name = operator.name.rstrip().removesuffix(".")
    if operator.contact is None:
        return scope.say("operator-name", name=name)
    return scope.say("operator", name=name, contact=operator.contact)


def about_keeping(scope: Scope, move: Keeping) -> Reply:
    """Return what is said to a move about what is kept."""
    match move:
        case ShowKept(copy) if copy:
            delete = Choice(scope.say("forget-all"), choices.FORGET)
            return _reply(scope, Text(scope.say("kept")), Items(tuple(_lines(scope, copy))), delete)
        case ShowKept():
            return _reply(scope, Text(scope.say("kept-nothing")))
        case AskToForget():
            yes = Choice(scope.say("forget-yes"), choices.FORGET_ALL)
            return _reply(scope, Text(scope.say("forget-ask")), yes, Choice(scope.say("forget-no"), choices.KEEP))
        case Forget():
            return _reply(scope, Text(scope.say("forgotten")))


def _reply(scope: Scope, *blocks: Block) -> Reply:
    return Reply(blocks, scope.language, KEEPING, confidence=1.0)


def _lines(scope: Scope, copy: Copy) -> Iterator[str]:
    """Yield all that is kept, however long: a copy leaves nothing out."""
    yield scope.say("kept-chat", chat=copy.chat)
    if copy.last_written:
        yield scope.say("kept-last", when=say_moment(copy.last_written, scope.language))
    if copy.talk:
        yield scope.say("kept-talk", topics=_titles(scope, copy.talk))
    if code := copy.language:
        yield scope.say("kept-language", chosen=scope.texts.say(code, "language-name"))
    if copy.path:
        yield scope.say("kept-path", title=_path_title(scope, copy.path))
    yield from _reminders(scope, copy)
    if copy.waiting:
        yield scope.say("kept-waiting", number=copy.waiting)


def _reminders(scope: Scope, copy: Copy) -> Iterator[str]:
    if copy.wishes:
        yield scope.say("kept-wishes", topics=_titles(scope, (wish.topic for wish in copy.wishes)))
    for note in copy.planned:
        yield scope.say("kept-planned", topic=scope.title_of(note.topic), when=_when(scope, note))
    for note in copy.told:
        yield scope.say("kept-told", topic=scope.title_of(note.topic), when=_when(scope, note))


def _when(scope: Scope, note: Reminder) -> str:
    return say_moment(note.due, scope.language) if note.due else ""


def _titles(scope: Scope, topics: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(scope.title_of(topic) for topic in topics))


def _path_title(scope: Scope, identifier: str) -> str:
    path = scope.catalogue.paths.get(identifier)
    return scope.prose(path.title) if path else identifier
