"""Watches the folders that staff edit; the only door to watchfiles."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import structlog
from watchfiles import Change, awatch
from watchfiles.filters import DefaultFilter

from bot.service.ports import Pause

QUIET = 100
"""Milliseconds without a change after which an edit counts as saved; a checkout writes many files."""
AT_MOST = 2_000
LOOK_AGAIN = 5.0
"""Seconds after which we look whether the folders are still the same ones: some tools put new ones in their place."""

Identity = tuple[tuple[int, int] | None, ...]


class EditFilter(DefaultFilter):
    """Lets through what may be an edit: no hidden files, none that editors keep for themselves."""

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether *path* counts."""
        return not Path(path).name.startswith(".") and super().__call__(change, path)


async def changes(
    folders: Sequence[Path], pause: Pause, look_again: float = LOOK_AGAIN
) -> AsyncIterator[None]:
    """Yield whenever something in *folders* may have changed; never ends, even if a folder is gone for a while."""
    seen = identity(folders)
    log, complained = structlog.get_logger(), False
    while True:
        try:
            async for changed in _watched(folders, look_again):
                now, complained = identity(folders), False
                if changed or now != seen:
                    yield None
                if now != seen:
                    seen = now
                    break
        except (OSError, RuntimeError) as error:
            # A folder is away, or the system watches no more files for us.
            if not complained:
                log.warning("watching_failed", reason=type(error).__name__, retry_in=look_again)
            complained = True
            await pause(look_again)
            if (now := identity(folders)) != seen:
                seen = now
                yield None


def _watched(folders: Sequence[Path], look_again: float) -> AsyncIterator[set[tuple[Change, str]]]:
    return awatch(
        *folders,
        watch_filter=EditFilter(),
        step=QUIET,
        debounce=AT_MOST,
        rust_timeout=int(1000 * look_again),
        yield_on_timeout=True,
    )


def identity(folders: Sequence[Path]) -> Identity:
    """Return which folders these are for the file system, None for one that is not there."""
    return tuple(_identity(folder) for folder in folders)


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        known = folder.stat()
    except OSError:
        return None
    return known.st_dev, known.st_ino
