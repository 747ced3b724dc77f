"""What is said to the bot, and of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.model.moves import AnswerIntent, AskWhich, NotKnown
from tests.builders import a_mention, a_reading
from tests.dialogue.world import move_of

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
