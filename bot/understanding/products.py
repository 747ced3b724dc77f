"""Products of the few rows a question makes with large tables of numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

_COLUMNS = 32
"""Columns that lie together. With twice as many a large table takes a fifth longer, with half as many a small one does."""
_MANY_ROWS = 128
"""From so many rows on it costs little to put a table back in order first."""


class Panels:
    """A table of numbers to multiply rows with, laid out as they are read: panel by panel of a few columns.

    A question finds its tables no longer in the processor's cache. Read in one go they come in half the time
    (measured with the join of the encoder's network and 3 rows: 0.19 ms, as it lay 0.46), and OpenBLAS need not
    pack so small panels into another order, which for 2 to 12 rows takes as long again as to multiply. A single row
    is multiplied twice: what OpenBLAS has for one takes up to half as long again as what it has for two.
    """

    def __init__(self, table: Matrix) -> None:
        self.width = table.shape[1]
        firsts = range(0, self.width, _COLUMNS)
        self._panels = np.zeros((len(firsts), len(table), _COLUMNS), dtype=np.float32)
        for panel, first in zip(self._panels, firsts, strict=True):
            some = table[:, first : first + _COLUMNS]
            panel[:, : some.shape[1]] = some

    @property
    def table(self) -> Matrix:
        """The table as it was given."""
        return self.columns(slice(None))

    def columns(self, some: slice) -> Matrix:
        """Return *some* columns of the table."""
        first, end, _ = some.indices(self.width)
        panels = self._panels[first // _COLUMNS : -(-end // _COLUMNS)]
        before = first % _COLUMNS
        return panels.transpose(1, 0, 2).reshape(self._panels.shape[1], -1)[:, before : before + end - first]

    def times(self, rows: Matrix) -> Matrix:
        """Return ``rows @ table``."""
        together = rows if len(rows) > 1 else rows.repeat(2, axis=0)
        found = np.empty((len(together), len(self._panels) * _COLUMNS), dtype=np.float32)
        return self.times_into(found, together)[: len(rows), : self.width]

    def times_into(self, found: Matrix, rows: Matrix) -> Matrix:
        """Write ``rows @ table`` to *found*, contiguous rows of whole panels, and return it."""
        if len(rows) > _MANY_ROWS:
            return np.matmul(rows, self._panels.transpose(1, 0, 2).reshape(rows.shape[1], -1), out=found)
        np.matmul(rows, self._panels, out=found.reshape(len(rows), -1, _COLUMNS).transpose(1, 0, 2))
        return found
