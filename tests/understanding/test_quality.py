"""Measures of a ranking, counted by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.quality import (
    Confusion,
    Judged,
    confusions,
    measure,
    percentile,
    refused_when_own_pass,
    reliability,
    share,
)


def judged(wanted: str | None, *ranked: str, sure: float = 0.9, refusal: float = 0.0, accepted: bool = True, ms: float = 1.0) -> Judged:
    """Return a question whose first intent has the confidence *sure*, the others half of what is left."""
    shares = tuple((name, sure if not at else (1 - sure) / 2) for at, name in enumerate(ranked))
    return Judged(wanted, shares, refusal, accepted, ms, foreign=wanted is None)


def test_right_first_and_among_three_are_counted_over_the_labelled() -> None:
    """Foreign questions have nothing to be right about."""
    asked = [judged("a", "a", "b"), judged("a", "b", "c", "a"), judged("a", "b", "c", "d", "a"), judged("a"), judged(None, "a")]

    quality = measure(asked)

    assert (quality.questions, quality.labelled, quality.foreign) == (5, 4, 1)
    assert quality.first == 0.25
    assert quality.three == 0.5


def test_a_question_that_was_not_read_is_wrong_and_surely_so() -> None:
    """Nothing ranked is nothing right, at confidence 0."""
    silent = judged("a")

    assert not silent.is_right
    assert not silent.is_near
    assert (silent.first, silent.confidence) == (None, 0.0)
    assert confusions([silent]) == (Confusion("a", None, 1),)


def test_refusing_is_measured_where_95_of_100_own_questions_pass() -> None:
    """The threshold lies at the own question that 95 % do not exceed; only what is above it is refused."""
    own = [judged("a", "a", refusal=number / 100) for number in range(1, 101)]
    foreign = [judged(None, "a", refusal=value) for value in (0.1, 0.95, 0.951, 1.0)]

    assert refused_when_own_pass([*own, *foreign]) == 0.5
    assert refused_when_own_pass([*own, *foreign], part=0.05) == 1.0


def test_a_question_for_an_out_of_scope_intent_is_foreign_and_has_a_right_answer() -> None:
    """It counts for the ranking and for the refusing."""
    off_topic = Judged("off-topic", (("off-topic", 0.9),), refusal=0.9, accepted=False, ms=1.0, foreign=True)

    quality = measure([judged("a", "a", refusal=0.1), off_topic])

    assert quality.first == 1.0
    assert quality.refused == 1.0
    assert (quality.answered, quality.answered_foreign) == (1.0, 0.0)


def test_the_reliability_table_says_how_much_of_each_confidence_was_right() -> None:
    """Bins of a tenth, with their mean confidence; empty bins and foreign questions are left out."""
    asked = [
        judged("a", "a", sure=0.92), judged("a", "a", sure=0.98), judged("a", "b", sure=1.0), judged("a", "b", sure=0.31), judged(None, "a", sure=0.5),
    ]

    low, high = reliability(asked)

    assert (low.low, low.high, low.questions, low.right) == (0.3, 0.4, 1, 0.0)
    assert (high.low, high.high, high.questions) == (0.9, 1.0, 3)
    assert high.confidence == pytest.approx((0.92 + 0.98 + 1.0) / 3)
    assert high.right == pytest.approx(2 / 3)


def test_the_calibration_error_weighs_each_bin_by_its_questions() -> None:
    """Three of four said 0.9 and were right, one said 0.5 and was wrong."""
    asked = [*(judged("a", "a", sure=0.9) for _ in range(3)), judged("a", "b", sure=0.5)]

    assert measure(asked).calibration_error == pytest.approx((3 * 0.1 + 0.5) / 4)


def test_confusions_are_ordered_by_how_often_then_by_name() -> None:
    """Only so many are named, and no foreign ones."""
    asked = [judged("b", "a"), judged("a", "c"), judged("a", "b"), judged("a", "b"), judged("c", "c"), judged(None, "a")]

    assert confusions(asked) == (Confusion("a", "b", 2), Confusion("a", "c", 1), Confusion("b", "a", 1))
    assert confusions(asked, most=1) == (Confusion("a", "b", 2),)


def test_times_are_told_by_their_percentiles() -> None:
    """Half of the questions took no longer than p50, and none longer than the slowest."""
    quality = measure([judged("a", "a", ms=float(ms)) for ms in range(1, 201)])

    assert (quality.p50_ms, quality.p99_ms, quality.slowest_ms) == (100.0, 198.0, 200.0)


def test_what_cannot_be_measured_is_not_a_number() -> None:
    """Without questions of a kind there is no share of them; nothing is divided by zero."""
    nothing, only_own, only_foreign = measure([]), measure([judged("a", "a")]), measure([judged(None, "a")])

    assert all(math.isnan(value) for value in (nothing.first, nothing.refused, nothing.calibration_error, nothing.p50_ms))
    assert math.isnan(only_own.refused)
    assert math.isnan(only_own.answered_foreign)
    assert math.isnan(only_foreign.refused)
    assert only_foreign.reliability == ()


@given(st.lists(st.floats(0, 100), min_size=1), st.floats(0, 1))
def test_a_percentile_is_the_smallest_value_that_enough_do_not_exceed(values: list[float], part: float) -> None:
    """Whatever the values, and it is one of them."""
    found = percentile(values, part)

    assert found in values
    assert share(value <= found for value in values) >= part - 1e-12
    assert all(share(value <= smaller for value in values) < part for smaller in values if smaller < found)
