"""Telegram's limits on messages: kept before it has to remind us, obeyed when it does."""

from __future__ import annotations

from bot.service.ports import Pause
from bot.store.slots import Queue, Rate, Slots

ALL = Queue("telegram", Rate(29, 1.02))
"""Telegram allows about 30 a second; a little less, because the way there is not always equally long."""
CHAT_RATE = Rate(3, 3.3)
"""One a second but for the same reason, with small bursts: an answer in three parts comes at once."""
GROUP_RATE = Rate(20, 61.0)


class Pace:
    """Gives each message its moment."""

    def __init__(self, pause: Pause, slots: Slots) -> None:
        """Wait with *pause*; *slots* are what all processes with this token share."""
        self._pause = pause
        self._slots = slots
        self._holds: dict[str, int] = {}

    async def turn(self, chat: int) -> None:
        """Return when a message to *chat* may be sent; a place for which a hold began while it was waited for is booked anew."""
        left = _queues(chat)
        while left:
            holds = self._holds.copy()
            waits = await self._slots.book(left)
            last, left = left[len(waits) - 1], left[len(waits) :]
            if waits[-1] > 0:
                await self._pause(waits[-1])
                if self._holds.get(last.name, 0) > holds.get(last.name, 0):
                    left = (last, *left)

    async def refused(self, chat: int, seconds: float) -> None:
        """Telegram wants to hear nothing more of *chat* for so long.

        It does not say whether the chat or the bot was too fast. The second chat that is refused
        before the first got through speaks for the bot: then everyone waits.
        """
        await self._hold(_own(chat), seconds)
        if len(self._holds.keys() - {ALL.name}) > 1:
            await self._hold(ALL.name, seconds)

    def over(self, chat: int) -> None:
        """The message to *chat* got through, or was given up."""
        self._holds.pop(_own(chat), None)

    async def _hold(self, name: str, seconds: float) -> None:
        self._holds[name] = self._holds.get(name, 0) + 1
        await self._slots.hold(name, seconds)


def _queues(chat: int) -> tuple[Queue, ...]:
    own = Queue(_own(chat), CHAT_RATE)
    return (own, Queue(f"group {chat}", GROUP_RATE), ALL) if chat < 0 else (own, ALL)


def _own(chat: int) -> str:
    return f"chat {chat}"
