"""Of what something is asked that who is named cannot tell."""

from __future__ import annotations

import pytest

from bot.dialogue.of_the_latest import of_the_latest
from bot.model.moves import AnswerIntent
from tests.builders import (
    a_catalogue,
    a_context,
    a_network,
    a_person,
    an_event,
    an_intent,
    an_organisation,
    showing,
)

NEEDS = ("event", "network", "organisation")
WORLD = a_catalogue(
    showing("speakers", "people", needs=NEEDS, roles=["spoke"]), showing("overview", "overview", needs=NEEDS),
    an_intent("cost", needs=NEEDS, answer={"facet": True}),
    an_event("sitzung", title="Windverbund im Rathaus", people=[{"who": "ada-muster", "part": "spoke"}], facets={"cost": "Nichts."}),
    a_network("windverbund", title="Windverbund"), an_organisation("firma", title="Firma Blau"), an_organisation("amt", title="Amt"),
    a_person("ada-muster", functions=[{"what": "Leiterin", "as_of": "2026", "organisation": "firma"}]),
)


@pytest.mark.parametrize(("intent", "named", "meant"), [
    ("speakers", "windverbund", "sitzung"), ("speakers", "firma", "sitzung"),
    ("speakers", "amt", "amt"), ("cost", "windverbund", "windverbund"), ("overview", "windverbund", "windverbund"),
])
def test_who_spoke_for_one_that_is_named_is_asked_of_the_event_talked_about(intent: str, named: str, meant: str) -> None:
    """It names them, or their people do; another body, and what something costs, stay what they are."""
    assert of_the_latest(WORLD, AnswerIntent(intent, named), a_context("sitzung")) == AnswerIntent(intent, meant)


def test_with_nothing_talked_about_it_is_asked_of_the_one_named() -> None:
    """Nobody else is meant."""
    assert of_the_latest(WORLD, AnswerIntent("speakers", "firma"), a_context()) == AnswerIntent("speakers", "firma")
