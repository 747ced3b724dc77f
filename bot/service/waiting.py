"""How long to wait before the next try."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST_WAIT = 30.0


def waits(longest: float = LONGEST_WAIT) -> Iterator[float]:
    """Yield the seconds to wait before each new try: 1, 2, 4 … and never more than *longest*."""
    seconds = 1.0
    while True:
        yield seconds
        seconds = min(2 * seconds, longest)
