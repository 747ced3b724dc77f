"""Places in time from a database, on both engines: as many for all processes together as for one."""

from __future__ import annotations

import asyncio
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.telegram.pacing import Pace
from bot.store.parts import Store
from bot.store.slots import Queue, Rate
from bot.store.sql.migrating import all_migrations, migrate
from bot.store.sql.slots import SqlSlots
from bot.store.sql.sqlite import open_sqlite
from tests.benchmarks.day import tables
from tests.botapi.limits import Limits
from tests.builders import NOW
from tests.store.conftest import Open
from tests.store.support import DAY, HOUR, SECOND, MovedClock

pytestmark = pytest.mark.asyncio

RATE = Rate(29, 1.02)
A, B = Queue("a", RATE), Queue("b", RATE)


async def places(clock: MovedClock, number: int, *stores: Store) -> list[float]:
    """Book *number* places from the stores in turn; returns their moments, in seconds from NOW."""
    passed = (clock.now - NOW).total_seconds()
    return [passed + (await stores[turn % len(stores)].slots.book([A]))[0] for turn in range(number)]


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
    booked = sorted(await asyncio.gather(*(store.slots.book([A]) for store in (first, second) * 20)))

    assert len(set(map(tuple, booked))) == 38
    assert booked[-1] > [1]


async def test_what_is_past_is_forgotten(store: Store, clock: MovedClock) -> None:
    """After a rest, and after a clock that was far ahead, places are free at once; other queues are apart."""
    await places(clock, 40, store)
    clock.move(5 * SECOND)
    rested = await store.slots.book([A])
    clock.move(DAY)
    await places(clock, 40, store)
    clock.move(-DAY)

    assert (rested, await store.slots.book([A]), await store.slots.book([B])) == ([0], [0], [0])


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
    assert await second.slots.book([A]) == [0]


async def test_a_new_queue_can_be_held(store: Store, clock: MovedClock) -> None:
    """The first refusal may come before the first booking here."""
    await store.slots.hold("new", 3)

    assert await store.slots.book([Queue("new", Rate(1, 1.0))]) == [3]
    assert isinstance(clock(), datetime)


async def test_whoever_must_wait_takes_no_place_behind(another: Open) -> None:
    """Places are taken up to the first that is not free at once, whoever took those before."""
    first, second = await another(), await another()
    own, everybody = Queue("chat 1", Rate(1, 10.0)), Queue("all", Rate(2, 1.0))

    assert await first.slots.book([own, everybody]) == [0, 0]
    assert await second.slots.book([own, everybody]) == [10]
    assert await first.slots.book([own, everybody]) == [20]
    assert await second.slots.book([everybody]) == [0]


async def test_a_held_queue_takes_no_place_behind(store: Store) -> None:
    """As one that is full."""
    own, everybody = Queue("chat 1", RATE), Queue("all", Rate(1, 1.0))
    await store.slots.hold(own.name, 5)

    assert await store.slots.book([own, everybody]) == [5]
    assert await store.slots.book([everybody]) == [0]


async def test_several_queues_at_once_from_two_processes(another: Open) -> None:
    """Nobody waits for ever for the other, and every place is given out once."""
    first, second = await another(), await another()
    own, everybody = [Queue(f"chat {number}", RATE) for number in range(8)], Queue("all", Rate(40, 1.0))
    booked = await asyncio.gather(*(store.slots.book([queue, everybody]) for store in (first, second) for queue in own * 2))
    places = sorted(waits[1] for waits in booked if len(waits) == 2)

    assert len(booked) == 32
    assert len(set(places)) == len(places) - 2


@pytest.mark.parametrize("chat", [7, -7])
async def test_processes_keep_telegrams_limits_of_a_chat_together(another: Open, clock: MovedClock, chat: int) -> None:
    """What two send to one chat or group in turns is never refused, and as much gets through as is allowed."""
    began, limits = clock.now, Limits(lambda: clock().timestamp())
    limits.on = True

    async def pause(seconds: float) -> None:
        clock.move(seconds * SECOND)

    paces = [Pace(pause, (await another()).slots) for _ in range(2)]
    for turn in range(60):
        await paces[turn % 2].turn(chat)
        limits.count(chat)
    passed = (clock.now - began).total_seconds()

    assert passed == pytest.approx(57 * 1.1 if chat > 0 else 57 * 61 / 17, abs=1)


async def test_a_refused_chat_waits_in_every_process(another: Open, clock: MovedClock) -> None:
    """Whichever of them Telegram told."""
    first, second = await another(), await another()
    paused: list[float] = []

    async def pause(seconds: float) -> None:
        paused.append(seconds)
        clock.move(seconds * SECOND)

    await Pace(pause, first.slots).refused(7, 9)
    await Pace(pause, second.slots).turn(8)
    await Pace(pause, second.slots).turn(7)

    assert paused == [9]


async def test_the_table_tells_no_chat_and_forgets_what_is_past(tmp_path: Path, clock: MovedClock) -> None:
    """It holds as many rows as chats were written to lately, under names from which no number can be read."""
    engine = await open_sqlite(tmp_path / "bot.sqlite3")
    await migrate(engine, all_migrations())
    slots = SqlSlots(engine, clock, sweep_every=50)
    for number in range(100_000, 100_200):
        clock.move(SECOND)
        await slots.book([Queue(f"chat {number}", Rate(3, 3.0)), A])
    await slots.hold("chat 99", 60)
    await engine.close()
    [rows] = [rows for name, _, rows in tables(tmp_path / "bot.sqlite3") if name == "slots"]

    assert 2 <= len(rows) <= 60
    assert not re.search(r"chat (1\d{5}|99)\b", str(rows))
