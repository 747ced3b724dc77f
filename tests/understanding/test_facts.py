"""The fact somebody means."""

from __future__ import annotations

import pytest

from bot.model.catalogue import Catalogue
from bot.understanding.facts import FactIndex
from bot.understanding.semantic import Encoder
from tests.understanding.builders import (
    MemoryCache,
    TinyEncoder,
    a_catalogue,
    a_person,
    a_place,
    a_theme,
    an_offer,
    stem,
)
from tests.understanding.world import WORLD


def nearest(text: str, catalogue: Catalogue = WORLD, encoder: Encoder | None = None) -> tuple[str, str]:
    """Return topic and intent of the fact nearest to folded words."""
    index = FactIndex(catalogue, stem, encoder, MemoryCache())
    best = index.best(index.match(tuple(text.split())))[0]
    return best.topic, best.intent


@pytest.mark.parametrize(
    ("text", "topic", "intent"),
    [
        ("ich will mit anlagen arbeiten", "wasserstoffkurs", "overview"),
        ("gibts ein zeugnis der kammer", "wasserstoffkurs", "certificate"),
        ("bekomme ich lohn", "pflegeausbildung", "cost"),
        ("hat der erste durchgang bestanden", "wasserstoffkurs", "history"),
        ("macht ihr auch elektrolyse im labor", "wasserstoffkurs", "working-groups"),
        ("i want to run hydrogen plants", "wasserstoffkurs", "overview"),
    ],
)
def test_a_question_finds_its_fact_without_naming_the_topic(text: str, topic: str, intent: str) -> None:
    """Summaries, facets, history and parts are found by what they say, in every language."""
    assert nearest(text) == (topic, intent)


def test_a_fact_is_found_by_its_meaning() -> None:
    """«Preis» is nearer to «Plan» in letters, and to «Gebühr» in meaning."""
    topics = [
        an_offer("a", "Alpha", facets={"steps": "es gibt einen plan"}),
        an_offer("b", "Beta", facets={"pay": "es gibt eine gebühr"}),
    ]

    assert nearest("preis", a_catalogue(topics), TinyEncoder()) == ("b", "pay")


def test_wording_counts_beside_meaning() -> None:
    """Where meaning cannot tell two facts apart, the words do."""
    topics = [
        an_offer("a", "Alpha", facets={"cost": "kosten"}),
        an_offer("b", "Alpha", facets={"cost": "gebühr"}),
    ]

    assert nearest("gebuehr kosten", a_catalogue(topics[:1]), TinyEncoder()) == ("a", "cost")
    assert nearest("gebuehr", a_catalogue(topics), TinyEncoder()) == ("b", "cost")


def test_each_topic_is_named_once_and_the_nearest_first() -> None:
    """Five topics at most, with how near their best fact is."""
    topics = [
        an_offer(f"t{n}", f"Titel {n}", facets={"cost": f"Geld {'kupfer ' * (n == 3)}", "pay": "Geld"})
        for n in range(8)
    ]
    index = FactIndex(a_catalogue(topics), stem, None, MemoryCache())

    best = index.best(index.match(("kupfer", "geld")))

    assert best[0].topic == "t3"
    assert len({match.topic for match in best}) == len(best) == 5
    assert [match.nearness for match in best] == sorted((match.nearness for match in best), reverse=True)


def test_facts_of_topics_asked_about_are_told_by_intent() -> None:
    """Of several facts for one intent the nearest counts; other topics do not."""
    index = FactIndex(WORLD, stem, None, MemoryCache())
    nearness = index.match(("zeugnis", "der", "kammer"))

    within = index.within(nearness, frozenset({"wasserstoffkurs"}))

    assert max(within, key=lambda intent: within[intent]) == "certificate"
    assert set(within) == {"overview", "cost", "certificate", "history", "working-groups"}
    assert index.within(nearness, frozenset()) == {}


def test_the_nearest_of_several_facts_for_an_intent_counts() -> None:
    """A long history does not hide the milestone that is meant."""
    milestones = [{"when": "2024", "what": f"Es gab {what}."} for what in ("Äpfel", "Kupfer", "Birnen")]
    index = FactIndex(a_catalogue([an_offer("a", "Alpha", history=milestones)]), stem, None, MemoryCache())
    nearness = index.match(("kupfer",))

    assert index.within(nearness, frozenset({"a"})) == {"history": pytest.approx(nearness.max())}


def test_places_and_people_hold_no_facts() -> None:
    """Where somebody works is asked for by name."""
    topics = [a_place("forst", "Forst"), a_person("jana", "Jana Lindner", summary="Sie leitet das Forstamt.")]
    index = FactIndex(a_catalogue(topics), stem, None, MemoryCache())

    assert index.best(index.match(("forstamt",))) == ()


def test_themes_do() -> None:
    """What a field of work is about can be asked."""
    theme = a_theme("care", "Pflege").model_copy(
        update={"summary": an_offer("x", "X", summary="Hilfe im Alltag").summary}
    )

    assert nearest("hilfe im alltag", a_catalogue([theme])) == ("care", "overview")


@pytest.mark.parametrize("encoder", [None, TinyEncoder()])
def test_an_empty_catalogue_has_no_facts(encoder: Encoder | None) -> None:
    """Questions are understood before anything is written."""
    index = FactIndex(a_catalogue(), stem, encoder, MemoryCache())

    assert index.best(index.match(("was", "kostet", "das"))) == ()


def test_facts_are_encoded_once() -> None:
    """A second start takes their vectors from the cache."""
    cache, encoder = MemoryCache(), TinyEncoder()
    FactIndex(WORLD, stem, encoder, cache)
    asked = len(encoder.asked)

    FactIndex(WORLD, stem, encoder, cache)

    assert asked == len(encoder.asked) == 1
