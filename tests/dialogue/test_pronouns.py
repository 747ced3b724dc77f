"""Who is meant by a pronoun."""

from __future__ import annotations

import pytest

from bot.dialogue.leaning import in_the_talk
from bot.dialogue.pointing import points_at_him, points_at_them, points_back
from bot.dialogue.pronouns import of_the_one_named
from bot.model.catalogue import Catalogue
from tests.builders import (
    a_catalogue,
    a_context,
    a_mention,
    a_person,
    a_reading,
    an_organisation,
    showing,
)
from tests.dialogue.world import WORLD

LED = a_context("bund", listed=("ada-muster",), intent="leader")


@pytest.mark.parametrize("text", ["seit wann macht er das", "wie erreiche ich den", "how can I reach him", "ist der noch da"])
def test_he_is_whom_the_last_reply_named(text: str) -> None:
    """Behind who leads it, not what they lead."""
    assert of_the_one_named(WORLD, a_reading(text), LED).topics == ("ada-muster", "bund")


@pytest.mark.parametrize("text", ["seit wann gibt es das", "wo ist der sitz", "wo sitzen die"])
def test_what_is_no_such_pronoun_stays_with_what_was_asked(text: str) -> None:
    """An article before a noun, and what stands for a thing or for several, mean nobody in particular."""
    assert of_the_one_named(WORLD, a_reading(text), LED).topics == ("bund",)


def test_nobody_is_meant_where_several_or_none_were_named() -> None:
    """Nor where the message names something itself, or the last answer was not about people."""
    reading = a_reading("wie erreiche ich den")
    several = a_context("bund", listed=("ada-muster", "ben-muster"), intent="leader")

    assert of_the_one_named(WORLD, reading, several) == several
    assert of_the_one_named(WORLD, a_reading("ist er in der firma", a_mention("topic", "firma", at=4)), LED) == LED
    dated = a_context("windkurs", listed=("ada-muster",), intent="dates")
    assert of_the_one_named(WORLD, reading, dated) == dated


def world_of_a_leader() -> Catalogue:
    """Return a body with a history, and who leads it."""
    body = an_organisation("haus", history=[{"when": "2020", "what": "Gebaut."}], people=[{"who": "eva", "part": "lead"}])
    person = a_person("eva", functions=[{"what": "Leiterin", "as_of": "2026"}])
    history, function = showing("history", "history", needs=("organisation",)), showing("function", "functions", needs=("person",))
    return a_catalogue(body, person, history, function)


def test_since_when_somebody_does_it_is_asked_of_them() -> None:
    """"seit wann macht sie das" is told what she was when; of the house since when there is it."""
    talk = a_context("eva", "haus", intent="function")
    asked = in_the_talk(world_of_a_leader(), a_reading("seit wann macht er das", intent="history"), talk)
    house = in_the_talk(world_of_a_leader(), a_reading("seit wann gibt es das", intent="history"), talk)

    them = in_the_talk(world_of_a_leader(), a_reading("seit wann gibt es die da", intent="history"), talk)

    assert asked.ranked[0].intent == "function"
    assert them.ranked[0].intent == "history"
    assert house.ranked[0].intent == "history"


def test_articles_are_no_pronouns() -> None:
    """Only what stands for somebody by itself is one."""
    assert points_back("geht das auch online".split())
    assert points_at_them("kann man die anrufen".split())
    assert points_at_him("was war der da".split())
    assert not points_back("wer leitet das netzwerk".split())
    assert not points_at_them("wer leitet die firmen heute".split())
    assert not points_at_him("wo war der kurs".split())
