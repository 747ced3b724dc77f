"""The fact somebody means."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from bot.language.fold import folded_words
from bot.model.catalogue import Catalogue
from bot.model.reading import FactMatch
from bot.model.values import Language
from bot.understanding.facts import FactIndex
from bot.understanding.semantic import Encoder
from bot.understanding.sight import Sight
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

ASKED = {
    "was kostet {topic}": "cost",
    "wann geht es los": "dates",
    "wie wird das wetter": "off-topic",
    "hallo": "greeting",
    "wer bist du": "identity",
    "guten tag": "greeting",
}
"""Questions of the world that mean no topic, with their intents."""


def normalised(text: str, _: Language | None) -> tuple[str, ...]:
    """Return the folded words of *text* in whatever language."""
    return folded_words(text)


def index_of(
    catalogue: Catalogue,
    encoder: Encoder | None = None,
    memory: MemoryCache | None = None,
    asked: Mapping[str, str] = ASKED,
) -> FactIndex:
    """Return the index of what *catalogue* says, beside questions that mean no topic."""
    none = [(intent, folded_words(text)) for text, intent in asked.items()]
    return FactIndex(catalogue, none, normalised, Sight(stem, encoder, memory or MemoryCache()))


@cache
def the_index() -> FactIndex:
    """Return the index of the world without an encoder."""
    return index_of(WORLD)


def nearest(text: str, catalogue: Catalogue = WORLD, encoder: Encoder | None = None) -> tuple[str, str]:
    """Return the topic nearest to folded words, and the intent that fits best."""
    index = index_of(catalogue, encoder) if catalogue is not WORLD or encoder else the_index()
    found = index.match(tuple(text.split()))
    assert found is not None
    return found.topics[0].topic, max(found.intents, key=lambda intent: found.intents[intent])


def near(index: FactIndex, text: str) -> tuple[FactMatch, ...]:
    """Return the topics nearest to the words of *text*; none where the index is empty."""
    found = index.match(folded_words(text))
    return found.topics if found else ()


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

    assert nearest("preis", a_catalogue(topics), TinyEncoder())[0] == "b"


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
    foreign = near(index, "zitronenfalter brüten quartalsweise")
    ours = near(index, "gibt es ein zeugnis der kammer")

    assert max((match.nearness for match in foreign), default=0.0) < 0.3
    assert ours[0].nearness > 0.5


def test_a_question_that_means_no_topic_leaves_all_of_them_behind() -> None:
    """What is asked of any topic, word by word, is near to none."""
    index = the_index()

    for asked in ASKED:
        assert max(match.nearness for match in near(index, asked)) < 0.3


def test_the_likeliest_topics_come_first() -> None:
    """A few of them, each once."""
    texts = {"cost": "Geld", "pay": "Lohn", "time": "Zeit", "steps": "Weg"}
    topics = [
        an_offer(f"t{n}", f"Titel {n}", facets=texts | ({"pay": "Kupfer"} if n == 3 else {})) for n in range(8)
    ]
    best = near(index_of(a_catalogue(topics)), "kupfer")

    named = [match.topic for match in best]
    assert named[0] == "t3"
    assert 1 < len(named) <= 5
    assert len(set(named)) == len(named)
    assert [match.nearness for match in best] == sorted((match.nearness for match in best), reverse=True)


def test_how_people_ask_is_learnt_over_all_topics() -> None:
    """What is asked in words that were only used of another topic still means the same question."""
    topics = [
        an_offer("a", "Alpha", questions={"cost": ["muss ich da blechen"], "place": ["wo steigt das"]}),
        an_offer("b", "Beta", questions={"cost": ["geht das ins geld"], "place": ["welche adresse"]}),
    ]

    assert nearest("muss man fuer beta blechen", a_catalogue(topics))[1] == "cost"


def test_places_and_people_hold_no_facts() -> None:
    """Where somebody works is asked for by name."""
    topics = [a_place("forst", "Forst"), a_person("jana", "Jana Lindner", summary="Sie leitet das Forstamt.")]
    index = index_of(a_catalogue(topics))

    assert near(index, "forstamt") == ()


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


def test_facts_are_encoded_once() -> None:
    """A second start takes their vectors from the cache, and finds the same."""
    memory, encoder, question = MemoryCache(), TinyEncoder(), ("zeugnis", "der", "kammer")
    first = index_of(WORLD, encoder, memory)
    asked, kept = len(encoder.asked), set(memory.kept)

    again = index_of(WORLD, encoder, memory)

    assert asked == len(encoder.asked) == 1
    assert set(memory.kept) == kept
    assert again.match(question) == first.match(question)


def test_how_like_a_question_is_to_those_of_each_topic_is_told() -> None:
    """The nearest of what is asked and said of a topic counts, for each question of its own."""
    camp = an_offer("camp", title="Camp", facets={"cost": "Nichts."}, questions={"content": ["gibt es dort ein zelt", "was macht man da"]})
    found = index_of(a_catalogue([camp, *WORLD.topics.values()])).match(folded_words("gibt es dort ein zelt"))

    assert found is not None
    assert found.alike["camp", "content"] == max(found.alike.values()) == pytest.approx(1.0, abs=0.1)
    assert found.alike["camp", "cost"] < 0.5
    assert ("camp", "dates") not in found.alike


def test_the_very_words_of_a_question_tell_what_staff_wrote_it_for() -> None:
    """Where two topics, or any, are asked so, they tell nothing."""
    course = an_offer("kurs", "Kurs", questions={"cost": ["muss man da was zahlen", "wie teuer wird das"]})
    year = an_offer("jahr", "Jahr", questions={"pay": ["wie teuer wird das"], "cost": ["wie wird das wetter"]})
    index = index_of(a_catalogue([course, year]))

    found = {text: index.match(folded_words(text)) for text in (
        "Muss man da was zahlen?", "muss man was zahlen", "wie teuer wird das", "wie wird das wetter"
    )}

    assert [near and near.taught for near in found.values()] == [("kurs", "cost"), None, None, None]
