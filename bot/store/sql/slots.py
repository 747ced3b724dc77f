"""Places in time that several processes book from one database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from hashlib import blake2b
from itertools import zip_longest

from bot.store.slots import SWEEP_EVERY, Queue, Rate
from bot.store.sql.engine import Engine, Row, Value

BURST = 3
"""So many places may be had at once; the others are evenly spread, so that any stretch keeps the rate.

A rate of no more messages than that is kept on the average: all of them at once, the others evenly.
"""
FAR = 60_000
"""Milliseconds. A queue that is full for longer was written by a wrong clock."""
_RANKS = ("first", "second", "third")


class SqlSlots:
    """See `bot.store.slots.Slots`. One number a queue: GCRA, the leaky bucket as a virtual schedule (ITU-T I.371)."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime], sweep_every: int = SWEEP_EVERY) -> None:
        """Look at *clock*, which must be about the same in all processes; every *sweep_every* bookings let go of what is past."""
        self._engine = engine
        self._clock = clock
        self._sweep_every = sweep_every
        self._booked = 0

    async def book(self, queues: Sequence[Queue]) -> list[float]:
        """Take the places in one statement, which leaves out what comes after a queue that has none at once.

        Where another process took that one in the same moment, a place is taken that nobody uses.
        """
        await self._sweep()
        now = self._now()
        wanted = {name: value for rank, queue in zip_longest(_RANKS, queues) for name, value in _wanted(rank, queue, now)}
        rows = await self._engine.rows("book_slots", now=now, latest=now + FAR, far=FAR, **wanted)
        found = {row[0]: row for row in rows}
        places = [_place(queue.rate, found[name], now) for queue in queues if (name := stored_name(queue.name)) in found]
        waits = [(place - now) / 1000 for place in places]
        return waits[: next((number for number, wait in enumerate(waits, 1) if wait > 0), len(waits))]

    async def hold(self, queue: str, seconds: float) -> None:
        """Keep *queue* back; a longer hold stays as it is."""
        now = self._now()
        await self._engine.do("hold_slots", queue=stored_name(queue), now=now, until=now + round(1000 * seconds))

    async def _sweep(self) -> None:
        self._booked += 1
        if self._booked % self._sweep_every == 0:
            await self._engine.do("delete_past_slots", now=self._now())

    def _now(self) -> int:
        return round(1000 * self._clock().timestamp())


def stored_name(queue: str) -> str:
    """Return what stands for *queue* in the table: of whom it is for two bytes, from which no chat can be told.

    Where two are taken for one, they are sent to a little more slowly in the same moments.
    """
    kind, _, whom = queue.partition(" ")
    return f"{kind} {blake2b(whom.encode(), digest_size=2).hexdigest()}" if whom else kind


def _spread(rate: Rate) -> tuple[int, int]:
    """Return how many places may be had at once, and the milliseconds after which there is another."""
    burst = min(BURST, rate.messages)
    return burst, round(1000 * rate.seconds / (rate.messages - burst or burst))


def _wanted(rank: str, queue: Queue | None, now: int) -> Iterator[tuple[str, Value]]:
    """Yield the values of the statement for one of its three queues; the last place that is free at once begins the wait."""
    burst, gap = _spread(queue.rate) if queue else (0, 0)
    yield rank, stored_name(queue.name) if queue else None
    yield f"{rank}_gap", gap
    yield f"{rank}_full", now + (burst - 1) * gap


def _place(rate: Rate, row: Row, now: int) -> int:
    burst, gap = _spread(rate)
    _, next_at, held_until = row
    return max(now, int(held_until), int(next_at) - burst * gap)
