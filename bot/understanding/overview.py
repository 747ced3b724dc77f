"""What many unit vectors have in common with one more, without reading all of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bot.language.dictionary import ArrayCache
from bot.understanding.head import Matrix
from bot.understanding.products import Panels
from bot.understanding.quantised import in_bytes

KEPT_AXES, _AXES, _LIKELY, _PROMISE = 256, 64, 768, 0.5
"""Axes that are kept of many vectors, and those of the overview; so many of the nearest by it are compared whole; how much
of what it leaves out counts for a row."""
_FEW = 5_000
"""So few vectors are compared on all kept axes: to look for the likely ones takes longer than to read the rest of all."""
_SAMPLED = 8
"""Of so many promises one is looked at to find where the highest begin."""


class Overview:
    """Cosines of unit vectors to all others in a quarter of the time.

    They are turned to their principal axes (Pearson 1901), of which half are kept: what the others tell
    helps nobody (of 100 left-out questions 58.6 are ranked rightly by half of the axes, 58.5 by all). On the first
    axes all are compared; the most promising are then looked at on all kept ones, which finds 199 in 200 of the five
    nearest. With half as many axes more it takes a fifth longer, and of 7,366 questions and turns five fewer were answered
    rightly.
    """

    def __init__(self, axes: Matrix, turned: Matrix) -> None:
        """Look over what was *turned* to *axes*, one row for each vector."""
        self._first = _AXES if len(turned) > _FEW else axes.shape[1]
        near, rest = np.split(turned, [self._first], axis=1)
        self._axes, self._near = Panels(axes), Panels(near.T)
        # Few rows are ever looked at. Bytes are made into numbers to multiply in a tenth of the time of half precision.
        self._rest, self._scales = in_bytes(rest)
        self._promise = np.float32(_PROMISE) * _length(rest)

    @classmethod
    def of(cls, vectors: Callable[[], Matrix], cache: ArrayCache, key: str) -> Overview:
        """Return that of what *vectors* returns, from *cache* where it was asked for before; *key* stands for them."""
        axes, turned = cache.load(f"{key}-axes"), cache.load(f"{key}-turned")
        if axes is None or turned is None:
            axes, turned = _principal(vectors())
            cache.save(f"{key}-axes", axes)
            cache.save(f"{key}-turned", turned)
        return cls(np.asarray(axes, dtype=np.float32), np.asarray(turned, dtype=np.float32))

    def rows_of(self, some: slice) -> Matrix:
        """Return *some* of the vectors on the kept axes."""
        return np.hstack([self._near.columns(some).T, self._rest[some] * self._scales[some, None]])

    def turned(self, vectors: Matrix) -> Matrix:
        """Return *vectors* on the kept axes."""
        return self._axes.times(vectors)

    def similar(self, turned: Matrix) -> Matrix:
        """Return the cosine of each of the *turned* vectors to all; to those far off only as the first axes see it."""
        found = self._near.times(turned[:, : self._first])
        if self._rest.size:
            self._look_closer(found, turned[:, self._first :])
        return found

    def _look_closer(self, found: Matrix, rest: Matrix) -> None:
        """Add to the highest cosines *found* what the *rest* of the axes tells."""
        for cosines, beside, length in zip(found, rest, _length(rest), strict=True):
            likely = _highest(cosines + length * self._promise)
            cosines[likely] += self._rest.take(likely, axis=0).astype(np.float32) @ beside * self._scales[likely]


def _principal(vectors: Matrix) -> tuple[Matrix, Matrix]:
    """Return the axes (columns) on which *vectors* differ most, and *vectors* turned to them."""
    axes = np.ascontiguousarray(np.linalg.eigh(vectors.T @ vectors)[1][:, : -KEPT_AXES - 1 : -1])
    return axes, vectors @ axes


def _highest(promises: Matrix) -> NDArray[np.intp]:
    """Return where about `_LIKELY` highest stand: as high as the best of an even sample, a quarter of the time of sorting all."""
    sample = promises[::_SAMPLED]
    least = np.partition(sample, -_LIKELY // _SAMPLED)[-_LIKELY // _SAMPLED]
    return np.flatnonzero(promises >= least)


def _length(rows: Matrix) -> Matrix:
    """Return the length of each of *rows*."""
    return np.asarray(np.sqrt(np.vecdot(rows, rows)), dtype=np.float32)
