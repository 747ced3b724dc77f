"""How the store is doing: written by those who work with it, read by whoever asks (``/readyz``, ``/metrics``)."""

from __future__ import annotations

import structlog


class StoreHealth:
    """The state of one process's store. It begins well: what was opened at start works."""

    def __init__(self) -> None:
        """Begin well."""
        self._log = structlog.get_logger()
        self.store_works = True
        """Whether the store did what it was last asked."""
        self.waiting = 0
        """The updates that waited for an answer when we last looked, ours and those of other processes."""

    def store_did(self) -> None:
        """Note that the store did what it was asked."""
        if not self.store_works:
            self._log.info("store_works_again")
        self.store_works = True

    def store_failed(self, what: str) -> None:
        """Note that the store did not do *what* it was asked."""
        self._log.warning("store_failed", what=what, exc_info=True)
        self.store_works = False
