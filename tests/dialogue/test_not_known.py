"""What nothing answers: another world, or one of ours that the bot cannot read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.model.context import Context
from bot.model.moves import AnswerIntent, AskWhich, NotKnown
from bot.model.reading import FactMatch, Mention, Reading
from tests.builders import a_context, a_mention, a_reading
from tests.dialogue.world import NOTHING_SAID, decided, move_of

NEAR = (("windkurs", "cost", 0.2), ("messe", "cost", 0.05))
EVERYDAY = 0.01
"""Hardly one of our own questions is so near to everyday life."""
HALF_FOREIGN = a_reading("wann gibt es schnee", intent="off-topic", confidence=0.25)
FAINT = replace(a_reading("wie pflegt man rosen im sommer"), ours=EVERYDAY)


def test_what_may_be_foreign_and_nothing_answers_is_foreign() -> None:
    """Nobody is sent to the careers advice with the weather; what may be ours still is."""
    assert move_of(HALF_FOREIGN) == AnswerIntent("off-topic")
    assert move_of(FAINT) == AnswerIntent("off-topic")
    assert move_of(replace(FAINT, ours=0.5)) == NotKnown()


@pytest.mark.parametrize("named", [a_mention("topic", "windkurs", score=0.5), a_mention("kind", "offer")])
def test_what_names_something_of_ours_is_not_foreign(named: Mention) -> None:
    """However near to everyday life the rest of it is."""
    assert isinstance(move_of(replace(FAINT, mentions=(named,))), NotKnown)


def test_a_follow_up_is_not_taken_for_foreign_so_easily() -> None:
    """Within a talk people name little of what they mean."""
    talk = a_context("windkurs", intent="dates")

    assert isinstance(move_of(HALF_FOREIGN, talk), NotKnown)
    assert isinstance(move_of(FAINT, talk), NotKnown)


def test_somebody_by_a_full_name_is_not_known() -> None:
    """By that name, not with what happens to be near."""
    asked = a_reading("beruf von Ute Zwiefl", unread=("Ute", "Zwiefl"), facts=(("windkurs", "cost", 0.2),))

    assert move_of(replace(asked, asks={})) == NotKnown(name="Ute Zwiefl", misses=1)


def test_everyday_life_goes_before_a_weak_answer() -> None:
    """A question far from all of ours, that may be foreign, is not answered with a fact that is somewhat near."""
    near = a_reading("wo gibt es gutes eis", intent="off-topic", confidence=0.29, facts=(("firma", "place", 0.3),))

    assert move_of(replace(near, ours=EVERYDAY)) == AnswerIntent("off-topic")
    assert move_of(near) == AnswerIntent("place", "firma", described=True)
    assert move_of(replace(near, ours=EVERYDAY, facts=(FactMatch("firma", 0.96),), asks={"place": 0.05})) != AnswerIntent("off-topic")


def test_what_is_likeliest_a_chat_is_not_foreign() -> None:
    """"Nabend zusammen" is as far from our questions as the weather, and no question."""
    chat = a_reading("nabend zusammen", intent="thanks", confidence=0.42, also=(("off-topic", 0.2),))

    assert move_of(replace(chat, ours=EVERYDAY)) == AnswerIntent("thanks")


def test_the_name_of_a_town_makes_nothing_ours() -> None:
    """The tax office is not answered with what else is in the town, unless it sounds like ours or names a field of work."""
    asked = a_reading("wo ist in der stadt das finanzamt", intent="off-topic", confidence=0.35, facts=(("firma", "place", 0.6),))
    in_town = replace(asked, ours=0.1, mentions=(a_mention("place", "stadt"),))
    of_work = replace(in_town, mentions=(*in_town.mentions, a_mention("theme", "wind")))

    assert move_of(in_town) == AnswerIntent("off-topic")
    assert move_of(replace(in_town, ours=0.2)) == move_of(replace(in_town, mentions=())) == AnswerIntent("place", "firma", described=True)
    assert move_of(of_work) != AnswerIntent("off-topic")


def test_what_can_only_be_ours_is_not_everyday_life() -> None:
    """"Hab die Zehnte nicht geschafft": two questions of ours are as likely, and nothing foreign is."""
    open_ = replace(a_reading("zehnte nicht geschafft", intent="after-school", confidence=0.36, also=(("list-offers", 0.35),)), ours=0.0, verdict="answer")

    assert move_of(open_) != AnswerIntent("off-topic")
    assert move_of(replace(open_, verdict="refuse")) == AnswerIntent("off-topic")


def near_to(reading: Reading, context: Context = NOTHING_SAID) -> tuple[str, ...]:
    """Return the topics told beside the answer to *reading*."""
    move = decided(reading, context).move
    assert isinstance(move, AnswerIntent)
    return move.near


def test_a_guess_stands_beside_what_else_may_be_meant() -> None:
    """Not where a topic is named, talked about, or the answer is likely."""
    guess, likely = (
        a_reading("was mit dem meer und so machen", intent="cost", confidence=0.3, facts=(("wasserkurs", "cost", sure), *NEAR))
        for sure in (0.3, 0.9)
    )
    named = replace(guess, mentions=(a_mention("topic", "wasserkurs"),))

    two = replace(guess, ranked=a_reading("", intent="cost", confidence=0.3, also=(("dates", 0.29),)).ranked)

    assert near_to(guess) == near_to(two) == ("windkurs",)
    assert move_of(two) == AnswerIntent("cost", "wasserkurs", near=("windkurs",), described=True)
    assert (near_to(likely), near_to(named), near_to(guess, a_context("messe"))) == ((), (), ())


def test_beside_advice_stands_the_one_thing_that_is_clearly_near() -> None:
    """However sure the advice is; a list, or what is about a topic, stands alone then."""
    near, far = ((("windkurs", "cost", share), ("wasserkurs", "cost", share - 0.01)) for share in (0.4, 0.2))
    advice = a_reading("ich hab die schule abgebrochen, was nun", intent="after-school", confidence=0.9, facts=near)

    assert near_to(advice) == ("windkurs",)
    assert near_to(replace(advice, facts=a_reading("", facts=far).facts)) == near_to(advice, a_context("messe")) == ()
    assert near_to(replace(advice, ranked=a_reading("", intent="list-offers", confidence=0.9).ranked)) == ()


@pytest.mark.parametrize(("text", "topics"), [("gibts das auch online", ("netz",)), ("wie lange geht das so", ("bund", "netz"))])
def test_what_nobody_asks_of_the_latest_is_not_known_of_it(text: str, topics: tuple[str, ...]) -> None:
    """A question for courses behind a network: it means the network, and asks nobody back."""
    assert move_of(a_reading(text, intent="cost"), a_context(*topics)) == NotKnown(topics[0], misses=1)


def test_it_is_asked_back_where_nothing_or_something_else_is_talked_about() -> None:
    """At the beginning, in many words, or with a no in front."""
    long = "und was muss man denn dafür dann so bezahlen"
    moves = [
        move_of(a_reading("was kostet das", intent="cost")), move_of(a_reading(long, intent="cost"), a_context("netz")),
        move_of(a_reading("nein was kostet das", intent="cost"), a_context("netz")),
    ]

    assert [type(move) for move in moves] == [AskWhich] * 3
