"""The buttons under a reply."""

from __future__ import annotations

from bot.model import choices
from tests.answers.desk import a_desk, data_of, labels
from tests.builders import QUESTIONS, a_network, a_run, an_event, an_intent, an_offer, showing

FACETS = {"content": "Viel.", "cost": "Nichts."}
COURSE = an_offer("kurs", summary="Ein Kurs.", facets=FACETS, runs=[a_run("2027-03-04")], phone="1")


def test_the_steps_staff_named_stand_first_and_in_their_order() -> None:
    """What is usual fills the rest, without saying anything twice."""
    named = an_intent("named", needs=("offer",), answer={"show": ["overview"], "next": ["contact", "content"]})
    desk = a_desk(COURSE, named, *QUESTIONS)

    data = data_of(desk.answer("named", "kurs"))

    assert data[:3] == ["q:contact:kurs", "q:content:kurs", "q:dates:kurs"]
    assert len(data) == len(set(data)) <= 4


def test_enough_named_steps_are_not_filled_up() -> None:
    """Three are enough, four the most."""
    named = an_intent("named", needs=("offer",), answer={"show": ["overview"], "next": ["cost", "who-helps", "contact", "content", "dates"]})
    desk = a_desk(COURSE, named, *QUESTIONS)

    assert data_of(desk.answer("named", "kurs")) == ["q:cost:kurs", "q:who-helps", "q:contact:kurs", "q:content:kurs"]


def test_three_named_steps_are_enough() -> None:
    """Two are filled up, three are not."""
    for number in (2, 3):
        answer = {"show": ["overview"], "next": ["cost", "contact", "content"][:number]}
        desk = a_desk(COURSE, an_intent("named", needs=("offer",), answer=answer), *QUESTIONS)
        assert len(data_of(desk.answer("named", "kurs"))) == {2: 4, 3: 3}[number]


def test_steps_that_lead_nowhere_are_left_out() -> None:
    """Unknown ids, the question itself, what the topic cannot tell, topics nobody described."""
    named = an_intent("named", needs=("offer",), answer={"show": ["overview"], "next": ["weg", "named", "recording", "stumm"]})
    desk = a_desk(an_offer("kurs", summary="Ein Kurs."), an_offer("stumm"), named, showing("recording", "recording", needs=("offer",)))

    assert data_of(desk.answer("named", "kurs")) == []


def test_a_button_leads_to_what_is_told_not_to_what_there_is_instead() -> None:
    """Steps are no place and a history is no date: asked for them they are told, but nobody is led there."""
    network = a_network("netz", summary="Ein Netz.", facets={"steps": "Ruf an."}, history=[{"when": "2018", "what": "Gründung"}])
    desk = a_desk(network, *QUESTIONS)

    assert not {"q:place:netz", "q:dates:netz"}.intersection(data_of(desk.answer("overview", "netz")))
    assert "Ruf an." in desk.said("place", "netz")
    assert "Gründung" in desk.said("dates", "netz")


def test_nobody_is_led_to_sign_up_for_an_event_that_is_over() -> None:
    """Unless it usually comes again."""
    over = an_event("messe", summary="Eine Messe.", runs=[a_run("2026-02-13")])
    again = over.model_copy(update={"id": "markt", "recurs": an_event(recurs="jedes Jahr").recurs})
    desk = a_desk(over, again, *QUESTIONS)

    assert "q:registration:messe" not in data_of(desk.answer("overview", "messe"))
    assert "q:registration:messe" in data_of(desk.on("2026-02-01").answer("overview", "messe"))
    assert "q:registration:markt" in data_of(desk.answer("overview", "markt"))


def test_a_step_that_needs_a_topic_needs_one() -> None:
    """Under a plain text only what stands alone is offered; topics by their title."""
    text = an_intent("text", answer={"text": "Da geht vieles.", "next": ["content", "list-offers", "kurs"]})
    desk = a_desk(COURSE, text, *QUESTIONS)

    reply = desk.answer("text")

    assert data_of(reply) == ["q:list-offers", "q:overview:kurs"]
    assert labels(reply) == ["List offers?", "Kurs"]


def test_long_ids_still_make_buttons_that_work() -> None:
    """A digest stands in, and the catalogue finds the way back."""
    intent = an_intent("i" * 40, needs=("offer",), answer={"facet": True})
    course = an_offer("k" * 40, summary="Ein Kurs.", facets={"i" * 40: "Ja."})
    named = an_intent("named", needs=("offer",), answer={"show": ["overview"], "next": ["i" * 40]})
    desk = a_desk(course, named, intent)

    data = data_of(desk.answer("named", "k" * 40))[0]

    assert data == f"q:{choices.digest('i' * 40)}:{choices.digest('k' * 40)}"
    assert desk.composer.catalogue.topic(data.split(":")[2]) == course
    assert desk.composer.catalogue.intent(data.split(":")[1]) == intent
