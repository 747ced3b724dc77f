"""Remembers the context of each chat."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.model.context import Context, after_break
from bot.store.chats import Kept


class ContextStore(Protocol):
    """What a turn needs of a store."""

    async def load(self, chat: str) -> Context | None:
        """Return what is remembered of *chat*, None where nothing is."""
        ...

    async def save(self, chat: str, context: Context) -> None:
        """Remember *context* for *chat*."""
        ...


class Memory(ContextStore, Protocol):
    """What a conversation needs of a store: to remember, to show what it remembers, to forget."""

    async def kept(self, chat: str) -> Kept:
        """Return everything kept of *chat*."""
        ...

    async def forget(self, chat: str) -> None:
        """Delete everything kept of *chat*."""
        ...


class MemoryStore:
    """Keeps contexts in memory and lets go of those whose talk ended."""

    def __init__(self, sweep_every: int = 1_000) -> None:
        self._contexts: dict[str, Context] = {}
        self._sweep_every = sweep_every
        self._saved = 0

    async def load(self, chat: str) -> Context | None:
        """Return what is remembered of *chat*."""
        return self._contexts.get(chat)

    async def save(self, chat: str, context: Context) -> None:
        """Remember *context*; now and then drop idle chats that chose no language and are on no path."""
        self._contexts[chat] = context
        self._saved += 1
        if self._saved % self._sweep_every == 0:
            self._drop_idle(context.touched)

    async def kept(self, chat: str) -> Kept:
        """Return what is remembered of *chat*."""
        context = self._contexts.get(chat)
        return Kept(context, context.touched) if context else Kept()

    async def forget(self, chat: str) -> None:
        """Forget *chat*."""
        self._contexts.pop(chat, None)

    def _drop_idle(self, now: datetime) -> None:
        self._contexts = {
            chat: after_break(context, now)
            for chat, context in self._contexts.items()
            if context.language_fixed or context.path or not context.is_idle(now)
        }
