"""What the store needs from time to time: leases renewed, what the dead held freed, old things let go, a try after a failure."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import NoReturn

import structlog

from bot.conversation.ledger import Ledger
from bot.service.office import Office
from bot.service.ports import Clock, Pause
from bot.service.waiting import waits
from bot.store import StoreFailed

RENEW_EVERY = 3.0
"""Seconds; less than a third of a lease, so that two missed beats cost nothing."""
STEADY = 5
"""Beats that go well after which everybody alive has found the store again, too: none waits longer than ten seconds for it."""
LET_GO_EVERY = HAND_OVER_EVERY = 60.0
LONGEST_BETWEEN_TRIES = 5.0
SOUND_AFTER = 60.0
"""Seconds a store has to work before its next failure counts as a new one."""


async def keep_trying(office: Office, pause: Pause = asyncio.sleep) -> NoReturn:
    """Whenever the store failed, try it until it works; one that soon fails again is tried less often."""
    tries = waits(LONGEST_BETWEEN_TRIES)
    while True:
        try:
            async with asyncio.timeout(SOUND_AFTER):
                await office.health.until_store_fails()
        except TimeoutError:
            tries = waits(LONGEST_BETWEEN_TRIES)
            continue
        await pause(next(tries))
        try:
            await office.store.inbox.rehearse()
        except StoreFailed:
            continue
        except Exception:  # noqa: BLE001 - everybody waits for this: whatever it is, the store is tried again
            structlog.get_logger().exception("store_trial_broke")
        else:
            office.health.store_recovered()


async def keep_leases(office: Office, wake: Callable[[], None], beat: Pause = asyncio.sleep) -> NoReturn:
    """Keep what is in our hands, and free what dead processes held; *wake* is called when there was some.

    After the store was away nothing is freed for some beats: who lives renews what it has in hand first.
    """
    inbox, steady = office.store.inbox, STEADY
    while True:
        await beat(RENEW_EVERY)
        try:
            await inbox.renew(office.hands.held())
            if steady >= STEADY and await inbox.free_overdue():
                wake()
            office.health.waiting = await inbox.waiting()
        except StoreFailed:
            office.health.store_failed("renew")
            steady = 0
        else:
            steady += 1


async def keep_in_time(office: Office, clock: Clock, beat: Pause = asyncio.sleep) -> NoReturn:
    """Let go of what is too old, at once and then every minute."""
    while True:
        try:
            await office.store.retention.let_go(clock())
        except StoreFailed:
            office.health.store_failed("let_go")
        await beat(LET_GO_EVERY)


async def keep_books(ledger: Ledger, office: Office, clock: Clock, beat: Pause = asyncio.sleep) -> NoReturn:
    """Hand over what was noted of turns, every minute."""
    while True:
        await beat(HAND_OVER_EVERY)
        await hand_over(ledger, office, clock)


async def hand_over(ledger: Ledger, office: Office, clock: Clock) -> None:
    """Hand over what was noted of turns; what cannot be kept now waits."""
    try:
        await ledger.flush(office.store.questions, clock())
    except StoreFailed:
        office.health.store_failed("keep_books")
