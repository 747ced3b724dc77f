"""What a list is filtered by, and which members are asked for."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.views import members_view, view_of
from bot.model.context import ListView
from tests.builders import a_mention, a_network, a_reading
from tests.dialogue.world import WORLD

OFFERS, MEMBERS = WORLD.intents["list-offers"], WORLD.intents["members"]


def test_a_list_is_filtered_by_all_that_was_named() -> None:
    """Themes, places, types of its own kinds, and the first period."""
    days = (date(2027, 3, 1), date(2027, 4, 1))
    reading = a_reading(
        "kurse", a_mention("theme", "wind"), a_mention("theme", "wasser"), a_mention("place", "stadt"),
        a_mention("kind", "offer/internship"), a_mention("kind", "event/fair"), a_mention("kind", "offer"),
        a_mention("period", "period", days=days),
    )

    assert view_of(OFFERS, reading) == ListView(
        "list-offers", ("internship",), ("wind", "wasser"), ("stadt",), ("2027-03-01", "2027-04-01")
    )


def test_the_whole_region_is_no_filter() -> None:
    """All of it is in the Lausitz."""
    assert view_of(OFFERS, a_reading("kurse in der lausitz", a_mention("place", "lausitz"))) == ListView("list-offers")


def test_what_is_named_twice_filters_once() -> None:
    """Two words for one theme are said as one filter."""
    reading = a_reading("was mit metall oder schweißen", a_mention("theme", "metal"), a_mention("theme", "metal"))

    assert view_of(OFFERS, reading).themes == ("metal",)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("welche hochschule ist dabei", 0), ("diese unternehmen", 1), ("wer ist dabei", None),
        ("unternehmen und hochschulen", 1), ("hochschulen und unternehmen", 0),
    ],
)
def test_a_group_of_members_is_found_by_the_word_for_it(text: str, group: int | None) -> None:
    """Singular or plural, of two the first; without any the whole list is meant."""
    assert members_view(MEMBERS, WORLD.topics["netz"], a_reading(text)) == ListView("members", group=group)


@pytest.mark.parametrize("text", ["alle hochschulen", "bitte sämtliche", "the full list"])
def test_who_wants_all_gets_longer_pages(text: str) -> None:
    """Six are not what was asked for."""
    reading = a_reading(text.replace("ä", "ae"))
    view = members_view(MEMBERS, WORLD.topics["netz"], reading)

    assert view is not None
    assert view.whole
    assert view_of(OFFERS, reading).whole


def test_the_group_most_spoken_of_is_meant() -> None:
    """One word may begin two titles; staff can give a group more names."""
    groups = [
        {"title": "Kammern und Wirtschaft", "who": ["firma"]},
        {"title": "Wirtschaftsförderung", "also_called": ["Landkreise"], "who": ["uni"]},
    ]
    network = a_network("netz", members={"groups": groups})

    assert members_view(MEMBERS, network, a_reading("welche landkreise mit wirtschaftsförderung")) == ListView("members", group=1)


def test_the_dates_of_a_time_are_those_of_courses_too() -> None:
    """But a fair is an event."""
    march = a_mention("period", "period", days=(date(2024, 3, 1), date(2024, 4, 1)))

    assert view_of(WORLD.intents["list-events"], a_reading("termine im märz", march)).dated
    assert not view_of(WORLD.intents["list-events"], a_reading("messen", a_mention("kind", "event/fair"), march)).dated


def test_only_lists_of_members_have_groups() -> None:
    """Neither another question nor what has no list."""
    assert members_view(WORLD.intents["overview"], WORLD.topics["netz"], a_reading("hochschulen")) is None
    assert members_view(MEMBERS, WORLD.topics["windkurs"], a_reading("hochschulen")) is None
    assert members_view(MEMBERS, a_network("leer"), a_reading("hochschulen")) is None


@pytest.mark.parametrize(("text", "ahead"), [("kommende kurse", True), ("was startet bald", True), ("welche kurse gibt es", False)])
def test_what_is_to_come_is_asked_for_by_a_word(text: str, ahead: bool) -> None:
    """In any language."""
    assert view_of(OFFERS, a_reading(text)).ahead is ahead
