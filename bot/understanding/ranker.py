"""Classes ranked for a question by the views together, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial, reduce

import numpy as np
from numpy.typing import NDArray

from bot.language.dictionary import ArrayCache, Numbers, key_of
from bot.understanding.beside import Beside, at_once
from bot.understanding.gate import GATE_SIZE, Gate, evidence, evidence_of_examples, fit_gate
from bot.understanding.head import BOTH, Gram, Head, Learn, Matrix, blocks
from bot.understanding.products import Panels
from bot.understanding.twicing import Nearest, Residuals
from bot.understanding.views import Neighbours, Seen, View, left_out

_FORM = 9
"""To be raised with every change of head, gate or constants: kept numbers are not taken for new ones."""
EXAMINED = 500
"""Examples the gate need be fitted on, at most; more change its twelve numbers little."""
_COMPARED = 2_000_000
"""Pairs of examples compared at once: 8 MB a view."""
_LIKENESS = 0.5
"""How much the nearest example of a class counts beside its head, whose scores are about 2."""


@dataclass(frozen=True)
class Compared:
    """Questions as each view has *seen* them; what all rankers ask of that is found out once."""

    seen: Sequence[Seen]

    @cached_property
    def alike(self) -> Matrix:
        """The cosines to all examples, summed over views."""
        return _summed([each.similar for each in self.seen])

    @cached_property
    def nearest(self) -> Nearest:
        """The nearest examples."""
        return Nearest.by(self.alike)


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores (variants × classes), and the likeness of the nearest examples, summed over views."""

    score: Matrix
    likeness: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Labeling:
    """A way to label the examples: *labels* are classes from 0 on, each at least once, in the order of the examples.

    What is ranked by it sees so many of the first *views* (None: all), can tell how sure it is if it is *gated*, and
    is *twiced* by the residuals of the nearest examples.
    """

    labels: NDArray[np.intp]
    views: int | None = None
    gated: bool = True
    twiced: bool = False

    @property
    def classes(self) -> int:
        """How many classes there are."""
        return int(self.labels.max()) + 1

    def seen_by(self, views: Sequence[View]) -> list[str]:
        """Return what stands for those of *views* that see the examples."""
        return [view.key for view in views[: self.views]]


@dataclass(frozen=True, slots=True, eq=False)
class Examined:
    """The examples that gates are fitted on: their *places* among all, and *named*, which is 1 for those that name a topic."""

    places: NDArray[np.intp]
    named: NDArray[np.float64]

    @classmethod
    def of_all(cls, many: int) -> Examined:
        """Return all of so many, none of which names a topic."""
        return cls(np.arange(many), np.zeros(many))


def rankers(
    views: Sequence[View],
    labelings: Sequence[Labeling],
    cache: ArrayCache,
    examined: Examined | None = None,
    learners: Sequence[Learn] = BOTH,
    beside: Beside = at_once,
) -> tuple[Ranker, ...]:
    """Return a ranker for each way to label the examples; what they have in common is found out once for all.

    Gates are fitted on the examples *examined*, by default on all. The *learners* of a head are added up. What was
    fitted before comes from *cache*; one half of the rest is done *beside* the other.
    """
    examined = examined or Examined.of_all(len(labelings[0].labels))
    about = [str(learn) for learn in learners], examined.places.tolist(), examined.named.tolist()
    keys = [
        key_of("ranker", _FORM, each.seen_by(views), *about, each.gated, each.twiced, each.labels.tolist()) for each in labelings
    ]
    kept = [numbers for key in keys if (numbers := cache.load(key)) is not None]
    if len(kept) < len(keys):
        examples = _Examples(views, len(labelings[0].labels), examined)
        likeness = beside(partial(examples.likeness_of, [each for each in labelings if each.gated]))
        gram = beside(partial(Gram.of, examples.scaled))
        kept = [*examples.fitted(labelings, learners, gram(), likeness)]
        for key, numbers in zip(keys, kept, strict=True):
            cache.save(key, numbers)
    return tuple(Ranker(views[: each.views], each, numbers) for each, numbers in zip(labelings, kept, strict=True))


