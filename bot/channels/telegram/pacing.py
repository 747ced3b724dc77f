"""Telegram's limits on messages: kept before it has to remind us, obeyed when it does."""

from __future__ import annotations

from collections.abc import Iterator

from bot.service.ports import Pause
from bot.store.slots import MemorySlots, Rate, Slots

OVERALL = "telegram"
OVERALL_RATE = Rate(29, 1.02)
"""Telegram allows about 30 a second; a little less, because the way there is not always equally long."""
CHAT_RATE = Rate(3, 3.0)
"""One a second, with small bursts: an answer in three parts comes at once."""
GROUP_RATE = Rate(20, 61.0)


class Pace:
    """Gives each message its moment."""

    def __init__(self, pause: Pause, overall: Slots, chats: Slots | None = None) -> None:
        """Wait with *pause*; *overall* is what all processes with this token share.

        *chats* may stay with this process: the messages of a chat are sent by one process at a time.
        """
        self._pause = pause
        self._overall = overall
        self._chats = MemorySlots() if chats is None else chats
        self._holds: dict[str, int] = {}

    async def turn(self, chat: int) -> None:
        """Return when a message to *chat* may be sent."""
        for name, rate in _queues(chat):
            await self._wait(self._chats, name, rate)
        await self._wait(self._overall, OVERALL, OVERALL_RATE)

    async def refused(self, chat: int, seconds: float) -> None:
        """Telegram wants to hear nothing more of *chat* for so long.

        It does not say whether the chat or the bot was too fast. The second chat that is refused
        before the first got through speaks for the bot: then everyone waits.
        """
        await self._hold(self._chats, str(chat), seconds)
        if len(self._holds.keys() - {OVERALL}) > 1:
            await self._hold(self._overall, OVERALL, seconds)

    def over(self, chat: int) -> None:
        """The message to *chat* got through, or was given up."""
        self._holds.pop(str(chat), None)

    async def _hold(self, slots: Slots, name: str, seconds: float) -> None:
        self._holds[name] = self._holds.get(name, 0) + 1
        await slots.hold(name, seconds)

    async def _wait(self, slots: Slots, name: str, rate: Rate) -> None:
        """Wait for a place, and for another one if a hold began meanwhile."""
        while True:
            holds = self._holds.get(name, 0)
            if (seconds := await slots.book(name, rate)) <= 0:
                return
            await self._pause(seconds)
            if self._holds.get(name, 0) <= holds:
                return


def _queues(chat: int) -> Iterator[tuple[str, Rate]]:
    yield str(chat), CHAT_RATE
    if chat < 0:
        yield f"{chat} by the minute", GROUP_RATE
