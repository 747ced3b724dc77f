"""What the views on a question have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.understanding.head import Matrix, blocks

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class ViewScores:
    """What one view says of one question, an entry per intent.

    ``head`` is the linear head's score, ``likeness`` the cosine to the intent's nearest example,
    ``nearest`` that example's number.
    """

    head: NDArray[np.float32]
    likeness: NDArray[np.float32]
    nearest: NDArray[np.intp]


class View(Protocol):
    """One way of comparing questions with examples, fitted when made.

    ``left_out_head`` and ``left_out_likeness`` (examples × intents) are what each example gets
    when it is left out.
    """

    left_out_head: Matrix
    left_out_likeness: Matrix

    def scores(self, variants: Sequence[Words]) -> list[ViewScores]:
        """Return the scores of each variant of a question."""
        ...


class Neighbours:
    """Finds the nearest example of each intent; examples stand in the order of their intents."""

    def __init__(self, labels: NDArray[np.intp], intents: int) -> None:
        self._starts = np.searchsorted(labels, np.arange(intents))
        self._labels = labels

    def likeness(self, similar: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the highest cosine per intent."""
        return np.asarray(np.maximum.reduceat(similar, self._starts, axis=-1), dtype=np.float32)

    def nearest(self, similar: NDArray[np.float32], likeness: NDArray[np.float32]) -> NDArray[np.intp]:
        """Return the number of the example with the highest cosine, per intent."""
        best = np.flatnonzero(similar == likeness[self._labels])
        found = np.zeros(len(self._starts), dtype=np.intp)
        found[self._labels[best][::-1]] = best[::-1]
        return found

    def left_out(self, rows: Matrix) -> Matrix:
        """Return the likeness of every example to every intent, itself left out."""
        likeness = np.empty((len(rows), len(self._starts)), dtype=np.float32)
        for part in blocks(len(rows)):
            similar = rows[part] @ rows.T
            own = np.arange(len(similar))
            similar[own, own + part.start] = 0.0
            likeness[part] = self.likeness(similar)
        return likeness
