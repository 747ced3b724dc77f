"""Jobs in order per chat, side by side across chats."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

import structlog

Job = Callable[[], Awaitable[None]]

AT_ONCE = 64


class Lanes:
    """Runs jobs: those of one key one after the other, different keys at the same time.

    Needs a running event loop. A lane exists only while it has work.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        """Let at most *at_once* jobs run at the same moment."""
        self._waiting: dict[str, deque[Job]] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(at_once)
        self._log = structlog.get_logger()

    def put(self, key: str, job: Job) -> None:
        """Queue *job* behind all earlier jobs of *key*."""
        lane = self._waiting.get(key)
        if lane is not None:
            lane.append(job)
            return
        self._waiting[key] = deque([job])
        task = asyncio.create_task(self._run(key))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def waiting(self, key: str) -> int:
        """Count the jobs of *key* that have not started."""
        return len(self._waiting.get(key, ()))

    def depth(self) -> int:
        """Count the jobs of all keys that have not started."""
        return sum(len(lane) for lane in self._waiting.values())

    async def drain(self, seconds: float) -> int:
        """Let all jobs finish for at most *seconds*, then cancel; returns how many lanes were cut off."""
        if not self._running:
            return 0
        _done, left = await asyncio.wait(self._running, timeout=seconds)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        return len(left)

    async def _run(self, key: str) -> None:
        lane = self._waiting[key]
        try:
            while lane:
                async with self._places:
                    await self._one(lane.popleft())
        finally:
            del self._waiting[key]

    async def _one(self, job: Job) -> None:
        try:
            await job()
        except Exception:  # noqa: BLE001 - the next message of this person must not fall with it
            self._log.exception("job_failed")
