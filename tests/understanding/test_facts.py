"""The fact somebody means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pytest

from bot.language.fold import folded_words
from bot.model.catalogue import Catalogue
from bot.model.values import Language
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

ASKED = ("was kostet {topic}", "wann geht es los", "wie wird das wetter", "hallo", "wer bist du", "guten tag")
"""Questions of the world that mean no topic."""


def normalised(text: str, _: Language | None) -> tuple[str, ...]:
    """Return the folded words of *text* in whatever language."""
    return folded_words(text)


def index_of(
    catalogue: Catalogue,
    encoder: Encoder | None = None,
    memory: MemoryCache | None = None,
    asked: Iterable[str] = ASKED,
) -> FactIndex:
    """Return the index of what *catalogue* says, beside questions that mean no topic."""
    none = [folded_words(text) for text in asked]
    return FactIndex(catalogue, none, normalised, stem, encoder, memory or MemoryCache())


@cache
def the_index() -> FactIndex:
    """Return the index of the world without an encoder."""
    return index_of(WORLD)


def nearest(text: str, catalogue: Catalogue = WORLD, encoder: Encoder | None = None) -> tuple[str, str]:
    """Return topic and intent of the fact nearest to folded words."""
    index = index_of(catalogue, encoder) if catalogue is not WORLD or encoder else the_index()
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


def test_a_question_written_for_a_topic_finds_it_without_its_name() -> None:
    """No fact has a word of it, and nobody has to write it exactly like that."""
    topics = [
        an_offer("rettung", "Notfallhilfe", questions={"overview": ["wie werd ich sanitäter"]}),
        an_offer("bau", "Hochbau", questions={"overview": ["wie werd ich maurer"], "cost": ["maurerlohn"]}),
    ]
    catalogue = a_catalogue(topics)

    assert nearest("wie werde ich sanitaeter", catalogue) == ("rettung", "overview")
    assert nearest("will maurer werden", catalogue) == ("bau", "overview")
    assert nearest("was ist der maurerlohn", catalogue) == ("bau", "cost")


def test_places_and_people_are_found_by_questions_written_for_them() -> None:
    """They hold no facts, but may be asked for in other words."""
    person = an_offer("kurs", "Kurs"), a_person("jana", "Jana Lindner", questions={"contact": ["wer leitet das amt"]})

    assert nearest("wer leitet denn das amt", a_catalogue(person)) == ("jana", "contact")


def test_a_question_that_fits_nothing_is_near_to_no_topic() -> None:
    """Something comes first all the same, but it is not believed."""
    index = the_index()
    foreign = index.best(index.match(("zitronenfalter", "brüten", "quartalsweise")))
    ours = index.best(index.match(("gibt", "es", "ein", "zeugnis", "der", "kammer")))

    assert max((match.nearness for match in foreign), default=0.0) < 0.3
    assert ours[0].nearness > 0.5


def test_a_question_that_means_no_topic_leaves_all_of_them_behind() -> None:
    """What is asked of any topic, word by word, is near to none."""
    index = the_index()

    for asked in ASKED:
        assert max(match.nearness for match in index.best(index.match(folded_words(asked)))) < 0.3


def test_the_likeliest_topics_come_first_with_their_nearest_facts() -> None:
    """A few topics, each at one place with three facts at most, the nearest first."""
    texts = {"cost": "Geld", "pay": "Lohn", "time": "Zeit", "steps": "Weg"}
    topics = [
        an_offer(f"t{n}", f"Titel {n}", facets=texts | ({"pay": "Kupfer"} if n == 3 else {})) for n in range(8)
    ]
    index = index_of(a_catalogue(topics))

    best = index.best(index.match(("kupfer",)))

    named = list(dict.fromkeys(match.topic for match in best))
    facts = {topic: [match.score for match in best if match.topic == topic] for topic in named}
    assert (best[0].topic, best[0].intent) == ("t3", "pay")
    assert 1 < len(named) <= 6
    assert [match.topic for match in best] == [topic for topic in named for _ in facts[topic]]
    assert all(len(scores) == 3 and scores == sorted(scores, reverse=True) for scores in facts.values())
    assert [match.nearness for match in best] == sorted((match.nearness for match in best), reverse=True)


def test_facts_of_topics_asked_about_are_told_by_intent() -> None:
    """The nearest is the one that is asked for; other topics do not count."""
    index = the_index()
    near = index.match(("zeugnis", "der", "kammer"))

    within = index.within(near, frozenset({"wasserstoffkurs"}))

    assert max(within, key=lambda intent: within[intent]) == "certificate"
    assert set(within) == {"overview", "cost", "certificate", "history", "working-groups"}
    assert index.within(near, frozenset()) == {}


def test_of_two_topics_asked_about_the_nearer_fact_counts() -> None:
    """An intent is as near as the nearest fact that answers it."""
    index = the_index()
    near = index.match(("lohn", "vom", "ersten", "tag"))

    nursing = index.within(near, frozenset({"pflegeausbildung"}))["cost"]
    both = index.within(near, frozenset({"pflegeausbildung", "wasserstoffkurs"}))["cost"]

    assert both == nursing > index.within(near, frozenset({"wasserstoffkurs"}))["cost"]


def test_a_long_history_does_not_hide_the_milestone_that_is_meant() -> None:
    """One near milestone is enough for the history to be the nearest."""
    milestones = [{"when": "2024", "what": f"Es gab {what}."} for what in ("Äpfel", "Kupfer", "Birnen")]
    topic = an_offer("a", "Alpha", history=milestones, facets={"cost": "Es ist umsonst.", "pay": "Es gibt Lohn."})
    index = index_of(a_catalogue([topic]))

    within = index.within(index.match(("kupfer",)), frozenset({"a"}))

    assert max(within, key=lambda intent: within[intent]) == "history"


def test_places_and_people_hold_no_facts() -> None:
    """Where somebody works is asked for by name."""
    topics = [a_place("forst", "Forst"), a_person("jana", "Jana Lindner", summary="Sie leitet das Forstamt.")]
    index = index_of(a_catalogue(topics))

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
    index = index_of(a_catalogue(), encoder)

    assert index.match(("was", "kostet", "das")) is None
    assert index.within(None, frozenset({"a"})) == {}
    assert index.best(index.match(("was", "kostet", "das"))) == ()


def test_facts_are_encoded_once() -> None:
    """A second start takes their vectors from the cache, and finds the same."""
    memory, encoder, question = MemoryCache(), TinyEncoder(), ("zeugnis", "der", "kammer")
    first = index_of(WORLD, encoder, memory)
    asked, kept = len(encoder.asked), set(memory.kept)

    again = index_of(WORLD, encoder, memory)

    assert asked == len(encoder.asked) == 1
    assert set(memory.kept) == kept
    assert again.best(again.match(question)) == first.best(first.match(question))
