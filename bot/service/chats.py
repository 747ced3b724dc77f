"""Which chats can be written to: who blocked the bot, which group has a new number."""

from __future__ import annotations

from collections import OrderedDict
from typing import Protocol

REMEMBERED = 10_000


class Chats(Protocol):
    """Knows where a message for a chat goes, if anywhere. Chats are named as in `Message.chat`."""

    async def address(self, chat: str) -> str | None:
        """Return the chat to write to: *chat*, the one it moved to, or None where nobody would read it."""
        ...

    async def lost(self, chat: str) -> None:
        """Remember that *chat* cannot be written to: the bot was blocked or thrown out."""
        ...

    async def heard(self, chat: str) -> None:
        """Somebody wrote in *chat*, so it can be written to."""
        ...

    async def moved(self, chat: str, to: str) -> None:
        """Remember that *chat* goes on under another name."""
        ...


class MemoryChats:
    """Remembers the latest thousands; what was forgotten is learned again from the next refusal."""

    def __init__(self, remembered: int = REMEMBERED) -> None:
        """Keep at most *remembered* chats of each kind."""
        self._remembered = remembered
        self._lost: OrderedDict[str, None] = OrderedDict()
        self._moved: OrderedDict[str, str] = OrderedDict()

    async def address(self, chat: str) -> str | None:
        """Return where to write."""
        chat = self.current(chat)
        return None if chat in self._lost else chat

    def current(self, chat: str) -> str:
        """Return the name under which *chat* goes on now."""
        return self._moved.get(chat, chat)

    async def lost(self, chat: str) -> None:
        """Strike *chat* off."""
        self._lost[self.current(chat)] = None
        if len(self._lost) > self._remembered:
            self._lost.popitem(last=False)

    async def heard(self, chat: str) -> None:
        """Take *chat* in again."""
        self._lost.pop(self.current(chat), None)

    async def moved(self, chat: str, to: str) -> None:
        """Lead from *chat* to its new name."""
        self._moved[chat] = to
        if len(self._moved) > self._remembered:
            self._moved.popitem(last=False)
