"""How near topics are to few words within a talk."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.nearness import as_near
from bot.model.reading import FactMatch
from tests.builders import a_catalogue, a_context, a_mention, a_reading, an_intent, an_offer
from tests.dialogue.world import WORLD

NEAR = (FactMatch("wasserkurs", 0.7),)


def nearness(text: str) -> dict[str, float]:
    """Return how near topics are to *text* behind the course on wind, where the one on water seems near."""
    reading = replace(a_reading(text, intent="cost", confidence=0.2), facts=NEAR, asks={"cost": 1.0})
    return {fact.topic: fact.nearness for fact in as_near(WORLD, reading, a_context("windkurs")).facts}


@pytest.mark.parametrize("text", ["welche Fächer", "geht das auch in den Ferien", "what do they teach"])
def test_what_leans_on_the_talk_hardly_means_what_it_only_sounds_like(text: str) -> None:
    """"welche Fächer" behind one course is not asked of another whose facts speak of such."""
    near = nearness(text)

    assert near["windkurs"] > near["wasserkurs"]


@pytest.mark.parametrize("text", ["und Wasser", "welche Pumpen baut man in den Werken ein"])
def test_a_name_and_a_whole_sentence_may_mean_something_else(text: str) -> None:
    """Few words that hold the name of another mean that, and so may what describes it at length."""
    assert nearness(text)["wasserkurs"] == 0.7


def test_a_name_behind_that_is_asked_of_it() -> None:
    """"ist das Wasser" asks of what is talked about whether it is that."""
    assert nearness("ist das Wasser")["wasserkurs"] < 0.3


def test_a_thing_that_is_said_of_the_latest_is_its_own() -> None:
    """"wo ist denn nun die Schule" behind a course whose facts speak of the school hardly means another school."""
    told = an_offer("windkurs", summary="Die Schule ist in der Stadt.")
    world = a_catalogue(told, an_offer("wasserkurs", summary="Ein Kurs."), an_intent("cost", needs=("offer",), answer={"facet": True}))

    def near(text: str) -> float:
        reading = replace(a_reading(text, intent="cost", confidence=0.2), facts=NEAR, asks={"cost": 1.0})
        return {fact.topic: fact.nearness for fact in as_near(world, reading, a_context("windkurs")).facts}["wasserkurs"]

    assert near("wo ist denn nun die schule") < 0.3
    assert near("wo sehe ich denn alle schule") < 0.3
    assert near("wo ist denn nun die pumpe") == 0.7


def test_what_points_there_hardly_means_another_of_the_sort() -> None:
    """"kann man da einen Schulabschluss machen" behind one school is not asked of another."""
    assert nearness("kann man da einen abschluss in pumpen machen")["wasserkurs"] < 0.3


@pytest.mark.parametrize(("place", "near"), [("stadt", 0.2), ("dorf", 0.7)])
def test_a_place_where_the_latest_is_names_nothing_else(place: str, near: float) -> None:
    """"dann die Adresse in Forst" behind a school in Forst is not asked of another office there."""
    read = a_reading(f"gut dann die adresse in {place}", a_mention("place", place, at=5), intent="place", confidence=0.2)
    reading = replace(read, facts=NEAR, asks={"place": 1.0})
    facts = as_near(WORLD, reading, a_context("firma")).facts

    assert {fact.topic: fact.nearness for fact in facts}["wasserkurs"] == near
