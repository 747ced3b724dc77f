"""Answers one incoming message: turn, render, send."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic
from typing import Protocol

import structlog

from bot.channels.telegram.incoming import Incoming, Place
from bot.channels.telegram.render import Part, render
from bot.channels.telegram.sending import Outcome, Sender
from bot.model.links import opened_link
from bot.model.message import Message
from bot.model.reply import Reply
from bot.service.metrics import Metrics
from bot.service.ports import Answerer, Clock, Pause

UNKNOWN_LINK = "start-unknown"
TYPING_AFTER = 0.4
TYPING_AGAIN = 4.5
"""Telegram shows the sign for five seconds."""


class Progress(Protocol):
    """How much of an answer got through, kept where a restart does not lose it."""

    @property
    def sent(self) -> int:
        """The messages of the answer that were sent before."""
        ...

    async def note(self, sent: int) -> None:
        """Keep that the first *sent* messages got through."""
        ...


class Desk:
    """Where every message is answered, whichever way it came in."""

    def __init__(self, answerer: Answerer, sender: Sender, clock: Clock, pause: Pause, metrics: Metrics) -> None:
        """Ask *answerer* at the moment *clock* tells, send with *sender*, count in *metrics*."""
        self._metrics = metrics
        self._answerer = answerer
        self._sender = sender
        self._clock = clock
        self._pause = pause
        self._log = structlog.get_logger()

    async def answer(self, incoming: Incoming, progress: Progress) -> None:
        """Answer, but for what *progress* knows to be sent; a turn that breaks is told to the person and logged."""
        await self._sender.heard(incoming.place)
        if incoming.tap is None:
            await self._answer(incoming, progress)
        else:
            await asyncio.gather(self._sender.acknowledge(incoming.tap), self._answer(incoming, progress))

    async def _answer(self, incoming: Incoming, progress: Progress) -> None:
        began = monotonic()
        turn = self._safe_turn(incoming.message)
        reply = await with_typing(turn, lambda: self._sender.show_typing(incoming.place), self._pause)
        self._metrics.turn(monotonic() - began)
        if reply is not None:
            self._count_link(incoming.message, reply)
            outcome = await self._reply(incoming, reply, progress)
            self._metrics.answer(reply.intent, outcome, monotonic() - began)

    def _count_link(self, message: Message, reply: Reply) -> None:
        """Let those who handed a link out see how often it was opened; by whom is told to nobody."""
        link = opened_link(message.choice)
        if link and link.campaign and reply.intent != UNKNOWN_LINK:
            self._log.info("link_opened", opened=link.topic or link.intent, campaign=link.campaign)

    async def _reply(self, incoming: Incoming, reply: Reply, progress: Progress) -> Outcome:
        """Answer where the button was tapped, where that reads better; what cannot be changed there is said anew."""
        parts = render(reply)
        if reply.in_place and incoming.under is not None and len(parts) == 1:
            outcome = await self._sender.change(incoming.place, incoming.under, parts[0])
            if outcome is not Outcome.REFUSED:
                return outcome
        return await self._say(incoming.place, parts, progress)

    async def _say(self, place: Place, parts: Sequence[Part], progress: Progress) -> Outcome:
        outcome = Outcome.SENT
        for number in range(progress.sent, len(parts)):
            outcome = await self._sender.say(place, parts[number : number + 1])
            if outcome is not Outcome.SENT:
                break
            if number + 1 < len(parts):
                await progress.note(number + 1)
        return outcome

    async def _safe_turn(self, message: Message) -> Reply | None:
        try:
            return await self._answerer.turn(message, self._clock())
        except Exception:  # noqa: BLE001 - the person hears of it either way
            self._log.exception("turn_failed")
        failed = Message(message.chat, notice="failed", language_code=message.language_code)
        try:
            return await self._answerer.turn(failed, self._clock())
        except Exception:  # noqa: BLE001
            self._log.exception("apology_failed")
            return None


async def with_typing(
    turn: Awaitable[Reply | None], show: Callable[[], Awaitable[None]], pause: Pause
) -> Reply | None:
    """Wait for *turn*; only if it takes longer than a moment, *show* that we are writing."""
    sign = asyncio.create_task(_keep_showing(show, pause))
    try:
        return await turn
    finally:
        sign.cancel()
        await asyncio.gather(sign, return_exceptions=True)


async def _keep_showing(show: Callable[[], Awaitable[None]], pause: Pause) -> None:
    await pause(TYPING_AFTER)
    while True:
        await show()
        await pause(TYPING_AGAIN)
