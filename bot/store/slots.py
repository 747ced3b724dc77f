"""Places in time: who may send when, without going over a limit.

Several processes that send with one token need one `Slots` between them; one process is served by
its own memory.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

SWEEP_EVERY = 1_000


@dataclass(frozen=True, slots=True)
class Rate:
    """At most ``messages`` in any stretch of ``seconds``."""

    messages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Queue:
    """Those who wait for places at one rate.

    The name is a kind, perhaps followed by a blank and whom the queue is for.
    """

    name: str
    rate: Rate


class Slots(Protocol):
    """Books places; a queue has one rate."""

    async def book(self, queues: Sequence[Queue]) -> list[float]:
        """Take the next free place in each of *queues* (three at most), up to the first that has none at once.

        Returns the seconds until each place taken: whoever must wait for one takes none of what comes
        after it from others meanwhile, and books that then.
        """
        ...

    async def hold(self, queue: str, seconds: float) -> None:
        """Give out no place of *queue* that is less than *seconds* away."""
        ...


@dataclass(slots=True)
class _Line:
    """The latest places given out, and the moment before which none is free."""

    taken: deque[float]
    free_at: float = 0.0
    seconds: float = 0.0

    def is_at_rest(self, now: float) -> bool:
        """Tell whether nothing that was booked still counts at *now*."""
        return self.free_at <= now and (not self.taken or self.taken[-1] + self.seconds <= now)


class MemorySlots:
    """Keeps the places of the last stretch of each queue, and forgets queues that are at rest."""

    def __init__(self, now: Callable[[], float] = monotonic, sweep_every: int = SWEEP_EVERY) -> None:
        """Look at the clock *now*, in seconds; every *sweep_every* places let go of what is past."""
        self._now = now
        self._sweep_every = sweep_every
        self._lines: dict[str, _Line] = {}
        self._booked = 0

    async def book(self, queues: Sequence[Queue]) -> list[float]:
        """Take the places."""
        waits: list[float] = []
        for queue in queues:
            waits.append(self._book(queue.name, queue.rate))
            if waits[-1] > 0:
                break
        return waits

    async def hold(self, queue: str, seconds: float) -> None:
        """Keep *queue* back; a longer hold stays as it is."""
        line = self._line(queue)
        line.free_at = max(line.free_at, self._now() + seconds)

    def __len__(self) -> int:
        """Count the queues that are remembered."""
        return len(self._lines)

    def _book(self, name: str, rate: Rate) -> float:
        """Take the next free place: not before a hold ends, nor within the stretch of the last ones."""
        now, line = self._now(), self._line(name)
        if line.taken.maxlen != rate.messages:
            line.taken, line.seconds = deque(line.taken, rate.messages), rate.seconds
        place = max(now, line.free_at)
        if len(line.taken) == rate.messages:
            place = max(place, line.taken[0] + rate.seconds)
        line.taken.append(place)
        self._sweep(now)
        return place - now

    def _line(self, name: str) -> _Line:
        return self._lines.setdefault(name, _Line(deque(maxlen=0)))

    def _sweep(self, now: float) -> None:
        self._booked += 1
        if self._booked % self._sweep_every == 0:
            self._lines = {name: line for name, line in self._lines.items() if not line.is_at_rest(now)}
