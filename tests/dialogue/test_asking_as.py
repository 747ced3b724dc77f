"""As what somebody asks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.asking_as import for_those_who_ask, of_what_one_signs
from bot.model.reading import FactMatch
from tests.builders import (
    QUESTIONS,
    a_catalogue,
    a_mention,
    a_reading,
    an_event,
    an_intent,
    an_offer,
    showing,
)

WORLD = a_catalogue(
    *QUESTIONS, an_offer("lehramt", summary="Grundschullehrer werden.", **{"for": ["school-leavers"]}),
    an_offer("parcours", summary="Ein Parcours.", **{"for": ["pupils"]}),
    an_offer("fortbildung", summary="Für Lehrer.", **{"for": ["teachers"]}), an_offer("beratung", summary="Auch für Lehrer."),
)


@pytest.mark.parametrize(("text", "lowered"), [
    ("ich bin lehrerin was gibt es", ["lehramt"]), ("bin lehrer was gibt es", ["lehramt"]),
    ("ich will lehrerin werden", []), ("was verdient ein lehrer", []), ("ich bin neu hier", []),
])
def test_what_speaks_of_people_and_is_for_others_is_less_near_to_them(text: str, lowered: list[str]) -> None:
    """Only where somebody says to be one; what does not speak of them, is for all or for them stays as near."""
    facts = tuple(FactMatch(name, 0.5) for name in ("lehramt", "parcours", "fortbildung", "beratung"))

    near = for_those_who_ask(WORLD, replace(a_reading(text), facts=facts)).facts

    assert [fact.topic for fact in near if fact.nearness < 0.5] == lowered


def test_who_names_something_means_it() -> None:
    """"ich bin Lehrer, was ist das Lehramt" asks of that."""
    reading = replace(a_reading("ich bin lehrer", a_mention("topic", "lehramt", at=2)), facts=(FactMatch("lehramt", 0.5),))

    assert for_those_who_ask(WORLD, reading) == reading


@pytest.mark.parametrize(("text", "asked"), [
    ("muss meine mama unterschreiben", "too-personal"), ("do my parents have to sign", "too-personal"),
    ("wer hat unterschrieben", "signatories"), ("ich will wissen wer unterschrieben hat", "signatories"),
    ("unterschriften", "signatories"),
])
def test_ones_own_signature_is_asked_of_the_law_not_of_who_signed(text: str, asked: str) -> None:
    """What is near speaks of something else then; who asks who signed, or names what was, asks of that."""
    signed = showing("signatories", "people", needs=("event",), roles=["signed"])
    world = a_catalogue(an_event("vertrag"), signed, an_intent("too-personal", kind="out_of_scope", answer={"text": "Frag."}))
    facts = (FactMatch("vertrag", 0.5),)
    reading = replace(a_reading(text, intent="signatories", confidence=0.4, also=(("too-personal", 0.2),)), facts=facts)
    named = replace(a_reading(text, a_mention("topic", "vertrag"), intent="signatories"), facts=facts)

    heard = of_what_one_signs(world, reading)

    assert heard.ranked[0].intent == asked
    assert heard.facts == (() if asked == "too-personal" else facts)
    assert of_what_one_signs(world, named) == named
