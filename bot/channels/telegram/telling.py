"""Writes to chats of our own accord: what people wished to be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.channels.telegram.incoming import Place, chat_number
from bot.channels.telegram.render import render
from bot.channels.telegram.sending import Outcome, Sender
from bot.model.reply import Reply
from bot.service.reminding import Told

PATIENCE = 60.0
"""Seconds a message is tried for before it is laid back: the evening must not turn into night over it."""

_TOLD: Mapping[Outcome, Told] = MappingProxyType(
    {
        Outcome.SENT: Told.SENT,
        Outcome.LOST: Told.GONE,
        Outcome.REFUSED: Told.REFUSED,
        Outcome.GIVEN_UP: Told.LATER,
    }
)


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells through a `Sender`."""

    sender: Sender

    async def __call__(self, chat: str, reply: Reply) -> Told:
        """Send *reply* to *chat*; what comes after its first message is worth no second try."""
        first, *more = render(reply)
        outcome = await self.sender.say(Place(chat_number(chat)), [first], PATIENCE)
        if outcome is Outcome.SENT and more:
            await self.sender.say(Place(chat_number(chat)), more, PATIENCE)
        return _TOLD[outcome]
