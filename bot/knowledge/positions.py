"""Finds where in a file something is written, so that staff can jump to it."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge.problems import TOP, Position

_ENOUGH = 40
"""Letters by which a text is found that its file folds over lines."""


def position_of(file: Path, words: str) -> Position:
    """Return the first place where *words* stand, or begin where they run over several lines.

    The top where they are not found or *file* cannot be read.
    """
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return TOP
    return _found(lines, words) or _found(lines, words[:_ENOUGH]) or TOP


def _found(lines: list[str], words: str) -> Position | None:
    found = (Position(number, line.index(words) + 1) for number, line in enumerate(lines, 1) if words in line)
    return next(found, None)
