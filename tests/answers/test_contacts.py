"""Whom to ask, and how to reach them; the press is never offered as advice."""

from __future__ import annotations

import pytest

from bot.answers.contacts import host
from bot.model.answerable import GENERAL_CONTACT
from bot.model.reply import Items, Link
from tests.answers.desk import Desk, a_desk, source_of
from tests.builders import a_network, a_person, an_offer, an_organisation

OFFICE = an_organisation(GENERAL_CONTACT, title="Amt", mail="amt@example.org")
PAGE_LINK = {"title": "Öffnen", "url": "https://www.example.org/"}


def asked_for(desk: Desk, topic: str = "kurs") -> str:
    """Return the first sentence about the contact of a topic."""
    return desk.said("contact", topic).split("\n\n")[0]


def test_a_topic_with_its_own_numbers_is_asked_itself() -> None:
    """Phone, mail, address and page each in a line, the page as a button too."""
    desk = a_desk(an_organisation("firma", phone="0355 1", mail="a@example.org", address="Weg 1", links=[PAGE_LINK]))

    reply = desk.answer("contact", "firma")

    assert asked_for(desk, "firma") == desk.says("contact-self", title="Firma")
    assert Items((
        desk.says("phone", phone="0355 1"),
        desk.says("mail", mail="a@example.org"),
        desk.says("address", address="Weg 1"),
        desk.says("page", page="example.org"),
    )) in reply.blocks
    assert reply.links == (Link("Öffnen", "https://www.example.org/"),)


def test_who_can_only_be_written_to_is_told_as_that_first() -> None:
    """Who asks for the number learns at once that we know none."""
    desk = a_desk(an_organisation("firma", mail="a@example.org"))

    assert asked_for(desk, "firma") == desk.says("contact-self-no-phone", title="Firma")


def test_when_to_call_and_what_to_check_stand_beside_the_number() -> None:
    """A note in brackets; what is to be confirmed says according to whom."""
    phone = {"value": "0355 1", "note": {"de": "Mo–Fr", "en": "Mon–Fri"}, "status": "to_confirm"}
    desk = a_desk(an_organisation("firma", phone=phone))

    line = f"{desk.says('phone', phone='0355 1')} (Mo–Fr) {desk.says('to-confirm', source='Seite A')}"
    assert Items((line,)) in desk.answer("contact", "firma").blocks


def test_a_page_alone_is_said_to_be_alone() -> None:
    """Nobody searches for a number we do not have, nor is told first how to call."""
    desk = a_desk(an_organisation("firma", links=[PAGE_LINK]))

    assert desk.said("contact", "firma").startswith(desk.says("no-phone-or-mail", title="Firma"))


def test_where_only_others_can_be_written_to_one_can_still_walk_in() -> None:
    """The door is named with its note, then whom to ask; an address of those asked is not told beside it."""
    address = {"value": "Weg 1", "note": {"de": "am Rathaus", "en": "by the town hall"}}
    desk = a_desk(an_organisation("treff", address=address), OFFICE)
    with_door = a_desk(an_organisation("treff", address=address), OFFICE.model_copy(update={"address": OFFICE.mail}))

    door = desk.says("contact-visit", title="Treff", address="Weg 1 (am Rathaus)")
    assert desk.said("contact", "treff").startswith(f"{door} {desk.says('contact-other', title='Treff', who='Amt')}")
    assert "Weg 1" not in with_door.said("contact", "treff")


def test_a_page_shared_with_those_asked_is_named_once() -> None:
    """The same line is not said twice."""
    desk = a_desk(an_offer("kurs", links=[PAGE_LINK], contact="stelle"), an_organisation("stelle", phone="0355 1", links=[PAGE_LINK]))

    assert desk.said("contact", "kurs").count("example.org") == 1


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"contact": "stelle", "provider": "firma"}, "Stelle"),
        ({"provider": "firma"}, "Firma"),
        ({"contact": "leer", "provider": "firma"}, "Firma"),
        ({"contact": "um-die-ecke"}, "Stelle"),
        ({}, "Amt"),
        ({"contact": "gibt-es-nicht"}, "Amt"),
    ],
)
def test_the_nearest_one_is_asked(fields: dict[str, str], asked: str) -> None:
    """The contact, else the provider, else the contact of the contact, else the general office."""
    desk = a_desk(
        an_offer("kurs", **fields), an_organisation("stelle", phone="1"), an_organisation("firma", phone="2"),
        an_organisation("leer"), an_organisation("um-die-ecke", contact="stelle"), OFFICE,
    )

    assert asked_for(desk) == desk.says("contact-other", title="Kurs", who=asked)


def test_contacts_that_point_at_each_other_come_to_an_end() -> None:
    """A circle leads on to the general office, or to nobody where there is none."""
    circle = (an_offer("kurs", contact="eins"), an_organisation("eins", contact="zwei"), an_organisation("zwei", contact="eins"))
    nobody = a_desk(*circle)

    assert asked_for(a_desk(*circle, OFFICE)) == nobody.says("contact-other", title="Kurs", who="Amt")
    assert nobody.said("contact", "kurs") == nobody.says("not-there", why=nobody.says("missing", title="Kurs"))


