"""Keeps arrays of numbers in files between starts."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

import numpy as np

from bot.language.dictionary import Numbers

_KEPT = 24
_CHECK = 16
"""Bytes of the checksum before the array: damage must never change an answer."""


class FileArrayCache:
    """One file per key in *folder*; a disk that cannot be written is no error."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, key: str) -> Numbers | None:
        """Return the array kept under *key*; None where there is none or the file is not as it was written."""
        try:
            content = self._path(key).read_bytes()
            os.utime(self._path(key))
            whole = content[:_CHECK] == _checksum(memoryview(content)[_CHECK:])
            array = BytesIO(content)
            array.seek(_CHECK)
            return np.load(array, allow_pickle=False) if whole else None
        except (OSError, ValueError, EOFError):
            return None

    def save(self, key: str, numbers: Numbers) -> None:
        """Keep *numbers* and let go what was not used for longest; a file is seen whole or not at all."""
        partial = self._path(key).with_suffix(f".{os.getpid()}.partial.array")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            written = BytesIO()
            np.save(written, numbers)
            partial.write_bytes(_checksum(written.getbuffer()) + written.getbuffer())
            partial.replace(self._path(key))
            self._let_go()
        except OSError:
            with suppress(OSError):
                partial.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.array"

    def _let_go(self) -> None:
        files = sorted(self._folder.glob("*.array"), key=lambda path: path.stat().st_mtime)
        for path in files[:-_KEPT]:
            path.unlink(missing_ok=True)


def _checksum(content: bytes | memoryview) -> bytes:
    return blake2b(content, digest_size=_CHECK).digest()


class NoArrayCache:
    """Keeps nothing."""

    def load(self, key: str) -> Numbers | None:  # noqa: ARG002 - the port's signature
        """Return nothing."""
        return None

    def save(self, key: str, numbers: Numbers) -> None:
        """Keep nothing."""
