"""The nearest example of each intent."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.views import Neighbours
from tests.understanding.builders import unit_rows

LABELS = np.array([0, 0, 1, 2, 2])


def test_each_intent_is_as_like_as_its_nearest_example() -> None:
    """The others of it do not matter."""
    neighbours = Neighbours(LABELS, 3)
    similar = np.array([0.1, 0.7, 0.3, 0.9, 0.2], dtype=np.float32)

    likeness = neighbours.likeness(similar)

    assert likeness == pytest.approx([0.7, 0.3, 0.9])
    assert neighbours.nearest(similar, likeness).tolist() == [1, 2, 3]


def test_of_equally_near_examples_the_first_is_named() -> None:
    """The same question is explained in the same way every time."""
    neighbours = Neighbours(LABELS, 3)
    similar = np.array([0.5, 0.5, 0.0, 0.1, 0.1], dtype=np.float32)

    assert neighbours.nearest(similar, neighbours.likeness(similar)).tolist() == [0, 2, 3]


def test_an_example_left_out_is_not_like_itself() -> None:
    """It is as like its intent as the nearest other example; alone in it, it is like nothing."""
    rows = unit_rows((1, 0, 0), (1, 1, 0), (0, 0, 1), (0, 1, 0), (0, 1, 0))

    left_out = Neighbours(LABELS, 3).left_out(rows)

    half = 2**-0.5
    assert left_out == pytest.approx(
        np.array([[half, 0, 0], [half, 0, half], [0, 0, 0], [half, 0, 1], [half, 0, 1]]), abs=1e-6
    )


def test_leaving_out_works_over_many_examples() -> None:
    """Each one only leaves out itself, also beyond the first block of rows."""
    count = 1100
    rows = np.eye(count, dtype=np.float32)

    left_out = Neighbours(np.arange(count), count).left_out(rows)

    assert not left_out.any()
