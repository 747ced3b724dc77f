"""An office over a real database whose inbox can be made to fail."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from bot.model.context import Context
from bot.service.health import StoreHealth
from bot.service.office import Office, office_of
from bot.service.ports import Clock
from bot.store import Arrival, Claim, Inbox, StoreFailed
from bot.store.opening import open_store
from bot.store.sql.leases import wall_clock


@dataclass
class MoodyInbox:
    """An inbox that does what it is asked, but for the calls it was told to fail."""

    inbox: Inbox
    failing: list[str] = field(default_factory=list)
    unheard: bool = False
    """Whether the next claim that finds something is done, and then fails."""
    odd: list[Exception] = field(default_factory=list)
    """What rehearsals raise, one each."""
    completed: Callable[[], None] = lambda: None
    claims: int = 0

    def _try(self, call: str) -> None:
        if call in self.failing:
            self.failing.remove(call)
            raise StoreFailed

    async def put(self, arrivals: Sequence[Arrival], now: datetime) -> int:
        """Store."""
        self._try("put")
        return await self.inbox.put(arrivals, now)

    async def claim(self, most: int) -> tuple[Claim, ...]:
        """Claim."""
        self._try("claim")
        self.claims += 1
        claims = await self.inbox.claim(most)
        if claims and self.unheard:
            self.unheard = False
            raise StoreFailed
        return claims

    async def renew(self, held: Sequence[Claim]) -> None:
        """Renew."""
        self._try("renew")
        await self.inbox.renew(held)

    async def note_sent(self, claim: Claim, sent: int) -> None:
        """Note."""
        self._try("note_sent")
        await self.inbox.note_sent(claim, sent)

    async def complete(self, claim: Claim, context: Context | None, now: datetime) -> int | None:
        """Complete."""
        self._try("complete")
        behind = await self.inbox.complete(claim, context, now)
        self.completed()
        return behind

    async def put_back(self, claim: Claim) -> None:
        """Put back."""
        self._try("put_back")
        await self.inbox.put_back(claim)

    async def drop_waiting(self, chat: str, now: datetime) -> int:
        """Drop."""
        return await self.inbox.drop_waiting(chat, now)

    async def free_overdue(self) -> int:
        """Free."""
        return await self.inbox.free_overdue()

    async def waiting(self) -> int:
        """Count."""
        self._try("waiting")
        return await self.inbox.waiting()

    async def rehearse(self) -> None:
        """Rehearse."""
        self._try("rehearse")
        if self.odd:
            raise self.odd.pop()
        await self.inbox.rehearse()


class SoonWell(StoreHealth):
    """That of a store which works again as soon as somebody waits for it."""

    async def until_store_works(self) -> None:
        """Work."""
        self.store_recovered()


@asynccontextmanager
async def a_moody_office(folder: Path, clock: Clock = wall_clock) -> AsyncIterator[tuple[Office, MoodyInbox]]:
    """Open a database in *folder*; *clock* measures leases."""
    async with open_store(None, folder, clock, alone=True) as store:
        moody = MoodyInbox(store.inbox)
        yield office_of(replace(store, inbox=moody)), moody
