"""The lexical view: word and character n-grams, a linear head, the nearest example."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.understanding.features import Vectoriser
from bot.understanding.head import Matrix, blocks, fit_head

_RIDGE = 0.5


@dataclass(frozen=True, slots=True)
class ViewScores:
    """What one view says of one question, an entry per intent.

    ``head`` is the linear head's score, ``likeness`` the cosine to the intent's nearest example,
    ``nearest`` that example's number.
    """

    head: NDArray[np.float32]
    likeness: NDArray[np.float32]
    nearest: NDArray[np.intp]


class LexicalView:
    """Fitted on examples: folded words and the number of the intent each belongs to."""

    def __init__(
        self, texts: Sequence[Sequence[str]], labels: NDArray[np.intp], intents: int, stem: Callable[[str], str]
    ) -> None:
        self._vectoriser = Vectoriser(stem)
        rows = self._vectoriser.fit(texts)
        head = fit_head(rows, labels, intents, _RIDGE)
        self._weights = head.weights
        self._starts = _starts(labels, intents)
        self.left_out_head: Matrix = head.left_out
        self.left_out_likeness: Matrix = self._likeness_without_self(rows)
        self._columns = np.asfortranarray(rows, dtype=np.float16)

    def scores(self, words: Sequence[str]) -> ViewScores:
        """Return the scores of a question."""
        columns, values = self._vectoriser.vector(words)
        similar = self._columns[:, columns].astype(np.float32) @ values
        likeness = np.maximum.reduceat(similar, self._starts)
        return ViewScores(self._weights[columns].T @ values, likeness, self._nearest(similar))

    def _nearest(self, similar: NDArray[np.float32]) -> NDArray[np.intp]:
        parts = np.split(similar, self._starts[1:])
        return np.array([start + int(part.argmax()) for start, part in zip(self._starts, parts, strict=True)])

    def _likeness_without_self(self, rows: Matrix) -> Matrix:
        likeness = np.empty((len(rows), len(self._starts)), dtype=np.float32)
        for part in blocks(len(rows)):
            similar = rows[part] @ rows.T
            own = np.arange(len(similar))
            similar[own, own + part.start] = 0.0
            likeness[part] = np.maximum.reduceat(similar, self._starts, axis=1)
        return likeness


def _starts(labels: NDArray[np.intp], intents: int) -> NDArray[np.intp]:
    """Return where each intent's examples begin; examples stand in the order of their intents."""
    return np.searchsorted(labels, np.arange(intents))
