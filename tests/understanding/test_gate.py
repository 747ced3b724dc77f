"""One calibrated number that decides."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.understanding.gate import Gate, evidence, fit_gate

COUNT, INTENTS = 60, 4
LABELS = np.arange(COUNT) % INTENTS
Scores = NDArray[np.float32]


def left_out() -> tuple[Scores, Scores]:
    """Return scores and likenesses of examples, of which every tenth is ranked wrongly and weakly."""
    noise = np.random.default_rng(3)
    score = noise.uniform(0.0, 0.2, (COUNT, INTENTS)).astype(np.float32)
    likeness = noise.uniform(0.0, 0.2, (COUNT, INTENTS)).astype(np.float32)
    good = np.arange(COUNT) % 10 != 0
    score[good, LABELS[good]] = noise.uniform(0.6, 1.2, good.sum())
    likeness[good, LABELS[good]] = noise.uniform(0.5, 0.9, good.sum())
    return score, likeness


def fitted() -> Gate:
    """Return a gate fitted to those examples, a third of which names a topic."""
    return fit_gate(*left_out(), LABELS, (np.arange(COUNT) % 3 == 0).astype(np.float64))


def sure(gate: Gate, score: list[float], likeness: list[float], *, named: bool = False) -> float:
    """Return the confidence in a question with these scores."""
    seen = evidence(
        np.array(score, dtype=np.float32), np.array(likeness, dtype=np.float32), np.float64(named)
    )
    return gate.confidence(seen)


def test_evidence_is_what_is_first_and_by_how_much() -> None:
    """First score, its lead, its likeness, the best likeness, whether a topic is named."""
    seen = evidence(
        np.array([0.2, 0.9, 0.5], dtype=np.float32),
        np.array([0.6, 0.3, 0.1], dtype=np.float32),
        np.float64(1),
    )

    assert seen == pytest.approx([0.9, 0.4, 0.3, 0.6, 1.0])


def test_evidence_of_many_questions_is_a_row_each() -> None:
    """Fitting and asking look at the same things."""
    score, likeness = left_out()
    named = np.zeros(COUNT)

    rows = evidence(score, likeness, named)

    assert rows[5] == pytest.approx(evidence(score[5], likeness[5], named[5]))


def test_a_clear_question_is_sure_and_a_foreign_one_is_not() -> None:
    """Between them lies what is asked back."""
    gate = fitted()
    clear = sure(gate, [0.1, 1.0, 0.1, 0.0], [0.1, 0.8, 0.1, 0.1])
    close = sure(gate, [0.1, 0.5, 0.45, 0.0], [0.1, 0.4, 0.4, 0.1])
    foreign = sure(gate, [0.1, 0.15, 0.1, 0.1], [0.1, 0.1, 0.1, 0.1])

    assert 1.0 >= clear > 0.8 > close > foreign >= 0.0
    assert foreign < 0.5


@pytest.mark.parametrize("seen", [0.0, 1.0, 1e6, -1e6])
def test_confidence_is_always_a_probability(seen: float) -> None:
    """However odd the evidence is."""
    assert 0.0 <= fitted().confidence(np.full(5, seen)) <= 1.0


def test_who_names_a_topic_of_ours_is_seldom_foreign() -> None:
    """The same scores count for more beside a topic."""
    gate = fitted()
    score, likeness = [0.1, 0.4, 0.2, 0.0], [0.1, 0.35, 0.1, 0.1]

    assert sure(gate, score, likeness, named=True) > sure(gate, score, likeness)


def test_examples_that_rank_wrongly_lower_the_confidence() -> None:
    """The gate is calibrated on how often such a ranking was right."""
    score, likeness = left_out()
    wrong = fit_gate(score, likeness, (LABELS + 1) % INTENTS, np.zeros(COUNT))

    assert sure(wrong, [0.1, 1.0, 0.1, 0.0], [0.1, 0.8, 0.1, 0.1]) < 0.5


def test_one_intent_alone_has_no_rival() -> None:
    """Its lead is its score, and there is no foreign question to learn from."""
    score = np.full((3, 1), 0.8, dtype=np.float32)
    gate = fit_gate(score, score, np.zeros(3, dtype=np.intp), np.zeros(3))

    assert evidence(score[0], score[0], np.float64(0)) == pytest.approx([0.8, 0.8, 0.8, 0.8, 0.0])
    assert gate.confidence(evidence(score[0], score[0], np.float64(0))) > 0.5
