"""What the word that asks for a time or a place speaks for."""

from __future__ import annotations

from bot.understanding.asking_words import AskingWords
from tests.builders import an_intent
from tests.understanding.builders import a_catalogue, an_offer

SAYS = {"answer": {"show": ["contact"]}}
DATES = an_intent("dates", "wann ist {topic}", "wann geht {topic} los", "wann wieder", **SAYS)
PLACE = an_intent("place", "wo ist {topic}", "wo findet {topic} statt", "in welchem haus", **SAYS)
PRICE = an_intent("cost", "was kostet {topic}", "wie teuer ist {topic}", "preis von {topic}", **SAYS)
COURSE = an_offer("kurs", "Windkurs", questions={"content": ["was habt ihr gemacht, wann immer ihr da wart", "was lernt man"]})
WORDS = AskingWords(a_catalogue([COURSE], [DATES, PLACE, PRICE]))


def test_a_word_speaks_for_what_is_asked_with_it() -> None:
    """And against what is not."""
    spoken = WORDS.speak_for("und wann macht das auf")

    assert spoken["dates"] > 0 > spoken["place"]
    assert spoken["cost"] < 0


def test_the_first_interrogative_of_a_taught_question_counts() -> None:
    """What staff wrote down of a topic is counted as well; there "what" asks, not the "when" behind it."""
    assert WORDS.speak_for("wann war das")["content"] < 0


def test_the_sentence_that_asks_decides() -> None:
    """Not what is told before it."""
    spoken = WORDS.speak_for("Ich weiß nicht, wann ich Zeit habe. Wo ist das?")

    assert spoken["place"] > 0 > spoken["dates"]


def test_what_asks_for_no_time_or_place_says_nothing() -> None:
    """"Was" asks for anything; and some messages ask with no such word at all."""
    assert not WORDS.speak_for("ab wann darf man")
    assert not WORDS.speak_for("was kostet das")
    assert not WORDS.speak_for("preis?")


def test_nothing_is_said_of_a_word_that_nothing_is_asked_with() -> None:
    """None of these questions asks in English."""
    assert not WORDS.speak_for("when is it")


def test_a_few_questions_never_make_it_impossible() -> None:
    """Many questions without a word speak louder against it than few, and none beyond measure."""
    often = an_intent("cost", *(f"preis nummer {number}" for number in range(99)), **SAYS)
    many = AskingWords(a_catalogue([], [DATES, PLACE, often]))

    assert -2.0 <= many.speak_for("wann")["cost"] < WORDS.speak_for("wann")["cost"]
