"""What a head leaves over of near examples."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.head import LeastSquares
from bot.understanding.ranker import Labeling, Ranker, rankers
from bot.understanding.twicing import Nearest, Residuals
from tests.understanding.builders import MemoryCache, unit_rows
from tests.understanding.test_ranker import FixedView, asked

BETWEEN = [0, 1, 0]
ARC = unit_rows((1, 0), (0.8, 0.6), (0.3, 1))
"""The second class lies between examples of the first: no line tells it apart."""


def ranker_of(cache: MemoryCache, *, twiced: bool) -> Ranker:
    """Return a ranker of ten examples at each place of the arc."""
    labels = np.repeat(BETWEEN, 10)
    view = FixedView(np.repeat(ARC, 10, axis=0), "arc")
    return rankers([view], [Labeling(labels, twiced=twiced)], cache, None, (LeastSquares,))[0]


def test_what_no_line_tells_apart_is_ranked_by_what_is_left_over_of_near_examples() -> None:
    """Least squares alone gives the place in the middle to the larger class around it."""
    middle = ["10"]
    own, around = (asked(ranker_of(MemoryCache(), twiced=twiced), middle).score[0] for twiced in (True, False))

    assert own[1] - own[0] > 2 * max(around[1] - around[0], 0.0)
    assert own.argmax() == 1


def test_an_example_counts_by_the_square_of_its_likeness() -> None:
    """Half as like, a fourth as much; what is unlike pulls nothing away."""
    nearest = Nearest.by(np.array([[1.0, 0.5, -0.3]], dtype=np.float32))
    missing = Residuals(np.eye(3, dtype=np.float32))

    one, half, unlike = missing.smoothed(nearest)[0].tolist()

    assert one == pytest.approx(4 * half, rel=1e-3)
    assert one > 0.0 == unlike


def test_a_second_start_ranks_as_the_first() -> None:
    """What is left over is kept with the head."""
    cache = MemoryCache()
    first = asked(ranker_of(cache, twiced=True), ["0", "10"])

    again = asked(ranker_of(cache, twiced=True), ["0", "10"])

    assert again.score.tolist() == first.score.tolist()


def test_how_sure_a_twiced_ranker_is_was_learnt_with_what_is_left_over() -> None:
    """Its gate sees other scores than that of the head alone."""
    plain, twiced = (ranker_of(MemoryCache(), twiced=twiced) for twiced in (False, True))
    score = asked(plain, ["10"])

    assert plain.confidence(score.score[0], score.likeness[0]) != twiced.confidence(score.score[0], score.likeness[0])


def test_the_nearest_of_many_are_found_wherever_they_stand() -> None:
    """Also where a look at every eighth sees none of them."""
    alike = np.random.default_rng(5).random((2, 4_000)).astype(np.float32)
    alike[0, 1:4_000:8] += 1.0
    alike[1, ::8] += 1.0

    found = Nearest.by(alike)

    assert np.sort(found.places).tolist() == np.sort(np.argsort(-alike)[:, :50]).tolist()
