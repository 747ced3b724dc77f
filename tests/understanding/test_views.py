"""The nearest example of each intent."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.semantic import SemanticView
from bot.understanding.views import Looks, Neighbours, left_out
from tests.understanding.builders import MemoryCache, TinyEncoder, unit_rows

LABELS = np.array([0, 0, 1, 2, 2])


def test_each_intent_is_as_like_as_its_nearest_example() -> None:
    """The others of it do not matter."""
    neighbours = Neighbours(LABELS, 3)
    similar = np.array([0.1, 0.7, 0.3, 0.9, 0.2], dtype=np.float32)

    likeness = neighbours.likeness(similar)

    assert likeness == pytest.approx([0.7, 0.3, 0.9])


def test_examples_may_stand_in_any_order() -> None:
    """The classes are found again whichever it is."""
    neighbours = Neighbours(np.array([2, 0, 1, 2, 0]), 3)

    likeness = neighbours.likeness(np.array([0.1, 0.7, 0.3, 0.9, 0.2], dtype=np.float32))

    assert likeness == pytest.approx([0.7, 0.3, 0.9])


def test_several_questions_are_compared_in_one_go() -> None:
    """Each row is one way to read a question."""
    similar = np.array([[0.1, 0.7, 0.3, 0.9, 0.2], [0.5, 0.4, 0.0, 0.1, 0.6]], dtype=np.float32)

    likeness = Neighbours(LABELS, 3).likeness(similar)

    assert likeness == pytest.approx(np.array([[0.7, 0.3, 0.9], [0.5, 0.0, 0.6]]))


def test_an_example_left_out_is_not_like_itself() -> None:
    """It is as like its intent as the nearest other example; alone in it, it is like nothing."""
    rows = unit_rows((1, 0, 0), (1, 1, 0), (0, 0, 1), (0, 1, 0), (0, 1, 0))

    likeness = Neighbours(LABELS, 3).likeness(left_out(rows, np.arange(5)))

    half = 2**-0.5
    assert likeness == pytest.approx(
        np.array([[half, 0, 0], [half, 0, half], [0, 0, 0], [half, 0, 1], [half, 0, 1]]), abs=1e-6
    )


def test_leaving_out_works_over_many_examples() -> None:
    """Only some may be asked for, and each one only leaves out itself."""
    count, some = 1100, np.array([3, 1099])
    rows = np.eye(count, dtype=np.float32)
    rows[4] = rows[3]

    similar = left_out(rows, some)

    assert similar.shape == (2, count)
    assert np.argwhere(similar).tolist() == [[0, 4]]


def test_what_was_looked_at_together_is_not_looked_at_again() -> None:
    """The parts of a message are compared in one go; more than those of one are not remembered."""
    encoder = TinyEncoder()
    view = SemanticView([("wann", "startet", "das"), ("wo", "ist", "das")], encoder, MemoryCache())
    looks, texts = Looks(view), [("wann", str(number)) for number in range(15)]
    first = looks.at([("wo",), *texts, ("wo",)])
    asked = len(encoder.asked)

    assert (looks.at([texts[2], ("wo",)]).similar == first.similar[[3, 0]]).all()
    assert len(encoder.asked) == asked
    assert looks.at([("wo", "noch"), ("wo",)]).vectors == pytest.approx(view.vectors([("wo", "noch"), ("wo",)]))
    assert encoder.asked[asked] == ("Wo noch?", "Wo?")
