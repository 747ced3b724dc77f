"""The judge of meaning: near distress in one corner, near harmless talk in another."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.crisis_meaning import (
    _RIDGE,
    MeaningJudge,
    fit_meaning,
    left_out_by_meaning,
    turning_of,
)
from bot.understanding.crisis_vectors import Numbers

TARGETS = np.array([1, 1, -1, -1, 1, -1], dtype=np.float32)


def corners() -> Numbers:
    """Return six unit rows around different corners."""
    rows = np.random.default_rng(3).normal(size=(len(TARGETS), 8)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def judge_of(rows: Numbers, targets: Numbers) -> MeaningJudge:
    """Return the judge who learnt *rows* as they are."""
    return MeaningJudge(np.eye(rows.shape[1], dtype=np.float32), rows, fit_meaning(rows, targets))


def test_examples_get_the_sign_they_were_taught() -> None:
    """Distress lies above zero, harmless talk below."""
    rows = corners()
    scores = judge_of(rows, TARGETS).scores(rows)

    assert (np.sign(scores) == TARGETS).all()


def test_leaving_some_out_is_fitting_without_them() -> None:
    """Each round gives what a fit on all others gives."""
    rows = corners()
    left_out = left_out_by_meaning(rows, TARGETS, 3)

    for at in range(len(TARGETS)):
        others = np.arange(len(TARGETS)) % 3 != at % 3
        assert left_out[at] == pytest.approx(judge_of(rows[others], TARGETS[others]).scores(rows[at : at + 1])[0], abs=5e-3)


def test_sentences_are_compared_where_examples_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    """What all examples share tells nothing: the direction in which they lie apart is the one kept."""
    rows = np.array([[0.9, 0.4, 0.1], [0.9, -0.4, 0.1], [0.9, 0.41, -0.1], [0.9, -0.41, -0.1]], dtype=np.float32)
    monkeypatch.setattr("bot.understanding.crisis_meaning._DIRECTIONS", 1)

    assert np.abs(turning_of(rows)).ravel() == pytest.approx([0, 1, 0], abs=1e-3)


def test_distress_in_two_far_corners_is_learnt() -> None:
    """A single plane could not part the diagonal corners from the other two."""
    rows = np.array([[1, 0], [-1, 0], [0, 1], [0, -1]], dtype=np.float32)
    targets = np.array([1, 1, -1, -1], dtype=np.float32)
    scores = judge_of(rows, targets).scores(rows)

    assert (np.sign(scores) == targets).all()


def test_examples_are_compared_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many fit into one part, the last of which is smaller, the same is learnt."""
    whole = fit_meaning(corners(), TARGETS)
    monkeypatch.setattr("bot.understanding.crisis_meaning._BLOCK", 4)

    assert fit_meaning(corners(), TARGETS) == pytest.approx(whole, abs=1e-4)


def test_the_search_goes_on_until_the_pulls_are_found() -> None:
    """Where it stops half way, rounding decides what is distress: another on another machine, and after every edit."""
    chance = np.random.default_rng(7)
    rows = (chance.normal(size=(1500, 256)) / np.arange(1, 257) ** 0.7).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    targets = np.sign(chance.normal(size=len(rows))).astype(np.float32)
    pulls = fit_meaning(rows, targets)
    scores = MeaningJudge(np.eye(256, dtype=np.float32), rows, pulls).scores(rows)

    assert scores + _RIDGE * pulls == pytest.approx(targets, abs=0.02)


@pytest.mark.parametrize("rounds", [4, 5, 8])
def test_where_the_search_stops_moves_no_scores_as_a_whole(monkeypatch: pytest.MonkeyPatch, rounds: int) -> None:
    """However early it is, the scores of the examples are on the whole what they should be."""
    rows = np.abs(np.random.default_rng(5).normal(size=(400, 60))).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    targets = np.sign(np.random.default_rng(6).normal(size=len(rows))).astype(np.float32)
    monkeypatch.setattr("bot.understanding.crisis_vectors._ROUNDS", rounds)
    pulls = fit_meaning(rows, targets)
    scores = MeaningJudge(np.eye(60, dtype=np.float32), rows, pulls).scores(rows)

    assert float(np.mean(scores + _RIDGE * pulls)) == pytest.approx(float(targets.mean()), abs=5e-3)
