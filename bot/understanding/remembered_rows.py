"""Rows of numbers that are asked for again and again, and take longer to make than to keep."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Places = NDArray[np.intp]

MOST = 1024
"""Rows that are remembered; of five pieces of words in a question, four are among the last thousand."""


class RememberedRows:
    """Remembers the rows that were used last, of *width* numbers each. Threads may share it."""

    def __init__(self, width: int) -> None:
        self._rows = np.zeros((MOST, width), dtype=np.float32)  # takes memory only where something is written
        self._places: OrderedDict[int, int] = OrderedDict()
        self._turn = Lock()

    def rows(self, numbers: Places, make: Callable[[Places], Matrix]) -> Matrix:
        """Return a copy of the row of each of *numbers* (different ones, `MOST` at most), and below a row of zeros.

        *make* makes the rows of unknown ones.
        """
        asked = numbers.tolist()
        with self._turn:
            missing = [number for number in asked if number not in self._places]
            for number in asked:
                if number in self._places:
                    self._places.move_to_end(number)
            if missing:
                made = make(np.array(missing))
                self._rows[[self._place_for(number) for number in missing]] = made
            found = np.empty((len(asked) + 1, self._rows.shape[1]), dtype=np.float32)
            # Places are known to be right: without a look at each, rows are copied once instead of twice.
            self._rows.take([self._places[number] for number in asked], axis=0, out=found[:-1], mode="clip")
        found[-1] = 0.0
        return found

    def _place_for(self, number: int) -> int:
        """Return where *number* is to stand: where nothing stands, else where the one stood that was not used for longest."""
        free = len(self._places)
        place = free if free < MOST else self._places.popitem(last=False)[1]
        self._places[number] = place
        return place
