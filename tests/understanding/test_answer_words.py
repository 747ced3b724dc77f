"""Which answer a question is after, by the words the answers say."""

from __future__ import annotations

from bot.understanding.answer_words import AnswerWords
from tests.builders import QUESTIONS
from tests.understanding.builders import a_catalogue, an_offer, stem

CAMPUS = an_offer("campus", "Lernzentrum", facets={"cost": "Das Wohnheim kostet nichts.", "content": "Du lernst an Maschinen."})
COURSE = an_offer("kurs", "Windkurs", facets={"cost": "Der Kurs kostet Geld.", "content": "Du lernst an Maschinen."})
WORDS = AnswerWords(a_catalogue([CAMPUS, COURSE], QUESTIONS), stem)


def test_a_word_speaks_for_the_answers_that_say_it() -> None:
    """Only one answer tells of a hostel, in whatever form of the word."""
    assert set(WORDS.speak_for(["wohnheime"])) == {("campus", "cost")}


def test_a_word_that_begins_alike_is_the_same() -> None:
    """A compound speaks for what its first part does."""
    assert set(WORDS.speak_for(["wohnheimplatz"])) == {("campus", "cost")}


def test_the_fewer_answers_say_a_word_the_more_it_speaks_for_them() -> None:
    """Two answers tell of machines, one of a hostel."""
    assert WORDS.speak_for(["wohnheim"])["campus", "cost"] > WORDS.speak_for(["maschinen"])["campus", "content"] > 0


def test_more_words_speak_louder() -> None:
    """Both words together say more than either."""
    both = WORDS.speak_for(["lernst", "maschinen"])["campus", "content"]

    assert both > WORDS.speak_for(["maschinen"])["campus", "content"]


def test_the_title_speaks_for_all_answers_about_it() -> None:
    """Who half names a topic means it, whatever is asked."""
    assert {topic for topic, _ in WORDS.speak_for(["lernzentren"])} == {"campus"}


def test_small_words_speak_for_nothing() -> None:
    """Every answer says "du" and "an"; a question asks "was"."""
    assert not WORDS.speak_for(["du", "an", "was", "der"])
