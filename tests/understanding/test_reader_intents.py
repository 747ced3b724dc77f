"""What a message asks for, and how sure that is."""

from __future__ import annotations

from functools import cache

import pytest

from bot.understanding.reader import ANSWER_FROM, CHOICES_FROM, Reader, verdict
from tests.understanding.builders import TinyEncoder, a_catalogue, a_network, an_intent, an_offer
from tests.understanding.world import (
    INTENTS,
    SYNONYMS,
    TODAY,
    TOPICS,
    WORLD,
    intent_of,
    read,
    reader_of,
    score_of,
    the_reader,
    the_reader_of_meaning,
)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("wann startet der H2-Kurs", "dates"),
        ("Was kostet die Pflegeausbildung?", "cost"),
        ("was kosted der h2 kurs", "cost"),
        ("how much does the hydrogen course cost", "cost"),
        ("ey digga krieg ich beim h2-kurs ein zertifikat", "certificate"),
        ("welche kurse gibt es in lübbenau", "list-offers"),
        ("zeig mir die werkstatt für pflege", "list-workshops"),
        ("was macht frau lindner", "function"),
        ("ist die Sparkasse mitglied bei qlee", "membership"),
        ("hallo du", "greeting"),
        ("wie wird das wetter morgen", "off-topic"),
    ],
)
def test_questions_are_understood_as_people_ask_them(text: str, intent: str) -> None:
    """With other words, typos and names in them."""
    reading = read(text)

    assert intent_of(reading) == intent
    assert reading.verdict == "answer"


def test_small_talk_is_compared_with_no_fact() -> None:
    """Its words say enough: a message of two words costs no more than they do."""
    reader, encoder = the_reader_of_meaning()
    asked = len(encoder.asked)

    reading = reader.read("hallo du", TODAY, "de")

    assert intent_of(reading) == "greeting"
    assert (reading.facts, reading.ours, len(encoder.asked)) == ((), 1.0, asked)


@pytest.mark.parametrize(
    "text", ["zitronenfalter brüten quartalsweise", "qwertz asdf", "kaffee milch zucker brot"]
)
def test_a_foreign_question_is_not_answered(text: str) -> None:
    """Nothing of ours comes near it."""
    reading = read(text)

    assert reading.verdict != "answer"
    assert reading.refusal > read("wann startet der H2-Kurs").refusal


@pytest.mark.parametrize("name", ["Knorz", "Knorz Blech", "Knorz Blech Xaver"])
def test_an_unknown_name_counts_as_a_name_beside_a_list_of_members(name: str) -> None:
    """«Ist … Mitglied?» is asked about whoever it may be, also of several words."""
    asked = read(f"macht {name} bei qlee mit")

    assert intent_of(asked) == "membership"
    assert the_reader().nearest(asked, "membership", TODAY).alike == pytest.approx((1.0,), abs=0.1)


@pytest.mark.parametrize(
    "text",
    [
        "macht Knorz bei Junge Lausitz mit",
        "macht Knorz und Blech bei qlee mit",
        "macht Knorz A B Blech C Xaver Uhu bei qlee mit",
    ],
)
def test_elsewhere_an_unknown_word_is_only_an_unknown_word(text: str) -> None:
    """Where there is no list of members, or more than one name, nothing is read into it."""
    assert score_of("membership", read(text)) < score_of("membership", read("macht Knorz bei qlee mit"))


def test_a_name_of_ours_beside_a_place_elsewhere_is_a_stranger() -> None:
    """The chamber of Dresden is asked about like anybody we do not know; Dresden alone is a place."""
    stranger, place = read("macht die HWK Dresden bei qlee mit"), read("macht dresden bei qlee mit")

    assert intent_of(stranger) == "membership"
    assert stranger.unread == ("HWK", "Dresden")
    assert score_of("membership", stranger) > score_of("membership", place)


def test_names_that_are_known_are_members_too() -> None:
    """An example with {name} also stands for a name of ours."""
    assert intent_of(read("gehört die HWK zu QLEE")) == "membership"


def test_an_organisation_and_a_network_named_together_ask_for_membership() -> None:
    """However little else is said."""
    assert score_of("membership", read("hwk und qlee, was nun")) > score_of("membership", read("qlee, was nun"))


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("wann startet QLEE", "wann startet {topic}"),
        ("was macht Jana Lindner", "was macht {person}"),
        ("was kann ich in lübbenau lernen", "was kann ich in {place} lernen"),
        ("zeig mir die werkstatt für pflege", "zeig mir die werkstatt für {theme}"),
    ],
)
def test_a_name_is_compared_as_the_stand_in_of_its_kind(text: str, example: str) -> None:
    """Whatever is asked about, it is the same question."""
    asked = read(text)
    nearest = the_reader().nearest(asked, intent_of(asked), TODAY)

    assert nearest.example == example
    assert nearest.alike[0] > 0.85


EQUAL = "was ist denn jetzt los", "zeig es mir"
"""Intents with the same examples differ only in what speaks for them."""


