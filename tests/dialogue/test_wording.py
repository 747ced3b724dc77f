"""What few words ask that one answer of the topic speaks of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.policy import Policy
from bot.model.moves import AnswerIntent, Doubt, Move
from tests.builders import (
    a_catalogue,
    a_context,
    a_mention,
    a_place,
    a_reading,
    a_theme,
    an_intent,
    an_offer,
    showing,
)
from tests.dialogue.world import move_of

YEAR = an_offer("jahr", summary="Ein Jahr.", facets={"pay": "Taschengeld und Urlaub.", "content": "Geschlafen wird in Zelten, mit Betreuung."})
QUESTIONS = (
    showing("overview", "overview"), an_intent("after-school", answer={"text": "Vieles."}),
    *(an_intent(name, needs=("offer",), answer={"facet": True}) for name in ("pay", "content", "duration")),
)
POLICY = Policy(a_catalogue(YEAR, *QUESTIONS))
TALK = a_context("jahr", intent="overview")


@pytest.mark.parametrize(("text", "told"), [("und urlaub", "pay"), ("das mit den zelten", "content")])
def test_few_words_mean_the_answer_that_speaks_of_them(text: str, told: str) -> None:
    """However little they are like a question."""
    move = POLICY.on_reading(a_reading(text, intent="after-school", confidence=0.2), TALK).move

    assert move == AnswerIntent(told, "jahr", confidence=0.7)


@pytest.mark.parametrize(
    ("text", "confidence"), [("wann ist urlaub", 0.3), ("und urlaub", 0.6), ("und taschengeld mit betreuung", 0.3), ("und urlaubsreise", 0.3)]
)
def test_a_question_of_its_own_is_not_told_by_a_word(text: str, confidence: float) -> None:
    """With an interrogative, a sure question, words of two answers, or a word that none of them has."""
    move = POLICY.on_reading(a_reading(text, intent="after-school", confidence=confidence), TALK).move

    assert not isinstance(move, AnswerIntent) or move.topic is None


def test_what_is_asked_of_other_things_alone_hides_no_word_of_the_talk() -> None:
    """"allein oder mit Betreuung" sounds like the groups of a network, which a year has not."""
    world = a_catalogue(YEAR, *QUESTIONS, showing("working-groups", "parts", needs=("network",)))
    asked = a_reading("oder mit betreuung", intent="working-groups", confidence=0.9)

    assert Policy(world).on_reading(asked, TALK).move == AnswerIntent("content", "jahr", confidence=0.7)


def test_what_names_something_is_not_told_by_a_word() -> None:
    """A topic or place is asked about."""
    named = a_reading("stadt und urlaub", a_mention("place", "jahr"), intent="after-school", confidence=0.3)

    assert POLICY.on_reading(named, TALK).move != AnswerIntent("pay", "jahr", confidence=0.7)


def test_the_topic_before_is_told_where_the_latest_does_not_speak_of_it() -> None:
    """"und die Praxis" behind the university of a degree: only the degree speaks of it, the first of its answers is told."""
    body = an_offer("uni", summary="Eine Uni.", facets={"pay": "Nichts."})
    world = a_catalogue(
        YEAR, body, showing("overview", "overview"),
        *(an_intent(name, needs=("offer",), answer={"facet": True}) for name in ("pay", "content")),
    )
    said = a_reading("und urlaub", intent="overview", confidence=0.2)

    assert Policy(world).on_reading(said, a_context("uni", "jahr", intent="overview")).move == AnswerIntent("pay", "jahr", confidence=0.7)


@pytest.mark.parametrize(("just_told", "told"), [("overview", "content"), ("pay", "content")])
def test_what_it_is_is_not_told_twice(just_told: str, told: str) -> None:
    """"was ist das mit den Zelten" behind what the year is: the answer that speaks of them; so it is behind another."""
    asked = a_reading("was ist das mit den zelten", a_mention("topic", "jahr", at=5), intent="overview")
    move = POLICY.on_reading(asked, a_context("jahr", intent=just_told)).move

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.topic) == (told, "jahr")


def test_the_answer_that_speaks_of_what_is_named_is_rather_told() -> None:
    """"auch Zelten?" names the year by what is done in it: not for whom it is, but what says so; a sure question stays."""
    named = a_mention("topic", "jahr", at=1)
    world = a_catalogue(
        YEAR, showing("overview", "overview", needs=("offer",)), showing("sources", "sources", needs=("offer",)),
        *(an_intent(name, needs=("offer",), answer={"facet": True}) for name in ("pay", "content")),
    )

    def told(text: str, confidence: float, *talk: str) -> str | None:
        reading = a_reading(text, named, intent="pay", confidence=confidence)
        move = Policy(world).on_reading(reading, a_context(*talk, intent="sources")).move
        return move.intent if isinstance(move, AnswerIntent) else None

    assert told("auch zelten", 0.6, "jahr") == "content"
    assert told("auch zelten", 0.9, "jahr") == told("auch zelten", 0.6) == told("wo zelten", 0.6, "jahr") == "pay"
    assert told("auch jahr", 0.6, "jahr") == "pay"


def test_a_place_asks_for_the_answer_that_speaks_of_it() -> None:
    """"kennst du eine in Guben" behind what names its initiatives; what nobody speaks of is asked for otherwise."""
    year = an_offer("jahr", summary="Ein Jahr.", facets={"content": "In Guben heißt es Jahr und Tag.", "pay": "Nichts."})
    world = a_catalogue(
        year, a_place("guben"), a_place("forst"), showing("overview", "overview", needs=("offer",)),
        *(an_intent(name, needs=("offer",), answer={"facet": True}) for name in ("pay", "content")),
    )

    def told(place: str, confidence: float) -> Move:
        reading = a_reading(f"kennst du eine in {place}", a_mention("place", place, at=4), intent="pay", confidence=confidence)
        return Policy(world).on_reading(reading, a_context("jahr", intent="overview")).move

    assert told("guben", 0.4) == AnswerIntent("content", "jahr", confidence=0.7)
    assert [getattr(move, "intent", None) for move in (told("guben", 0.9), told("forst", 0.4))] == ["pay", "pay"]


def test_of_several_answers_that_speak_of_a_place_the_last_told_is_meant() -> None:
    """"auch in Guben" behind whom it is for asks that again, though the steps name the town too."""
    facets = {"content": "In Guben.", "pay": "Auch in Guben.", "audience": "Für Guben."}
    names = [an_intent(name, needs=("offer",), answer={"facet": True}) for name in facets]
    world = a_catalogue(an_offer("jahr", facets=facets), a_place("guben"), *names)
    reading = a_reading("auch in guben", a_mention("place", "guben", at=2), intent="pay", confidence=0.2)

    move = Policy(world).on_reading(reading, a_context("jahr", intent="audience")).move

    assert move == AnswerIntent("audience", "jahr", confidence=0.7)


def test_what_is_carried_on_is_not_told_twice_where_words_tell_another_answer() -> None:
    """"und Urlaub" with a theme the year has asks no second time where it is."""
    year = an_offer("jahr", summary="Ein Jahr.", themes=["wind"], facets={"pay": "Geld und Urlaub.", "content": "Zelte."})
    world = a_catalogue(
        year, a_theme("wind"), showing("overview", "overview", needs=("offer",)),
        *(an_intent(name, needs=("offer",), answer={"facet": True}) for name in ("pay", "content")),
    )
    said = a_reading("und urlaub", a_mention("theme", "wind", at=1), intent="overview", confidence=0.3, bare=True)
    moves = [Policy(world).on_reading(said, a_context("jahr", intent=last)).move for last in ("content", "pay")]

    assert [getattr(move, "intent", None) for move in moves] == ["pay", "pay"]


@pytest.mark.parametrize("text", ["nicht mehr in dorf", "nicht dorf", "not in dorf"])
def test_whether_something_is_not_in_a_place_is_told_where_it_is(text: str) -> None:
    """No list of what there is in that place was asked for."""
    reading = a_reading(text, a_mention("place", "dorf", at=len(text.split()) - 1), intent="off-topic", confidence=0.3)

    told = AnswerIntent("place", "windkurs", doubt=Doubt("doubt-town", "dorf"))
    assert move_of(reading, a_context("windkurs", intent="overview")) == told
    assert move_of(reading) != told


def test_whether_something_is_not_in_a_place_any_more_is_told_with_its_history() -> None:
    """Where that names the place: it says why; first where it is now."""
    past = [{"when": "2020", "what": "Umzug aus Dorf in die Stadt"}]
    policy = Policy(a_catalogue(
        an_offer("kurs", place="stadt", history=past), a_place("stadt"), a_place("dorf"), a_place("wald"),
        showing("history", "history", needs=("offer",)), showing("place", "place", needs=("offer",)),
    ))
    asked = {name: a_reading(f"nicht mehr in {name}", a_mention("place", name, at=3)) for name in ("dorf", "wald")}
    moves = [policy.on_reading(reading, a_context("kurs", intent="place")).move for reading in asked.values()]

    told = [(move.intent, move.also) for move in moves if isinstance(move, AnswerIntent)]
    assert told == [("place", ("history", "kurs")), ("place", None)]


@pytest.mark.parametrize("sure", [0.4, 0.99])
def test_a_part_named_instead_of_the_topic_is_told_before_what_that_is(sure: float) -> None:
    """"Zelte" of a year: the one answer that speaks of tents, and what the year is behind it."""
    named = replace(a_reading("jahr zelte", a_mention("topic", "jahr", at=0), intent="overview", confidence=sure), bare=True)

    assert POLICY.on_reading(named, a_context()).move == AnswerIntent("content", "jahr", also=("overview", "jahr"), confidence=0.88)


def test_beside_an_answer_that_does_not_say_the_word_stands_the_one_that_does() -> None:
    """So it does beside an answer nobody told us; surely asked, nothing is told besides."""
    unsure = a_reading("wie lange jahr mit zelten", a_mention("topic", "jahr", at=2), intent="duration", confidence=0.5)
    sure = a_reading("welches taschengeld im jahr mit zelten", a_mention("topic", "jahr", at=3), intent="pay", confidence=0.97)

    assert also_told(POLICY.on_reading(unsure, a_context()).move) == ("content", "jahr")
    assert also_told(POLICY.on_reading(sure, a_context()).move) is None


@pytest.mark.parametrize(("text", "confidence", "told"), [
    ("was am jahr zelten", 0.5, ("content", None)), ("was am jahr zelten", 0.8, ("duration", ("content", "jahr"))),
    ("was am jahr zelten hausmeister", 0.5, ("duration", ("content", "jahr"))),
])
def test_what_nobody_told_us_is_not_said_where_another_answer_says_all_words(
    text: str, confidence: float, told: tuple[str, tuple[str, str] | None]
) -> None:
    """Only where it is not sure what is asked, and no word is left that nothing tells."""
    asked = a_reading(text, a_mention("topic", "jahr", at=2), intent="duration", confidence=confidence)
    move = POLICY.on_reading(asked, a_context()).move

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.also) == told


def test_more_is_said_of_a_part_that_is_named_though_what_it_is_names_it_too() -> None:
    """"Landarztquote": the overview mentions it in passing, what it means stands elsewhere; the whole's own name asks for no more."""
    studies = an_offer(
        "studium", title="Studium", summary="Ein Studium, auch mit Quote.",
        facets={"pay": "Die Quote bindet zehn Jahre. Sonst nichts im Studium.", "content": "Vorlesungen."},
    )
    facets = (an_intent(name, needs=("offer",), answer={"facet": True}) for name in ("pay", "content"))
    policy = Policy(a_catalogue(studies, showing("overview", "overview", needs=("offer",)), *facets))
    part, whole = (replace(a_reading(text, a_mention("topic", "studium"), intent="overview"), bare=True) for text in ("quote", "studium"))

    assert also_told(policy.on_reading(part, a_context()).move) == ("pay", "studium")
    assert also_told(policy.on_reading(whole, a_context()).move) is None


