"""What is said to the bot, and of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.chatting import surest_chat, surest_of_ours
from bot.model.moves import AnswerIntent, AskWhich, NotKnown
from bot.model.reading import Reading
from tests.builders import a_mention, a_reading
from tests.dialogue.world import WORLD, move_of

MINE = (("thanks", 0.2),)


def test_what_is_asked_of_the_bot_is_asked_back_of_nothing_else() -> None:
    """"Wer bezahlt dich": a price is likelier, but of what? So few words to the bot, and of nobody else, are small talk."""
    asked = a_reading("was kostest du", intent="cost", confidence=0.6, also=MINE)

    assert move_of(asked) == AnswerIntent("thanks")
    assert isinstance(move_of(replace(asked, words=(("was", "was"), ("kostet", "kostet")))), AskWhich)
    assert isinstance(move_of(a_reading("was kostest du mir", intent="cost", confidence=0.6, also=MINE)), AskWhich)


@pytest.mark.parametrize("likely", [0.05, 0.15])
def test_what_is_said_to_the_bot_is_hardly_nothing(likely: float) -> None:
    """Nor is it foreign to us, if any small talk is likely at all."""
    said = a_reading("wo schwebst du", also=(("thanks", likely),))
    foreign = a_reading("wo schwebst du", intent="off-topic", confidence=0.4, also=(("thanks", likely),))

    assert [isinstance(move_of(each), AnswerIntent) for each in (said, foreign)] == [likely > 0.1, True]
    assert (move_of(foreign) == AnswerIntent("thanks")) == (likely > 0.1)
    assert isinstance(move_of(replace(said, words=(("schweben", "schweben"),))), NotKnown)


@pytest.mark.parametrize("bare", [True, False])
def test_whether_the_bot_has_to_do_with_something_is_no_question_about_that(bare: bool) -> None:
    """"Gehörst du zur LEAG", where that is likeliest small talk."""
    asked = a_reading("bist du die firma", a_mention("topic", "firma", at=3), intent="thanks", confidence=0.45, bare=bare)

    assert move_of(asked) == AnswerIntent("thanks")
    assert move_of(replace(asked, words=(("ist", "ist"), ("die", "die"), ("firma", "firma")))) != move_of(asked)


@pytest.mark.parametrize(
    ("beside", "counts"),
    [
        (a_reading("bus kommt", intent="place", confidence=0.3), True),
        (a_reading("wo ist der bus", intent="place", confidence=0.3), False),
        (a_reading("ich will wissen wo das ist", intent="place", confidence=0.8), False),
        (a_reading("morgen regnet es", intent="off-topic", confidence=0.7), False),
    ],
)
def test_a_part_that_is_surely_small_talk_tells_what_the_message_is(beside: Reading, counts: bool) -> None:
    """"Danke dir, Bus kommt", unless the rest asks something, or is about what is foreign to us."""
    thanks = a_reading("danke dir", intent="thanks", confidence=0.8)

    assert surest_chat(WORLD, [thanks, beside]) == (thanks if counts else None)


@pytest.mark.parametrize(
    "part",
    [
        a_reading("stark", intent="thanks", confidence=0.4, also=(("place", 0.3),)),
        a_reading("danke firma", a_mention("topic", "firma", at=1), intent="thanks", confidence=0.9),
        a_reading("danke zwullmann", intent="thanks", confidence=0.9, unread=("zwullmann",)),
        a_reading("blubb"),
    ],
)
def test_what_is_hardly_small_talk_or_names_something_tells_nothing(part: Reading) -> None:
    """A word may be praise or anything."""
    assert surest_chat(WORLD, [part, a_reading("bus kommt", intent="place", confidence=0.3)]) is None


@pytest.mark.parametrize(
    ("beside", "counts"),
    [
        (a_reading("ich such was mit holz", intent="list-offers", confidence=0.7), True),
        (a_reading("ich such was mit holz", intent="list-offers", confidence=0.4), False),
        (a_reading("der imker", intent="list-offers", confidence=0.9), False),
        (a_reading("morgen regnet es", intent="off-topic", confidence=0.7), False),
        (a_reading("blubb"), False),
    ],
)
def test_what_is_surely_ours_counts_beside_thanks(beside: Reading, counts: bool) -> None:
    """"Danke, ich such was mit Holz" wants something; a name alone or a guess does not."""
    thanks = a_reading("danke", intent="thanks", confidence=0.9)

    assert surest_of_ours(WORLD, [thanks, beside]) == (beside if counts else None)
