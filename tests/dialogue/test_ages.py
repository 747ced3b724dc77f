"""Whom something is for by age."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.ages import told_by_age
from bot.model.moves import AnswerIntent, Doubt, Move, NotKnown
from tests.builders import a_catalogue, a_context, a_reading, an_intent, an_offer

WORLD = a_catalogue(
    an_offer("camp", facets={"audience": "Ab 14 Jahren.", "requirements": "Feste Schuhe."}),
    an_offer("kurs", facets={"audience": "Für alle in jedem Alter."}),
    an_offer("platz", facets={"audience": "Für alle in der Schule."}),
    an_offer("leer"),
    *(an_intent(name, needs=("offer",), answer={"facet": True}) for name in ("requirements", "audience", "history")),
)
UNSURE = Doubt("doubt-age")
YOUNG = AnswerIntent("audience", "camp", doubt=Doubt("doubt-too-young", "12"))


@pytest.mark.parametrize(
    ("text", "move", "told"),
    [
        ("ab wie viel jahren", AnswerIntent("requirements", "camp"), AnswerIntent("audience", "camp")),
        ("bis welches alter", AnswerIntent("history", "camp"), AnswerIntent("audience", "camp")),
        ("what age", NotKnown("camp"), AnswerIntent("audience", "camp")),
        ("bis welches alter", AnswerIntent("audience", "kurs"), AnswerIntent("audience", "kurs")),
        ("bis welches alter", AnswerIntent("history", "platz"), AnswerIntent("audience", "platz", doubt=UNSURE)),
        ("muss ich volljaehrig sein", AnswerIntent("requirements", "platz"), AnswerIntent("audience", "platz", doubt=UNSURE)),
        ("seit wie viel jahren", AnswerIntent("history", "camp"), AnswerIntent("history", "camp")),
        ("was brauche ich", AnswerIntent("requirements", "camp"), AnswerIntent("requirements", "camp")),
        ("alter wie viele sind da", AnswerIntent("history", "camp"), AnswerIntent("history", "camp")),
        ("welche gibts so übers jahr", AnswerIntent("requirements", "camp"), AnswerIntent("requirements", "camp")),
        ("bin ich mit 17 jahren richtig", AnswerIntent("requirements", "camp"), AnswerIntent("audience", "camp")),
        ("bis welches alter", AnswerIntent("history", "leer"), AnswerIntent("history", "leer")),
        ("bis welches alter", NotKnown(), AnswerIntent("audience", "platz", doubt=UNSURE)),
        ("mit erst bis viertklaesslern geht das", AnswerIntent("requirements", "camp"), AnswerIntent("requirements", "camp")),
        ("something for guests who only listen", AnswerIntent("requirements", "camp"), AnswerIntent("requirements", "camp")),
    ],
)
def test_who_asks_for_an_age_is_told_one_or_that_none_is_known(text: str, move: Move, told: Move) -> None:
    """What tells it is told; where nothing does, what is told instead begins with that."""
    assert told_by_age(WORLD, move, a_reading(text), a_context("platz")) == told


@pytest.mark.parametrize(
    ("text", "asked", "told"),
    [
        ("geht das camp mit 12", "overview", YOUNG),
        ("i am only 12 can i go there", "requirements", YOUNG),
        ("mein sohn (12) will hin", "audience", YOUNG),
        ("geht das camp mit 14", "overview", AnswerIntent("overview", "camp")),
        ("was gab es im camp mit 12", "history", AnswerIntent("history", "camp")),
        ("camp mit 12 leute", "overview", AnswerIntent("overview", "camp")),
    ],
)
def test_an_age_below_the_limit_is_told_to_be_so(text: str, asked: str, told: Move) -> None:
    """With the answer that tells the limit; another question, an age that is old enough and other numbers are left alone."""
    assert told_by_age(WORLD, AnswerIntent(asked, "camp"), a_reading(text), a_context()) == told


@pytest.mark.parametrize(("text", "told"), [("was ist das camp alter, klingt gut", "history"), ("bis welches alter, bitte", "audience")])
def test_who_is_called_so_is_asked_for_no_age(text: str, told: str) -> None:
    """"Alter" behind a comma or before one is said to somebody, unless it stands behind what asks."""
    reading = replace(a_reading(text.replace(",", "")), text=text)

    assert told_by_age(WORLD, AnswerIntent("history", "camp"), reading, a_context()) == AnswerIntent(told, "camp")


def test_what_tells_of_age_is_as_sure_as_what_was_found_and_says_what_it_is_about() -> None:
    """A guess at the topic stays a guess, and one found without its name is still named."""
    guessed = AnswerIntent("history", "camp", described=True, also=("overview", "camp"), confidence=0.4)

    told = told_by_age(WORLD, guessed, a_reading("bis welches alter"), a_context())

    assert told == AnswerIntent("audience", "camp", described=True, confidence=0.4)