def test_whoever_describes_something_hears_what_it_is_before_what_says_one_of_the_words() -> None:
    """"Was ist das für ein Jahr mit Zelten": it is asked for, and the word tells it apart; in a talk about it the word is asked for."""
    described = a_reading("ein jahr mit zelten was ist das", a_mention("topic", "jahr", at=1), intent="overview")

    first, later = (POLICY.on_reading(described, a_context(*talk, intent="pay")).move for talk in ((), ("jahr",)))

    assert isinstance(first, AnswerIntent)
    assert isinstance(later, AnswerIntent)
    assert (first.intent, first.also) == ("overview", ("content", "jahr"))
    assert later.intent == "content"


@pytest.mark.parametrize(("word", "told"), [("arbeitsamt", "overview"), ("arbeitsagentur", "content"), ("sagt", "overview")])
def test_a_word_like_another_or_of_an_explanation_names_no_part(word: str, told: str) -> None:
    """"Arbeitsamt" is no inflection of "Arbeitsagentur"; "sagt" is only said where something is explained in simple words."""
    help_ = {"de": "Mit der Arbeitsagentur.", "de-simple": "Die Arbeitsagentur sagt es."}
    offer = an_offer("kurs", title="Kurs", summary="Ein Kurs.", facets={"content": help_})
    content = an_intent("content", needs=("offer",), answer={"facet": True})
    policy = Policy(a_catalogue(offer, showing("overview", "overview", needs=("offer",)), content))
    named = replace(a_reading(f"kurs {word}", a_mention("topic", "kurs"), intent="overview"), bare=True)
    move = policy.on_reading(named, a_context()).move

    assert isinstance(move, AnswerIntent)
    assert move.intent == told


def also_told(move: Move) -> tuple[str, str | None] | None:
    """Return what is told besides."""
    assert isinstance(move, AnswerIntent)
    return move.also
