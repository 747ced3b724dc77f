"""What processes know together, and what one does while the store is away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from bot.service.sharing import KeptChats, SharedSlots
from bot.store import Kept, StoreFailed
from bot.store.slots import MemorySlots, Queue, Rate
from tests.builders import NOW

pytestmark = pytest.mark.asyncio

ONE = Rate(1, 10.0)
A, B = [Queue("a", ONE)], [Queue("b", ONE)]


class Away:
    """A store that does not answer."""

    async def book(self, queues: Sequence[Queue]) -> list[float]:
        """Fail."""
        raise StoreFailed

    async def hold(self, queue: str, seconds: float) -> None:
        """Fail."""
        raise StoreFailed


@dataclass
class Told:
    """Remembers what it was told about chats, and may fail then."""

    fails: bool = False
    heard: list[tuple[str, ...]] = field(default_factory=list)

    async def kept(self, chat: str) -> Kept:
        """Keep nothing."""
        return Kept()

    async def forget(self, chat: str) -> None:
        """Have nothing to forget."""

    async def cannot_be_reached(self, chat: str, now: datetime) -> None:
        """Remember."""
        self._hear("lost", chat, now.isoformat())

    async def moved(self, old: str, new: str) -> None:
        """Remember."""
        self._hear("moved", old, new)

    def _hear(self, *words: str) -> None:
        self.heard.append(words)
        if self.fails:
            raise StoreFailed


async def test_places_are_booked_together() -> None:
    """Two processes with one store between them do not send in the same moment."""
    store = MemorySlots(lambda: 0.0)
    first, second = SharedSlots(store), SharedSlots(store)
    await second.hold("b", 4)

    assert [await first.book(A), await second.book(A), await first.book(B)] == [[0], [10], [4]]


async def test_without_the_store_each_keeps_its_own_pace() -> None:
    """An answer does not wait for a database."""
    slots = SharedSlots(Away(), MemorySlots(lambda: 0.0))
    await slots.hold("b", 4)

    assert [await slots.book(A), await slots.book(A), await slots.book(B)] == [[0], [10], [4]]


@pytest.mark.parametrize("fails", [False, True])
async def test_the_store_is_told_of_lost_and_moved_chats(fails: bool) -> None:
    """With the name that counts now; whether or not it could be told, we know it ourselves."""
    told = Told(fails)
    chats = KeptChats(told, lambda: NOW)
    await chats.moved("old", "new")
    await chats.lost("old")

    assert told.heard == [("moved", "old", "new"), ("lost", "new", NOW.isoformat())]
    assert await chats.address("old") is None
