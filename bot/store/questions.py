"""What was asked and not answered, and how often what was asked: no chat, no person, no time finer than a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

Reason = Literal["refused", "untold", "no-choice", "unhelpful", "off-topic"]
"""Nothing fitted; just what was asked is not known; several fitted, and none of them was chosen; it was answered, and did not
help; or it seemed none of ours."""
KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Question:
    """A scrubbed question. ``day`` is the last on which it was asked, ``number`` what staff call it by."""

    question: str
    language: str
    reason: Reason
    day: date
    times: int = 1
    number: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something was counted on a day; ``kind`` says what ``what`` is."""

    day: date
    kind: str
    what: str
    times: int


class Questions(Protocol):
    """Every method raises `StoreFailed` where the store cannot be reached."""

    async def keep(self, asked: Sequence[Question], tallies: Sequence[Tally]) -> None:
        """Add to what is kept, all or nothing; what was settled is not taken up again."""
        ...

    async def open(self) -> tuple[Question, ...]:
        """Return what waits for staff, by number."""
        ...

    async def settle(self, numbers: Sequence[int], today: date) -> int:
        """Let go of these for good: the same words never come back. Returns how many there were."""
        ...

    async def tallies(self, since: date, until: date) -> tuple[Tally, ...]:
        """Return what was counted from *since* up to, not including, *until*."""
        ...


def rows_of(counts: Mapping[tuple[date, str, str], int]) -> tuple[Tally, ...]:
    """Return counts as tallies, in one order for all processes."""
    return tuple(Tally(*key, times) for key, times in sorted(counts.items()))
