"""How the questions of one message are looked at."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.brain import Tools, build_brain
from bot.conversation.hearing import heard
from bot.dialogue.several import TOGETHER
from bot.language.questions import questions_of
from bot.model.context import fresh
from bot.model.moves import Several
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