def test_the_press_is_never_asked_for_advice() -> None:
    """A contact that is for press only is passed over."""
    press = a_person("presse", press_only=True, phone="0355 9")
    desk = a_desk(an_offer("kurs", contact="presse"), press, OFFICE)

    assert "0355 9" not in desk.said("contact", "kurs")
    assert asked_for(desk) == desk.says("contact-other", title="Kurs", who="Amt")


def test_the_press_contact_is_told_as_that() -> None:
    """By the network it speaks for, and by its own name, also to who asks how to reach them."""
    press = a_person("presse", press_only=True, phone="0355 9")
    desk = a_desk(a_network("netz", people=[{"who": "presse", "part": "press"}]), press, an_offer("kurs"))

    for topic in ("netz", "presse"):
        assert desk.said("press-contact", topic).startswith(desk.says("press", name="Presse"))
        assert "0355 9" in desk.said("press-contact", topic)
    assert desk.said("contact", "presse") == desk.said("press-contact", "presse")
    assert desk.said("press-contact", "kurs").startswith(desk.says("not-there", why=desk.says("missing", title="Kurs")))


def test_advisers_are_named_beside_the_office() -> None:
    """Who can advise is said with the ways to reach the office."""
    roles = [{"who": "ada-muster", "part": "adviser"}, {"who": "ben-muster", "part": "adviser"}]
    desk = a_desk(an_organisation("firma", phone="1", people=roles), a_person("ada-muster"), a_person("ben-muster"))

    assert desk.says("contact-adviser", names="Ada Muster, Ben Muster") in desk.said("contact", "firma")


@pytest.mark.parametrize(
    ("ways", "reach"),
    [
        ({"mail": "a@example.org", "phone": "1", "links": [PAGE_LINK]}, "a@example.org"),
        ({"phone": "1", "links": [PAGE_LINK]}, "example.org"),
        ({"phone": "1"}, "1"),
    ],
)
def test_who_knows_is_named_with_the_best_way_to_reach_them(ways: dict[str, object], reach: str) -> None:
    """A mail can be sent from the phone in the hand; else the page; else the number."""
    desk = a_desk(an_organisation("firma", **ways))

    assert desk.says("ask-them-self", who="Firma", reach=reach) in desk.said("cost", "firma")


def test_who_asks_for_the_press_contact_by_name_hears_who_gives_advice() -> None:
    """What staff wrote about the person comes before her number."""
    press = a_person("presse", press_only=True, phone="0355 9", summary={"de": "Nur für Medien. Rat gibt die Beratung.", "en": "Media only."})
    desk = a_desk(a_network("netz", people=[{"who": "presse", "part": "press"}]), press)

    assert desk.said("press-contact", "presse").startswith("Nur für Medien. Rat gibt die Beratung.")
    assert desk.said("press-contact", "netz").startswith(desk.says("press", name="Presse"))


def test_the_source_of_the_address_is_named() -> None:
    """A number from another page names that page."""
    pages = {
        "page": {"title": "Seite A", "url": "https://example.org/a", "read": "2026-11-21"},
        "impressum": {"title": "Impressum", "url": "https://example.org/i", "read": "2026-11-21"},
    }
    desk = a_desk(an_organisation("firma", phone={"value": "1", "source": "impressum"}, sources=pages))

    assert "Impressum" in source_of(desk.answer("contact", "firma"))


def test_the_pages_of_a_topic_are_named_and_linked() -> None:
    """The first is said, up to three are buttons."""
    pages = [{"title": f"Seite {number}", "url": f"https://example.org/{number}"} for number in range(5)]
    desk = a_desk(an_offer("kurs", links=pages), an_offer("zwei"))

    assert desk.said("website", "kurs") == desk.says("links", title="Kurs", page="example.org/0")
    assert len(desk.answer("website", "kurs").links) == 3
    assert desk.said("website", "zwei").startswith(desk.says("not-there", why=desk.says("missing", title="Zwei")))


@pytest.mark.parametrize(
    ("url", "said"),
    [("https://www.qlee.eu/", "qlee.eu"), ("http://a.org/b/c", "a.org/b/c"), ("https://wwwahl.de", "wwwahl.de")],
)
def test_an_address_is_said_the_way_people_say_it(url: str, said: str) -> None:
    """Without scheme, www and closing slash."""
    assert host(url) == said


def test_where_others_only_have_a_page_that_page_is_the_way_on() -> None:
    """Nobody is sent to somebody of whom the next sentence says that they cannot be asked."""
    desk = a_desk(an_offer("lehre", contact="kammer"), an_organisation("kammer", links=[PAGE_LINK]))

    assert desk.said("contact", "lehre").startswith(desk.says("contact-other-page", title="Lehre", who="Kammer") + "\n\n•")


def test_beside_those_who_are_asked_its_own_page_is_named() -> None:
    """It is still worth a look."""
    desk = a_desk(an_offer("kurs", links=[PAGE_LINK], contact="stelle"), an_organisation("stelle", phone="0355 1"))

    said = desk.said("contact", "kurs")

    assert "0355 1" in said
    assert said.count("example.org") == 1
