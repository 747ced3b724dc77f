"""Calibrated numbers that decide between answering, asking and refusing."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.understanding.gate import GATE_SIZE, Gate, evidence, evidence_of_examples, fit_gate

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
    named = (np.arange(COUNT) % 3 == 0).astype(np.float64)
    return fit_gate(evidence_of_examples(*left_out(), LABELS, named))


def seen(score: list[float], likeness: list[float], *, named: bool = False) -> NDArray[np.float64]:
    """Return the evidence of a question with these scores."""
    return evidence(np.array(score, dtype=np.float32), np.array(likeness, dtype=np.float32), np.float64(named))


def sure(gate: Gate, score: list[float], likeness: list[float], *, named: bool = False) -> float:
    """Return the confidence in a question with these scores."""
    return gate.confidence(seen(score, likeness, named=named))


def test_evidence_is_what_is_first_and_by_how_much() -> None:
    """First score, its lead, its likeness, the best likeness, whether a topic is named; behind them the energy."""
    found = seen([0.2, 0.9, 0.5], [0.6, 0.3, 0.1], named=True)

    assert found[:5] == pytest.approx([0.9, 0.4, 0.3, 0.6, 1.0])


def test_the_energy_is_a_soft_maximum() -> None:
    """It is the score of one alone, and a little more where others are nearly as high."""
    alone, beside_low, beside_high = (seen([0.9, *others], [0.0] * (1 + len(others)))[5] for others in ([], [0.1], [0.8]))

    assert alone == pytest.approx(0.9)
    assert alone < beside_low < beside_high < 0.9 + 0.1


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


@pytest.mark.parametrize("value", [0.0, 1.0, 1e6, -1e6])
def test_both_numbers_are_always_probabilities(value: float) -> None:
    """However odd the evidence is."""
    assert 0.0 <= fitted().confidence(np.full(6, value)) <= 1.0
    assert 0.0 <= fitted().refusal(np.full(6, value)) <= 1.0


def test_a_foreign_question_is_refused_and_a_close_call_is_not() -> None:
    """Two intents that are both near make the first unsure, but the question is one of ours."""
    gate = fitted()
    close = gate.refusal(seen([0.1, 0.7, 0.65, 0.0], [0.1, 0.6, 0.6, 0.1]))
    foreign = gate.refusal(seen([0.1, 0.15, 0.1, 0.1], [0.1, 0.1, 0.1, 0.1]))

    assert close < 0.5 < foreign
    assert close < 1.0 - gate.confidence(seen([0.1, 0.7, 0.65, 0.0], [0.1, 0.6, 0.6, 0.1]))


def test_a_question_of_ours_that_many_fit_is_less_foreign_than_one_that_fits_none_well() -> None:
    """All scores together tell it, not how far the first leads."""
    gate = fitted()
    many, one = seen([0.5, 0.5, 0.5, 0.45], [0.4] * 4), seen([0.5, 0.0, 0.0, 0.0], [0.4, 0.0, 0.0, 0.0])

    assert gate.refusal(many) < gate.refusal(one)


def test_a_gate_is_kept_as_one_row_of_numbers() -> None:
    """Made from them again, it decides the same."""
    gate = fitted()
    again = Gate.of(gate.weights)
    question = seen([0.1, 0.5, 0.3, 0.0], [0.1, 0.4, 0.3, 0.1])

    assert gate.weights.shape == (GATE_SIZE,)
    assert again.confidence(question) == gate.confidence(question)
    assert again.refusal(question) == gate.refusal(question)


def test_few_unlike_examples_do_not_turn_the_gate_upside_down() -> None:
    """Where left-out examples are unlike their own intent, the better fit is still the surer one."""
    score = np.array([[0.1, 0.3], [0.3, 0.1]], dtype=np.float32)
    gate = fit_gate(evidence_of_examples(score, score, np.array([0, 1]), np.zeros(2)))
    good, bad = seen([1.8, 0.1], [0.9, 0.1]), seen([0.1, 0.0], [0.1, 0.0])

    assert gate.confidence(good) > 0.5 > gate.confidence(bad)
    assert gate.refusal(good) < 0.5 < gate.refusal(bad)


def test_each_example_counts_once_more_as_a_foreign_question() -> None:
    """Without its own intent it is neither right nor known, and counts less, least where it names a topic."""
    score, likeness = left_out()
    found = evidence_of_examples(score, likeness, LABELS, (np.arange(COUNT) < 10).astype(np.float64))

    assert len(found.rows) == 2 * COUNT
    assert found.known[:COUNT].all()
    assert not found.known[COUNT:].any()
    assert not found.right[COUNT:].any()
    assert found.weight[COUNT] < found.weight[-1] < found.weight[0] == 1.0


def test_who_names_a_topic_of_ours_is_seldom_foreign() -> None:
    """The same scores count for more beside a topic."""
    gate = fitted()
    score, likeness = [0.1, 0.4, 0.2, 0.0], [0.1, 0.35, 0.1, 0.1]

    assert sure(gate, score, likeness, named=True) > sure(gate, score, likeness)


def test_examples_that_rank_wrongly_lower_the_confidence() -> None:
    """The gate is calibrated on how often such a ranking was right."""
    score, likeness = left_out()
    wrong = fit_gate(evidence_of_examples(score, likeness, (LABELS + 1) % INTENTS, np.zeros(COUNT)))

    assert sure(wrong, [0.1, 1.0, 0.1, 0.0], [0.1, 0.8, 0.1, 0.1]) < 0.5


def test_one_intent_alone_has_no_rival() -> None:
    """Its lead is its score, and there is no foreign question to learn from."""
    score = np.full((3, 1), 0.8, dtype=np.float32)
    gate = fit_gate(evidence_of_examples(score, score, np.zeros(3, dtype=np.intp), np.zeros(3)))

    assert evidence(score[0], score[0], np.float64(0)) == pytest.approx([0.8, 0.8, 0.8, 0.8, 0.0, 0.8])
    assert gate.confidence(evidence(score[0], score[0], np.float64(0))) > 0.5
