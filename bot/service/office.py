"""What a channel works with behind its counter."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.service.hands import Hands
from bot.service.health import StoreHealth
from bot.store.parts import Store


@dataclass(frozen=True, slots=True)
class Office:
    """The store, what of it is in hand, and how it is doing."""

    store: Store
    hands: Hands
    health: StoreHealth = field(default_factory=StoreHealth)

    async def is_reached(self) -> bool:
        """Tell whether the store works: it is asked, unless it failed just now. Raises `StoreFailed`."""
        self.health.waiting = await self.store.inbox.waiting()
        return self.health.store_works


def office_of(store: Store) -> Office:
    """Return an office over *store* with nothing in hand."""
    return Office(store, Hands(store.chats))
