"""Everything that is kept of a chat: to show it, to delete it, to let it go in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.model.context import Context
from bot.store.reminders import Note, Subscription

STUCK = timedelta(hours=24)
"""How long the text of an update is kept that nobody managed to answer."""
NUMBERS = timedelta(hours=48)
"""How long the number of an answered update is kept, to know it if it comes again."""
SETTINGS = timedelta(days=90)
"""How long the settings of a chat are kept that nobody writes in."""


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept of one chat. ``waiting`` counts the messages that have no answer yet."""

    context: Context | None = None
    last_written: datetime | None = None
    subscriptions: tuple[Subscription, ...] = ()
    planned: tuple[Note, ...] = ()
    told: tuple[Note, ...] = ()
    waiting: int = 0


class ChatData(Protocol):
    """The chats as such. Every method raises `StoreFailed` where the store cannot be reached."""

    async def kept(self, chat: str) -> Kept:
        """Return everything kept of *chat*."""
        ...

    async def forget(self, chat: str) -> None:
        """Delete everything kept of *chat* at once; messages that still wait for an answer are answered, then gone."""
        ...

    async def cannot_be_reached(self, chat: str, now: datetime) -> None:
        """Remember that *chat* does not want to hear from us, until somebody writes there again."""
        ...

    async def moved(self, old: str, new: str) -> None:
        """Carry everything of the chat *old* over to *new*: a group became a supergroup."""
        ...


class Retention(Protocol):
    """Lets go of what is kept long enough."""

    async def let_go(self, now: datetime) -> int:
        """Delete what is too old at *now*, in one transaction; returns how many rows were touched.

        A context goes 30 minutes after the last message; settings after `SETTINGS`; the text of an
        update after `STUCK`; its number after `NUMBERS`; a note once it is of no use any more;
        a question nobody asked for 90 days, and counts as old.
        """
        ...
