"""Short words that steer the talk."""

from __future__ import annotations

import pytest

from bot.language.fold import folded_words
from bot.model.reading import Command
from bot.understanding.commands import CommandReader


def read(text: str) -> Command | None:
    """Return the command *text* is."""
    return CommandReader().read(folded_words(text))


@pytest.mark.parametrize(
    "text", ["ja", "Ja bitte!", "jo", "klar gerne", "ok", "yes please", "sure", "genau das"]
)
def test_yes_is_understood(text: str) -> None:
    """In all our languages, and politely."""
    assert read(text) == Command("yes")


@pytest.mark.parametrize("text", ["nein", "nee", "ne bitte nicht", "nope", "no", "nein das nicht", "schade", "egal", "ok never mind", "vergiss es", "forget it"])
def test_no_is_understood(text: str) -> None:
    """A polite word beside it changes nothing."""
    assert read(text) == Command("no")


@pytest.mark.parametrize("text", ["vergiss mich", "forget me please"])
def test_who_wants_to_be_forgotten_refuses_nothing(text: str) -> None:
    """That asks for something."""
    assert read(text) is None


@pytest.mark.parametrize(
    "text", ["mehr", "noch mehr", "zeig mir mehr", "erzähl mehr", "tell me more", "weitere", "more please", "show me the rest"]
)
def test_more_is_understood(text: str) -> None:
    """The rest of a list is asked for in few words."""
    assert read(text) == Command("more")


@pytest.mark.parametrize(
    "text", ["der andere", "das andere bitte", "die anderen", "nein, das andere", "the other one"]
)
def test_the_other_one_is_understood(text: str) -> None:
    """Who refuses one thing and takes the other says which."""
    assert read(text) == Command("other")


@pytest.mark.parametrize(
    "text", ["noch was?", "gibt es andere", "gibt es da noch was anderes", "was noch", "habt ihr sonst noch was", "anything else?",
             "noch einen", "und noch eine?", "another one"]
)
def test_what_else_there_is_is_understood(text: str) -> None:
    """Whatever the words: something, and more of it."""
    assert read(text) == Command("else")


@pytest.mark.parametrize("text", ["was ist das andere", "was brauche ich noch", "wann gibt es noch was", "was mache ich noch", "und gibts die noch"])
def test_what_else_is_asked_of_nothing_in_particular(text: str) -> None:
    """Who says whose, when or which one asks something else."""
    assert read(text) != Command("else")


@pytest.mark.parametrize("text", ["gut", "cool", "k", "alles klar", "aha ok", "ach so", "hm", "oh wow"])
def test_what_was_only_heard_is_understood(text: str) -> None:
    """Nothing is asked, and nothing greeted."""
    command = read(text)

    assert command is not None
    assert command.control in ("heard", "yes", "no")


@pytest.mark.parametrize("text", ["ist das sicher", "ist das nicht richtig", "is that right", "bist du sicher", "stimmt das", "du bist ja richtig gut"])
def test_a_question_is_no_yes(text: str) -> None:
    """What begins like a question asks, whatever word is in it; nor is a yes what is said of the bot."""
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("der zweite", 2),
        ("das dritte bitte", 3),
        ("nimm die 2", 2),
        ("Nummer 4", 4),
        ("12", 12),
        ("the first one", 1),
        ("der letzte Kurs", -1),
        ("ja, die erste", 1),
    ],
)
def test_a_number_picks_from_a_list(text: str, number: int) -> None:
    """In words or digits; the last one counts from the end."""
    assert read(text) == Command("ordinal", number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "qlee",
        "wann",
        "wo ist der zweite",
        "wer noch",
        "ja wann geht es denn los",
        "mehr zu wasserstoff",
        "2024",
        "der kurs",
        "nicht mehr",
        "das stimmt nicht",
        "bitte keine mehr",
        "noch nicht",
        "no more",
        "ja ja ja ja ja ja",
        "0",
    ],
)
def test_what_says_more_than_that_is_no_command(text: str) -> None:
    """A question is read as a question."""
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "empty"), [("der kurs bitte", True), ("", True), ("welche kurse", False), ("preis", False)]
)
def test_words_that_ask_nothing_are_told_from_those_that_do(text: str, *, empty: bool) -> None:
    """A question word or any other word asks something."""
    assert CommandReader().is_empty(folded_words(text)) is empty
