"""Lanes: in order per key, side by side across keys, ended within a given time."""

from __future__ import annotations

import asyncio

import pytest

from bot.service.lanes import Job, Lanes

pytestmark = pytest.mark.asyncio


def noting(done: list[str], name: str, gate: asyncio.Event | None = None) -> Job:
    """Return a job that waits for *gate* and then notes its name."""

    async def job() -> None:
        if gate:
            await gate.wait()
        done.append(name)

    return job


async def test_jobs_of_one_key_keep_their_order() -> None:
    """The second job of a chat waits for the first, those of others do not."""
    lanes, gate, done = Lanes(), asyncio.Event(), list[str]()
    lanes.put("a", noting(done, "a1", gate))
    lanes.put("a", noting(done, "a2"))
    lanes.put("b", noting(done, "b1"))
    lanes.put("open", lambda: _set(gate))
    await lanes.drain(5)

    assert done == ["b1", "a1", "a2"]


async def _set(gate: asyncio.Event) -> None:
    gate.set()


async def test_a_broken_job_does_not_stop_its_lane() -> None:
    """The next message of the same person is handled."""
    lanes, done = Lanes(), list[str]()

    async def broken() -> None:
        raise RuntimeError

    lanes.put("a", broken)
    lanes.put("a", noting(done, "a2"))
    await lanes.drain(5)

    assert done == ["a2"]


async def test_only_so_many_run_at_once() -> None:
    """Beyond the limit other chats wait their turn."""
    lanes, gate, done = Lanes(at_once=2), asyncio.Event(), list[str]()
    for key in "abc":
        lanes.put(key, noting(done, key, gate))
    await asyncio.sleep(0)
    started = [lanes.waiting(key) for key in "abc"]
    gate.set()
    await lanes.drain(5)

    assert started == [0, 0, 1]
    assert sorted(done) == ["a", "b", "c"]


async def test_waiting_counts_what_has_not_started() -> None:
    """A lane without work is empty again."""
    lanes, gate, done = Lanes(), asyncio.Event(), list[str]()
    for name in ("1", "2", "3"):
        lanes.put("a", noting(done, name, gate))
    await asyncio.sleep(0)
    during = lanes.waiting("a")
    gate.set()
    await lanes.drain(5)

    assert (during, lanes.waiting("a")) == (2, 0)


async def test_draining_ends_in_time() -> None:
    """What does not finish is cut off and counted."""
    lanes, done = Lanes(), list[str]()
    lanes.put("a", noting(done, "never", asyncio.Event()))
    lanes.put("b", noting(done, "b"))

    assert await lanes.drain(0.01) == 1
    assert done == ["b"]
    assert await lanes.drain(0.01) == 0
