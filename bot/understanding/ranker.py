"""Classes ranked for a question by the views together, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language.dictionary import ArrayCache, Numbers, key_of
from bot.understanding.gate import GATE_SIZE, Evidence, Gate, evidence, evidence_of_examples, fit_gate
from bot.understanding.head import BOTH, Gram, Head, Learn, Matrix, blocks
from bot.understanding.products import Panels
from bot.understanding.views import Neighbours, View, left_out

_FORM = 5
"""To be raised with every change of head, gate or constants: kept numbers are not taken for new ones."""
_EXAMINED = 500
"""Examples the gate is fitted on, at most; more change its twelve numbers little."""
_COMPARED = 8_000_000
"""Pairs of examples compared at once: 32 MB a view."""
_LIKENESS = 0.5
"""How much the nearest example of a class counts beside its head, whose scores are about 2."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores (variants × classes), and the likeness of the nearest examples, summed over views."""

    score: Matrix
    likeness: Matrix


def rankers(
    views: Sequence[View],
    labelings: Sequence[NDArray[np.intp]],
    cache: ArrayCache,
    named: NDArray[np.float64] | None = None,
    learners: Sequence[Learn] = BOTH,
    gated: int | None = None,
) -> tuple[Ranker, ...]:
    """Return a ranker for each way to label the examples; what the examples have in common is compared once for all.

    Labels are classes from 0 on, each at least once, in the order of the examples. *named* is 1 for
    examples that name a topic. The *learners* of a head are added up. Only the first *gated* (None: all) can tell how
    sure they are. What was fitted before comes from *cache*.
    """
    gated = len(labelings) if gated is None else gated
    named = np.zeros(len(labelings[0])) if named is None else named
    about = [view.key for view in views], [str(learn) for learn in learners], named.tolist()
    keys = [key_of("ranker", _FORM, *about, at < gated, labels.tolist()) for at, labels in enumerate(labelings)]
    kept = [numbers for key in keys if (numbers := cache.load(key)) is not None]
    if len(kept) < len(keys):
        kept = [*_fitted(views, labelings, named, learners, gated)]
        for key, numbers in zip(keys, kept, strict=True):
            cache.save(key, numbers)
    return tuple(Ranker(views, labels, numbers) for labels, numbers in zip(labelings, kept, strict=True))


def _fitted(
    views: Sequence[View],
    labelings: Sequence[NDArray[np.intp]],
    named: NDArray[np.float64],
    learners: Sequence[Learn],
    gated: int,
) -> Iterator[Matrix]:
    """Yield for each way to label the numbers of the gate, the head's weights and its bias, all in one row."""
    widths = [view.rows_of(slice(1)).shape[1] for view in views]
    rows = np.empty((len(labelings[0]), sum(widths)), dtype=np.float32)
    parts = np.split(rows, np.cumsum(widths)[:-1], axis=1)
    for block in blocks(len(rows)):
        np.concatenate([view.rows_of(block) for view in views], axis=1, out=rows[block])
    scales = np.repeat(np.array([view.scale for view in views], dtype=np.float32), widths)
    scaled = rows if (scales == 1.0).all() else rows * scales
    gram = Gram(scaled)
    fits = [_Fit(Head(scaled, labels, int(labels.max()) + 1, gram, learners), labels, []) for labels in labelings]
    chosen = np.array(sorted({int(at) for at in np.linspace(0, len(rows) - 1, _EXAMINED)}))
    for block in blocks(len(chosen), max(1, _COMPARED // len(rows))):
        similar = [left_out(each, chosen[block]) for each in parts]
        for fit in fits[:gated]:
            fit.examine(similar, chosen[block], named)
    return (fit.numbers for fit in fits)


@dataclass(frozen=True, slots=True)
class _Fit:
    """A head fitted to *labels*, and what the gate would have seen of examples that are left out."""

    head: Head
    labels: NDArray[np.intp]
    seen: list[Evidence]

    def examine(self, similar: Sequence[Matrix], some: NDArray[np.intp], named: NDArray[np.float64]) -> None:
        """Note what the gate would have seen of *some* examples, whose cosines to all are *similar* in each view."""
        neighbours = Neighbours(self.labels, int(self.labels.max()) + 1)
        likeness = np.sum([neighbours.likeness(each) for each in similar], axis=0)
        score = self.head.left_out(some) + np.float32(_LIKENESS) * likeness
        self.seen.append(evidence_of_examples(score, likeness, self.labels[some], named[some]))

    @property
    def numbers(self) -> Matrix:
        """The numbers of the gate, the head's weights and its bias."""
        gate = fit_gate(self.seen).weights if self.seen else np.zeros(GATE_SIZE)
        return np.concatenate([gate.astype(np.float32), self.head.weights.ravel(), self.head.bias])


class Ranker:
    """The head, neighbours and gate of some *views* together, given as the *numbers* that were fitted to *labels*."""

    def __init__(self, views: Sequence[View], labels: NDArray[np.intp], numbers: Numbers) -> None:
        self.views = tuple(views)
        classes = int(labels.max()) + 1
        self._neighbours = Neighbours(labels, classes)
        self._gate = Gate.of(numbers[:GATE_SIZE].astype(np.float64))
        head = numbers[GATE_SIZE:].astype(np.float32).reshape(-1, classes)
        self._weights, self._bias = Panels(head[:-1]), head[-1]

    def scores(self, vectors: Sequence[Matrix], similar: Sequence[Matrix]) -> Scores:
        """Return how well each class fits, given what each view makes of a question and its cosines to the examples."""
        likeness = self._neighbours.likeness(similar[0])
        for each in similar[1:]:
            likeness += self._neighbours.likeness(each)
        score = self._weights.times(self._joined(vectors))
        score += self._bias
        score += np.float32(_LIKENESS) * likeness
        return Scores(score, likeness)

    def _joined(self, vectors: Sequence[Matrix]) -> Matrix:
        """Return what all views make of a question beside each other."""
        scaled = [
            found if view.scale == 1.0 else np.float32(view.scale) * found
            for view, found in zip(self.views, vectors, strict=True)
        ]
        return scaled[0] if len(scaled) == 1 else np.concatenate(scaled, axis=1)

    def confidence(self, score: Matrix, likeness: Matrix, *, named: bool = False) -> float:
        """Return the probability (0–1) that the class with the highest *score* is right; 0.5 without a gate."""
        return self._gate.confidence(evidence(score, likeness, np.float64(named)))

    def refusal(self, score: Matrix, likeness: Matrix, *, named: bool = False) -> float:
        """Return the probability (0–1) that the question belongs to no class."""
        return self._gate.refusal(evidence(score, likeness, np.float64(named)))
