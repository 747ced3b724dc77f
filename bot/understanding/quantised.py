"""Vectors kept in a byte a number: a quarter of the memory, and less to read for each question.

Symmetric linear quantisation: the largest number of a row becomes 127. A cosine of unit vectors
changes by about 0.001. They are kept column by column, as they are read, and below that the scales.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from bot.language.dictionary import Numbers
from bot.understanding.head import blocks

_LARGEST = 127
_SCALE = np.dtype(np.float32).itemsize
Quantised = NDArray[np.int8]


def quantised(parts: Iterable[NDArray[np.float32]], count: int, width: int) -> Quantised:
    """Return *count* rows of *width* numbers as bytes, a column for each, and below it the number its bytes are multiplied by.

    They come in *parts* of a few hundred: turned row by row, more would leave the processor's cache, which takes five times
    as long, and all at once take four times the memory of what is kept of them.
    """
    found = np.empty((width + _SCALE, count), dtype=np.int8)
    first = 0
    for part in parts:
        some = slice(first, first + len(part))
        small, scale = in_bytes(part)
        found[:-_SCALE, some] = small.T
        found[-_SCALE:, some] = scale.view(np.int8).reshape(-1, _SCALE).T
        first = some.stop
    return found


def in_bytes(rows: NDArray[np.float32]) -> tuple[Quantised, NDArray[np.float32]]:
    """Return *rows* as bytes, and for each the number its bytes are multiplied by."""
    found, scale = np.empty(rows.shape, dtype=np.int8), np.empty(len(rows), dtype=np.float32)
    for some in blocks(len(rows)):
        part = rows[some]
        scale[some] = np.maximum(part.max(axis=1, initial=1e-9), -part.min(axis=1, initial=0.0)) / np.float32(_LARGEST)
        found[some] = np.rint(part / scale[some, None])
    return found, scale


def quantised_rows(kept: Numbers | None, count: int, width: int) -> Quantised | None:
    """Return what was *kept* if it is *count* quantised rows of *width* numbers."""
    is_ours = kept is not None and kept.dtype == np.int8 and kept.shape == (width + _SCALE, count)
    return np.asarray(kept, dtype=np.int8) if is_ours else None


def scales(rows: Quantised) -> NDArray[np.float32]:
    """Return the scale of each row."""
    return np.ascontiguousarray(rows[-_SCALE:].T).view(np.float32)[:, 0]


def columns(rows: Quantised) -> NDArray[np.int8]:
    """Return the bytes column by column."""
    return rows[:-_SCALE]
