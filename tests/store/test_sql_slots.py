"""Places in time from a database, on both engines: as many for all processes together as for one."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.store.parts import Store
from bot.store.slots import Rate
from tests.builders import NOW
from tests.store.conftest import Open
from tests.store.support import DAY, HOUR, SECOND, MovedClock

pytestmark = pytest.mark.asyncio

RATE = Rate(29, 1.02)


async def places(clock: MovedClock, number: int, *stores: Store) -> list[float]:
    """Book *number* places from the stores in turn; returns their moments, in seconds from NOW."""
    passed = (clock.now - NOW).total_seconds()
    return [passed + await stores[turn % len(stores)].slots.book("a", RATE) for turn in range(number)]


async def test_no_stretch_holds_too_many(another: Open, clock: MovedClock) -> None:
    """Two processes that book together keep one rate, use nearly all of it, and begin at once."""
    first, second = await another(), await another()
    booked = await places(clock, 120, first, second)

    assert booked == sorted(booked)
    assert booked[:3] == [0, 0, 0]
    assert all(later - earlier >= 1.02 - 0.03 for earlier, later in zip(booked, booked[29:], strict=False))
    assert booked[-1] < 120 / 24


async def test_many_at_once_get_places_of_their_own(another: Open) -> None:
    """Bookings in the same moment from two processes do not share a place."""
    first, second = await another(), await another()
    booked = sorted(await asyncio.gather(*(store.slots.book("a", RATE) for store in (first, second) * 20)))

    assert len(set(booked)) == 38
    assert booked[-1] > 1


async def test_what_is_past_is_forgotten(store: Store, clock: MovedClock) -> None:
    """After a rest, and after a clock that was far ahead, places are free at once; other queues are apart."""
    await places(clock, 40, store)
    clock.move(5 * SECOND)
    rested = await store.slots.book("a", RATE)
    clock.move(DAY)
    await places(clock, 40, store)
    clock.move(-DAY)

    assert (rested, await store.slots.book("a", RATE), await store.slots.book("b", RATE)) == (0, 0, 0)


@pytest.mark.parametrize("length", [7 * SECOND, HOUR])
async def test_a_hold_counts_for_everybody(another: Open, clock: MovedClock, length: timedelta) -> None:
    """Nobody gets a place before its end, a shorter one does not cut it, and then the rate holds again."""
    first, second = await another(), await another()
    await places(clock, 40, first)
    await first.slots.hold("a", length.total_seconds())
    await second.slots.hold("a", 1)
    booked = await places(clock, 60, second, first)
    clock.move(length + 5 * SECOND)

    assert min(booked) == length.total_seconds()
    assert all(later - earlier >= 1.02 - 0.03 for earlier, later in zip(booked, booked[29:], strict=False))
    assert await second.slots.book("a", RATE) == 0


async def test_a_new_queue_can_be_held(store: Store, clock: MovedClock) -> None:
    """The first refusal may come before the first booking here."""
    await store.slots.hold("new", 3)

    assert await store.slots.book("new", Rate(1, 1.0)) == 3
    assert isinstance(clock(), datetime)
