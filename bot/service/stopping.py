"""Beginning and ending of what runs for long: until a signal, or beside something else."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from threading import Thread
from typing import ParamSpec, TypeVar

import structlog

P = ParamSpec("P")
T = TypeVar("T")

SIGNALS = (signal.SIGTERM, signal.SIGINT)


def run_until_told(work: Coroutine[object, object, None]) -> None:
    """Run *work* in an event loop of its own until it ends or SIGTERM or SIGINT comes; then it is cancelled."""
    asyncio.run(_until_told(work))


async def _until_told(work: Coroutine[object, object, None]) -> None:
    asyncio.get_running_loop().set_default_executor(Abandoned())
    with _told_to_stop() as stopped:
        await until(stopped, work)


class Abandoned(ThreadPoolExecutor):
    """Threads that end with the process: neither what they compute nor what they wait for holds up the end."""

    def submit(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do *work* in a thread of its own."""
        future = Future[T]()
        Thread(target=_do, args=(future, partial(work, *args, **kwargs)), daemon=True).start()
        return future

    def shutdown(self, *_how: object, **_more: object) -> None:
        """Wait for nobody."""


def _do(future: Future[T], work: Callable[[], T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where the work was wanted
        future.set_exception(error)


@contextmanager
def _told_to_stop() -> Iterator[asyncio.Event]:
    """Yield an event that is set on SIGTERM or SIGINT."""
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


async def unless(
    objection: Coroutine[object, object, None], work: Callable[[], Coroutine[object, object, T]], moment: float
) -> T:
    """Return what *work* makes. It is not begun, or is cancelled, where *objection* raises; that is raised then.

    Work begins when the objection has had its say, or a *moment* (in seconds) has gone by; it does not wait for it after that.
    """
    objecting = asyncio.create_task(objection)
    tasks: set[asyncio.Task[object]] = {objecting}
    try:
        if (await asyncio.wait(tasks, timeout=moment))[0]:
            objecting.result()
        working = asyncio.create_task(work())
        tasks.add(working)
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        if objecting.done():
            objecting.result()
        return await working
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


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
