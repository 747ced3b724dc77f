"""What somebody does not want, and what there is besides it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.refusing import besides_the_refused
from bot.model.context import Context, ListView
from bot.model.moves import AnswerIntent
from bot.model.reading import Mention, Reading
from tests.builders import (
    QUESTIONS,
    a_catalogue,
    a_context,
    a_mention,
    a_reading,
    a_theme,
    an_offer,
    an_organisation,
)

WAYS = ("apprenticeship", "study", "internship", "volunteering", "further-training")
WORLD = a_catalogue(
    *QUESTIONS, an_offer("lehre", type="apprenticeship"), an_offer("firmenlehre", type="apprenticeship", provider="firma"),
    an_offer("studium", type="study"), an_organisation("firma"), a_theme("wind"), a_theme("wasser"),
)


def theme(text: str, name: str = "wind") -> Reading:
    """Return *text*, in which a field of work is named by its own word."""
    return a_reading(text, a_mention("theme", name, at=text.split().index(name)))


def topic(text: str, word: str, name: str | None = None) -> Reading:
    """Return *text*, in which a *word* names a topic, if not called like that by its *name*."""
    return a_reading(text, a_mention("topic", name or word, at=text.split().index(word)))


def asked(reading: Reading, context: Context | None = None) -> AnswerIntent | None:
    """Return what is told of what is refused, however sure it is."""
    move = besides_the_refused(WORLD, reading, context or a_context())
    return replace(move, confidence=1.0) if move else None


def besides(*names: str, types: tuple[str, ...] = WAYS, themes: tuple[str, ...] = ()) -> AnswerIntent:
    """Return the list of what there is besides *names*."""
    return AnswerIntent("list-offers", view=ListView("list-offers", types=types, themes=themes, besides=names))


@pytest.mark.parametrize("text", [
    "kein lust auf wind was noch", "was gibts ausser wind", "bloss keine wind", "keine wind", "nicht wieder wind",
    "ich will nicht mehr in der wind arbeiten", "auf keinen fall wind", "nichts mit wind", "was anderes als wind", "wind will ich nicht",
    "wind ist nichts fuer mich", "wind interessiert mich nicht", "auf wind habe ich keinen lust", "not in wind please",
    "something other than wind", "i do not want to work in wind", "ich hasse wind", "bin schlecht in wind",
])
def test_a_field_of_work_is_refused_before_or_behind_its_name(text: str) -> None:
    """What else there is to do is listed without it: no money and no advice."""
    assert asked(theme(text)) == besides("wind")


def test_what_one_likes_may_be_part_of_the_name_that_is_refused() -> None:
    """"Ich mag Mathe nicht": "mag Mathe" is a name of the field, for who likes it."""
    liked = Mention("theme", ("wind",), 1, 3, 1.0, None)

    assert asked(a_reading("ich mag wind nicht", liked)) == besides("wind")


@pytest.mark.parametrize("text", [
    "ich will zu wind", "ist das nicht wind", "rechnen statt wind", "reden kein wind ich will eine lehre", "ich will wind oder nicht",
    "brauche ich kein abitur fuer wind", "warum will keiner zu wind", "wind will ich nicht verpassen", "habe nichts gegen wind",
])
def test_a_no_that_means_something_else_refuses_nothing(text: str) -> None:
    """It belongs to other words, or asks."""
    assert asked(theme(text)) is None


@pytest.mark.parametrize(("text", "word", "refused", "ways"), [
    ("will nicht zur firma", "firma", ("firma",), WAYS),
    ("mag nicht die lehre", "lehre", ("lehre", "apprenticeship"), WAYS[1:]),
    ("bloss keine lehre", "lehre", ("lehre", "apprenticeship"), WAYS[1:]),
    ("lehre will ich nicht machen", "lehre", ("lehre", "apprenticeship"), WAYS[1:]),
    ("firmenlehre will ich nicht", "firmenlehre", ("firmenlehre",), WAYS),
])
def test_a_body_and_an_offer_can_be_refused_too(text: str, word: str, refused: tuple[str, ...], ways: tuple[str, ...]) -> None:
    """With a general offer all of its sort."""
    assert asked(topic(text, word)) == besides(*refused, types=ways)


@pytest.mark.parametrize("text", ["was gibt es ausser einer lehre", "what is there besides a lehre", "alles ausser lehre"])
def test_what_there_is_besides_an_offer_is_asked_with_that_word_alone(text: str) -> None:
    """No "something other" has to stand before it."""
    ways = ("study", "internship", "volunteering", "further-training")
    assert asked(topic(text, "lehre")) == besides("lehre", "apprenticeship", types=ways)


@pytest.mark.parametrize("text", ["keine lehre", "kein lust mehr auf lehre", "arbeit ohne lehre", "ich habe keine lehre", "abi aber keine lehre"])
def test_what_one_has_or_lacks_is_not_refused(text: str) -> None:
    """Who has no apprenticeship, or is tired of theirs, hears something else."""
    assert asked(topic(text, "lehre")) is None


@pytest.mark.parametrize(("text", "at"), [("ich will nicht studieren", 3), ("kein studium bitte", 1), ("studium will ich nicht", 0)])
def test_who_says_no_more_than_that_they_will_not_study_hears_what_else_there_is(text: str, at: int) -> None:
    """However it is named; who goes on is answered by the rest."""
    named = a_reading(text, a_mention("topic", "studium", at=at))

    assert asked(a_reading(text)) == besides("study", types=tuple(way for way in WAYS if way != "study"))
    assert asked(named) in (besides("studium", "study", types=(WAYS[0], *WAYS[2:])), besides("study", types=(WAYS[0], *WAYS[2:])))
    assert asked(a_reading(f"{text} was kostet wohnen")) is None


def test_of_several_fields_the_refused_are_left_out_and_the_others_asked_about() -> None:
    """"Was mit Wasser, aber nicht Wind"; nothing is listed for what is both wanted and not."""
    both = a_reading("i will nicht wind lieber wasser", a_mention("theme", "wind", at=3), a_mention("theme", "wasser", at=5))
    but = a_reading("was mit wasser aber nicht wind", a_mention("theme", "wasser", at=2), a_mention("theme", "wind", at=5))
    neither = a_reading("keine wind und keine wasser", a_mention("theme", "wind", at=1), a_mention("theme", "wasser", at=4))
    same = a_reading("wind machen ohne wind zu sein", a_mention("theme", "wind", at=0), a_mention("theme", "wind", at=3))

    assert asked(both) == asked(but) == besides("wind", types=(), themes=("wasser",))
    assert asked(neither) == besides("wind", "wasser")
    assert asked(same) is None


@pytest.mark.parametrize(("beside", "expected"), [
    ("lehre", besides("wind", types=("apprenticeship",))), ("firmenlehre", None), ("firma", None),
])
def test_beside_a_general_offer_its_sort_is_wanted(beside: str, expected: AnswerIntent | None) -> None:
    """"Eine Lehre, aber nicht bei Wind"; who names one in particular, or a body, asks about that."""
    words: tuple[Mention, ...] = (a_mention("topic", beside, at=2), a_mention("theme", "wind", at=5))

    assert asked(a_reading("ich will lehre aber nicht wind", *words[:1], replace(words[1], first=5, last=6))) == expected


def test_what_is_refused_of_what_is_talked_about_is_asked_of_that() -> None:
    """"Gibt es dort etwas außer Pflege" asks the body that was named."""
    reading = theme("gibts dort was ausser wind")

    assert asked(reading, a_context("firma")) is None
    assert asked(reading) is not None
