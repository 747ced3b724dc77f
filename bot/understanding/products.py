"""Products of the few rows a question makes with large tables of numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

_PANELS = (64, 32)
"""Columns that lie together: as many as OpenBLAS multiplies at a time, or half of them where that fills the last panel better."""
_MANY_ROWS = 128
"""From so many rows on it costs little to put a table back in order first."""


class Panels:
    """A table of numbers to multiply rows with, laid out as they are read: panel by panel of a few columns.

    A question finds its tables no longer in the processor's cache. Read in one go they come in half the time
    (measured with the join of the encoder's network and 3 rows: 0.19 ms, as it lay 0.46), and OpenBLAS need not
    pack so small panels into another order, which for 2 to 12 rows takes as long again as to multiply.
    """

    def __init__(self, table: Matrix) -> None:
        self.width = table.shape[1]
        self._columns = min(_PANELS, key=lambda columns: -self.width % columns)
        firsts = range(0, self.width, self._columns)
        self._panels = np.zeros((len(firsts), len(table), self._columns), dtype=np.float32)
        for panel, first in zip(self._panels, firsts, strict=True):
            some = table[:, first : first + self._columns]
            panel[:, : some.shape[1]] = some

    @property
    def table(self) -> Matrix:
        """The table as it was given."""
        return self.columns(slice(None))

    def columns(self, some: slice) -> Matrix:
        """Return *some* columns of the table."""
        first, end, _ = some.indices(self.width)
        panels = self._panels[first // self._columns : -(-end // self._columns)]
        before = first % self._columns
        return panels.transpose(1, 0, 2).reshape(self._panels.shape[1], -1)[:, before : before + end - first]

    def times(self, rows: Matrix) -> Matrix:
        """Return ``rows @ table``."""
        found = np.empty((len(rows), len(self._panels) * self._columns), dtype=np.float32)
        return self.times_into(found, rows)[:, : self.width]

    def times_into(self, found: Matrix, rows: Matrix) -> Matrix:
        """Write ``rows @ table`` to *found*, contiguous rows of whole panels, and return it."""
        if len(rows) > _MANY_ROWS:
            return np.matmul(rows, self._panels.transpose(1, 0, 2).reshape(rows.shape[1], -1), out=found)
        np.matmul(rows, self._panels, out=found.reshape(len(rows), -1, self._columns).transpose(1, 0, 2))
        return found
