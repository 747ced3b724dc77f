"""Places on the map, and numbers to save."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.answers.contacts import international
from bot.model.reply import ContactCard, Venue
from bot.model.topics import Place, position
from tests.answers.desk import Desk, a_desk
from tests.builders import a_person, a_place, a_run, an_offer, an_organisation, showing

QUESTIONS = (showing("place", "place"), showing("contact", "contact"))
HALL = a_place("halle", title="Halle", within="stadt", coordinates="51.75631, 14.33286")
TOWN = a_place("stadt", "in der Stadt", title="Stadt")


def a_course(**fields: object) -> Desk:
    """Return a desk that knows one course, a hall on the map and a town that is not."""
    return a_desk(an_offer("kurs", **fields), HALL, TOWN, *QUESTIONS)


@pytest.mark.parametrize(
    "fields",
    [
        {"place": "halle"},
        {"runs": [a_run("2027-05-03", place="halle")]},
        {"runs": [a_run("2027-03-01", end="2027-03-09", place="halle")]},
    ],
)
def test_a_place_that_is_exactly_known_is_shown_on_the_map(fields: dict[str, object]) -> None:
    """The topic's own, that of a coming run or of the one that is running."""
    reply = a_course(**fields).answer("place", "kurs")

    assert reply.attached == (Venue("📍 Auf der Karte", "Halle", "Stadt", 51.75631, 14.33286),)


@pytest.mark.parametrize("fields", [{"place": "stadt"}, {"runs": [a_run("2026-05-03", place="halle")]}])
def test_no_place_is_guessed_and_none_that_is_over_is_shown(fields: dict[str, object]) -> None:
    """Without coordinates, and for where it was once, words are enough."""
    assert a_course(**fields).answer("place", "kurs").attached == ()


def test_an_address_is_shown_on_the_map_too() -> None:
    """Where the place has one."""
    place = HALL.model_copy(update={"id": "messe", "address": an_organisation(address="Weg 1").address})
    reply = a_desk(an_offer("kurs", place="messe"), place, *QUESTIONS).answer("place", "kurs")

    assert isinstance(reply.attached[0], Venue)
    assert reply.attached[0].address == "Weg 1"


@pytest.mark.parametrize("text", ["14.33286, 51.75631", "51.75631", "51,75631 14,33286", "40.71277, -74.00597", "irgendwo"])
def test_numbers_that_are_no_place_of_ours_are_refused(text: str) -> None:
    """Above all swapped ones."""
    with pytest.raises(ValidationError):
        a_place(coordinates=text)


def test_without_coordinates_there_is_no_position() -> None:
    """Nothing stands in for them."""
    assert position(Place.model_validate(TOWN.model_dump(by_alias=True))) is None
    assert position(HALL) == (51.75631, 14.33286)


def test_a_public_number_comes_as_a_card() -> None:
    """With the country, so that it can be called from everywhere."""
    office = an_organisation("amt", title="Amt", phone="0355 / 123-45")
    reply = a_desk(an_offer("kurs", contact="amt"), office, *QUESTIONS).answer("contact", "kurs")

    assert reply.attached == (ContactCard("Zum Speichern", "Amt", "+4935512345"),)


@pytest.mark.parametrize(
    "who",
    [
        an_organisation("amt", mail="a@example.org"),
        an_organisation("amt", phone={"value": "0355 1", "status": "to_confirm"}),
        a_person("amt", phone="0355 1", press_only=True),
    ],
)
def test_what_needs_a_word_beside_it_is_no_card(who: object) -> None:
    """No number, one that must be checked first, one for the press."""
    reply = a_desk(who, *QUESTIONS).answer("contact", "amt")  # type: ignore[arg-type]

    assert reply.attached == ()


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("+49 355 49460 653", "+4935549460653"),
        ("0049 355 1", "+493551"),
        ("0355 4/946-0", "+4935549460"),
        ("(0355) 12", "+4935512"),
        ("116 111", "116111"),
        ("0800 111 0 111", "08001110111"),
    ],
)
def test_numbers_get_their_country(written: str, dialled: str) -> None:
    """Except those that work only as they are."""
    assert international(written) == dialled
