"""Replies and readings: what channels and policy look at."""

from __future__ import annotations

from bot.model.reply import Choice, Items, Link, Reply, SourceNote, Text, plain_text
from tests.builders import a_mention, a_reading

REPLY = Reply((
    Text("Am 4. März."),
    Items(("Kurs", "Messe")),
    Link("Öffnen", "https://example.org"),
    Choice("Wo?", "q:place:kurs"),
    SourceNote("Quelle: Seite A"),
))


def test_plain_text_holds_all_that_is_said_and_no_buttons() -> None:
    """Paragraphs, bullets and the source line, in reading order."""
    assert plain_text(REPLY) == "Am 4. März.\n\n• Kurs\n• Messe\n\nQuelle: Seite A"


def test_links_and_choices_are_found_in_order() -> None:
    """Channels that have buttons ask for them apart."""
    assert REPLY.links == (Link("Öffnen", "https://example.org"),)
    assert REPLY.choices == (Choice("Wo?", "q:place:kurs"),)


def test_mentions_of_one_kind_are_picked_out() -> None:
    """Topics are not mixed up with places."""
    topic, place = a_mention("topic", "kurs"), a_mention("place", "halle")

    assert a_reading("kurs halle", topic, place).named("place") == (place,)
