"""Ending on time: until something, and beside something."""

from __future__ import annotations

import asyncio

import pytest

from bot.service.stopping import beside, unless, until

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


async def forever() -> None:
    """Wait for what never comes."""
    await asyncio.Event().wait()


async def test_work_is_not_begun_against_an_objection() -> None:
    """Whatever takes long would be done in vain."""
    begun = list[str]()

    async def objection() -> None:
        raise LookupError

    async def work() -> None:
        begun.append("begun")

    with pytest.raises(LookupError):
        await unless(objection(), work, 60)

    assert begun == []


async def test_an_objection_that_comes_late_ends_the_work() -> None:
    """It is raised at once; nothing goes on behind it."""
    begun, ended = asyncio.Event(), list[str]()

    async def objection() -> None:
        await begun.wait()
        raise LookupError

    async def work() -> None:
        try:
            begun.set()
            await forever()
        finally:
            ended.append("cleaned up")

    with pytest.raises(LookupError):
        await unless(objection(), work, 0)

    assert ended == ["cleaned up"]


async def test_work_waits_for_no_objection_that_never_comes() -> None:
    """Nor does it stay behind, when the work is done."""
    ended = list[str]()

    async def objection() -> None:
        try:
            await forever()
        finally:
            ended.append("given up")

    async def work() -> str:
        return "made"

    assert await unless(objection(), work, 0) == "made"
    assert ended == ["given up"]


async def test_without_an_objection_work_is_done_at_its_own_pace() -> None:
    """Whether it is told before the work has begun or in the middle."""
    begun = asyncio.Event()

    async def work() -> str:
        begun.set()
        await asyncio.sleep(0)
        return "made"

    async def nothing() -> None:
        """Object to nothing."""

    async def nothing_later() -> None:
        await begun.wait()

    assert [await unless(nothing(), work, 60), await unless(nothing_later(), work, 0)] == ["made", "made"]
