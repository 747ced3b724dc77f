"""Where start links lead."""

from __future__ import annotations

import pytest

from bot.dialogue.policy import Policy
from bot.model.choices import link, opened
from bot.model.context import ListView
from bot.model.links import StartLink
from bot.model.moves import AnswerIntent, AskWhich, Move, Remark, ShowLink, WhichLink
from bot.model.reading import Reading
from tests.builders import a_catalogue, a_context, a_mention, a_reading, an_offer
from tests.dialogue.world import POLICY, QUESTIONS, tapped


def led_to(payload: str) -> Move:
    """Return the move of an opened link."""
    return tapped(opened(payload)).move


@pytest.mark.parametrize(
    ("payload", "move"),
    [
        ("windkurs", AnswerIntent("overview", "windkurs")),
        ("windkurs_flyer-2027", AnswerIntent("overview", "windkurs")),
        ("alter-kurs", AnswerIntent("overview", "windkurs")),
        ("ada-muster", AnswerIntent("function", "ada-muster")),
        ("wind", AnswerIntent("overview", "wind")),
        ("wasser", AnswerIntent("list-offers", view=ListView("list-offers", themes=("wasser",)))),
        ("dorf", AnswerIntent("list-offers", view=ListView("list-offers", places=("dorf",)))),
        ("Q-after-school", AnswerIntent("after-school")),
        ("Q-after-school_messe", AnswerIntent("after-school")),
        ("Q-price", AskWhich("cost", ("windkurs", "wasserkurs"))),
        ("Q-membership", AskWhich("members", ("netz",))),
    ],
)
def test_a_link_opens_its_topic_or_question(payload: str, move: Move) -> None:
    """By former ids too, and whatever the campaign."""
    assert led_to(payload) == move


@pytest.mark.parametrize("payload", ["weg", "Q-weg", "weg_flyer", "was kostet das", "'; DROP TABLE", "Q-how-to-start", "_", ""])
def test_a_link_that_leads_nowhere_begins_kindly(payload: str) -> None:
    """What is no more, and what never was, is no dead end."""
    assert led_to(payload) == Remark("start-unknown")


def test_the_talk_is_about_what_the_link_opened() -> None:
    """"And what does it cost?" needs no name after a link."""
    decision = tapped(opened("windkurs"), a_context("messe"))

    assert (decision.context.topics[0], decision.context.intent) == ("windkurs", "overview")


def test_after_a_link_to_a_question_the_topic_is_awaited() -> None:
    """The name that is typed next answers the question that the link asked."""
    assert tapped(opened("Q-cost")).context.awaiting == "cost"


def test_a_topic_of_which_nothing_is_told_leads_to_whom_to_ask() -> None:
    """Even then the first sentence is not a dead end."""
    policy = Policy(a_catalogue(an_offer("still"), *QUESTIONS))

    assert policy.on_choice(opened("still"), a_context()).move == AnswerIntent("contact", "still")


# Links to hand out


@pytest.mark.parametrize(
    ("reading", "move"),
    [
        (a_reading("windkurs"), ShowLink(StartLink(topic="windkurs"))),
        (a_reading("alter-kurs #Flyer"), ShowLink(StartLink(topic="windkurs", campaign="Flyer"))),
        (a_reading("cost"), ShowLink(StartLink(intent="cost"))),
        (a_reading("der kurs mit wind #a", a_mention("topic", "windkurs")), ShowLink(StartLink(topic="windkurs", campaign="a"))),
        (a_reading("die lehre", a_mention("topic", "lehre", "lehre-uni")), WhichLink((StartLink(topic="lehre"), StartLink(topic="lehre-uni")))),
        (a_reading("windkraft", a_mention("theme", "wind")), ShowLink(StartLink(topic="wind"))),
        (a_reading(""), Remark("link-how")),
        (a_reading("irgendwas"), Remark("link-how")),
        (a_reading("windkurs #für alle"), Remark("link-bad-campaign")),
    ],
)
def test_a_link_is_made_from_an_id_or_a_name(reading: Reading, move: Move) -> None:
    """With a code behind #; what is not clear is asked back, never guessed."""
    assert POLICY.on_command(reading, a_context()).move == move


@pytest.mark.parametrize(
    ("payload", "move"),
    [
        ("alter-kurs_a", ShowLink(StartLink(topic="windkurs", campaign="a"))),
        ("Q-price", ShowLink(StartLink(intent="cost"))),
        ("weg", Remark("old-button")),
        ("", Remark("old-button")),
    ],
)
def test_a_tapped_link_is_shown(payload: str, move: Move) -> None:
    """Under the ids in force."""
    assert tapped(link(payload)).move == move
