"""What a message names behind an article as if both knew it."""

from __future__ import annotations

import pytest

from bot.dialogue.known import of_what_is_known
from bot.dialogue.policy import Policy
from bot.dialogue.whats_on import asks_which_one
from bot.model.context import Context
from bot.model.moves import AnswerIntent
from bot.model.reading import Mention, Reading
from tests.builders import a_catalogue, a_context, a_mention, a_reading, an_organisation
from tests.dialogue.world import QUESTIONS, TOPICS

WERK = an_organisation("werk", summary="Ein Werk.", place="stadt", facets={"content": "Gelernt wird in der Lehrwerkstatt."})
CATALOGUE = a_catalogue(*TOPICS, *QUESTIONS, WERK)
WERKSTATT = a_mention("kind", "network/werkstatt", at=3)


def workshop(text: str, *mentions: Mention) -> Reading:
    """Return a question that sounds as if our workshops were asked for."""
    return a_reading(text, *mentions, intent="list-werkstaetten", also=(("place", 0.05), ("off-topic", 0.05)))


def test_a_part_of_what_is_talked_about_is_no_sort_of_ours() -> None:
    """"die Werkstatt" of somebody who teaches in one is not one of the networks called so."""
    move = Policy(CATALOGUE).on_reading(workshop("wo ist die werkstatt", WERKSTATT), a_context("werk", intent="overview")).move

    assert isinstance(move, AnswerIntent)
    assert (move.intent, move.topic) == ("place", "werk")


def test_it_may_be_named_in_the_same_message() -> None:
    """Also where something else was talked about before."""
    named = workshop("werk wo ist die werkstatt", a_mention("topic", "werk", at=0), a_mention("kind", "network/werkstatt", at=4))

    left = of_what_is_known(CATALOGUE, named, a_context("netz"))

    assert [each.kind for each in left.mentions] == ["topic"]
    assert [each.intent for each in left.ranked] == ["place"]


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("wo ist eine werkstatt", a_context("werk")),
        ("wo ist die werkstatt", a_context("firma")),
        ("wo ist die werkstatt", a_context("werk", "stammtisch")),
        ("wo ist die werkstatt", a_context("werk", listed=("stammtisch",))),
        ("wo ist die werkstatt", a_context()),
        ("wo ist die werkstatt fuer alle die dort etwas lernen", a_context("werk")),
    ],
)
def test_else_the_sort_of_ours_is_meant(text: str, talk: Context) -> None:
    """That is where it is not known, where one of ours was talked about, or where nothing has such a part."""
    reading = workshop(text, WERKSTATT)

    assert of_what_is_known(CATALOGUE, reading, talk) == reading


def test_a_word_beside_the_part_names_no_theme() -> None:
    """What stands behind the article itself does: "für die Umwelt"."""
    beside = a_reading("was wassert die lehrwerkstatt", a_mention("theme", "wasser", at=1))
    itself = a_reading("und die lehrwerkstatt", a_mention("theme", "wasser", at=2))

    assert not of_what_is_known(CATALOGUE, beside, a_context("werk")).mentions
    assert of_what_is_known(CATALOGUE, itself, a_context("werk")) == itself


def test_what_all_of_them_have_is_asked_of_no_single_one() -> None:
    """"welche Berufe haben die" tells none of several apart."""
    assert asks_which_one(a_reading("welche davon hat berufe"))
    assert not asks_which_one(a_reading("welche berufe haben die"))
