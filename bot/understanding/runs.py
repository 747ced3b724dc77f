"""Runs of neighbours among the words of a message."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count, takewhile


def run_together(masked: Iterable[str]) -> tuple[str, ...]:
    """Return the words with one stand-in for a name where several stand together."""
    kept: list[str] = []
    for word in masked:
        if not (word == "{name}" and kept and kept[-1] == "{name}"):
            kept.append(word)
    return tuple(kept)


def run_from(start: int, positions: set[int]) -> set[int]:
    """Return the unbroken run of *positions* from *start* on."""
    return set(takewhile(positions.__contains__, count(start)))
