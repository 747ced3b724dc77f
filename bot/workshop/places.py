"""Finds where in a file something is written, so that staff can jump to it."""

from __future__ import annotations

from pathlib import Path


def place_of(file: Path, words: str) -> tuple[int, int]:
    """Return line and column (from 1) of the first place where *words* stand; the top where they are not found."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 1, 1
    return next(
        ((number, line.index(words) + 1) for number, line in enumerate(lines, 1) if words in line), (1, 1)
    )
