"""What the answers to questions about a topic tell."""

from __future__ import annotations

import pytest

from bot.model.answer_texts import answer_texts
from bot.model.topics import Topic
from tests.builders import (
    QUESTIONS,
    a_catalogue,
    a_network,
    a_person,
    a_place,
    a_run,
    an_event,
    an_offer,
    an_organisation,
)

INTENTS = {intent.id: intent for intent in QUESTIONS}
CATALOGUE = a_catalogue(a_person(title="Ada Muster"), a_place("halle", title="Halle 4"), an_organisation("firma", title="Kraft AG"))
TOLD: list[tuple[str, Topic, str]] = [
    ("overview", an_offer(summary={"de": "Ein Kurs.", "en": "A course."}), "A course."),
    ("cost", an_offer(facets={"cost": "Nichts."}), "Nichts."),
    ("deadline", an_offer(facets={"deadline": "Bis Mai."}), "Bis Mai."),
    ("registration", an_offer(facets={"steps": "Ruf an."}), "Ruf an."),
    ("dates", an_offer(runs=[a_run("2027-03-05")]), "2027-03-05"),
    ("dates", an_event(recurs="im Herbst"), "im Herbst"),
    ("dates", an_event(history=[{"when": "2024", "what": "Beginn"}]), "2024"),
    ("history", an_event(history=[{"when": "2024", "what": "Beginn"}]), "Beginn"),
    ("place", an_offer(runs=[a_run("2027-03-05", place="halle")]), "Halle 4"),
    ("place", an_organisation(address="Weg 1"), "Weg 1"),
    ("provider", an_offer(provider="firma"), "Kraft AG"),
    ("contact", an_offer(contact="firma"), "Kraft AG"),
    ("contact", an_offer(phone={"value": "0355 1", "note": "nur montags"}), "nur montags"),
    ("leader", a_network(people=[{"who": "ada-muster", "part": "lead", "what": "Sprecherin"}]), "Sprecherin"),
    ("function", a_person(functions=[{"what": "Leiterin", "as_of": "2026", "organisation": "firma"}]), "Kraft AG"),
    ("members", a_network(members={"groups": [{"title": "Unternehmen", "who": ["firma"]}]}), "Kraft AG"),
    ("working-groups", a_network(parts=[{"title": "Gruppe Pflege"}]), "Gruppe Pflege"),
    ("website", an_offer(links=[{"title": "Anfahrt", "url": "https://example.org"}]), "Anfahrt"),
]


@pytest.mark.parametrize(("intent", "topic", "text"), TOLD, ids=[f"{intent}: {text}" for intent, _, text in TOLD])
def test_an_answer_tells_what_the_topic_holds_for_it(intent: str, topic: Topic, text: str) -> None:
    """Texts in all languages, and the names of those who are meant by their ids."""
    assert text in set(answer_texts(CATALOGUE, topic, INTENTS[intent]))


def test_an_answer_tells_nothing_of_what_other_questions_ask_for() -> None:
    """Who signed does not lead, and what it costs is not what it is."""
    offer = an_offer(summary="Ein Kurs.", facets={"cost": "Nichts."}, people=[{"who": "ada-muster", "part": "signed"}])

    assert list(answer_texts(CATALOGUE, offer, INTENTS["overview"])) == ["Ein Kurs."]
    assert not list(answer_texts(CATALOGUE, offer, INTENTS["leader"]))
