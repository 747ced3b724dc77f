"""What a body's own courses and events tell."""

from __future__ import annotations

import pytest

from bot.dialogue.offered import its_own, own_answer
from bot.model.moves import AnswerIntent
from tests.builders import a_catalogue, a_context, an_intent, an_offer, an_organisation
from tests.dialogue.world import WORLD


@pytest.mark.parametrize(
    ("asked", "body", "told_by"),
    [("cost", "firma", "windkurs"), ("cost", "uni", "uni"), ("contact", "firma", "firma"), ("cost", "lehre", "lehre")],
)
def test_what_bodies_do_not_have_is_told_by_the_one_course_of_theirs_that_does(asked: str, body: str, told_by: str) -> None:
    """"Aufzeichnung QLEE" means its event; where none or something that can be asked itself is meant, nothing changes."""
    assert its_own(WORLD, WORLD.intents[asked], WORLD.topics[body]).id == told_by


@pytest.mark.parametrize("told", [{"duration": "drei Jahre"}, {}])
def test_the_last_question_is_asked_of_the_course_of_the_body_that_is_named_whether_it_has_an_answer_or_none(
    told: dict[str, str]
) -> None:
    """"und bei der Bahn" behind how long another lasts does not ask what the Bahn is."""
    lasts = an_intent("duration", needs=("offer", "organisation"), answer={"facet": True})
    bahn = an_organisation("bahn")
    world = a_catalogue(an_offer("lehre"), an_offer("bahnlehre", provider="bahn", facets=told), bahn, lasts)

    assert own_answer(world, bahn, lasts, a_context("lehre")) == AnswerIntent("duration", "bahnlehre")
