"""The judge of meaning: near distress in one corner, near harmless talk in another."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.crisis_meaning import MeaningJudge, fit_meaning, left_out_by_meaning
from bot.understanding.crisis_vectors import Numbers

TARGETS = np.array([1, 1, -1, -1, 1, -1], dtype=np.float32)


def corners() -> Numbers:
    """Return six unit rows around different corners."""
    rows = np.random.default_rng(3).normal(size=(len(TARGETS), 8)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def test_examples_get_the_sign_they_were_taught() -> None:
    """Distress lies above zero, harmless talk below."""
    rows = corners()
    scores = MeaningJudge(rows, fit_meaning(rows, TARGETS)).scores(rows)

    assert (np.sign(scores) == TARGETS).all()


def test_leaving_one_out_is_fitting_without_it() -> None:
    """The closed form gives what a fit on all others gives."""
    rows = corners()
    left_out = left_out_by_meaning(rows, TARGETS)

    for at in range(len(TARGETS)):
        others = np.arange(len(TARGETS)) != at
        judge = MeaningJudge(rows[others], fit_meaning(rows[others], TARGETS[others]))
        assert left_out[at] == pytest.approx(judge.scores(rows[at : at + 1])[0], abs=5e-3)


def test_distress_in_two_far_corners_is_learnt() -> None:
    """A single plane could not part the diagonal corners from the other two."""
    rows = np.array([[1, 0], [-1, 0], [0, 1], [0, -1]], dtype=np.float32)
    targets = np.array([1, 1, -1, -1], dtype=np.float32)
    scores = MeaningJudge(rows, fit_meaning(rows, targets)).scores(rows)

    assert (np.sign(scores) == targets).all()


def test_examples_are_compared_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many fit into one part, the last of which is smaller, the same is learnt."""
    whole = fit_meaning(corners(), TARGETS)
    monkeypatch.setattr("bot.understanding.crisis_meaning._BLOCK", 4)

    assert fit_meaning(corners(), TARGETS) == pytest.approx(whole, abs=1e-4)
