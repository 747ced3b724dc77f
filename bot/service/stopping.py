"""Beginning and ending of what runs for long: until a signal, or beside something else."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager

import structlog

SIGNALS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def told_to_stop(stop: asyncio.Event | None) -> Iterator[asyncio.Event]:
    """Yield an event that is set on SIGTERM or SIGINT; a given *stop* takes the place of both."""
    if stop is not None:
        yield stop
        return
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    try:
        for number in SIGNALS:
            loop.add_signal_handler(number, stopped.set)
    except NotImplementedError:
        # Windows: its event loop knows no signals.
        for number in SIGNALS:
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopped.set))
        yield stopped
        return
    try:
        yield stopped
    finally:
        for number in SIGNALS:
            loop.remove_signal_handler(number)


async def until(stopped: asyncio.Event, work: Coroutine[object, object, None]) -> None:
    """Run *work* until it ends or *stopped* is set; then it is cancelled. Raises what *work* raises."""
    working = asyncio.create_task(work)
    waiting = asyncio.create_task(stopped.wait())
    try:
        await asyncio.wait({working, waiting}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        working.cancel()
        waiting.cancel()
        await asyncio.gather(working, waiting, return_exceptions=True)
    if not working.cancelled():
        working.result()


async def together(*works: Coroutine[object, object, None]) -> None:
    """Run *works*, which only end by failing, until one does or we are cancelled; then all are. Raises what it raised."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in ended:
        task.result()


@asynccontextmanager
async def beside(work: Coroutine[object, object, None]) -> AsyncIterator[None]:
    """Run *work* beside the body; what breaks there is logged and stops nothing."""
    task = asyncio.create_task(_logged(work))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _logged(work: Coroutine[object, object, None]) -> None:
    try:
        await work
    except Exception:  # noqa: BLE001 - whatever it is, the bot goes on answering
        structlog.get_logger().exception("side_task_failed")
