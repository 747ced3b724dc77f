"""The small contracts between a channel and the rest of the house."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from bot.model.message import Message
from bot.model.reply import Card, Reply

Clock = Callable[[], datetime]
"""Tells the present moment, with its time zone."""

Pause = Callable[[float], Awaitable[None]]
"""Waits that many seconds; ``asyncio.sleep`` outside of tests."""


Tell = Callable[[str], Awaitable[None]]
"""Tells admins something, wherever they are; raises nothing."""


class Operations(Protocol):
    """What admins may order; each returns what they are told, in German."""

    async def reload(self, now: datetime) -> str:
        """Read the folders anew."""
        ...

    async def standing(self, now: datetime) -> str:
        """Tell how the bot is doing."""
        ...

    async def inbox(self, now: datetime) -> str:
        """Tell what was asked and not answered."""
        ...


class Answerer(Protocol):
    """Whoever turns a message into a reply and knows the bot's own sentences."""

    async def turn(self, message: Message, now: datetime) -> Reply:
        """Answer one message; *now* decides what is over and what is ahead."""
        ...

    def cards(self, text: str, language_code: str | None, now: datetime) -> tuple[Card, ...]:
        """Return cards for another chat about what *text* names; nothing is remembered."""
        ...

    def topic_count(self) -> int:
        """Count the topics that can be asked about."""
        ...

    def languages(self) -> tuple[str, ...]:
        """Return the languages and registers there are texts in, German first."""
        ...

    def say(self, language: str, key: str, **args: str) -> str:
        """Return the sentence *key* of the texts in *language*."""
        ...
