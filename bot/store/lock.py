"""One process at a time in a data folder. The operating system lets go of the lock when the process ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.store.errors import FolderInUse, NoStore

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


FILE = "bot.lock"


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold *folder* for the body; raises `FolderInUse` at once where another process does, `NoStore` if it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / FILE, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise NoStore(
            f"In den Ordner {folder} lässt sich nicht schreiben ({type(error).__name__}). Prüfe DATA_DIR."
        ) from None
    try:
        _lock(descriptor)
    except OSError:
        os.close(descriptor)
        raise FolderInUse(folder) from None
    try:
        yield
    finally:
        os.close(descriptor)
