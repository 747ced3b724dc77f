"""What people asked to be told, and what is to be sent to them: never a text, only what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Subscription:
    """A chat wants to hear of a topic. ``run`` is empty where any run is meant; ``kind`` says what of it."""

    chat: str
    topic: str
    kind: str
    language: str
    run: str = ""


class Subscriptions(Protocol):
    """Who wants to hear of what. Every method raises `StoreFailed` where the store cannot be reached."""

    async def add(self, subscription: Subscription, now: datetime) -> bool:
        """Keep it; one for the same chat, topic, run and kind only gets the new language. Tell whether it is new."""
        ...

    async def end(self, chat: str, topic: str, *, run: str = "") -> int:
        """End those of *chat* about *topic* and *run*, with what waits unsent; returns how many.

        With that about any run (*run* is empty) all that waits of the topic goes.
        """
        ...

    async def of_chat(self, chat: str) -> tuple[Subscription, ...]:
        """Return those of one chat, oldest first."""
        ...

    async def to_topic(self, topic: str) -> tuple[Subscription, ...]:
        """Return those about *topic*, of all reachable chats."""
        ...

    async def topics(self) -> tuple[str, ...]:
        """Return all topics anybody wants to hear of, or is told of."""
        ...

    async def renamed(self, old: str, new: str) -> None:
        """Keep what is kept under the topic *old* under *new*, in one transaction; nothing is there twice afterwards.

        A note in somebody's hands stays as it is until it is laid back or sent.
        """
        ...


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell a chat. It is put into words when it is sent, and dropped if no longer true by then.

    ``once`` is the dedupe key: of all notes with the same one, only the first is kept and sent.
    It is due at ``due``, and of no use from ``until`` on: then it is let go, sent or not.
    """

    once: str
    chat: str
    topic: str
    kind: str
    language: str
    due: datetime
    until: datetime
    run: str = ""
    attempts: int = 0


class Outbox(Protocol):
    """What is to be sent later. Every method raises `StoreFailed` where the store cannot be reached."""

    async def plan(self, notes: Sequence[Note]) -> int:
        """Keep those whose ``once`` is not known yet, in one transaction; returns how many that were."""
        ...

    async def claim(self, now: datetime, most: int) -> tuple[Note, ...]:
        """Take up to *most* notes in hand that are due and of use at *now*, earliest first, to reachable chats."""
        ...

    async def told(self, topic: str) -> tuple[Note, ...]:
        """Return the notes about *topic* that were sent and are not let go yet, earliest first."""
        ...

    async def renew(self) -> None:
        """Keep what we have in hand for another while."""
        ...

    async def sent(self, note: Note, now: datetime) -> bool:
        """Note that it got through, so that it is never sent again; False if it was no longer in our hands."""
        ...

    async def drop(self, note: Note) -> None:
        """Let go of a note that is no longer true; its ``once`` may be planned anew."""
        ...

    async def put_back(self, note: Note, due: datetime | None = None) -> None:
        """Lay it back, to be sent from *due* on (None: as before)."""
        ...

    async def free_overdue(self) -> int:
        """Take notes out of the hands of those who did not renew; returns how many."""
        ...
