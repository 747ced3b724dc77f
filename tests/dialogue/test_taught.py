"""Questions that staff wrote for a topic."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.policy import Policy
from bot.model.moves import AnswerIntent, Move
from tests.builders import a_catalogue, a_context, a_mention, a_reading, an_intent, an_offer, showing

YEAR = an_offer("jahr", summary="Ein Jahr.", facets={"pay": "Geld.", "content": "Zelte."})
POLICY = Policy(a_catalogue(
    YEAR, an_offer("kurs"), showing("overview", "overview", needs=("offer",)),
    *(an_intent(name, needs=("offer",), answer={"facet": True}) for name in ("pay", "content")),
    an_intent("list-offers", answer={"list": {"of": ["offer"]}}),
))
NAMED = a_mention("topic", "jahr", at=1)


def move_of(*talk: str, named: bool = False, taught: tuple[str, str] = ("jahr", "content")) -> Move:
    """Return what is done about a question that was written for a topic, though another is read."""
    asked = a_reading("beim jahr zelte oder haus", *([NAMED] if named else []), intent="list-offers", confidence=0.95)
    return POLICY.on_reading(replace(asked, taught=taught), a_context(*talk)).move


def test_a_question_is_answered_as_staff_wrote_it() -> None:
    """Who adds one for a topic sees it answered so, whatever it looks like."""
    assert move_of() == AnswerIntent("content", "jahr", confidence=1.0)


@pytest.mark.parametrize(("talk", "named", "is_meant"), [("kurs", True, True), ("jahr", False, True), ("kurs", False, False)])
def test_in_a_talk_about_something_else_it_must_name_its_topic(talk: str, named: bool, is_meant: bool) -> None:
    """The same words may be about what is talked about."""
    move = move_of(talk, named=named)

    assert (isinstance(move, AnswerIntent) and move.intent == "content") is is_meant


def test_a_question_for_what_does_not_exist_any_more_is_read_as_any_other() -> None:
    """Its intent was deleted."""
    move = move_of(taught=("jahr", "weg"))

    assert isinstance(move, AnswerIntent)
    assert move.intent == "list-offers"