@cache
def the_undecided_reader() -> Reader:
    """Return a reader for which all intents sound the same."""
    intents = (
        an_intent("neutral", *EQUAL),
        an_intent("all", *EQUAL, answer={"list": {"of": ["offer"]}}),
        an_intent("workshops", *EQUAL, answer={"list": {"of": ["network"], "types": ["werkstatt"]}}),
        an_intent("person", *EQUAL, needs={"person": ["person"]}),
        an_intent("network", *EQUAL, needs={"network": ["network"], "name": "any"}),
        an_intent("offer", *EQUAL, needs={"topic": ["offer"]}),
    )
    return reader_of(a_catalogue(TOPICS, intents))


@pytest.mark.parametrize(
    ("text", "better", "worse"),
    [
        ("was ist los", set(), {"person", "workshops"}),
        ("was ist los mit qlee", {"network"}, {"all", "workshops", "person", "offer"}),
        ("was ist los mit frau lindner", {"person"}, {"all", "workshops", "network", "offer"}),
        ("was ist los mit der pflegeausbildung", {"offer"}, {"all", "workshops", "person", "network"}),
        ("was ist los mit dem kurs von qlee", {"network", "offer"}, {"all", "workshops", "person"}),
        ("was ist in der werkstatt los", {"workshops"}, {"person"}),
        ("was ist im netzwerk los", set(), {"workshops", "person"}),
        ("was ist in lübbenau los", set(), {"workshops", "person"}),
    ],
)
def test_what_was_named_speaks_for_the_intents_that_can_use_it(
    text: str, better: set[str], worse: set[str]
) -> None:
    """And against those that cannot: a list of all has no use for one topic, a question about people needs one."""
    scores = {
        candidate.intent: candidate.score
        for candidate in the_undecided_reader().read(text, TODAY, "de").ranked
    }
    neutral = scores["neutral"]

    assert {intent for intent, score in scores.items() if score > neutral + 0.01} == better
    assert {intent for intent, score in scores.items() if score < neutral - 0.01} == worse


def test_a_fact_of_the_topic_speaks_for_its_question() -> None:
    """Who uses the words of a fact asks for it."""
    text = "am ende zeugnis der kammer beim h2-kurs"
    silent = reader_of(
        a_catalogue(
            [*TOPICS[1:], WORLD.topics["wasserstoffkurs"].model_copy(update={"facets": {}})],
            INTENTS,
            SYNONYMS,
        )
    )

    telling, mute = read(text), silent.read(text, TODAY, "de")

    assert telling.asks["certificate"] > mute.asks["certificate"]


def test_meaning_is_asked_once_a_question() -> None:
    """One call of the encoder is enough for all ways to read it, and the answer stays the same."""
    reader, encoder = the_reader_of_meaning()
    asked = len(encoder.asked)

    first = reader.read("ist die gebühr für qlee hoch", TODAY, "de")

    assert len(encoder.asked) == asked + 1
    assert reader.read("ist die gebühr für qlee hoch", TODAY, "de") == first
    assert len(encoder.asked) == asked + 1


def test_a_word_of_the_same_meaning_is_understood() -> None:
    """No example says «Gebühr»; by its letters alone nobody would answer."""
    reader, _ = the_reader_of_meaning()
    meant, spelt = reader.read("gebühr", TODAY, "de"), read("gebühr")

    assert (intent_of(meant), meant.verdict) == ("cost", "answer")
    assert spelt.verdict == "refuse"


def test_a_catalogue_may_hold_nothing_but_questions() -> None:
    """A matcher is tried on any folder of intents, with meaning too."""
    reading = reader_of(a_catalogue(intents=INTENTS), TinyEncoder()).read("was kostet das", TODAY, "de")

    assert intent_of(reading) == "cost"
    assert reading.facts == ()


def test_an_example_in_a_language_we_do_not_answer_in_is_read_as_german() -> None:
    """One sentence in Sorbian does not stop the start."""
    intent = an_intent("cost", "was kostet das", examples={"de": ["was kostet das"], "dsb": ["co to płaśi"]})

    assert (
        intent_of(
            reader_of(a_catalogue([a_network("qlee", "QLEE")], [intent])).read("co to płaśi", TODAY, "de")
        )
        == "cost"
    )


def test_questions_that_no_example_was_written_for_stop_the_start() -> None:
    """Without any example there is nothing to rank."""
    with pytest.raises(ValueError, match="examples"):
        reader_of(a_catalogue(TOPICS))


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [
        (1.0, "answer"),
        (ANSWER_FROM, "answer"),
        (ANSWER_FROM - 1e-9, "choices"),
        (CHOICES_FROM, "choices"),
        (CHOICES_FROM - 1e-9, "refuse"),
        (0.0, "refuse"),
    ],
)
def test_one_number_decides(confidence: float, expected: str) -> None:
    """Answer, ask back or refuse."""
    assert verdict(confidence) == expected


def test_a_question_written_for_a_topic_finds_it_without_its_name() -> None:
    """Whoever asks in the words of daily life is understood, with or without umlauts."""
    rescue = an_offer("rettung", "Notfallhilfe", questions={"overview": ["wie werd ich sanitäter"]})
    reader = reader_of(a_catalogue([*TOPICS, rescue], INTENTS, SYNONYMS))

    for text in ("wie werde ich Sanitäter?", "will sanitaeter werden"):
        assert (reader.read(text, TODAY, "de").facts[0].topic, text) == ("rettung", text)
