"""Keeps vectors in files between starts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_KEPT = 4


class FileVectorCache:
    """One ``.npy`` file per key in *folder*; a disk that cannot be written is no error."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, key: str) -> NDArray[np.float32] | None:
        """Return the vectors kept under *key*; None where there are none or the file is broken."""
        try:
            return np.asarray(np.load(self._path(key), allow_pickle=False), dtype=np.float32)
        except (OSError, ValueError, EOFError):
            return None

    def save(self, key: str, vectors: NDArray[np.float32]) -> None:
        """Keep *vectors* and let the oldest go; a file is seen whole or not at all."""
        partial = self._path(key).with_suffix(".partial.npy")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            np.save(partial, vectors.astype(np.float16))
            partial.replace(self._path(key))
            self._let_go()
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.npy"

    def _let_go(self) -> None:
        files = sorted(self._folder.glob("*.npy"), key=lambda path: path.stat().st_mtime)
        for path in files[:-_KEPT]:
            path.unlink(missing_ok=True)


class NoVectorCache:
    """Keeps nothing."""

    def load(self, key: str) -> NDArray[np.float32] | None:  # noqa: ARG002 - the port's signature
        """Return nothing."""
        return None

    def save(self, key: str, vectors: NDArray[np.float32]) -> None:
        """Keep nothing."""
