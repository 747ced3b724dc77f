"""Telegram's limits: kept beforehand, obeyed when told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.channels.telegram.pacing import Pace
from bot.store.slots import MemorySlots
from tests.virtual import in_no_time

Story = Callable[[Pace], Awaitable[None]]


async def a_pace() -> Pace:
    """Return a pace in the time of the running loop."""
    return Pace(asyncio.sleep, MemorySlots(asyncio.get_running_loop().time))


async def moments(pace: Pace, *chats: int) -> list[float]:
    """Return when each message may leave, in whole tenths of a second, if all want to at once."""
    loop, began = asyncio.get_running_loop(), asyncio.get_running_loop().time()

    async def moment(chat: int) -> float:
        await pace.turn(chat)
        return round(loop.time() - began, 1)

    return list(await asyncio.gather(*(moment(chat) for chat in chats)))


def told(story: Callable[[Pace], Awaitable[list[float]]]) -> list[float]:
    """Tell a story with a fresh pace."""

    async def work() -> list[float]:
        return await story(await a_pace())

    return in_no_time(work())


def test_a_chat_gets_bursts_of_three_and_one_a_second() -> None:
    """An answer in three parts comes at once, a fourth part later."""
    assert told(lambda pace: moments(pace, *[1] * 7)) == [0, 0, 0, 3.3, 3.3, 3.3, 6.6]


def test_a_group_gets_twenty_a_minute() -> None:
    """The minute counts in groups only."""
    assert max(told(lambda pace: moments(pace, *[-5] * 21))) == 61
    assert max(told(lambda pace: moments(pace, *[5] * 21))) == 19.8


def test_all_together_get_twenty_nine_a_second() -> None:
    """One chat that waits for its own turn takes no place from the others."""
    leaving = told(lambda pace: moments(pace, *[0] * 9, *range(1, 60)))

    assert sorted(leaving[9:])[25] == 0
    assert max(leaving[9:]) == 2.0


def test_a_chat_that_was_refused_waits_and_others_do_not() -> None:
    """One 429 speaks for its chat."""

    async def story(pace: Pace) -> list[float]:
        await pace.refused(1, 5)
        return await moments(pace, 1, 2)

    assert told(story) == [5, 0]


def test_a_second_refused_chat_holds_everyone_back() -> None:
    """Two chats in trouble at once mean that the bot itself was too fast."""

    async def story(pace: Pace) -> list[float]:
        await pace.refused(1, 5)
        await pace.refused(2, 7)
        return await moments(pace, 1, 2, 3)

    assert told(story) == [7, 7, 7]


def test_a_chat_that_got_through_again_is_no_witness() -> None:
    """Refusals one after the other, with success between them, concern single chats."""

    async def story(pace: Pace) -> list[float]:
        await pace.refused(1, 5)
        pace.over(1)
        await pace.refused(2, 7)
        return await moments(pace, 1, 2, 3)

    assert told(story) == [5, 7, 0]


def test_a_hold_reaches_those_who_wait_already() -> None:
    """Whoever had a place when everyone was told to wait gets a new one, at the usual rate, not all at once."""

    async def story(pace: Pace) -> list[float]:
        waiting = asyncio.create_task(moments(pace, *range(90)))
        await asyncio.sleep(0.5)
        await pace.refused(1000, 5)
        await pace.refused(1001, 5)
        return await waiting

    leaving = sorted(told(story))

    assert leaving[:29] == [0] * 29
    assert min(leaving[29:]) >= 5.5
    assert max(leaving.count(moment) for moment in leaving) <= 29
