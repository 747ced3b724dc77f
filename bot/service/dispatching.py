"""Answers what waits in the inbox: in order per chat, side by side across chats."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import NoReturn

import structlog

from bot.model.context import Context
from bot.service.office import Office
from bot.service.ports import Clock
from bot.store import Claim, StoreFailed

AT_ONCE = 64
LOOK_AGAIN = 1.0
"""Seconds after which the inbox is looked into unasked: another process may have left something."""
LAYING_DOWN = 1.5
"""Seconds at the end in which what is not finished is laid back."""

Work = Callable[[Claim], Awaitable[None]]
"""Answers an update; what it raises is logged, and the update counts as answered."""


class Dispatcher:
    """Takes updates in hand, has them answered, and lets go of them with what is to be remembered."""

    def __init__(self, office: Office, work: Work, clock: Clock, at_once: int = AT_ONCE) -> None:
        """Let *work* answer at most *at_once* updates at the same moment."""
        self._inbox = office.store.inbox
        self._office = office
        self._work = work
        self._clock = clock
        self._at_once = at_once
        self._news = asyncio.Event()
        self._may_be_more = False
        self._in_hand: dict[asyncio.Task[None], Claim] = {}
        self._answered: dict[int, Context | None] = {}
        """The updates that are answered and not written down yet, with what is to be remembered."""
        self._log = structlog.get_logger()

    def wake(self) -> None:
        """Say that something came in."""
        self._news.set()

    async def run(self) -> NoReturn:
        """Work until cancelled; `stop` then ends what is in hand."""
        while True:
            # Of a store that takes nothing, nothing is taken either: its answer could not be written down.
            await self._office.health.until_store_works()
            self._news.clear()
            room = self._at_once - len(self._in_hand)
            try:
                claims = await self._inbox.claim(room)
            except StoreFailed:
                self._office.health.store_failed("claim")
                continue
            self._may_be_more = len(claims) == room
            for claim in claims:
                self._begin(claim)
            # Not `wait_for`: before Python 3.12 it swallows a cancellation that comes together with the news.
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN):
                    await self._news.wait()

    async def stop(self, seconds: float) -> int:
        """Let what is in hand finish for at most *seconds*, then put back what is not answered; returns how many were cut off."""
        if self._in_hand:
            await asyncio.wait(self._in_hand, timeout=seconds)
        left = dict(self._in_hand)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        # A database that says nothing does not hold up the end: what it still has in our hands is free after a lease.
        with suppress(TimeoutError):
            async with asyncio.timeout(LAYING_DOWN):
                await asyncio.gather(*map(self._lay_down, left.values()))
        return len(left)

    async def _lay_down(self, claim: Claim) -> None:
        """Put an update back; one that is answered must not be answered again, so it gets a last try to be written down."""
        with suppress(StoreFailed):
            if claim.update in self._answered:
                await self._inbox.complete(claim, self._answered[claim.update], self._clock())
            else:
                await self._inbox.put_back(claim)

    def _begin(self, claim: Claim) -> None:
        self._office.hands.take(claim)
        task = asyncio.create_task(self._handle(claim))
        self._in_hand[task] = claim
        task.add_done_callback(self._end)

    def _end(self, task: asyncio.Task[None]) -> None:
        self._office.hands.let_go(self._in_hand.pop(task))
        if self._may_be_more:
            self._news.set()

    async def _handle(self, claim: Claim) -> None:
        try:
            await self._work(claim)
        except Exception:  # noqa: BLE001 - the next message of this person must not fall with it
            self._log.exception("answer_failed")
        self._answered[claim.update] = self._office.hands.give(claim)
        await self._write_down(claim)

    async def _write_down(self, claim: Claim) -> None:
        """What was sent must not be sent again because nobody could write it down at once."""
        while True:
            try:
                behind = await self._inbox.complete(claim, self._answered[claim.update], self._clock())
            except StoreFailed:
                self._office.health.store_failed("complete")
                await self._office.health.until_store_works()
            else:
                break
        del self._answered[claim.update]
        if behind != 0:
            # The next of the chat can be had now; nobody else's turn depends on this.
            self._news.set()
        if behind is None:
            # We fell silent for longer than a lease: somebody else answered it, too.
            self._log.warning("update_taken_over")
