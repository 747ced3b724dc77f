"""How the crisis examples fare when they are left out."""

from __future__ import annotations

import pytest

from bot.model.crisis import HARMLESS
from bot.understanding.crisis import CrisisDetector
from bot.understanding.crisis_lessons import Lesson
from bot.understanding.crisis_passages import passages
from bot.understanding.crisis_trial import left_out, left_out_margins, shares_of
from bot.understanding.crisis_words import read_words
from tests.understanding.builders import TinyEncoder
from tests.understanding.crisis_world import FINE, SADLY, detector_for, net_for, rules_of

ODD = "der spiegel lügt mich an"
ENCODERS = [None, TinyEncoder()]


@pytest.mark.parametrize("encoder", ENCODERS)
def test_an_example_unlike_all_others_is_missed_when_left_out(encoder: TinyEncoder | None) -> None:
    """Taught it is recognised; untaught it would not be: memory and understanding are told apart."""
    detector = detector_for(rules_of(sad=(*SADLY, ODD)), encoder)
    untaught = {lesson.text: alarmed for lesson, alarmed in left_out(detector)}

    assert detector.detect(ODD) == "sad"
    assert untaught[ODD] is False
    assert untaught[SADLY[0]] is True
    assert untaught[FINE[0]] is False


@pytest.mark.parametrize("encoder", ENCODERS)
def test_left_out_margins_are_lower_for_distress_than_taught_ones(encoder: TinyEncoder | None) -> None:
    """A sentence helps itself."""
    net = net_for(rules_of(), encoder)
    taught = [max(net.margins(passages(f"{text}!", read_words(text)))) for text in SADLY]

    assert all(out < own for out, own in zip(left_out_margins(net), taught, strict=False))


def test_what_a_rule_finds_counts_as_recognised() -> None:
    """The rules need no examples."""
    detector = detector_for(rules_of(sad=(*SADLY, "ich will sterben")))

    assert {lesson.text: alarmed for lesson, alarmed in left_out(detector)}["ich will sterben"]


def test_everyday_questions_are_no_examples() -> None:
    """Only what staff wrote into the crisis rules is judged."""
    assert all(lesson.is_taught for lesson, _ in left_out(detector_for(rules_of())))


def test_without_a_net_there_is_nothing_to_leave_out() -> None:
    """The rules alone have no examples."""
    assert left_out(CrisisDetector(rules_of(), lambda _: False)) == ()


def test_shares_are_counted_apart() -> None:
    """Recognised distress on one hand, false alarms on the other; nothing at all counts as none."""
    results = [(Lesson("sad", "a"), True), (Lesson("sad", "b"), False), (Lesson(HARMLESS, "c"), False)]

    assert shares_of(results) == (0.5, 0.0)
    assert shares_of(()) == (0.0, 0.0)
