"""What is kept of chats, in a database."""

from __future__ import annotations

from datetime import datetime

from bot.model.context import IDLE, Context
from bot.store.chats import NUMBERS, SETTINGS, STUCK, Kept
from bot.store.questions import KEPT as QUESTIONS
from bot.store.sql.engine import Engine, Step, moment_of, stamp
from bot.store.sql.records import chat_values, context_of, note_of, subscription_of


class SqlChats:
    """See `ContextStore`, `ChatData` and `Retention` in `bot.store`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def load(self, chat: str) -> Context | None:
        """Return what is remembered of *chat*."""
        rows = await self._engine.rows("load_chat", chat=chat)
        return context_of(rows[0]) if rows else None

    async def save(self, chat: str, context: Context) -> None:
        """Remember *context* for *chat*."""
        await self._engine.do("save_chat", **chat_values(chat, context))

    async def kept(self, chat: str) -> Kept:
        """Return everything kept of *chat*, as of one moment."""
        parts = ("load_chat", "subscriptions_of_chat", "notes_of_chat", "count_updates_of")
        chats, subscriptions, notes, waiting = await self._engine.together([Step(part, {"chat": chat}) for part in parts])
        return Kept(
            context=context_of(chats[0]) if chats else None,
            last_written=moment_of(chats[0][1]) if chats else None,
            subscriptions=tuple(map(subscription_of, subscriptions)),
            planned=tuple(note_of(row) for row in notes if row[-1] is None),
            told=tuple(note_of(row) for row in notes if row[-1] is not None),
            waiting=int(waiting[0][0]),
        )

    async def forget(self, chat: str) -> None:
        """Delete everything kept of *chat*."""
        parts = ("delete_chat", "delete_subscriptions", "delete_notes")
        await self._engine.together([Step(part, {"chat": chat}) for part in parts])
        await self._engine.tidy()

    async def cannot_be_reached(self, chat: str, now: datetime) -> None:
        """Mark *chat*."""
        await self._engine.do("mark_unreachable", chat=chat, now=stamp(now))

    async def moved(self, old: str, new: str) -> None:
        """Carry everything of *old* over to *new*."""
        moves = ("move_chat", "move_subscriptions", "move_notes", "move_updates")
        carried = [Step(move, {"chat": old, "target": new}) for move in moves]
        left = [Step(rest, {"chat": old}) for rest in ("delete_chat", "delete_subscriptions")]
        await self._engine.together([*carried, *left])

    async def let_go(self, now: datetime) -> int:
        """Delete what is too old."""
        idle, settings = stamp(now - IDLE), stamp(now - SETTINGS)
        steps = (
            Step("forget_contexts", {"idle_since": idle}),
            Step("delete_idle_chats", {"idle_since": idle, "old_since": settings}),
            Step("forget_stuck_updates", {"now": stamp(now), "stuck_since": stamp(now - STUCK)}),
            Step("delete_numbers", {"old_since": stamp(now - NUMBERS)}),
            Step("delete_useless_notes", {"now": stamp(now)}),
            Step("delete_old_questions", {"day": (now - QUESTIONS).date().isoformat()}),
            Step("delete_old_tallies", {"day": (now - QUESTIONS).date().isoformat()}),
        )
        touched = await self._engine.together(steps)
        await self._engine.tidy()
        return sum(map(len, touched))
