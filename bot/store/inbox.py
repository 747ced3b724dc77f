"""Updates that wait to be answered: stored before they are acknowledged, leased while somebody works on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.model.context import Context


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update as it came in: its number, the chat it belongs to, and what of it is needed to answer, as JSON."""

    update: int
    chat: str
    body: str


@dataclass(frozen=True, slots=True)
class Claim:
    """An update in our hands.

    ``context`` is what is remembered of the chat; ``attempts`` counts the times it was claimed,
    this one included; ``sent`` how many messages of its answer got through before; ``behind`` how
    many updates of the chat wait behind it.
    """

    update: int
    chat: str
    body: str
    context: Context | None = None
    attempts: int = 1
    sent: int = 0
    behind: int = 0


class Inbox(Protocol):
    """The updates of all chats. Of one chat, at most one update is in anybody's hands.

    Every method raises `StoreFailed` where the store cannot be reached.
    """

    async def put(self, arrivals: Sequence[Arrival], now: datetime) -> int:
        """Store *arrivals*, all or none; an update that came before is not stored again. Returns how many are new."""
        ...

    async def claim(self, most: int) -> tuple[Claim, ...]:
        """Take up to *most* updates in hand: the oldest of each chat of which none is in hand."""
        ...

    async def renew(self, held: Sequence[Claim]) -> None:
        """Keep *held* in hand for another while; without it others take over.

        So they do with what the store gave us in an answer that never came: nobody here works on it.
        """
        ...

    async def note_sent(self, claim: Claim, sent: int) -> None:
        """Note that the first *sent* messages of the answer got through."""
        ...

    async def complete(self, claim: Claim, context: Context | None, now: datetime) -> int | None:
        """Let go of the update and remember *context* (None: nothing new), in one transaction.

        Returns how many updates of the chat wait behind it; None, with nothing changed, where it is no longer in our hands.
        """
        ...

    async def put_back(self, claim: Claim) -> None:
        """Lay the update back for whoever is next, with nothing done."""
        ...

    async def drop_waiting(self, chat: str, now: datetime) -> int:
        """Let go of all updates of *chat* that nobody has in hand; returns how many."""
        ...

    async def free_overdue(self) -> int:
        """Take updates out of the hands of those who did not renew; returns how many."""
        ...

    async def waiting(self) -> int:
        """Count the updates that are not answered yet."""
        ...

    async def rehearse(self) -> None:
        """Store about as much as Telegram brings at once and take it out again: what is well does that, a full disk does not."""
        ...
