"""Intents ranked for a question."""

from __future__ import annotations

from functools import cache

import pytest

from bot.language.fold import folded_words
from bot.understanding.matcher import Example, Matcher, Ranking
from bot.understanding.semantic import Encoder
from bot.understanding.sight import Sight
from tests.understanding.builders import MemoryCache, TinyEncoder, stem

EXAMPLES = {
    "dates": (
        "wann startet {topic}",
        "wann startet es",
        "wann geht es los",
        "wann geht {topic} los",
        "wann beginnt {topic}",
    ),
    "cost": (
        "was kostet {topic}",
        "was kostet das",
        "wie teuer ist {topic}",
        "wie teuer ist das",
        "wie teuer ist es",
    ),
    "place": ("wo findet {topic} statt",),
    "greeting": ("hallo", "hallo ihr", "guten tag", "guten tag ihr", "guten tag zusammen"),
    "off-topic": (
        "wie wird das wetter",
        "wird das wetter gut",
        "wer hat das spiel gewonnen",
        "wer hat gewonnen",
    ),
}


MANY = {
    intent: tuple(f"{intent} {word} bitte" for word in "eins zwei drei vier fünf sechs sieben acht".split())
    for intent in EXAMPLES
}


def examples_of(by_intent: dict[str, tuple[str, ...]]) -> tuple[Example, ...]:
    """Return examples with their words."""
    return tuple(
        Example(intent, text, folded_words(text)) for intent, texts in by_intent.items() for text in texts
    )


def matcher_of(by_intent: dict[str, tuple[str, ...]], encoder: Encoder | None = None, chat: tuple[str, ...] = ()) -> Matcher:
    """Return a matcher fitted to examples; intents of small talk are in *chat*."""
    return Matcher(examples_of(by_intent), Sight(stem, encoder, MemoryCache()), chat)


@cache
def the_matcher() -> Matcher:
    """Return the matcher of the lexical view alone."""
    return matcher_of(EXAMPLES)


def rank(text: str, *, named: bool = False, **boosts: float) -> Ranking:
    """Return how the intents rank for folded words."""
    return the_matcher().rank([folded_words(text)], boosts, named=named)


def first(ranking: Ranking) -> str:
    """Return the intent ranked first."""
    return ranking.candidates[0].intent


def score_of(intent: str, ranking: Ranking) -> float:
    """Return the score of one intent."""
    return next(candidate.score for candidate in ranking.candidates if candidate.intent == intent)


@pytest.mark.parametrize(("intent", "text"), [(intent, texts[-1]) for intent, texts in EXAMPLES.items()])
def test_an_example_is_understood(intent: str, text: str) -> None:
    """Asked word by word, it is ranked first and named as the nearest."""
    nearest = the_matcher().nearest([folded_words(text)], intent)

    assert first(rank(text)) == intent
    assert nearest.example == text
    assert nearest.alike == pytest.approx((1.0,), abs=0.1)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("wann fängt {topic} an", "dates"),
        ("ist das teuer", "cost"),
        ("hallo du", "greeting"),
    ],
)
def test_other_words_for_it_are_understood(text: str, intent: str) -> None:
    """A question need not be an example."""
    assert first(rank(text)) == intent


def test_candidates_are_ranked_by_score_and_share_one_certainty() -> None:
    """The first carries the confidence of the gate; the others share the rest and never exceed it."""
    ranking = rank("wann startet {topic}")
    scores = [candidate.score for candidate in ranking.candidates]
    shares = [candidate.confidence for candidate in ranking.candidates]

    assert scores == sorted(scores, reverse=True)
    assert shares[0] == pytest.approx(ranking.confidence, abs=1e-3)
    assert max(shares) == shares[0]
    assert sum(shares) <= 1.001


def test_a_foreign_question_is_hardly_believed() -> None:
    """What no example comes near is less sure than any question of ours."""
    foreign = rank("zitronenfalter brüten quartalsweise").confidence

    assert foreign < 0.5
    assert all(rank(texts[0]).confidence > foreign for texts in EXAMPLES.values())


def test_an_intent_with_one_example_is_found() -> None:
    """New intents work before they are complete; other words for the example do too."""
    assert first(rank("wo findet {topic} statt")) == "place"
    assert first(rank("wo findet das denn statt")) == "place"


def test_a_single_intent_is_ranked_alone() -> None:
    """There is nothing it could be mistaken for."""
    (candidate,) = (
        matcher_of({"dates": ("wann startet {topic}",)}).rank([("wann",)], {}, named=False).candidates
    )

    assert candidate.intent == "dates"
    assert 0.0 <= candidate.confidence <= 1.0


def test_two_intents_with_the_same_example_are_both_offered() -> None:
    """Which of them is meant cannot be told, so neither is sure."""
    matcher = matcher_of(
        {"cost": ("was macht das",), "dates": ("was macht das",), "place": ("wo ist es", "wo denn")}
    )

    ranking = matcher.rank([("was", "macht", "das")], {}, named=False)

    one, other = ranking.candidates[:2]
    assert {one.intent, other.intent} == {"cost", "dates"}
    assert one.score == pytest.approx(other.score, abs=1e-3)
    assert other.confidence <= one.confidence == pytest.approx(ranking.confidence, abs=1e-3)
    assert ranking.confidence < 0.5


