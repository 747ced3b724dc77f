"""The linear head, and what it would have said of examples it did not see."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.understanding.head import Discriminant, Gram, Head, LeastSquares, Matrix, blocks, inverse_root

RIDGE, BALANCE, SHRINKAGE, LOWEST = 0.5, 0.25, 0.5, -1.0
Exact = NDArray[np.float64]
Labels = NDArray[np.intp]


def spread(count: int, width: int) -> Matrix:
    """Return *count* different unit rows, the same every time."""
    rows = np.random.default_rng(7).normal(size=(count, width)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def labels_of(count: int) -> Labels:
    """Return labels of three classes, the last of which has a single example."""
    return np.array([0] * (count // 2) + [1] * (count - count // 2 - 1) + [2])


def regressed(rows: Matrix, labels: Labels, kept: NDArray[np.bool_]) -> Exact:
    """Return the weights of the same ridge regression on the *kept* rows, solved directly."""
    classes = int(labels.max()) + 1
    sizes = np.bincount(labels, minlength=classes)[labels]
    targets = (np.eye(classes)[labels] * (len(labels) / classes / sizes)[:, None] ** BALANCE)[kept]
    seen = rows[kept].astype(np.float64)
    return np.asarray(np.linalg.solve(RIDGE * np.eye(rows.shape[1]) + seen.T @ seen, seen.T @ targets), dtype=np.float64)


def discriminated(rows: Matrix, labels: Labels, number: int) -> Exact:
    """Return what row *number* scores for each class when means and scatter are those of the other rows.

    How round the covariance is made and the scale stay those of all rows.
    """
    rows64 = rows.astype(np.float64)
    others = np.arange(len(rows)) != number
    everything = np.ones(len(rows), dtype=bool)
    means, within = _scatter(rows64, labels, everything)
    norms = np.einsum("kd,kd->k", means, np.linalg.solve(within, means.T).T)
    scale = 2 * len(rows) / (norms * np.bincount(labels)).sum()
    means, within = _scatter(rows64, labels, others)
    turned = np.linalg.solve(within, means.T)
    scores = (rows64[number] @ turned - 0.5 * np.einsum("kd,dk->k", means, turned)) * scale
    return np.asarray(scores)


def _scatter(rows: Exact, labels: Labels, kept: NDArray[np.bool_]) -> tuple[Exact, Exact]:
    """Return the means of the *kept* rows (0 for an empty class) and their shrunk covariance."""
    classes, count, width = int(labels.max()) + 1, len(rows), rows.shape[1]
    hot = np.eye(classes)[labels[kept]]
    means = hot.T @ rows[kept] / np.maximum(hot.sum(axis=0), 1)[:, None]
    apart = rows[kept] - means[labels[kept]]
    round_ = ((rows - rows.mean(axis=0)) ** 2).sum() / (count * width)
    return means, apart.T @ apart / count + SHRINKAGE * round_ * np.eye(width)


def test_an_example_scores_highest_for_its_class_with_about_two() -> None:
    """Well separated examples are all learnt."""
    labels = np.array([0, 0, 1, 1, 2, 2])
    rows = np.repeat(np.eye(3, dtype=np.float32), 2, axis=0)

    scores = Head(rows, labels, 3).scores(rows)

    assert (scores.argmax(axis=1) == labels).all()
    assert scores.max(axis=1) == pytest.approx(np.full(6, 2.0), abs=0.7)


def test_the_head_is_both_parts_added_up() -> None:
    """One product of a question's vector gives the scores of both."""
    rows, labels = spread(30, 6), labels_of(30)
    one, other = LeastSquares(rows, labels, 3), Discriminant(rows, labels, 3)
    head, some = Head(rows, labels, 3), np.array([0, 17, 29])

    expected = rows @ one.weights + one.bias + rows @ other.weights + other.bias
    assert head.scores(rows) == pytest.approx(expected, abs=1e-4)
    assert head.left_out(some) == pytest.approx(one.left_out(some) + other.left_out(some), abs=1e-4)


def test_a_head_of_one_learner_scores_as_high_as_one_of_both() -> None:
    """Whatever reads its scores need not know how many were added up."""
    rows, labels, some = spread(30, 6), labels_of(30), np.array([0, 17, 29])
    alone, head = LeastSquares(rows, labels, 3), Head(rows, labels, 3, learners=(LeastSquares,))

    assert head.scores(rows) == pytest.approx(2 * (rows @ alone.weights), abs=1e-4)
    assert head.left_out(some) == pytest.approx(2 * alone.left_out(some), abs=1e-4)


