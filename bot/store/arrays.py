"""Keeps arrays of numbers in files between starts."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from bot.language.dictionary import Numbers

_KEPT = 24


class FileArrayCache:
    """One ``.npy`` file per key in *folder*; a disk that cannot be written is no error."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, key: str) -> Numbers | None:
        """Return the array kept under *key*; None where there is none or the file is broken."""
        try:
            kept = np.load(self._path(key), allow_pickle=False)
            os.utime(self._path(key))
        except (OSError, ValueError, EOFError, BadZipFile):
            return None
        return kept if isinstance(kept, np.ndarray) else None

    def save(self, key: str, numbers: Numbers) -> None:
        """Keep *numbers* and let go what was not used for longest; a file is seen whole or not at all."""
        partial = self._path(key).with_suffix(f".{os.getpid()}.partial.npy")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            np.save(partial, numbers)
            partial.replace(self._path(key))
            self._let_go()
        except OSError:
            with suppress(OSError):
                partial.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.npy"

    def _let_go(self) -> None:
        files = sorted(self._folder.glob("*.npy"), key=lambda path: path.stat().st_mtime)
        for path in files[:-_KEPT]:
            path.unlink(missing_ok=True)


class NoArrayCache:
    """Keeps nothing."""

    def load(self, key: str) -> Numbers | None:  # noqa: ARG002 - the port's signature
        """Return nothing."""
        return None

    def save(self, key: str, numbers: Numbers) -> None:
        """Keep nothing."""
