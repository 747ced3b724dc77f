"""Places in time: never too many in any stretch, none wasted, holds obeyed."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.slots import MemorySlots, Queue, Rate


def booked(slots: MemorySlots, queue: str, rate: Rate, now: float) -> float:
    """Return the moment of the next place."""
    return now + asyncio.run(slots.book([Queue(queue, rate)]))[0]


@given(
    st.lists(st.floats(0, 3), max_size=40),
    st.integers(1, 5),
    st.floats(0.1, 10),
)
def test_no_stretch_holds_too_many(gaps: list[float], messages: int, seconds: float) -> None:
    """However bookings come in, places keep their order and the rate."""
    clock = [0.0]
    slots, rate, places = MemorySlots(lambda: clock[0]), Rate(messages, seconds), list[float]()
    for gap in gaps:
        clock[0] += gap
        places.append(booked(slots, "a", rate, clock[0]))

    assert all(later >= earlier - 1e-9 for earlier, later in pairwise(places))
    assert all(later - earlier >= seconds - 1e-6 for earlier, later in zip(places, places[messages:], strict=False))


def test_what_is_free_is_given_out_at_once() -> None:
    """A burst goes through, the next place is free as soon as the first one is past."""
    slots = MemorySlots(lambda: 0.0)

    assert [booked(slots, "a", Rate(2, 3.0), 0) for _ in range(5)] == [0, 0, 3, 3, 6]
    assert booked(slots, "b", Rate(2, 3.0), 0) == 0


@pytest.mark.asyncio
async def test_a_hold_keeps_a_queue_back() -> None:
    """No place before its end, others are free, and a shorter hold does not cut a longer one."""
    slots = MemorySlots(lambda: 0.0)
    await slots.hold("a", 5)
    await slots.hold("a", 2)

    assert await slots.book([Queue("a", Rate(1, 1.0))]) == [5]
    assert await slots.book([Queue("a", Rate(1, 1.0))]) == [6]
    assert await slots.book([Queue("b", Rate(1, 1.0))]) == [0]


@pytest.mark.asyncio
async def test_whoever_must_wait_takes_no_place_behind() -> None:
    """Places are taken up to the first that is not free at once."""
    slots, own, everybody = MemorySlots(lambda: 0.0), Queue("a", Rate(1, 1.0)), Queue("b", Rate(2, 1.0))

    assert await slots.book([own, everybody]) == [0, 0]
    assert await slots.book([own, everybody]) == [1]
    assert await slots.book([everybody]) == [0]


@pytest.mark.asyncio
async def test_queues_at_rest_are_forgotten() -> None:
    """Memory does not grow with everybody who ever wrote."""
    clock = [0.0]
    slots = MemorySlots(lambda: clock[0], sweep_every=100)
    await slots.hold("held", 1e6)
    for number in range(1000):
        clock[0] += 1
        await slots.book([Queue(str(number), Rate(3, 3.0))])

    assert len(slots) < 10
    assert (await slots.book([Queue("held", Rate(3, 3.0))]))[0] > 0
