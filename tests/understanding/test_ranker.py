"""Classes ranked by views together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from bot.understanding.head import Head, Matrix
from bot.understanding.ranker import Compared, Examined, Labeling, Ranker, Scores, rankers
from bot.understanding.views import Seen, Words
from tests.understanding.builders import MemoryCache, unit_rows

LABELS = np.array([0, 0, 1, 1, 2])
ROWS = unit_rows((1, 0, 0), (0.9, 0.3, 0), (0, 1, 0), (0.2, 1, 0), (0, 0, 1))


class FixedView:
    """A view whose vectors are given; every word of a question is the number of an example."""

    scale = 1.0

    def __init__(self, rows: Matrix = ROWS, key: str = "fixed") -> None:
        self.key = key
        self._rows = rows
        self.fitted = 0

    def rows_of(self, some: slice) -> Matrix:
        """Return the vectors of some examples; asked for only when something is fitted, the first ones once to begin with."""
        self.fitted += some == slice(1)
        return self._rows[some]

    def vectors(self, variants: Sequence[Words]) -> Matrix:
        """Return the mean of the examples whose numbers are named."""
        return unit_rows(*(self._rows[[int(word) for word in words]].mean(axis=0) for words in variants))

    def similar(self, vectors: Matrix) -> Matrix:
        """Return the cosines."""
        return np.asarray(vectors @ self._rows.T, dtype=np.float32)


def ranker(cache: MemoryCache, *views: FixedView, labels: Sequence[int] = tuple(LABELS)) -> Ranker:
    """Return a ranker of *views*."""
    return rankers(views, (Labeling(np.array(labels)),), cache)[0]


def asked(ranker: Ranker, *variants: Words) -> Scores:
    """Return the scores of questions that name examples by their numbers."""
    vectors = [view.vectors(variants) for view in ranker.views]
    similar = [view.similar(found) for view, found in zip(ranker.views, vectors, strict=True)]
    return ranker.scores(Compared([Seen(*each) for each in zip(vectors, similar, strict=True)]))


def test_each_example_ranks_its_own_class_first() -> None:
    """However many questions are asked in one go."""
    found = asked(ranker(MemoryCache(), FixedView()), *([str(number)] for number in range(5)))

    assert found.score.argmax(axis=1).tolist() == LABELS.tolist()
    assert found.likeness.argmax(axis=1).tolist() == LABELS.tolist()


def test_a_score_is_that_of_the_head_and_half_the_likeness() -> None:
    """A class whose example was asked word by word is preferred."""
    questions = unit_rows((1, 1, 0), (0.1, 0.2, 1))
    view, head = FixedView(), Head(ROWS, LABELS, 3)

    found = ranker(MemoryCache(), view).scores(Compared([Seen(questions, view.similar(questions))]))

    assert found.score == pytest.approx(head.scores(questions) + 0.5 * found.likeness, abs=1e-4)


def test_kept_numbers_give_the_same_scores_without_fitting() -> None:
    """A second start is quick, and nothing is ranked otherwise."""
    cache, later = MemoryCache(), FixedView()
    first = ranker(cache, FixedView())
    again = ranker(cache, later)

    one, other = asked(first, ["0"], ["1", "4"]), asked(again, ["0"], ["1", "4"])

    assert later.fitted == 0
    assert len(cache.kept) == 1
    assert (one.score == other.score).all()
    assert (one.likeness == other.likeness).all()
    for score, likeness in zip(one.score, one.likeness, strict=True):
        assert first.sureness(score, likeness, named=True) == again.sureness(score, likeness, named=True)


def test_other_views_or_classes_are_fitted_anew() -> None:
    """What was kept for one brain is never used for another."""
    cache = MemoryCache()
    ranker(cache, FixedView())

    ranker(cache, FixedView(key="other"))
    ranker(cache, FixedView(), labels=(0, 1, 1, 1, 2))
    rankers([FixedView()], (Labeling(LABELS),), cache, Examined(np.arange(5), np.ones(5)))
    rankers([FixedView()], (Labeling(LABELS),), cache, Examined(np.arange(4), np.zeros(4)))

    assert len(cache.kept) == 5


def test_ways_to_label_are_fitted_together_as_each_alone() -> None:
    """What the examples have in common is compared once; a new way to label them changes nothing of the others."""
    other = np.array([0, 1, 1, 0, 0])
    cache, view = MemoryCache(), FixedView()
    ranker(cache, view)

    both = rankers([view], (Labeling(LABELS), Labeling(other)), cache)

    for one, labels in zip(both, (LABELS, other), strict=True):
        (alone,) = rankers([view], (Labeling(labels),), MemoryCache())
        found, wanted = asked(one, ["0"], ["1", "4"]), asked(alone, ["0"], ["1", "4"])
        assert found.score == pytest.approx(wanted.score)
        assert one.confidence(found.score[1], found.likeness[1]) == alone.confidence(wanted.score[1], wanted.likeness[1])
    assert view.fitted == 4
    assert len(cache.kept) == 2


def test_two_views_are_added_up() -> None:
    """What one cannot tell apart, the other may."""
    blurred = unit_rows((1, 0), (1, 0), (1, 0), (1, 0), (0, 1))
    both = asked(ranker(MemoryCache(), FixedView(), FixedView(blurred, "blurred")), ["2"])

    assert both.score.argmax() == 1
    assert both.likeness[0, 1] == pytest.approx(2.0, abs=1e-5)


def test_what_sees_only_the_first_views_ranks_as_if_there_were_no_others() -> None:
    """Examples are compared once for all, and each is told how sure it is by what it sees."""
    blurred = unit_rows((1, 0), (1, 0), (1, 0), (1, 0), (0, 1))
    views = FixedView(), FixedView(blurred, "blurred")
    by_one, by_both = rankers(views, [Labeling(LABELS, count) for count in (1, 2)], MemoryCache())

    for some, alone in ((by_one, ranker(MemoryCache(), views[0])), (by_both, ranker(MemoryCache(), *views))):
        found, wanted = asked(some, ["2"]), asked(alone, ["2"])
        assert found.score == pytest.approx(wanted.score, abs=1e-5)
        assert some.confidence(found.score[0], found.likeness[0]) == pytest.approx(
            alone.confidence(wanted.score[0], wanted.likeness[0])
        )


def test_a_question_like_its_class_is_surer_than_one_between_classes() -> None:
    """And less foreign than one that is like nothing."""
    fitted = ranker(MemoryCache(), FixedView())
    found = asked(fitted, ["0"], ["0", "2", "4"])
    nothing = np.zeros(3, dtype=np.float32)

    sure = [fitted.confidence(*pair) for pair in zip(found.score, found.likeness, strict=True)]

    assert sure[0] > sure[1]
    assert fitted.sureness(nothing, nothing)[1] > fitted.sureness(found.score[0], found.likeness[0])[1]


def test_who_needs_no_confidence_ranks_as_well_without() -> None:
    """A gate is looked for only where somebody asks how sure a ranking is."""
    swapped = 2 - LABELS
    gated = rankers([FixedView()], (Labeling(LABELS), Labeling(swapped)), MemoryCache())
    first, second = rankers([FixedView()], (Labeling(LABELS), Labeling(swapped, gated=False)), MemoryCache())

    for some, alike in zip(gated, (first, second), strict=True):
        assert (asked(some, ["0"], ["3", "4"]).score == asked(alike, ["0"], ["3", "4"]).score).all()
    score, likeness = asked(first, ["0"]).score[0], asked(first, ["0"]).likeness[0]
    assert first.confidence(score, likeness) == gated[0].confidence(score, likeness)
    assert second.confidence(score, likeness) == 0.5
