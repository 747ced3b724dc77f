"""Classes ranked for a question by the views together, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language.dictionary import ArrayCache, key_of
from bot.understanding.gate import GATE_SIZE, Evidence, Gate, evidence, evidence_of_examples, fit_gate
from bot.understanding.head import Head, Matrix, blocks
from bot.understanding.views import Neighbours, View

_FORM = 2
"""To be raised with every change of head, gate or constants: kept numbers are not taken for new ones."""
_EXAMINED = 1500
"""Examples the gate is fitted on, at most; more change its twelve numbers little."""
_LIKENESS = 0.5
"""How much the nearest example of a class counts beside its head, whose scores are about 2."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores (variants × classes), likeness of the nearest examples, and cosines to all examples, summed over views."""

    score: Matrix
    likeness: Matrix
    similar: Matrix


class Ranker:
    """The head, neighbours and gate of some views together, fitted when made.

    *labels* are the classes (0 … *classes* − 1) of the examples, in their order; *named* is 1 for
    examples that name a topic.
    """

    def __init__(
        self,
        views: Sequence[View],
        labels: NDArray[np.intp],
        classes: int,
        cache: ArrayCache,
        named: NDArray[np.float64] | None = None,
    ) -> None:
        self.views = tuple(views)
        self._neighbours = Neighbours(labels, classes)
        named = np.zeros(len(labels)) if named is None else named
        key = key_of("ranker", _FORM, [view.key for view in views], labels.tolist(), named.tolist())
        kept = cache.load(key)
        if kept is None:
            kept = self._fitted(labels, classes, named)
            cache.save(key, kept)
        numbers = kept[GATE_SIZE:].astype(np.float32).reshape(-1, classes)
        self._gate = Gate.of(kept[:GATE_SIZE].astype(np.float64))
        self._weights, self._bias = numbers[:-1], numbers[-1]

    def _fitted(self, labels: NDArray[np.intp], classes: int, named: NDArray[np.float64]) -> Matrix:
        """Return the numbers of the gate, the head's weights and its bias, all in one row."""
        parts = [view.rows for view in self.views]
        widths = [part.shape[1] for part in parts]
        rows = np.concatenate(parts, axis=1, dtype=np.float32)
        del parts  # half of them were made for this alone
        scales = np.repeat(np.array([view.scale for view in self.views], dtype=np.float32), widths)
        head = Head(rows if (scales == 1.0).all() else rows * scales, labels, classes)
        gate = fit_gate(self._examined(head, np.split(rows, np.cumsum(widths)[:-1], axis=1), labels, named))
        return np.concatenate([gate.weights.astype(np.float32), head.weights.ravel(), head.bias])

    def _examined(
        self, head: Head, rows: Sequence[Matrix], labels: NDArray[np.intp], named: NDArray[np.float64]
    ) -> Iterator[Evidence]:
        """Yield what the gate would have seen of each example, left out."""
        chosen = np.array(sorted({int(at) for at in np.linspace(0, len(labels) - 1, _EXAMINED)}))
        for block in blocks(len(chosen)):
            some = chosen[block]
            likeness = np.sum([self._neighbours.left_out(each, some) for each in rows], axis=0)
            score = head.left_out(some) + np.float32(_LIKENESS) * likeness
            yield evidence_of_examples(score, likeness, labels[some], named[some])

    def scores(self, vectors: Sequence[Matrix], similar: Sequence[Matrix]) -> Scores:
        """Return how well each class fits, given what each view makes of a question and its cosines to the examples."""
        likeness = np.sum([self._neighbours.likeness(each) for each in similar], axis=0)
        scaled = [np.float32(view.scale) * found for view, found in zip(self.views, vectors, strict=True)]
        score = np.hstack(scaled) @ self._weights + self._bias + np.float32(_LIKENESS) * likeness
        return Scores(score, likeness, np.asarray(np.sum(similar, axis=0), dtype=np.float32))

    def confidence(self, score: Matrix, likeness: Matrix, *, named: bool = False) -> float:
        """Return the probability (0–1) that the class with the highest *score* is right."""
        return self._gate.confidence(evidence(score, likeness, np.float64(named)))

    def refusal(self, score: Matrix, likeness: Matrix, *, named: bool = False) -> float:
        """Return the probability (0–1) that the question belongs to no class."""
        return self._gate.refusal(evidence(score, likeness, np.float64(named)))

    def nearest(self, similar: Matrix, label: int) -> int:
        """Return the number of the example of one class that is most alike."""
        return self._neighbours.nearest(similar, label)
