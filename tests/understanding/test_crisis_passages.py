"""How long messages are cut into passages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.crisis_passages import LONGEST, handicap_of, parts, passages, plain_words
from bot.understanding.crisis_words import read_words


def parted(text: str) -> dict[str, float]:
    """Return the parts of a message, and how much more distress must be heard in each."""
    return {part.text: part.handicap for part in parts(text, read_words(text))}


def cut(text: str) -> list[int]:
    """Return how many words each passage of *text* has."""
    return [len(passage.words) for passage in passages(text, read_words(text))]


def test_a_short_message_is_one_passage_as_written() -> None:
    """The encoder reads it with its capitals and marks."""
    (passage,) = passages("Hallo, wie GEHT es?", read_words("Hallo, wie GEHT es?"))

    assert passage.text == "Hallo, wie GEHT es?"
    assert passage.words == ("hallo", "wie", "geht", "es")


def test_a_long_message_is_cut_at_the_ends_of_sentences() -> None:
    """No sentence of ordinary length is torn."""
    text = "Das ist ein Satz mit genau neun kurzen Worten. " * 10

    assert cut(text) == [27, 27, 27, 9]


def test_a_sentence_without_end_is_cut_with_an_overlap() -> None:
    """What stands across a cut is seen whole in one of the passages."""
    text = " ".join(f"w{number}" for number in range(100))
    cuts = passages(text, read_words(text))

    assert cuts[0].words[-10:] == cuts[1].words[:10]
    assert {word for part in cuts for word in part.words} == set(plain_words(text))


@pytest.mark.parametrize("text", ["", "   ", "🙂", "?!", "你好" * 0])
def test_without_words_there_is_no_passage(text: str) -> None:
    """An emoji alone says nothing."""
    assert passages(text, read_words(text)) == ()


@given(st.text(max_size=2_000))
def test_no_passage_is_longer_than_a_message_judged_as_a_whole(text: str) -> None:
    """Whatever is sent, the work for one passage is bounded."""
    assert all(0 < words <= LONGEST for words in cut(text))


def test_less_is_asked_of_few_words_and_more_of_many() -> None:
    """So it is for the passages of a long letter, of which there are many to raise an alarm."""
    def asked(count: int) -> list[float]:
        text = "wort " * count
        return [passage.handicap for passage in passages(text, read_words(text))]

    (short,), (usual,), (long,) = asked(4), asked(10), asked(20)
    assert short < usual < long
    assert usual == 0
    assert len(asked(90)) > 1
    assert all(handicap > usual for handicap in asked(90))
    assert handicap_of(["wort"]) == -handicap_of(["wort"] * LONGEST) == pytest.approx(-0.3)


def test_sentences_and_clauses_are_parts_with_a_handicap() -> None:
    """A clause alone says less surely what is meant than a sentence; short ones and the message itself are none."""
    assert parted("Was kostet der Kurs? Ich weine jede Nacht, und danke euch sehr.") == {
        "Was kostet der Kurs": 0.2,
        "Ich weine jede Nacht": 0.6,
        "und danke euch sehr": 0.6,
        "danke euch sehr": pytest.approx(1.35),
        "Ich weine jede Nacht und danke euch sehr": 0.2,
    }
    assert parted("Ich weine jede Nacht") == {}


@pytest.mark.parametrize(
    "text", ["ich weine jede nacht und wo ist der Kurs", "wo ist der Kurs und ich weine jede nacht", "where is the course but ich weine jede nacht"]
)
def test_what_is_joined_to_a_question_is_a_part(text: str) -> None:
    """No comma stands between a cry and the question beside it."""
    assert "ich weine jede nacht" in parted(text)


def test_what_is_joined_to_no_question_is_none() -> None:
    """Half of one statement says too little."""
    assert parted("ich weine jede nacht und lache den ganzen tag") == {}


def test_parts_are_spelt_as_written() -> None:
    """The encoder knows words with their umlauts and apostrophes; what was only read is left as it was read."""
    text = "Auf der Brücke weine ich, I don't like it, okay"

    assert {"Auf der Brücke weine ich", "I don't like it"} <= parted(text).keys()
    assert "auf der bruecke weinen" in {part.text for part in parts("", read_words(text.replace("weine ich", "weinen")))}


def test_of_three_words_more_is_asked_and_two_are_no_part() -> None:
    """Many a cry has only three, as has "er ist siebzehn"; "und wann" says nothing."""
    found = parted("Ich weine nachts, und wann startet der Kurs? Er ist siebzehn. Und wo?")

    assert found["Ich weine nachts"] == pytest.approx(1.35)
    assert found["Er ist siebzehn"] == pytest.approx(0.95)
    assert all(len(text.split()) > 2 for text in found)


def test_parts_are_bounded() -> None:
    """However many sentences are sent, the work stays the same."""
    assert len(parted("".join(f"Das ist Satz {number}. " for number in range(500)))) < 30
