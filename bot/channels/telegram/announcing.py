"""Tells admins on Telegram what they should know, beside everything else."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import NoReturn

from bot.channels.telegram.incoming import Place
from bot.channels.telegram.render import render
from bot.channels.telegram.sending import Sender
from bot.model.reply import Reply, Text


class Announcements:
    """Sends in order what it was told; nobody waits for Telegram meanwhile."""

    def __init__(self, sender: Sender, admins: Sequence[int]) -> None:
        """Send with *sender* to each of *admins*, who have written to the bot before."""
        self._sender = sender
        self._admins = tuple(admins)
        self._texts: asyncio.Queue[str] = asyncio.Queue()

    async def tell(self, text: str) -> None:
        """Have *text* sent as soon as possible."""
        self._texts.put_nowait(text)

    async def run(self) -> NoReturn:
        """Send until cancelled."""
        while True:
            parts = render(Reply((Text(await self._texts.get()),)))
            for admin in self._admins:
                await self._sender.say(Place(admin), parts)
