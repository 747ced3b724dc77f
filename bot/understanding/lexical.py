"""The lexical view: word and character n-grams, a linear head, the nearest example."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.understanding.features import Vectoriser
from bot.understanding.head import Matrix, fit_head
from bot.understanding.views import Neighbours, ViewScores, Words

_RIDGE = 0.5


class LexicalView:
    """Fitted on examples: folded words and the number of the intent each belongs to."""

    def __init__(
        self, texts: Sequence[Words], labels: NDArray[np.intp], intents: int, stem: Callable[[str], str]
    ) -> None:
        self._vectoriser = Vectoriser(stem)
        rows = self._vectoriser.fit(texts)
        head = fit_head(rows, labels, intents, _RIDGE)
        self._weights = head.weights
        self._neighbours = Neighbours(labels, intents)
        self.left_out_head: Matrix = head.left_out
        self.left_out_likeness: Matrix = self._neighbours.left_out(rows)
        self._columns = np.asfortranarray(rows, dtype=np.float16)

    def scores(self, variants: Sequence[Words]) -> list[ViewScores]:
        """Return the scores of each variant of a question."""
        return [self._scores(words) for words in variants]

    def _scores(self, words: Words) -> ViewScores:
        columns, values = self._vectoriser.vector(words)
        similar = self._columns[:, columns].astype(np.float32) @ values
        likeness = self._neighbours.likeness(similar)
        return ViewScores(self._weights[columns].T @ values, likeness, self._neighbours.nearest(similar, likeness))
