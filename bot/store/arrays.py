"""Keeps arrays of numbers in files between starts."""

from __future__ import annotations

import mmap
import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from io import BufferedIOBase, BufferedReader
from pathlib import Path
from threading import get_ident
from zlib import crc32

import numpy as np
import structlog
from numpy.lib.format import read_array_header_1_0, read_magic
from numpy.typing import NDArray

from bot.language.dictionary import Numbers

_KEPT = 8
"""Files of a kind: one brain needs up to four. Edits bring new ones of some kinds, which must not push out others."""
_OF_A_KIND = re.compile(r"-[0-9a-f]{32}|\..*")
"""What is not the same in the names of a kind: the digest, and what shows that a file was never finished."""
LEFT_FREE = 64 << 20
"""Bytes of the disk that stay free for the database: a cache costs time where it is missing, a database messages."""
_CHECK = 4
"""Bytes of the checksum before the array: damage must never change an answer."""
_READ_AT_ONCE = 1 << 18
_MOST_RESIDENT = 32
"""Lent rows that stay in memory: the system reads 64 KB around each."""


def free_bytes(folder: Path) -> int:
    """Return how many bytes the disk of *folder* still takes."""
    return shutil.disk_usage(folder).free


class FileArrayCache:
    """One file per key in *folder*, as long as the disk has room for more than that.

    A disk that cannot be written is no error. Threads and processes may share it.
    """

    def __init__(self, folder: Path, free: Callable[[Path], int] = free_bytes) -> None:
        """Keep files in *folder*, whose disk has *free* bytes left."""
        self._folder = folder
        self._free = free
        self._is_short = False

    def keeps(self) -> bool:
        """Tell whether anything can be kept: the folder is there, or can be made, and can be written to."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        return os.access(self._folder, os.W_OK)

    def load(self, key: str) -> Numbers | None:
        """Return the array kept under *key*; None where there is none or the file is not as it was written."""
        try:
            with self._path(key).open("rb") as file:
                return np.load(file, allow_pickle=False) if self._is_whole(key, file) else None
        except (OSError, ValueError, EOFError):
            return None

    def lend(self, key: str) -> LentRows | None:
        """Like `load`, for an array of rows few of which are needed at a time."""
        try:
            with self._path(key).open("rb") as file:
                return LentRows(file) if self._is_whole(key, file) else None
        except (OSError, ValueError, EOFError):
            return None

    def _is_whole(self, key: str, file: BufferedIOBase) -> bool:
        """Compare the checksum, and go to where the array begins."""
        os.utime(self._path(key))
        whole = file.read(_CHECK) == _checksum(file)
        file.seek(_CHECK)
        return whole

    def save(self, key: str, numbers: Numbers) -> None:
        """Keep *numbers* and let go what of this kind was not used for longest; a file is seen whole or not at all."""
        partial = self._path(key).with_suffix(f".{os.getpid()}-{get_ident()}.partial.array")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._has_room(numbers.nbytes):
                _write(partial, numbers)
                partial.replace(self._path(key))
                self._let_go(_kind(key))
        except OSError:
            with suppress(OSError):
                partial.unlink()

    def _has_room(self, size: int) -> bool:
        """Tell whether *size* bytes more leave the database its room; the log says once where they do not."""
        free = self._free(self._folder)
        has_room = free - size >= LEFT_FREE
        if not has_room and not self._is_short:
            self._is_short = True
            structlog.get_logger().warning("cache_not_kept", free_mb=free >> 20, left_free_mb=LEFT_FREE >> 20)
        return has_room

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.array"

    def _let_go(self, kind: str) -> None:
        alike = (path for path in self._folder.glob("*.array") if _kind(path.stem) == kind)
        for path in sorted(alike, key=lambda path: path.stat().st_mtime)[:-_KEPT]:
            path.unlink(missing_ok=True)


class LentRows:
    """The rows of an array in an open *file*, which stands where the array begins.

    They are read when somebody looks at them, and take no memory after a few more were looked at.
    """

    def __init__(self, file: BufferedReader) -> None:
        read_magic(file)
        shape, _, dtype = read_array_header_1_0(file)
        self._mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._rows = np.frombuffer(self._mapped, dtype, offset=file.tell()).reshape(shape)
        self._looked_at = 0

    def __getitem__(self, rows: NDArray[np.intp]) -> Numbers:
        """Return a copy of some rows."""
        found: Numbers = self._rows[rows]
        self._looked_at += len(rows)
        if self._looked_at > _MOST_RESIDENT and hasattr(mmap, "MADV_DONTNEED"):  # not on Windows
            self._mapped.madvise(mmap.MADV_DONTNEED)
            self._looked_at = 0
        return found


def _write(path: Path, numbers: Numbers) -> None:
    """Write *numbers* to *path*, behind their checksum."""
    with path.open("w+b") as file:
        file.write(bytes(_CHECK))
        np.save(file, np.ascontiguousarray(numbers))
        file.seek(_CHECK)
        check = _checksum(file)
        file.seek(0)
        file.write(check)


def _kind(key: str) -> str:
    """Return what is kept under *key*, whatever it was made from: see `bot.language.dictionary.key_of`."""
    return _OF_A_KIND.sub("", key)


def _checksum(file: BufferedIOBase) -> bytes:
    """Return the checksum of *file* from here to its end: CRC-32 takes a third of the time of what resists forgers too."""
    check, read = 0, memoryview(bytearray(_READ_AT_ONCE))
    while size := file.readinto(read):
        check = crc32(read[:size], check)
    return check.to_bytes(_CHECK, "little")
