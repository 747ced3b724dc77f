"""What a place in a question is there for."""

from __future__ import annotations

import pytest

from bot.dialogue.whereabouts import apart_from_halls, is_apart, is_asked_there, is_only_there
from tests.builders import a_catalogue, a_context, a_mention, a_place, a_reading, a_run, an_event, an_offer

OFFICE = an_offer("amt", title="Büro Finsterwalde", summary="Ein Büro.")
SESSION = an_event("sitzung", questions={"people": ["wer hat in Bad Ulm geredet"], "dates": ["wann war das in Jena"]})
LESSONS = a_mention("topic", "lehre", at=5)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("ich lebe in finsterwalde suche lehre", True),
        ("gibt es in finsterwalde eine lehre", False),
        ("ich lebe in guben suche lehre", False),
    ],
)
def test_an_office_is_near_by_its_town_where_somebody_only_lives(text: str, there: bool) -> None:
    """Who tells of oneself and names what is looked for does not ask for what has the town in its name."""
    assert is_only_there(OFFICE, a_reading(text, a_mention("place", "ort", at=3), LESSONS)) is there


def test_a_town_without_anything_else_may_be_asked_for_its_office() -> None:
    """Nothing is named beside it."""
    assert not is_only_there(OFFICE, a_reading("ich lebe in finsterwalde", a_mention("place", "ort", at=3)))


@pytest.mark.parametrize(("place", "asked"), [("Jena", True), ("Bad Ulm", True), ("Ulm im Wald", False), ("Gera", False)])
def test_some_things_are_asked_about_with_a_place_elsewhere(place: str, asked: bool) -> None:
    """By one of the questions that were written for them, which has the whole name."""
    assert is_asked_there(SESSION, a_reading("wer sprach da", a_mention("elsewhere", place))) is asked


def test_who_asks_for_a_hall_means_nothing_else_in_its_town() -> None:
    """What is held there is meant; where the town is named, all of it may be."""
    fair, office = an_event("messe", runs=[a_run("2027-03-05", place="halle")]), an_offer("kurs", place="stadt")
    world = a_catalogue(a_place("stadt", type="town"), a_place("halle", within="stadt"), fair, office)
    hall, town = (a_reading("wo ist das", a_mention("place", place, at=2)) for place in ("halle", "stadt"))

    assert [is_apart(world, topic, hall) for topic in (fair, office)] == [False, True]
    assert not is_apart(world, office, town)


def test_where_a_hall_is_is_not_asked_of_what_is_elsewhere() -> None:
    """"wo ist die Halle" behind an office leaves the talk; what is in it, or is pointed at, stays."""
    fair, office = an_event("messe", runs=[a_run("2027-03-05", place="halle")]), an_offer("kurs", place="stadt")
    world = a_catalogue(a_place("stadt", type="town"), a_place("halle", within="stadt"), fair, office)

    def topics(text: str, topic: str, asked: str = "place") -> tuple[str, ...]:
        reading = a_reading(text, a_mention("place", "halle", at=3), intent=asked)
        return apart_from_halls(world, reading, a_context(topic)).topics

    assert topics("wo ist die halle", "kurs") == ()
    assert topics("wo ist die halle", "messe") == ("messe",)
    assert topics("ist das in halle", "kurs") == ("kurs",)
    assert topics("was kostet die halle", "kurs", "cost") == ("kurs",)
