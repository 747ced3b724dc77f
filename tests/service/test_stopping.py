"""Ending on time: until something, and beside something."""

from __future__ import annotations

import asyncio

import pytest

from bot.service.stopping import beside, until

pytestmark = pytest.mark.asyncio


async def test_work_is_cancelled_when_told_to_stop() -> None:
    """A set event ends work that would never end by itself."""
    stop, ended = asyncio.Event(), list[str]()

    async def work() -> None:
        try:
            stop.set()
            await asyncio.Event().wait()
        finally:
            ended.append("cleaned up")

    await until(stop, work())

    assert ended == ["cleaned up"]


async def test_what_work_raises_is_raised() -> None:
    """An error ends the waiting."""

    async def work() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await until(asyncio.Event(), work())


async def test_a_cancelled_caller_takes_its_work_along() -> None:
    """Nothing keeps running behind the back of whoever started it."""
    ended, started = list[str](), asyncio.Event()

    async def work() -> None:
        try:
            started.set()
            await asyncio.Event().wait()
        finally:
            ended.append("cleaned up")

    task = asyncio.create_task(until(asyncio.Event(), work()))
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert ended == ["cleaned up"]


async def test_trouble_beside_does_not_reach_the_body() -> None:
    """A side task that breaks is over, the body goes on."""
    broke = asyncio.Event()

    async def side() -> None:
        broke.set()
        raise RuntimeError

    async with beside(side()):
        await broke.wait()
        reached = True

    assert reached