def test_heads_for_other_labels_of_the_same_rows_share_their_products() -> None:
    """Each is the head it would have become alone, one that sees only the first columns too."""
    rows = spread(600, 6)
    gram = Gram.of(rows)

    for labels, columns in ((labels_of(600), 6), (np.arange(600) % 5, 6), (labels_of(600), 4)):
        seen, classes = rows[:, :columns], int(labels.max()) + 1
        alone, shared = (Head(seen, labels, classes, given) for given in (None, gram.of_first(columns)))
        assert shared.weights == pytest.approx(alone.weights, abs=1e-5)
        assert shared.bias == pytest.approx(alone.bias, abs=1e-5)


@pytest.mark.parametrize("count", [12, 600])
def test_the_weights_solve_the_ridge_regression(count: int) -> None:
    """Learnt in blocks, they are those of one direct solution."""
    rows, labels = spread(count, 6), np.sort(np.arange(count) % 3)

    part = LeastSquares(rows, labels, 3)

    assert np.allclose(part.weights, regressed(rows, labels, np.ones(count, dtype=bool)), atol=1e-3)


@pytest.mark.parametrize("count", [9, 600])
def test_left_out_scores_of_least_squares_are_those_of_really_leaving_out(count: int) -> None:
    """The closed form saves fitting once for each example; a class of one example is forgotten with it."""
    rows, labels = spread(count, 4), labels_of(count)
    some = np.array([0, count // 2, count - 1])

    left_out = LeastSquares(rows, labels, 3).left_out(some)

    for number, scores in zip(some, left_out, strict=True):
        others = np.arange(count) != number
        assert np.allclose(scores, rows[number] @ regressed(rows, labels, others), atol=2e-3)


@pytest.mark.parametrize("count", [9, 600])
def test_left_out_scores_of_the_discriminant_are_those_of_really_leaving_out(count: int) -> None:
    """Its class's mean and the covariance are those of the other examples."""
    rows, labels = spread(count, 4), labels_of(count)
    some = np.array([0, 1, count // 2, count - 2])

    left_out = Discriminant(rows, labels, 3).left_out(some)

    for number, scores in zip(some, left_out, strict=True):
        assert np.allclose(scores, discriminated(rows, labels, int(number)), atol=2e-3)


def test_a_class_of_one_example_left_out_scores_lowest() -> None:
    """Nothing is known of the class then; what the others score does not change."""
    rows, labels = spread(9, 4), labels_of(9)

    (scores,) = Discriminant(rows, labels, 3).left_out(np.array([8]))

    assert scores[2] <= min(LOWEST, scores[:2].min())
    assert np.allclose(scores[:2], discriminated(rows, labels, 8)[:2], atol=2e-3)


def test_a_small_class_is_not_drowned() -> None:
    """One example against nine alike is still heard."""
    rows = np.array([[1.0, 0.0]] * 9 + [[0.8, 0.6]], dtype=np.float32)
    labels = np.array([0] * 9 + [1])

    scores = rows[-1] @ LeastSquares(rows, labels, 2).weights
    unbalanced = rows[-1] @ np.linalg.solve(RIDGE * np.eye(2) + rows.T @ rows, rows.T @ np.eye(2)[labels])

    assert scores[1] > unbalanced[1]
    assert Head(rows, labels, 2).scores(rows[-1:])[0].argmax() == 1


def test_a_single_example_can_be_left_out() -> None:
    """Nothing is known of it then, and nothing breaks."""
    head = Head(np.ones((1, 1), dtype=np.float32), np.array([0]), 1)

    assert head.left_out(np.array([0])) == pytest.approx(np.full((1, 1), LOWEST), abs=1e-4)


@pytest.mark.parametrize("count", [0, 1, 1023, 1024, 1025, 2600])
def test_blocks_cover_every_row_once(count: int) -> None:
    """However many there are."""
    assert [row for part in blocks(count) for row in range(count)[part]] == list(range(count))


@pytest.mark.parametrize("width", [1, 2, 64, 65, 150, 515])
def test_a_matrix_times_its_inverse_is_one(width: int) -> None:
    """Whatever its width: it is halved until it is small."""
    rows = spread(2 * width, width)
    gram = rows.T @ rows + RIDGE * np.eye(width, dtype=np.float32)

    root = inverse_root(gram)

    assert np.allclose(root.T @ root @ gram, np.eye(width), atol=1e-4)
