"""How the questions of one message are looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conversation.brain import Tools, build_brain
from bot.conversation.hearing import heard
from bot.dialogue.several import TOGETHER
from bot.language.questions import questions_of
from bot.model.context import fresh
from bot.model.moves import AnswerIntent, Several
from bot.understanding.semantic import RememberingEncoder
from tests.builders import NOW
from tests.conversation.world import the_brain
from tests.language.support import the_identifier, the_morphology
from tests.understanding.builders import MemoryCache, TinyEncoder

MANY = "Wann ist der Windkurs? Was kostet er? Wann ist die Jobmesse? Wo ist der Imkerkurs? Wo ist die Windakademie?"


def test_the_questions_of_one_message_are_encoded_in_one_go() -> None:
    """However many they are: that costs hardly more than to encode the longest."""
    encoder = TinyEncoder()
    tools = Tools(the_morphology(), the_identifier(), RememberingEncoder(encoder), MemoryCache())
    brain = build_brain(replace(the_brain().catalogue, version="with an encoder"), tools)
    asked = len(encoder.asked)

    _, decision = heard(brain, MANY, fresh("de", NOW), NOW.date())

    assert len(questions_of(MANY)) > TOGETHER
    assert isinstance(decision.move, Several)
    assert len(decision.move.moves) + len(decision.move.later) > TOGETHER
    assert len(encoder.asked) == asked + 1


@pytest.mark.parametrize(("text", "intent", "topic"), [
    ("quatsch, ich meinte die Jobmesse", "dates", "jobmesse"),
    ("sorry my English is bad, where is it", "place", "windkurs"),
])
def test_a_protest_or_an_excuse_before_what_is_asked_says_nothing_else(text: str, intent: str, topic: str) -> None:
    """What is meant instead is asked the last question, or its own."""
    _, decision = heard(the_brain(), text, replace(fresh("de", NOW), topics=("windkurs",), intent="dates"), NOW.date())

    assert isinstance(decision.move, AnswerIntent)
    assert (decision.move.intent, decision.move.topic) == (intent, topic)


def test_a_protest_that_means_nothing_instead_is_heard_as_it_is() -> None:
    """What follows neither names nor asks anything."""
    reading, _ = heard(the_brain(), "Quatsch, das stimmt doch nicht", fresh("de", NOW), NOW.date())

    assert reading.text == "Quatsch, das stimmt doch nicht"


def test_small_talk_beside_what_is_not_understood_is_answered() -> None:
    """Who thanks is told so, whatever stands behind it, if that asks nothing."""
    whole, alone = "danke, der hund vom nachbarn bellt seit stunden so laut", "danke der hund vom nachbarn bellt seit stunden so laut"
    moves = [heard(the_brain(), text, fresh("de", NOW), NOW.date())[1].move for text in (whole, alone)]

    assert isinstance(moves[0], AnswerIntent)
    assert moves[0].intent == "thanks"
    assert not isinstance(moves[1], AnswerIntent)


def test_what_is_asked_beside_thanks_is_answered_unless_it_leans_on_the_talk() -> None:
    """"Danke" before a wish is no end of it."""
    talk, wish = fresh("de", NOW), "vielen dank dir super, ich nehme alle angebote"
    moves = [heard(the_brain(), wish, context, NOW.date())[1].move for context in (talk, replace(talk, topics=("windkurs",)))]

    assert [move.intent for move in moves if isinstance(move, AnswerIntent)] == ["list-offers", "thanks"]
