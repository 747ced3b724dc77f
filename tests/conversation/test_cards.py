"""Cards for other chats: dated, true on their day, without a link that will close."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.conversation.cards import MOST, cards
from bot.model.reply import Card, SourceNote, plain_text
from tests.conversation.world import the_brain

BEFORE, AFTER = datetime(2027, 3, 4, 12, tzinfo=UTC), datetime(2027, 5, 4, 12, tzinfo=UTC)


def found(text: str, code: str | None = "de", now: datetime = BEFORE) -> tuple[Card, ...]:
    """Return the cards for what is typed."""
    return cards(the_brain(), text, code, now)


@pytest.mark.parametrize("text", ["windkurs", "Windlehrgang", "windk", "WIND", "winkurs"])
def test_a_topic_is_found_by_its_name_also_while_it_is_typed(text: str) -> None:
    """In every spelling the bot reads."""
    assert "windkurs" in [card.id for card in found(text)]


def test_a_theme_brings_what_it_is_about() -> None:
    """Offers first."""
    assert found("bienen")[0].id == "imkerkurs"


def test_a_card_tells_its_day_and_its_source() -> None:
    """It will stay where it is sent."""
    card = next(card for card in found("windkurs") if card.id == "windkurs")
    said = plain_text(card.reply)

    assert "Der nächste Termin von „Windkurs“: Montag, 3. Mai 2027" in said
    assert "Auskunft vom Donnerstag, 4. März 2027." in said
    assert isinstance(card.reply.blocks[-1], SourceNote)
    assert card.line == "Montag, 3. Mai 2027, in Sandow"


def test_what_is_over_is_never_shown_as_upcoming() -> None:
    """The day after, the same card says so, in the list too."""
    card = next(card for card in found("windkurs", now=AFTER) if card.id == "windkurs")

    assert "vorbei" in card.line
    assert "nächste" not in plain_text(card.reply)


def test_no_card_carries_a_link_that_will_close() -> None:
    """Registrations belong into the chat with the bot."""
    every = [card for text in ("windkurs", "imker", "jobmesse", "") for card in found(text)]

    assert every
    assert all(card.reply.links == () and card.reply.choices == () and card.reply.attached == () for card in every)


def test_with_nothing_typed_what_is_ahead_is_offered() -> None:
    """Soonest first; nothing of the past."""
    assert [card.id for card in found("")] == ["jobmesse", "windkurs"]
    assert found("", now=datetime(2028, 1, 1, tzinfo=UTC)) == ()


def test_cards_speak_the_language_of_the_phone() -> None:
    """German where we do not know another."""
    english = next(card for card in found("windkurs", "en-GB") if card.id == "windkurs")

    assert (english.title, "Monday, 3 May 2027" in english.line) == ("Wind course", True)
    assert found("windkurs", "fr")[0].title == "Windkurs"


def test_distress_brings_help_here_too() -> None:
    """Before and in place of anything else."""
    (card,) = found("mir ist alles zu viel windkurs")

    assert card.title == "Hilfe für dich"
    assert "116 000" in plain_text(card.reply)


@pytest.mark.parametrize("text", ["qwrtz", "🦄", "a" * 256, "' OR 1=1"])
def test_what_means_nothing_brings_nothing(text: str) -> None:
    """No card is better than a wrong one."""
    assert len(found(text)) <= MOST
    assert found("qwrtz") == ()
