"""What admins may do from any channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.model.message import Message, Order
from bot.model.reply import Card, Reply, Text
from bot.service.ports import Answerer, Operations

OPERATING = "operating"
"""What these replies are about, in place of an intent."""


@dataclass(frozen=True, slots=True)
class FrontDesk:
    """Carries out the orders of admins; everybody else talks to the one who answers, for whom an order is no command.

    ``admins`` are the private chats of those who may, named as in `Message.chat`.
    """

    answerer: Answerer
    operations: Operations
    admins: frozenset[str]

    async def turn(self, message: Message, now: datetime) -> Reply:
        """Answer one message."""
        if message.order is None or message.chat not in self.admins:
            return await self.answerer.turn(message, now)
        return Reply((Text(await self._carried_out(message.order, now)),), intent=OPERATING, confidence=1.0)

    def cards(self, text: str, language_code: str | None, now: datetime) -> tuple[Card, ...]:
        """Return cards for another chat."""
        return self.answerer.cards(text, language_code, now)

    def topic_count(self) -> int:
        """Count the topics that can be asked about."""
        return self.answerer.topic_count()

    def languages(self) -> tuple[str, ...]:
        """Return the languages and registers there are texts in."""
        return self.answerer.languages()

    def say(self, language: str, key: str, **args: str) -> str:
        """Return a sentence of the texts."""
        return self.answerer.say(language, key, **args)

    async def _carried_out(self, order: Order, now: datetime) -> str:
        match order:
            case "reload":
                return await self.operations.reload(now)
            case "standing":
                return await self.operations.standing(now)
            case "inbox":
                return await self.operations.inbox(now)
