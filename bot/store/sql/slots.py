"""Places in time that several processes book from one database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.store.slots import Rate
from bot.store.sql.engine import Engine

BURST = 3
"""So many places may be had at once; the others are evenly spread, so that any stretch keeps the rate."""
FAR = 60_000
"""Milliseconds. A queue that is full for longer was written by a wrong clock."""


class SqlSlots:
    """See `bot.store.slots.Slots`. One number a queue: GCRA, the leaky bucket as a virtual schedule (ITU-T I.371)."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        """Look at *clock*, which must be about the same in all processes."""
        self._engine = engine
        self._clock = clock

    async def book(self, queue: str, rate: Rate) -> float:
        """Take the next free place in *queue*."""
        burst = min(BURST, rate.messages - 1) or 1
        gap = round(1000 * rate.seconds / max(1, rate.messages - burst))
        now = self._now()
        rows = await self._engine.rows(
            "book_slot", queue=queue, now=now, gap=gap, first=now + gap, latest=now + FAR, far=FAR
        )
        next_at, held_until = rows[0]
        place: int = max(now, held_until, next_at - burst * gap)
        return (place - now) / 1000

    async def hold(self, queue: str, seconds: float) -> None:
        """Keep *queue* back; a longer hold stays as it is."""
        now = self._now()
        await self._engine.do("hold_slots", queue=queue, now=now, until=now + round(1000 * seconds))

    def _now(self) -> int:
        return round(1000 * self._clock().timestamp())
