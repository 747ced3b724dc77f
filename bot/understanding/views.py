"""What the views on a question have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.language.remembering import FoundTogether
from bot.understanding.head import Matrix

Words = Sequence[str]

_REMEMBERED = 16
"""So many ways to read a question are remembered: those of the parts of one message."""


class View(Protocol):
    """One way of turning questions and examples into vectors, fitted to the examples when made.

    ``scale`` is how much its vectors count beside those of other views, ``key`` stands for all it was made from.
    """

    key: str
    scale: float

    def rows_of(self, some: slice) -> Matrix:
        """Return the unit vectors of *some* of the examples; all at once take far more memory than what is kept of them."""
        ...

    def vectors(self, variants: Sequence[Words]) -> Matrix:
        """Return one vector for each way to read a question."""
        ...

    def similar(self, vectors: Matrix) -> Matrix:
        """Return the cosine of each of *vectors* to every example."""
        ...


@dataclass(frozen=True, slots=True)
class Seen:
    """What a view makes of the ways to read a question: a vector for each, and its cosines to all examples."""

    vectors: Matrix
    similar: Matrix


class Looks:
    """Looks at each way to read a message once with a *view*; those of all its parts in one go are quicker.

    Threads may share it.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self._known = FoundTogether(partial(_looked, view), _REMEMBERED)

    def at(self, variants: Sequence[Words]) -> Seen:
        """Return what the view makes of each of *variants*, one at least."""
        found = self._known.of(variants)
        return Seen(_rows(vector for vector, _ in found), _rows(similar for _, similar in found))


def _looked(view: View, variants: Sequence[Words]) -> Iterable[tuple[Matrix, Matrix]]:
    """Return a vector for each of *variants* and its cosines to all examples."""
    vectors = view.vectors(variants)
    return zip(vectors, view.similar(vectors), strict=True)


def _rows(found: Iterable[Matrix]) -> Matrix:
    """Return *found* below each other, as `numpy.stack` does in three times the time."""
    rows = list(found)
    return np.concatenate(rows).reshape(len(rows), -1)


class Neighbours:
    """Finds the nearest example of each class (each has one at least)."""

    def __init__(self, labels: NDArray[np.intp], classes: int) -> None:
        self._order = np.argsort(labels, kind="stable")
        self._in_order = bool((labels[1:] >= labels[:-1]).all())
        self._starts = np.searchsorted(labels[self._order], np.arange(classes))

    def likeness(self, similar: Matrix) -> Matrix:
        """Return the highest cosine per class."""
        by_class = similar if self._in_order else similar.take(self._order, axis=-1)
        return np.asarray(np.maximum.reduceat(by_class, self._starts, axis=-1), dtype=np.float32)


def left_out(rows: Matrix, some: NDArray[np.intp]) -> Matrix:
    """Return the cosines of *some* examples to all, 0 to themselves."""
    similar = rows[some] @ rows.T
    similar[np.arange(len(some)), some] = 0.0
    return similar
