"""The linear head, and what it would have said of examples it did not see."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.understanding.head import Matrix, blocks, fit_head

RIDGE = 0.5


def spread(count: int, width: int) -> Matrix:
    """Return *count* different unit rows, the same every time."""
    rows = np.random.default_rng(7).normal(size=(count, width)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def solved(rows: Matrix, labels: NDArray[np.intp], kept: NDArray[np.bool_]) -> Matrix:
    """Return the weights of the same ridge regression on the *kept* rows, solved directly."""
    intents = int(labels.max()) + 1
    sizes = np.bincount(labels, minlength=intents)[labels]
    balance = np.sqrt(sizes.mean() / sizes)[kept, None]
    seen, targets = rows[kept].astype(np.float64), np.eye(intents)[labels[kept]]
    gram = RIDGE * np.eye(rows.shape[1]) + (balance * seen).T @ seen
    return np.asarray(np.linalg.solve(gram, (balance * seen).T @ targets), dtype=np.float32)


def test_an_example_scores_highest_for_its_intent() -> None:
    """Well separated examples are all learnt."""
    labels = np.array([0, 0, 1, 1, 2, 2])
    rows = np.repeat(np.eye(3, dtype=np.float32), 2, axis=0)

    head = fit_head(rows, labels, 3, RIDGE)

    assert ((rows @ head.weights).argmax(axis=1) == labels).all()


@pytest.mark.parametrize("count", [12, 600])
def test_the_weights_solve_the_ridge_regression(count: int) -> None:
    """Learnt in blocks, they are those of one direct solution."""
    rows, labels = spread(count, 6), np.sort(np.arange(count) % 3)

    head = fit_head(rows, labels, 3, RIDGE)

    assert np.allclose(head.weights, solved(rows, labels, np.ones(count, dtype=bool)), atol=1e-3)


@pytest.mark.parametrize("count", [9, 600])
def test_left_out_scores_are_those_of_really_leaving_out(count: int) -> None:
    """The closed form saves fitting once for each example."""
    rows = spread(count, 4)
    labels = np.sort(np.minimum(np.arange(count) % 4, 2))
    left_out = fit_head(rows, labels, 3, RIDGE).left_out

    for number in (0, count // 2, count - 1):
        kept = np.arange(count) != number
        assert np.allclose(left_out[number], rows[number] @ solved(rows, labels, kept), atol=2e-3)


def test_a_small_intent_is_not_drowned() -> None:
    """One example against nine alike is still heard."""
    rows = np.array([[1.0, 0.0]] * 9 + [[0.8, 0.6]], dtype=np.float32)
    labels = np.array([0] * 9 + [1])

    scores = rows[-1] @ fit_head(rows, labels, 2, RIDGE).weights
    unbalanced = rows[-1] @ np.linalg.solve(RIDGE * np.eye(2) + rows.T @ rows, rows.T @ np.eye(2)[labels])

    assert scores[1] > unbalanced[1]


def test_a_single_example_can_be_left_out() -> None:
    """Nothing is known of it then, and nothing breaks."""
    head = fit_head(np.ones((1, 1), dtype=np.float32), np.array([0]), 1, RIDGE)

    assert head.left_out == pytest.approx(np.zeros((1, 1)), abs=1e-5)


@pytest.mark.parametrize("count", [0, 1, 511, 512, 513, 1200])
def test_blocks_cover_every_row_once(count: int) -> None:
    """However many there are."""
    assert [row for part in blocks(count) for row in range(count)[part]] == list(range(count))
