"""What is called the same but for where it is."""

from __future__ import annotations

import pytest

from bot.dialogue.policy import Policy
from bot.model.moves import AnswerIntent, Move, Several
from bot.model.reading import Mention
from tests.builders import a_catalogue, a_context, a_mention, a_place, a_reading, an_organisation, showing

HERE = an_organisation("buero-stadt", title="Lernbüro Stadt", summary="Das hier.")
THERE = an_organisation("buero-dorf", title="Lernbüro Dorf", summary="Das dort.")
POLICY = Policy(
    a_catalogue(
        HERE, THERE, an_organisation("buero", title="Büro", summary="Eins."), a_place("stadt", title="Stadt"),
        a_place("dorf", title="Dorf"), showing("overview", "overview", needs=("organisation",)),
    )
)
NAMED = a_mention("topic", "buero-stadt", at=3, score=0.7)


def told(text: str, *mentions: Mention, talk: tuple[str, ...] = ()) -> Move:
    """Return what is told of what *text* asks."""
    return POLICY.on_reading(a_reading(text, *mentions, intent="overview"), a_context(*talk)).move


def test_a_name_without_its_place_means_all_who_bear_it() -> None:
    """Two are told of at once."""
    both = tuple(AnswerIntent("overview", topic, confidence=0.5) for topic in ("buero-stadt", "buero-dorf"))

    assert told("was ist das lernbüro", NAMED) == Several(both)


@pytest.mark.parametrize("talk", [("buero-stadt",), ("buero", "buero-stadt")])
def test_one_that_was_talked_about_is_meant(talk: tuple[str, ...]) -> None:
    """Nobody is told of both again."""
    move = told("was ist das lernbüro", NAMED, talk=talk)

    assert (isinstance(move, AnswerIntent) and move.topic) == "buero-stadt"


def test_a_place_tells_which_is_meant() -> None:
    """Said in the name, or beside it."""
    whole = told("was ist das lernbuero stadt", Mention("topic", ("buero-stadt",), 3, 5, 1.0))
    beside = told("was ist das lernbüro in stadt", NAMED, a_mention("place", "stadt", at=5))

    assert [getattr(move, "topic", None) for move in (whole, beside)] == ["buero-stadt", "buero-stadt"]
