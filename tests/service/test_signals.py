"""What runs until it is told to stop, by the system."""

from __future__ import annotations

import asyncio
import os
import signal
import threading

import pytest

from bot.service.stopping import run_until_told


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_what_runs(number: signal.Signals) -> None:
    """In good order, whatever it waits for."""
    ended = list[str]()

    async def work() -> None:
        try:
            os.kill(os.getpid(), number)
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.append("cleaned up")

    run_until_told(work())

    assert ended == ["cleaned up"]


def test_the_end_waits_for_no_thread() -> None:
    """What is computed meanwhile is of no use to anybody any more."""
    enough, begun = threading.Event(), threading.Event()

    def compute() -> bool:
        begun.set()
        os.kill(os.getpid(), signal.SIGTERM)
        return enough.wait(60)

    async def work() -> None:
        await asyncio.to_thread(compute)

    try:
        run_until_told(work())
        assert begun.is_set()
    finally:
        assert not enough.is_set()
        enough.set()


def test_what_a_thread_makes_or_raises_arrives() -> None:
    """As from any other thread; and so does what ends the work."""
    made = list[int]()

    def fails() -> None:
        raise LookupError

    async def work() -> None:
        made.append(await asyncio.to_thread(lambda: 7))
        await asyncio.to_thread(fails)

    with pytest.raises(LookupError):
        run_until_told(work())
    assert made == [7]
