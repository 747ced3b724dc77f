"""Subscriptions and outbox in a database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.store.reminders import Note, Subscription
from bot.store.sql.engine import Engine, Step, Value, stamp
from bot.store.sql.leases import Leases
from bot.store.sql.records import note_of, subscription_of


class SqlSubscriptions:
    """See `bot.store.reminders.Subscriptions`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def add(self, subscription: Subscription, now: datetime) -> bool:
        """Keep it, or give it the new language."""
        key: dict[str, Value] = {
            "chat": subscription.chat,
            "topic": subscription.topic,
            "run": subscription.run,
            "kind": subscription.kind,
            "language": subscription.language,
        }
        async with self._engine.transaction() as session:
            new = await session.rows("add_subscription", **key, since=stamp(now))
            if not new:
                await session.do("set_subscription_language", **key)
        return bool(new)

    async def end(self, chat: str, topic: str, *, run: str = "") -> int:
        """End them, and drop what waits unsent."""
        which: dict[str, Value] = {"chat": chat, "topic": topic, "run": run}
        ended, _ = await self._engine.together([Step("end_subscriptions", which), Step("delete_unsent_notes", which)])
        return len(ended)

    async def of_chat(self, chat: str) -> tuple[Subscription, ...]:
        """Return those of one chat."""
        return tuple(map(subscription_of, await self._engine.rows("subscriptions_of_chat", chat=chat)))

    async def to_topic(self, topic: str) -> tuple[Subscription, ...]:
        """Return those about *topic*."""
        return tuple(map(subscription_of, await self._engine.rows("subscriptions_to_topic", topic=topic)))

    async def topics(self) -> tuple[str, ...]:
        """Return all topics anybody wants to hear of, or is told of."""
        return tuple(str(row[0]) for row in await self._engine.rows("subscribed_topics"))

    async def renamed(self, old: str, new: str) -> None:
        """Keep under *new* what was kept under *old*."""
        both: dict[str, Value] = {"old": old, "new": new}
        moved = (Step("rename_subscriptions", both), Step("delete_topic_subscriptions", {"topic": old}))
        # Of two notes that say the same, the one that was sent stays: it must not be sent again.
        notes = [Step(name, both) for name in ("delete_notes_told_before", "rename_notes")]
        await self._engine.together([*moved, *notes, Step("delete_topic_notes", {"topic": old})])


class SqlOutbox:
    """See `bot.store.reminders.Outbox`."""

    def __init__(self, engine: Engine, leases: Leases) -> None:
        self._engine = engine
        self._leases = leases

    async def plan(self, notes: Sequence[Note]) -> int:
        """Keep those that are new."""
        steps = [Step("plan_note", _values(note)) for note in sorted(notes, key=lambda note: note.once)]
        return sum(map(len, await self._engine.together(steps)))

    async def claim(self, now: datetime, most: int) -> tuple[Note, ...]:
        """Take due notes in hand."""
        rows = await self._engine.rows("claim_notes", **self._leases.mine(), now=stamp(now), most=most)
        return tuple(sorted(map(note_of, rows), key=lambda note: (note.due, note.once)))

    async def told(self, topic: str) -> tuple[Note, ...]:
        """Return what was sent about *topic*."""
        return tuple(map(note_of, await self._engine.rows("told_notes", topic=topic)))

    async def renew(self) -> None:
        """Begin the lease of all we have in hand anew."""
        await self._engine.do("renew_notes", **self._leases.mine())

    async def sent(self, note: Note, now: datetime) -> bool:
        """Note that it got through."""
        done = await self._engine.rows("note_was_sent", once=note.once, owner=self._leases.owner, at=stamp(now))
        return bool(done)

    async def drop(self, note: Note) -> None:
        """Let go of it."""
        await self._engine.do("drop_note", once=note.once, owner=self._leases.owner)

    async def put_back(self, note: Note, due: datetime | None = None) -> None:
        """Lay it back."""
        await self._engine.do(
            "put_back_note", once=note.once, owner=self._leases.owner, due=stamp(due or note.due)
        )

    async def free_overdue(self) -> int:
        """Free what was not renewed."""
        return len(await self._engine.rows("free_notes", **self._leases.overdue()))


def _values(note: Note) -> dict[str, Value]:
    return {
        "once": note.once,
        "chat": note.chat,
        "topic": note.topic,
        "kind": note.kind,
        "language": note.language,
        "due": stamp(note.due),
        "useless_from": stamp(note.until),
        "run": note.run,
    }
