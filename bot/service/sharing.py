"""What several processes know together, and one of them alone while the store is away."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from bot.service.chats import MemoryChats
from bot.service.ports import Clock
from bot.store import ChatData, StoreFailed
from bot.store.slots import MemorySlots, Queue, Slots


class SharedSlots:
    """Books with everybody; where the store does not answer, as if nobody else were there: an answer goes before."""

    def __init__(self, shared: Slots, own: Slots | None = None) -> None:
        """Book from *shared*, else from *own*."""
        self._shared = shared
        self._own = MemorySlots() if own is None else own

    async def book(self, queues: Sequence[Queue]) -> list[float]:
        """Take places in *queues*."""
        try:
            return await self._shared.book(queues)
        except StoreFailed:
            return await self._own.book(queues)

    async def hold(self, queue: str, seconds: float) -> None:
        """Keep *queue* back, here in any case."""
        await self._own.hold(queue, seconds)
        with suppress(StoreFailed):
            await self._shared.hold(queue, seconds)


class KeptChats(MemoryChats):
    """Also tells the store, which leaves a lost chat alone and carries what is kept of one that moved."""

    def __init__(self, kept: ChatData, clock: Clock) -> None:
        """Tell *kept*, with the moment of *clock*."""
        super().__init__()
        self._kept = kept
        self._clock = clock

    async def lost(self, chat: str) -> None:
        """Strike *chat* off."""
        await super().lost(chat)
        with suppress(StoreFailed):
            await self._kept.cannot_be_reached(self.current(chat), self._clock())

    async def moved(self, chat: str, to: str) -> None:
        """Lead from *chat* to its new name."""
        await super().moved(chat, to)
        with suppress(StoreFailed):
            await self._kept.moved(chat, to)
