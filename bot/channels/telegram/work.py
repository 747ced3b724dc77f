"""Answers an update that is in hand: what was stored becomes a message again, and the desk answers it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

import structlog

from bot.channels.telegram.desk import Desk
from bot.channels.telegram.incoming import Incoming, Me, read
from bot.channels.telegram.intake import unpacked
from bot.model.message import Message, Notice
from bot.service.ports import Clock
from bot.store import Claim, Inbox, StoreFailed

MOST_BEHIND = 300
"""So many unanswered messages behind the first, and a chat is asked to slow down."""
MOST_ATTEMPTS = 5
"""Claimed more often without an end, an update is taken for what ends our processes."""


@dataclass(frozen=True, slots=True)
class Answering:
    """What the dispatcher does with each update."""

    me: Me
    desk: Desk
    inbox: Inbox
    clock: Clock

    async def __call__(self, claim: Claim) -> None:
        """Answer the update; raises `StoreFailed` only before anything was sent."""
        incoming = read(unpacked(claim.body), self.me)
        if incoming is None:
            return
        if notice := await self._notice(claim):
            incoming = _instead(incoming, notice)
        await self.desk.answer(incoming, _Noted(self.inbox, claim))

    async def _notice(self, claim: Claim) -> Notice | None:
        """Return what is said in place of an answer."""
        if claim.behind >= MOST_BEHIND:
            dropped = await self.inbox.drop_waiting(claim.chat, self.clock())
            structlog.get_logger().info("messages_dropped", reason="too-many", number=dropped)
            return "too-many"
        if claim.attempts > MOST_ATTEMPTS:
            structlog.get_logger().error("update_given_up", attempts=claim.attempts)
            return "failed"
        return None


@dataclass(frozen=True, slots=True)
class _Noted:
    """The progress of an answer, noted beside its update."""

    inbox: Inbox
    claim: Claim

    @property
    def sent(self) -> int:
        return self.claim.sent

    async def note(self, sent: int) -> None:
        # Not worth more than a try: at worst a message comes twice after a crash.
        with suppress(StoreFailed):
            await self.inbox.note_sent(self.claim, sent)


def _instead(incoming: Incoming, notice: Notice) -> Incoming:
    message = incoming.message
    return replace(incoming, message=Message(message.chat, notice=notice, language_code=message.language_code))
