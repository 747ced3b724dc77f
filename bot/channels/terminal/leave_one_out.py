"""Which words an answer hung on, by leaving one out: the same message is answered again without each of its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.conversation.brain import Brain
from bot.conversation.turn import Turn, answer
from bot.model.context import Context
from bot.model.message import Message
from bot.model.reply import Reply

MOST_WORDS = 14
"""Of a longer message nobody reads word by word what would be without it."""
_COUNTS = 0.03
"""A word counts where the answer is less sure by so much without it."""


@dataclass(frozen=True, slots=True)
class Without:
    """What would have been answered without ``word``, and how sure that is."""

    word: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class Counted:
    """The words without which the answer is the same and less sure, the weightiest first; and those it would change with."""

    weighty: tuple[Without, ...] = ()
    deciding: tuple[Without, ...] = ()


def counted(brain: Brain, text: str, turn: Turn, before: Context, now: datetime) -> Counted:
    """Return which words of *text* its answer in *turn* hung on, given how the talk was *before*. Pure."""
    found = tuple(_without_each(brain, text, before, now))
    same = [each for each in found if _same(each.reply, turn.reply)]
    weighty = [each for each in same if turn.reply.confidence - each.reply.confidence >= _COUNTS]
    ordered = sorted(weighty, key=lambda each: each.reply.confidence)
    return Counted(tuple(ordered), tuple(each for each in found if not _same(each.reply, turn.reply)))


def _without_each(brain: Brain, text: str, before: Context, now: datetime) -> Iterator[Without]:
    words = text.split()
    if not 1 < len(words) <= MOST_WORDS:
        return
    for at, word in enumerate(words):
        rest = " ".join((*words[:at], *words[at + 1 :]))
        yield Without(word.strip(".,;:!?"), answer(brain, Message("why", text=rest), before, now).reply)


def _same(one: Reply, other: Reply) -> bool:
    return (one.intent, one.topics) == (other.intent, other.topics)
