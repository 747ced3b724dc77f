"""What the bot will say, before anyone else sees it: every reply of a topic or a question as Telegram shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.answers.compose import Composer
from bot.channels.telegram.render import Part, render
from bot.errors import BotError
from bot.knowledge.problems import did_you_mean
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent, Move, NotKnown
from bot.model.topics import Topic
from bot.model.values import Language, in_language

_BEGINNING = 5


class NothingToShow(BotError):
    """Neither a topic nor a question of that id can be read."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One reply: what was asked, by which intent about which topic, and the messages that answer."""

    question: str
    intent: str
    topic: str | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All replies of one topic or question, under its title."""

    id: str
    title: str
    replies: tuple[Shown, ...]


class Previewer:
    """Shows replies of one catalogue on one day in one language."""

    def __init__(self, composer: Composer, language: Language, today: date) -> None:
        self._composer = composer
        self._language = language
        self._today = today

    def sheet(self, identifier: str) -> Sheet:
        """Return all replies of a topic or an intent; raises `NothingToShow`."""
        catalogue = self._composer.catalogue
        if topic := catalogue.topic(identifier):
            return self._sheet(topic, _about(topic, catalogue))
        if intent := catalogue.intent(identifier):
            return self._sheet(intent, _asked(intent, catalogue))
        ids = (*catalogue.topics, *catalogue.intents)
        alike = [name for name in ids if name.startswith(identifier[:_BEGINNING].lower())]
        near = did_you_mean(identifier, alike or ids)
        advice = near or (f"Ähnlich heißen: {', '.join(alike)}." if alike else "Was falsch ist, sagt: python -m bot check")
        raise NothingToShow(f"«{identifier}» ist weder ein lesbarer Eintrag noch eine Frage. {advice}")

    def sheets(self) -> Iterator[Sheet]:
        """Yield the sheets of all topics, then of the questions that need none."""
        catalogue = self._composer.catalogue
        yield from (self.sheet(name) for name in catalogue.topics)
        yield from (self.sheet(intent.id) for intent in catalogue.intents.values() if _stands_alone(intent))

    def _sheet(self, thing: Topic | Intent, moves: Iterable[Move]) -> Sheet:
        replies = tuple(self._shown(move, named=isinstance(thing, Topic)) for move in moves)
        return Sheet(thing.id, in_language(thing.title, self._language), replies)

    def _shown(self, move: Move, *, named: bool) -> Shown:
        """Return the reply to *move*; the topic is said again unless the sheet is *named* after it."""
        catalogue = self._composer.catalogue
        parts = render(self._composer.compose(move, self._language, self._today))
        topic = catalogue.topic(getattr(move, "topic", None))
        name = in_language(topic.title, self._language) if topic and not named else ""
        intent = catalogue.intent(getattr(move, "intent", None))
        asked = in_language(intent.title, self._language) if intent else "(was hier nicht steht)"
        return Shown(f"{name}: {asked}" if name else asked, intent.id if intent else "", topic.id if topic else None, parts)


def _stands_alone(intent: Intent) -> bool:
    return intent.answer.text is not None or intent.answer.list is not None


def _about(topic: Topic, catalogue: Catalogue) -> Iterator[Move]:
    answered = (intent for intent in catalogue.intents.values() if not _stands_alone(intent) and can_answer(topic, intent))
    yield from (AnswerIntent(intent.id, topic.id) for intent in sorted(answered, key=_as_told))
    yield NotKnown(topic.id)


def _as_told(intent: Intent) -> tuple[bool, bool, str]:
    """What it is first, then what every topic may have, then its own facts."""
    return "overview" not in intent.answer.show, not intent.answer.show, intent.id


def _asked(intent: Intent, catalogue: Catalogue) -> Iterator[Move]:
    if _stands_alone(intent):
        yield AnswerIntent(intent.id)
        return
    yield from (AnswerIntent(intent.id, topic.id) for topic in catalogue.topics.values() if can_answer(topic, intent))
