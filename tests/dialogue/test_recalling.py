"""What was talked about, asked once more."""

from __future__ import annotations

import pytest

from bot.dialogue.policy import Policy
from bot.dialogue.recalling import asks_whether_it_lasts
from bot.model.context import Context, ListView
from bot.model.moves import AnswerIntent, Doubt, Move, NotKnown
from tests.builders import a_catalogue, a_context, a_mention, a_reading, an_intent, an_offer
from tests.dialogue.world import QUESTIONS, TOPICS, move_of

LED = a_context("bund", listed=("ada-muster",), intent="leader")
PERSON, ORGANISATION = AnswerIntent("function", "ada-muster"), AnswerIntent("overview", "firma")


@pytest.mark.parametrize(
    ("text", "talk", "move"),
    [
        ("wer war das nochmal", LED, PERSON),
        ("wer ist das denn", LED, PERSON),
        ("who is he again", a_context("ada-muster", "bund"), PERSON),
        ("was war das nochmal", a_context("firma"), ORGANISATION),
        ("wer war das nochmal", a_context("firma"), ORGANISATION),
        ("wer ist das", a_context("firma"), ORGANISATION),
    ],
)
def test_what_was_talked_about_is_told_again(text: str, talk: Context, move: Move) -> None:
    """The person of the last reply first, where it is asked who."""
    assert move_of(a_reading(text), talk) == move


@pytest.mark.parametrize(
    ("text", "talk"),
    [("wer ist das", a_context("windkurs")), ("wo war das nochmal", LED), ("wer war das nochmal", a_context()),
     ("wer zahlt das nochmal", LED)],
)
def test_anything_else_is_no_such_question(text: str, talk: Context) -> None:
    """Nobody is meant where neither a person nor a body was named, or more is asked than who it was."""
    assert move_of(a_reading(text), talk) == NotKnown()


@pytest.mark.parametrize("text", ["gibt es die noch", "gibt es das noch", "is it still", "geht der noch"])
def test_whether_it_still_goes_on_is_told_by_its_dates(text: str) -> None:
    """However like "noch mehr" it reads; of what has no dates it is not known for sure."""
    reading = a_reading(text, control="more")

    assert move_of(reading, a_context("windkurs")) == AnswerIntent("dates", "windkurs")
    assert move_of(reading, a_context("firma")) == AnswerIntent("overview", "firma", doubt=Doubt("doubt-detail"))
    assert move_of(reading, a_context(offered=("q:after-school",))) == AnswerIntent("after-school")


@pytest.mark.parametrize("text", ["ist das schon vorbei", "dann sind die durch", "so it is over", "ist der noch da"])
def test_whether_it_is_over_is_told_by_its_dates(text: str) -> None:
    """Of a person it is what they did, and when; that tells itself what is not known."""
    assert move_of(a_reading(text), a_context("windkurs")) == AnswerIntent("dates", "windkurs")
    assert move_of(a_reading(text), a_context("ada-muster")) == PERSON


def test_which_there_are_is_told_of_what_is_talked_about() -> None:
    """"was für welche gibts" behind an offer asks for its fields; "ab welcher Klasse" and "was gibts da" do not."""
    year = an_offer("jahr", summary="Ein Jahr.", facets={"fields-of-work": "Überall.", "content": "Alles."})
    facets = [an_intent(name, needs=("offer",), answer={"facet": True}) for name in ("fields-of-work", "content")]
    policy = Policy(a_catalogue(*TOPICS, *QUESTIONS, year, *facets))
    told = AnswerIntent("fields-of-work", "jahr")

    assert policy.on_reading(a_reading("was fuer welche gibts"), a_context("jahr", intent="overview")).move == told
    for text in ("ab welcher gibts das", "was gibts da"):
        assert policy.on_reading(a_reading(text), a_context("jahr", intent="overview")).move != told
    assert move_of(a_reading("welche gibts"), a_context("windkurs", intent="cost")) == NotKnown()


def test_what_is_over_may_be_called_by_its_kind() -> None:
    """"ist der kurs rum" asks that of the one talked about; whether one still goes on asks for another."""
    kind = a_mention("kind", "offer/further-training", at=2)

    assert asks_whether_it_lasts(a_reading("ist der kurs rum", kind))
    assert not asks_whether_it_lasts(a_reading("gibt der kurs noch", kind))
    assert not asks_whether_it_lasts(a_reading("muss man da durch"))


@pytest.mark.parametrize(("text", "intent", "helps"), [
    ("wer dann", "contact", True), ("und wer macht das dann", "audience", True), ("who then", "audience", True),
    ("wer dann", "leader", False), ("wer macht das", "audience", False), ("wann dann", "audience", False),
])
def test_who_helps_then_is_asked_where_what_was_told_is_no_help(text: str, intent: str, *, helps: bool) -> None:
    """Behind whom to ask and whom it is for; behind who leads it the next one is meant."""
    policy = Policy(a_catalogue(*TOPICS, *QUESTIONS, an_intent("who-helps", answer={"text": "Die Beratung."})))

    move = policy.on_reading(a_reading(text), a_context("firma", intent=intent)).move

    assert (move == AnswerIntent("who-helps")) is helps


@pytest.mark.parametrize(("text", "named"), [("aber in der zeitung stand 2026", True), ("nein ich habe 300 gelesen", False)])
def test_what_somebody_read_elsewhere_leads_to_the_last_answer_once_more(text: str, *, named: bool) -> None:
    """That is not confirmed; nothing else is asked by it."""
    reading = a_reading(text, *([a_mention("period", "period", at=5)] if named else []))

    move = move_of(reading, a_context("windkurs", intent="cost"))

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.topic, move.doubt) == ("cost", "windkurs", Doubt("doubt-heard"))


@pytest.mark.parametrize("text", ["aber in der zeitung stand das", "aber wo stand 2026", "aber stand da 2026?", "ich habe 300 gelesen",
                                  "nein, ich will 300"])
def test_where_nothing_is_said_against_the_answer_it_is_not_told_again(text: str) -> None:
    """A question is one, and without a number of its own nothing else was read."""
    move = move_of(a_reading(text), a_context("windkurs", intent="cost"))

    assert not (isinstance(move, AnswerIntent) and move.doubt == Doubt("doubt-heard"))


def test_what_else_there_is_is_another_question() -> None:
    """"gibt es noch was" points at nothing."""
    assert not asks_whether_it_lasts(a_reading("gibt es noch was"))


def test_what_there_is_instead_is_what_it_is_today() -> None:
    """Behind what is over; where that was just told, what is like it, and with nothing talked about nothing."""
    reading = a_reading("und was gibt es stattdessen")

    assert move_of(reading, a_context("windkurs", intent="dates")) == AnswerIntent("overview", "windkurs")
    beside = move_of(reading, a_context("windkurs", intent="overview"))
    assert isinstance(beside, AnswerIntent)
    assert beside.view == ListView("list-offers", types=("further-training",), besides=("windkurs",))
    assert move_of(reading, a_context()) == NotKnown()


def test_he_is_the_person_named_with_what_is_talked_about() -> None:
    """Unless that has dates: "der" is the course then."""
    still = a_reading("ist der noch da")

    assert move_of(still, a_context("bund", listed=("ada-muster",), intent="members")) == PERSON
    assert move_of(still, a_context("windkurs", listed=("ada-muster",), intent="provider")) == AnswerIntent("dates", "windkurs")
