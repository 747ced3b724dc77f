"""How well intents fit what a question names, whatever its words."""

from __future__ import annotations

import pytest

from bot.model.intents import GOOD_NEWS
from bot.understanding.fits import Fits
from tests.builders import a_catalogue, an_intent

CATALOGUE = a_catalogue(an_intent(GOOD_NEWS, kind="small_talk", answer={"text": {"de": "Glückwunsch!"}}))


@pytest.mark.parametrize("text", ["hab die zusage nicht", "hab leider keine zusage", "unfortunately they said no", "i didnt pass"])
def test_good_news_that_is_denied_is_none(text: str) -> None:
    """Nobody is congratulated on a failed exam, however alike the words are."""
    assert Fits(CATALOGUE).boosts((), text.split())[GOOD_NEWS] < -1


def test_who_asks_tells_no_good_news() -> None:
    """"muss ich am 1. September anfangen" is not congratulated, "hat endlich geklappt" is."""
    asked, told = (Fits(CATALOGUE).boosts((), text.split())[GOOD_NEWS] for text in ("muss ich im september anfangen", "hat endlich geklappt"))

    assert asked < -1
    assert told == 0


def test_good_news_may_be_meant_where_nothing_denies_it() -> None:
    """It is as likely as its words make it."""
    assert Fits(CATALOGUE).boosts((), "hab die zusage".split())[GOOD_NEWS] == 0
