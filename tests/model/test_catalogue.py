"""The catalogue: everything found by id, former id or digest."""

from __future__ import annotations

from bot.model.choices import digest
from bot.model.topics import Event, Offer
from tests.builders import a_catalogue, an_event, an_intent, an_offer

RENAMED = an_offer("neu", formerly=["alt"])
DATES = an_intent("dates", answer={"show": ["dates"]}, formerly=["termine"])


def test_a_topic_is_found_by_its_id_and_its_former_ids() -> None:
    """A rename breaks no button and no link."""
    catalogue = a_catalogue(RENAMED, DATES)

    assert catalogue.topic("neu") == catalogue.topic("alt") == RENAMED
    assert catalogue.intent("dates") == catalogue.intent("termine") == DATES


def test_a_topic_is_found_by_the_digest_of_its_id() -> None:
    """Buttons with long ids carry digests."""
    catalogue = a_catalogue(RENAMED, DATES)

    assert catalogue.topic(digest("neu")) == RENAMED
    assert catalogue.intent(digest("dates")) == DATES


def test_what_is_not_there_is_not_found() -> None:
    """No id, an empty one, an unknown one, and one of the other kind of thing."""
    catalogue = a_catalogue(RENAMED, DATES)

    assert [catalogue.topic(name) for name in (None, "", "weg", "dates")] == [None] * 4
    assert [catalogue.intent(name) for name in (None, "", "weg", "neu")] == [None] * 4


def test_an_id_in_force_wins_over_a_former_one() -> None:
    """Who took over an old name is meant by it."""
    taken = an_offer("alt")

    assert a_catalogue(RENAMED, taken).topic("alt") == taken


def test_topics_of_one_class_are_listed_in_order() -> None:
    """Only those of the class asked for."""
    catalogue = a_catalogue(RENAMED, an_event(), an_offer("zwei"))

    assert [topic.id for topic in catalogue.of_class(Offer)] == ["neu", "zwei"]
    assert [topic.id for topic in catalogue.of_class(Event)] == ["messe"]
