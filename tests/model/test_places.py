"""Which places a topic serves."""

from __future__ import annotations

import pytest

from bot.model.places import covers, lies_in, serves
from bot.model.topics import Topic
from tests.builders import a_catalogue, a_network, a_place, a_run, an_event, an_offer, an_organisation

PLACES = (
    a_place("region", type="region"), a_place("kreis", type="district", within="region"), a_place("stadt", type="town", within="kreis"),
    a_place("halle", within="stadt"),
)


@pytest.mark.parametrize(
    ("inner", "outer", "lies"),
    [("halle", "halle", True), ("halle", "kreis", True), ("kreis", "halle", False), ("weg", "kreis", False), (None, "kreis", False)],
)
def test_a_place_lies_in_all_that_hold_it(inner: str | None, outer: str, lies: bool) -> None:
    """A hall lies in its town and district; not the other way round."""
    assert lies_in(a_catalogue(*PLACES), inner, outer) is lies


@pytest.mark.parametrize(
    "topic",
    [
        an_offer(place="stadt"),
        an_offer(place="halle"),
        an_offer(place="kreis"),
        an_offer(runs=[a_run("2027-03-05", place="halle")]),
        an_offer(provider="firma"),
        a_network(place="stadt"),
        an_offer(place="region", also_in=["dorf", "stadt"]),
    ],
    ids=["itself", "within", "its district", "a run", "its provider", "no dates", "one of several"],
)
def test_a_topic_serves_where_it_its_runs_or_its_provider_are(topic: Topic) -> None:
    """In the place, within it, or in the district around it."""
    assert serves(a_catalogue(*PLACES, topic, an_organisation(place="stadt")), topic, "stadt")


def test_a_topic_elsewhere_or_nowhere_does_not_serve() -> None:
    """Another town is not served, and neither is any by a topic without place."""
    catalogue = a_catalogue(*PLACES, a_place("dorf", within="kreis"))

    assert not serves(catalogue, an_offer(place="dorf"), "stadt")
    assert not serves(catalogue, an_offer(), "stadt")


def test_what_is_in_a_town_is_not_in_its_hall() -> None:
    """Only what is held there is."""
    catalogue = a_catalogue(*PLACES)

    assert serves(catalogue, an_offer(runs=[a_run("2027-03-05", place="halle")]), "halle")
    assert not serves(catalogue, an_offer(place="stadt"), "halle")


def test_who_is_responsible_for_a_district_covers_all_in_it() -> None:
    """With what they offer, not with what they hold on a day; where they are does not matter."""
    catalogue = a_catalogue(*PLACES, a_place("dorf", within="region"), an_organisation("amt", covers=["kreis"]))

    assert covers(catalogue, an_offer(provider="amt"), "stadt")
    assert covers(catalogue, catalogue.topics["amt"], "kreis")
    assert not covers(catalogue, catalogue.topics["amt"], "dorf")
    assert not covers(catalogue, an_event(provider="amt"), "stadt")
