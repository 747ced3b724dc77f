"""As what somebody asks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.asking_as import for_those_who_ask, of_what_one_signs, of_who_stands_for_it
from bot.model.reading import FactMatch
from tests.builders import (
    QUESTIONS,
    a_catalogue,
    a_mention,
    a_person,
    a_reading,
    an_event,
    an_intent,
    an_offer,
    an_organisation,
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


PRIVATE = an_intent("private-life", kind="out_of_scope", answer={"text": "Privates sage ich nicht."})
OFFICE = a_catalogue(
    *QUESTIONS, PRIVATE, showing("leader", "people", needs=("organisation",), roles=["lead"]), showing("function", "functions", needs=("person",)),
    a_person("ada-muster"), a_person("eva-fremd"), an_organisation("amt", people=[{"who": "ada-muster", "part": "press"}]),
)


@pytest.mark.parametrize(("near", "asked", "of"), [
    ("ada-muster", "function", "ada-muster"), ("eva-fremd", "leader", "amt"), ("amt", "leader", "amt"),
])
def test_who_asks_for_the_name_of_somebody_of_a_body_asks_for_their_function(near: str, asked: str, of: str) -> None:
    """"Wie heißt die Frau vom Amt": the nearest of its people, else whoever leads it."""
    reading = a_reading("wie heisst die frau vom amt", a_mention("topic", "amt", at=5), intent="private-life", facts=((near, asked, 0.3),))

    heard = of_who_stands_for_it(OFFICE, reading)

    assert (heard.ranked[0].intent, heard.named("topic")[0].ids) == (asked, (of,))


@pytest.mark.parametrize(("text", "named"), [("wie alt ist der chef vom amt", "amt"), ("wie heisst die frau von ada-muster", "ada-muster")])
def test_what_is_private_stays_so(text: str, named: str) -> None:
    """No name is asked for, or that of somebody's family."""
    words = text.split()
    reading = a_reading(text, a_mention("topic", named, at=len(words) - 1), intent="private-life", facts=(("ada-muster", "function", 0.3),))

    assert of_who_stands_for_it(OFFICE, reading) == reading