class _Examples:
    """So many examples as all *views* see them beside each other; those *examined* are looked at as if they were left out."""

    def __init__(self, views: Sequence[View], many: int, examined: Examined) -> None:
        widths = [view.rows_of(slice(1)).shape[1] for view in views]
        self._rows = np.empty((many, sum(widths)), dtype=np.float32)
        for block in blocks(many):
            np.concatenate([view.rows_of(block) for view in views], axis=1, out=self._rows[block])
        self._ends = np.cumsum(widths).tolist()
        self._scales = np.repeat(np.array([view.scale for view in views], dtype=np.float32), widths)
        self._some, self._named = examined.places, examined.named

    def likeness_of(self, labelings: Sequence[Labeling]) -> list[_LeftOut]:
        """Return for each way to label them how like each class those left out are, summed over the views."""
        parts = np.split(self._rows, self._ends[:-1], axis=1)
        neighbours = [Neighbours(each.labels, each.classes) for each in labelings]
        found: list[list[_LeftOut]] = [[] for _ in labelings]
        for block in blocks(len(self._some), max(1, _COMPARED // len(self._rows))):
            similar = [left_out(each, self._some[block]) for each in parts]
            for known, near, labeling in zip(found, neighbours, labelings, strict=True):
                known.append(_LeftOut.by(similar[: labeling.views], near, labeling))
        return [_LeftOut.joined(known) for known in found]

    @cached_property
    def scaled(self) -> Matrix:
        """The rows, each view counting as much as it does."""
        return self._rows if (self._scales == 1.0).all() else self._rows * self._scales

    def fitted(
        self, labelings: Sequence[Labeling], learners: Sequence[Learn], gram: Gram, likeness: Callable[[], list[_LeftOut]]
    ) -> Iterator[Matrix]:
        """Yield for each way to label them the numbers of the gate, the head's weights and its bias, all in one row.

        Behind them stand the residuals, if it is twiced. *gram* is that of the rows as they are `scaled`, *likeness* returns
        what is found for those that are gated.
        """
        rows, ends = self.scaled, [self._ends[(each.views or 0) - 1] for each in labelings]
        heads = [
            Head(rows[:, :end], each.labels, each.classes, gram.of_first(end), learners)
            for each, end in zip(labelings, ends, strict=True)
        ]
        seen = iter(likeness())
        for head, each in zip(heads, labelings, strict=True):
            missing = head.residuals() if each.twiced else np.zeros((0, each.classes), dtype=np.float32)
            gate = self._gate(head, each.labels, next(seen), missing).weights if each.gated else np.zeros(GATE_SIZE)
            yield np.concatenate([gate.astype(np.float32), head.weights.ravel(), head.bias, missing.ravel()])

    def _gate(self, head: Head, labels: NDArray[np.intp], seen: _LeftOut, missing: Matrix) -> Gate:
        """Return the gate fitted on what it would have seen of those left out."""
        score = head.left_out(self._some) + np.float32(_LIKENESS) * seen.likeness
        if seen.nearest:
            score += Residuals(missing).smoothed(seen.nearest)
        return fit_gate(evidence_of_examples(score, seen.likeness, labels[self._some], self._named))


@dataclass(frozen=True, slots=True)
class _LeftOut:
    """How like each class examples are that were left out, and which others are nearest, if that is asked for."""

    likeness: Matrix
    nearest: Nearest | None

    @classmethod
    def by(cls, similar: Sequence[Matrix], neighbours: Neighbours, labeling: Labeling) -> _LeftOut:
        """Return what follows from cosines in each view."""
        likeness = _summed([neighbours.likeness(each) for each in similar])
        return cls(likeness, Nearest.by(_summed(similar)) if labeling.twiced else None)

    @classmethod
    def joined(cls, parts: Sequence[_LeftOut]) -> _LeftOut:
        """Return that of all examples in *parts*."""
        nearest = [each.nearest for each in parts if each.nearest]
        return cls(np.concatenate([each.likeness for each in parts]), Nearest.joined(nearest) if nearest else None)


class Ranker:
    """The head, neighbours and gate of some *views* together, given as the *numbers* that were fitted to a *labeling*."""

    def __init__(self, views: Sequence[View], labeling: Labeling, numbers: Numbers) -> None:
        self.views = tuple(views)
        self._neighbours = Neighbours(labeling.labels, labeling.classes)
        self._gate = Gate.of(numbers[:GATE_SIZE].astype(np.float64))
        table = numbers[GATE_SIZE:].astype(np.float32, copy=False).reshape(-1, labeling.classes)
        head, missing = np.split(table, [len(table) - len(labeling.labels) * labeling.twiced])
        self._weights, self._bias = Panels(head[:-1]), head[-1].copy()
        self._residuals = Residuals(missing) if labeling.twiced else None

    def scores(self, compared: Compared) -> Scores:
        """Return how well each class fits."""
        likeness = _summed([self._neighbours.likeness(each.similar) for each in compared.seen])
        score = self._weights.times(self._joined([each.vectors for each in compared.seen]))
        score += self._bias
        score += np.float32(_LIKENESS) * likeness
        if self._residuals:
            score += self._residuals.smoothed(compared.nearest)
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
        return self.sureness(score, likeness, named=named)[0]

    def sureness(self, score: Matrix, likeness: Matrix, *, named: bool = False) -> tuple[float, float]:
        """Return the `confidence`, and the probability (0–1) that the question belongs to no class."""
        seen = evidence(score, likeness, np.float64(named))
        return self._gate.confidence(seen), self._gate.refusal(seen)


def _summed(parts: Sequence[Matrix]) -> Matrix:
    """Return the sum of *parts*, one at least, as `numpy.sum` does with a copy of all of them first."""
    return reduce(np.add, parts)
