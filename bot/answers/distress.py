"""The numbers that help at once: as the reply to somebody in distress, and again in the turn after it."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.scope import Scope
from bot.answers.sources import describe
from bot.model.reply import Block, Choice, Items, Reply, SourceNote, Text

_NAMED = 2
"""Of the sources of the numbers so many are named: in distress nobody reads more."""
_EMPTY = ("not-known", "declined")
_PERHAPS = 0.3
"""So sure is an alarm that wavers: most everyday messages that raise one are harmless (`understanding.crisis_net`)."""


def help_reply(scope: Scope, kind: str) -> Reply:
    """Return the numbers that help at once, with a warm first sentence and nothing to tap."""
    said: list[Block] = [Text(scope.prose(scope.catalogue.crisis.kinds[kind].say)), help_lines(scope)]
    return Reply((*said, *_note(scope, None)), scope.language, intent="crisis", confidence=1.0)


def perhaps_help_reply(scope: Scope) -> Reply:
    """Return the numbers that help at once, taking nothing for granted, and how to go on if all is well."""
    said = (Text(scope.say("perhaps-distress")), help_lines(scope), Text(scope.say("perhaps-a-question")))
    return Reply((*said, *_note(scope, None)), scope.language, intent="crisis", confidence=_PERHAPS)


def with_help(scope: Scope, reply: Reply) -> Reply:
    """Add the numbers and where they are from; alone where the reply says nothing: no "gern" after a crisis."""
    if _says_nothing(scope, reply):
        reply = replace(reply, blocks=())
    note = next((block for block in reply.blocks if isinstance(block, SourceNote)), None)
    rest = tuple(block for block in reply.blocks if not isinstance(block, SourceNote) and not _is_bell(block))
    return replace(reply, blocks=(*rest, Text(scope.say("still-here")), help_lines(scope), *_note(scope, note)))


def _says_nothing(scope: Scope, reply: Reply) -> bool:
    """Tell whether *reply* is small talk, about what is foreign to us, or only tells that nothing was understood."""
    intent = scope.catalogue.intent(reply.intent)
    if intent is None:
        return reply.intent in _EMPTY and not reply.topics
    return intent.kind != "question"


def help_lines(scope: Scope) -> Items:
    """Return the help lines of the crisis rules."""
    return Items(tuple(scope.prose(line.text) for line in scope.catalogue.crisis.help))


def _note(scope: Scope, of_the_rest: SourceNote | None) -> tuple[SourceNote, ...]:
    """Return the source line of the numbers, behind that of the rest of the reply."""
    rules = scope.catalogue.crisis
    sources = {line.source: rules.sources[line.source] for line in rules.help if line.source in rules.sources}
    told = "; ".join(describe(scope, source) for source in list(sources.values())[:_NAMED])
    if not told:
        return (of_the_rest,) if of_the_rest else ()
    return (SourceNote(f"{of_the_rest.text}; {told}" if of_the_rest else scope.say("source", sources=told)),)


def _is_bell(block: Block) -> bool:
    """Nobody is asked for a reminder after a crisis."""
    return isinstance(block, Choice) and block.data.startswith("wish:")
