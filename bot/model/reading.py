"""What was understood of one message, with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

Verdict = Literal["answer", "choices", "refuse"]
MentionKind = Literal["topic", "theme", "place", "period", "elsewhere", "kind"]
Control = Literal["yes", "no", "other", "else", "more", "back", "stop", "heard", "ordinal"]


STRANGER = 0.5
"""The score of a mention that is a name of ours and a place elsewhere: somebody we do not know."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Something a question names.

    ``ids`` are the topics, themes or places meant (several where the name fits several); for a
    ``kind`` it is ``kind`` or ``kind/type``. ``first`` and ``last`` are word positions, last exclusive.
    ``days`` is the half-open range of a period. ``score`` is 0–1: how much of the name was said.
    """

    kind: MentionKind
    ids: tuple[str, ...]
    first: int
    last: int
    score: float
    days: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An intent that could be meant: ``score`` ranks, ``confidence`` (0–1) is calibrated."""

    intent: str
    score: float
    confidence: float


@dataclass(frozen=True, slots=True)
class FactMatch:
    """A topic whose facts could be meant; ``nearness`` is the calibrated probability (0–1) of it."""

    topic: str
    nearness: float


@dataclass(frozen=True, slots=True)
class Command:
    """A short word that steers the talk: yes, no, the other one, what else, more, I see, the second (``number`` 2, last −1)."""

    control: Control
    number: int = 0


@dataclass(frozen=True)
class Reading:
    """One message as understood.

    ``words`` are pairs of what was written and what was read. ``bare`` holds when nothing but
    topic names was said. ``unread`` are written words that nothing explains: a name we do not know.
    ``repaired`` are written words read as others that mean something: a typo, or a name we do not know.
    ``unasked`` are written words of a language that nobody ever asked us with: what they are about may be nothing of ours.
    ``facts`` are the topics whose facts are nearest to the question, the likeliest first; ``asks`` is how well
    each intent fits if a topic is meant that can answer it (log-odds up to a constant); ``answers`` is what the
    words speak for single answers, each a topic and an intent (log-odds; 0 for those not in it), ``alike`` how
    like it the nearest question or fact of each is (about 0–2), ``taught`` the one staff wrote this very question for.
    ``asked_with`` is what its "when" or "where" speaks for
    each intent (log-odds), empty without one.
    ``lost`` is the name of something we have a file of that cannot be read now.
    ``refusal`` is higher the more foreign the message is; ``ours`` is the share of our own questions that are no
    nearer to everyday life than it, by what it is about. ``language`` is one of ours, where it is clear;
    ``tongue`` one that is recognised although we do not speak it.
    """

    text: str
    words: tuple[tuple[str, str], ...] = ()
    language: str | None = None
    tongue: str | None = None
    mentions: tuple[Mention, ...] = ()
    ranked: tuple[Candidate, ...] = ()
    verdict: Verdict = "refuse"
    refusal: float = 1.0
    ours: float = 1.0
    bare: bool = False
    command: Command | None = None
    unread: tuple[str, ...] = ()
    facts: tuple[FactMatch, ...] = ()
    asks: Mapping[str, float] = field(default_factory=dict)
    answers: Mapping[tuple[str, str], float] = field(default_factory=dict)
    alike: Mapping[tuple[str, str], float] = field(default_factory=dict)
    taught: tuple[str, str] | None = None
    asked_with: Mapping[str, float] = field(default_factory=dict)
    lost: str | None = None
    repaired: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()

    def named(self, kind: MentionKind) -> tuple[Mention, ...]:
        """Return the mentions of one kind, in the order spoken."""
        return self._named.get(kind, ())

    @cached_property
    def _named(self) -> Mapping[MentionKind, tuple[Mention, ...]]:
        """The mentions by their kinds: what decides asks for them sixty times."""
        kinds = dict.fromkeys(mention.kind for mention in self.mentions)
        return {kind: tuple([mention for mention in self.mentions if mention.kind == kind]) for kind in kinds}
