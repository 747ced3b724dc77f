"""What is said to a message in a language we do not speak."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.tongues import Tongues
from bot.model.catalogue import Catalogue
from bot.model.intents import LANGUAGE
from bot.model.moves import AnswerIntent, Move, NotKnown
from bot.model.reading import Reading
from tests.builders import QUESTIONS, a_catalogue, a_context, a_mention, a_reading, an_intent

WORLD: Catalogue = a_catalogue(
    *(each for each in QUESTIONS if each.id != LANGUAGE),
    an_intent(LANGUAGE, kind="small_talk", answer={"text": {"de": "Deutsch und Englisch.", "en": "German and English."}}),
)


def said(reading: Reading) -> Move | None:
    """Return what is said of the language of a message."""
    return Tongues(WORLD).move(reading, a_context())


@pytest.mark.parametrize(("text", "unread"), [
    ("proszę", ("proszę",)), ("po polsku proszę", ("po", "polsku", "proszę")), ("można i po polsku", ("można", "polsku", "po")),
    ("можна українською", ("можна", "українською")), ("teşekkürler", ("teşekkürler",)),
])
def test_who_writes_in_letters_of_another_language_hears_which_we_speak(text: str, unread: tuple[str, ...]) -> None:
    """However near something of ours seems: the words only look alike."""
    move = said(a_reading(text, unread=unread, intent="contact", confidence=0.99))

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.topic) == (LANGUAGE, None)


@pytest.mark.parametrize(("text", "unread"), [
    ("wer ist Agnieszka Wężyk", ("Agnieszka", "Wężyk")), ("frau Wężyk", ("Wężyk",)), ("André", ("André",)), ("źěłodawaŕ", ("źěłodawaŕ",)),
    ("asdf qwer", ("asdf", "qwer")), ("wann ist das", ()),
])
def test_a_name_within_a_question_and_letters_of_ours_tell_of_no_language(text: str, unread: tuple[str, ...]) -> None:
    """Nor do letters that Sorbian has, or names from anywhere."""
    assert said(a_reading(text, unread=unread)) is None


def test_who_writes_in_a_language_that_is_recognised_and_that_no_field_has_hears_which_we_speak() -> None:
    """Whatever its words seem to name."""
    named = a_reading("szukam praktyki w qlee", a_mention("topic", "qlee", at=3), intent="contact", confidence=0.99)

    move = said(replace(named, tongue="pl"))

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.topic) == (LANGUAGE, None)
    assert said(named) is None


def test_who_writes_no_word_we_know_asks_no_question_of_ours() -> None:
    """Letters alone come near one; small talk they may be, and one word that is known is read."""
    strange = a_reading("prosze", unread=("prosze",), intent="contact", confidence=0.99)

    assert said(strange) == NotKnown(misses=1)
    assert said(replace(strange, ranked=a_reading("prosze", intent=LANGUAGE).ranked)) is None
    assert said(a_reading("prosze kontakt", unread=("prosze",), intent="contact", confidence=0.99)) is None


def test_what_names_something_of_ours_is_asked_about_that() -> None:
    """Whatever the words beside it are."""
    asked = a_reading("proszę qlee można", unread=("proszę", "można"))

    assert said(asked) is not None
    assert said(replace(asked, mentions=(a_mention("topic", "qlee", at=1),))) is None
