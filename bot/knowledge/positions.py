"""Finds where in a file something is written, so that staff can jump to it."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge.problems import TOP, Position


def position_of(file: Path, words: str) -> Position:
    """Return the first place where *words* stand; the top where they are not found or *file* cannot be read."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return TOP
    found = (Position(number, line.index(words) + 1) for number, line in enumerate(lines, 1) if words in line)
    return next(found, TOP)
