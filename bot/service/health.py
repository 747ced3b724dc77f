"""How the store is doing: written by those who work with it, read by whoever asks (``/readyz``, ``/metrics``)."""

from __future__ import annotations

import asyncio
import sys

import structlog


class StoreHealth:
    """The state of one process's store. It begins well: what was opened at start works.

    Whoever finds that it fails says so and waits; that it works again is for `keep_trying` alone to
    say. Otherwise a full disk, which takes one thing and not the next, would be well and ill by turns.
    """

    def __init__(self) -> None:
        """Begin well."""
        self._log = structlog.get_logger()
        self._works, self._fails = asyncio.Event(), asyncio.Event()
        self._works.set()
        self.waiting = 0
        """The updates that waited for an answer when we last looked, ours and those of other processes."""

    @property
    def store_works(self) -> bool:
        """Whether nothing failed since the store was last found to work."""
        return self._works.is_set()

    async def until_store_works(self) -> None:
        """Wait while the store is away."""
        await self._works.wait()

    async def until_store_fails(self) -> None:
        """Wait while the store works."""
        await self._fails.wait()

    def store_recovered(self) -> None:
        """Note that the store was tried and works again; those who wait go on."""
        if not self.store_works:
            self._log.info("store_works_again")
        self._fails.clear()
        self._works.set()

    def store_failed(self, what: str) -> None:
        """Note, in the handler of its error, that the store did not do *what* it was asked; told once."""
        if self.store_works:
            self._log.warning("store_failed", what=what, reason=str(sys.exception()), exc_info=True)
        self._works.clear()
        self._fails.set()