def test_the_order_of_the_examples_does_not_matter() -> None:
    """Files may be read in any order, and languages stand beside each other."""
    mixed = tuple(sorted(examples_of(EXAMPLES), key=lambda example: example.text))
    words = folded_words("wann startet das")

    matcher = Matcher(mixed, Sight(stem, None, MemoryCache()))
    ranking = matcher.rank([words], {}, named=False)

    assert [candidate.intent for candidate in ranking.candidates] == [
        candidate.intent for candidate in rank("wann startet das").candidates
    ]
    assert matcher.nearest([words], "dates") == the_matcher().nearest([words], "dates")
    assert ranking.confidence == pytest.approx(rank("wann startet das").confidence, abs=1e-3)


def test_without_any_example_there_is_no_matcher() -> None:
    """An empty folder is told at the start."""
    with pytest.raises(ValueError, match="examples"):
        matcher_of({})


def test_a_boost_decides_a_close_call() -> None:
    """What was named speaks for the intent that can use it."""
    text = "wann statt"
    plain, boosted = rank(text), rank(text, place=0.9)

    assert first(plain) != "place"
    assert first(boosted) == "place"


def test_a_boost_for_an_unknown_intent_is_ignored() -> None:
    """An intent without examples cannot be ranked."""
    assert rank("hallo", unknown=5.0) == rank("hallo")


def test_the_better_way_to_read_a_question_counts() -> None:
    """As written or with its names masked, each intent keeps its best score."""
    ways = [("wann", "startet", "brumm"), ("wann", "startet", "{topic}")]
    both = the_matcher().rank(ways, {}, named=True)
    written = the_matcher().rank([("wann", "startet", "brumm")], {}, named=True)
    masked = the_matcher().rank([("wann", "startet", "{topic}")], {}, named=True)

    assert both.candidates[0].score == masked.candidates[0].score > written.candidates[0].score
    assert the_matcher().nearest(ways, "dates").example == "wann startet {topic}"


def test_who_names_a_topic_is_believed_more() -> None:
    """A question about a topic of ours is seldom foreign."""
    assert rank("wann kommt {topic}", named=True).confidence > rank("wann kommt {topic}").confidence


def test_meaning_finds_what_letters_do_not() -> None:
    """With an encoder, a word that is in no example is understood."""
    encoder = TinyEncoder()
    matcher = matcher_of(EXAMPLES, encoder)
    words = ("gebühr",)

    assert first(matcher.rank([words], {}, named=False)) == "cost"
    assert encoder.asked[-1] == ("Gebühr?",)


def test_a_clear_question_does_not_ask_the_encoder() -> None:
    """Where letters are enough, time is saved."""
    encoder = TinyEncoder()
    matcher = matcher_of(MANY, encoder)
    asked = len(encoder.asked)

    sure = matcher.rank([("cost", "eins", "bitte")], {}, named=False)

    assert first(sure) == "cost"
    assert len(encoder.asked) == asked


@pytest.mark.parametrize(("chat", "asks"), [((), True), (("cost",), True), (("greeting",), False)])
def test_small_talk_that_words_show_does_not_ask_the_encoder(chat: tuple[str, ...], asks: bool) -> None:
    """What "danke dir" means hardly depends on more than its words: less sure than a question, it is as right."""
    encoder = TinyEncoder()
    matcher = matcher_of(MANY, encoder, chat)
    asked = len(encoder.asked)

    ranking = matcher.rank([("greeting", "zehn", "elf", "bitte")], {}, named=False)

    assert first(ranking) == "greeting"
    assert (len(encoder.asked) > asked, ranking.chats) == (asks, not asks)


def test_a_second_start_ranks_the_same() -> None:
    """What the first one learnt is kept: letters, meanings and how sure to be."""
    memory, words = MemoryCache(), folded_words("wann kostet {topic} gebühr")
    first = Matcher(examples_of(EXAMPLES), Sight(stem, TinyEncoder(), memory))
    kept, encoder = set(memory.kept), TinyEncoder()

    again = Matcher(examples_of(EXAMPLES), Sight(stem, encoder, memory))

    assert set(memory.kept) == kept
    assert encoder.asked == []
    assert again.rank([words], {}, named=True) == first.rank([words], {}, named=True)


def test_a_foreign_question_is_refused_more_than_ours() -> None:
    """Whether it belongs anywhere is another question than which intent is right."""
    foreign = rank("zitronenfalter brüten quartalsweise").refusal

    assert all(rank(texts[0]).refusal < 0.5 < foreign for texts in EXAMPLES.values())


def test_ranking_is_the_same_every_time() -> None:
    """Nothing is learnt from questions."""
    assert rank("was ist mit {topic}") == rank("was ist mit {topic}")


def test_an_example_another_intent_wins_is_told() -> None:
    """Staff hear of it, block by block of the examples; those that are read as taught are no news."""
    matcher = matcher_of({**EXAMPLES, "place": ("wo findet {topic} statt", "wann startet es")})

    assert (Example("place", "wann startet es", ("wann", "startet", "es")), "dates") in matcher.misread()
    assert the_matcher().misread() == ()


def test_how_near_the_nearest_example_is_is_told_by_view() -> None:
    """The very example is as near as can be, a stranger is not."""
    (same,), (other,) = (the_matcher().nearest([words], "cost").alike for words in (("was", "kostet", "das"), ("ganz", "fremd")))

    assert 0.99 < same <= 1.0
    assert other < 0.5
