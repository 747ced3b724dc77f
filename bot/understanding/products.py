"""Products of the few rows a question makes with large tables of numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

_FEW_ROWS = 24
"""From so many rows on it costs little to bring a table into another order first."""
_AT_A_TIME, _EVEN = 1_000_000, 16
"""Products of two numbers in a part of the table at most; its columns are parted by so many."""


def product(rows: Matrix, table: Matrix) -> Matrix:
    """Return ``rows @ table``, in parts small enough for OpenBLAS to multiply the table as it lies.

    For larger ones it packs the table into another order: for 2 to 12 rows that takes as long again as to multiply.
    """
    return product_into(np.empty((len(rows), table.shape[1]), dtype=np.float32), rows, table)


def product_with_rows(vectors: Matrix, rows: Matrix) -> Matrix:
    """Return ``vectors @ rows.T``, for few *vectors* in parts too: a table that lies row by row is packed for even two."""
    count = len(rows)
    if not 1 < len(vectors) <= _FEW_ROWS:
        return vectors @ rows.T
    found, turned = np.empty((count, len(vectors)), dtype=np.float32), np.ascontiguousarray(vectors.T)
    step = max(_AT_A_TIME // vectors.size, 1)
    for start in range(0, count, step):
        np.matmul(rows[start : start + step], turned, out=found[start : start + step])
    return found.T


def product_into(found: Matrix, rows: Matrix, table: Matrix) -> Matrix:
    """Write ``rows @ table`` to *found* and return it (see `product`)."""
    width = table.shape[1]
    step = width if not 1 < len(rows) <= _FEW_ROWS else max(_AT_A_TIME // rows.size // _EVEN, 1) * _EVEN
    for start in range(0, width, step):
        np.matmul(rows, table[:, start : start + step], out=found[:, start : start + step])
    return found
