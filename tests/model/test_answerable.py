"""Which questions a topic has something to say to."""

from __future__ import annotations

import pytest

from bot.model.answerable import can_answer, what_it_is
from bot.model.catalogue import Catalogue
from bot.model.topics import Topic
from tests.builders import (
    QUESTIONS,
    a_catalogue,
    a_network,
    a_person,
    a_run,
    a_theme,
    an_event,
    an_offer,
    an_organisation,
)

INTENTS = {intent.id: intent for intent in QUESTIONS}
LINK = {"title": "Seite", "url": "https://example.org"}
ROLE = {"who": "ada-muster", "part": "lead"}
FUNCTION = {"what": "Leiterin", "as_of": "2026"}

KNOWN: list[tuple[str, Topic]] = [
    ("overview", an_offer(summary="Ein Kurs.")),
    ("dates", an_offer(runs=[a_run("2027-03-05")])),
    ("dates", an_offer(recurs="im Herbst")),
    ("dates", an_event(history=[{"when": "2024", "what": "Beginn"}])),
    ("place", an_offer(place="halle")),
    ("place", an_organisation(address="Weg 1")),
    ("place", an_offer(runs=[a_run("2027-03-05", place="halle")])),
    ("place", an_offer(facets={"steps": "Geh hin."})),
    ("registration", an_offer(runs=[a_run("2027-03-05", registration="https://example.org/r")])),
    ("registration", an_offer(facets={"steps": "Ruf an."})),
    ("format", an_offer(runs=[a_run("2027-03-05", format="online")])),
    ("format", an_offer(facets={"format": "Online."})),
    ("provider", an_offer(provider="firma")),
    ("provider", a_network(provider="firma")),
    ("contact", an_organisation(phone="1")),
    ("contact", an_organisation(mail="a@example.org")),
    ("contact", an_organisation(links=[LINK])),
    ("contact", a_theme(contact="firma")),
    ("contact", an_offer(provider="firma")),
    ("press-contact", a_network(people=[{"who": "ada-muster", "part": "press"}])),
    ("leader", a_network(people=[ROLE])),
    ("everyone", a_network(people=[ROLE])),
    ("function", a_person(functions=[FUNCTION])),
    ("history", a_network(history=[{"when": "2018", "what": "Beginn"}])),
    ("members", a_network(members={"groups": [{"title": "Alle", "who": ["firma"]}]})),
    ("membership", a_network(members={"groups": [{"title": "Alle", "who": ["firma"]}]})),
    ("working-groups", a_network(parts=[{"title": "Gruppe 1"}])),
    ("recording", an_event(runs=[a_run("2027-03-05", recording={"until": "2027-05-01"})])),
    ("recording", an_event(runs=[a_run("2027-03-05", stream="https://example.org/live")])),
    ("website", an_offer(links=[LINK])),
    ("sources", an_offer()),
    ("cost", an_offer(facets={"cost": "Nichts."})),
]


@pytest.mark.parametrize(("question", "topic"), KNOWN, ids=[f"{name}-{number}" for number, (name, _) in enumerate(KNOWN)])
def test_a_topic_that_has_the_fact_can_answer(question: str, topic: Topic) -> None:
    """The fact in the file is enough."""
    assert can_answer(topic, INTENTS[question])


@pytest.mark.parametrize("question", sorted({name for name, _ in KNOWN}))
def test_a_topic_without_facts_can_answer_nothing(question: str) -> None:
    """Nothing is promised that no file says."""
    assert not can_answer(an_offer(sources={}), INTENTS[question])


def test_a_page_is_no_way_to_register() -> None:
    """Where only a home page is known, nobody is sent there to sign up."""
    assert not can_answer(an_offer(links=[LINK]), INTENTS["registration"])


def test_other_roles_do_not_answer_who_leads() -> None:
    """Who only spoke is not the leader."""
    assert not can_answer(a_network(people=[{"who": "ada-muster", "part": "spoke"}]), INTENTS["leader"])


def test_what_a_thing_is_depends_on_what_is_known_of_it() -> None:
    """A summary first; a person has a function; else where it is; else nothing."""
    catalogue: Catalogue = a_catalogue()
    topics = (an_offer(summary="Ein Kurs.", place="halle"), a_person(functions=[FUNCTION]), an_organisation(place="halle"), a_theme())

    found = [what_it_is(catalogue, topic) for topic in topics]
    assert [intent.id if intent else None for intent in found] == ["overview", "function", "place", None]
