"""Several questions in one message."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialogue.several import decide_several
from bot.model.moves import AnswerIntent, Several
from bot.model.reading import Reading
from tests.builders import a_context, a_mention, a_reading
from tests.dialogue.world import POLICY, however_sure

WIND = a_mention("topic", "windkurs")
COST, WHERE = a_reading("was kostet es", intent="cost"), a_reading("wo ist es", intent="place")


def asked(first: Reading, *rest: Reading, talk: tuple[str, ...] = ("windkurs",)) -> tuple[AnswerIntent, ...] | None:
    """Return what a message of several questions is answered with."""
    decision = decide_several(POLICY, first, iter(rest), a_context(*talk, intent="dates"))
    if decision is None:
        return None
    assert isinstance(decision.move, Several)
    return tuple(however_sure(move) for move in decision.move.moves)  # type: ignore[misc]


def test_each_question_is_answered() -> None:
    """In the order asked, and the talk goes on from the last."""
    assert asked(COST, WHERE) == (AnswerIntent("cost", "windkurs"), AnswerIntent("place", "windkurs"))


def test_a_name_in_the_second_question_is_what_the_first_is_about() -> None:
    """"Was kostet und wo ist der Windkurs"."""
    where = a_reading("wo ist der windkurs", WIND, intent="place")

    assert asked(COST, where, talk=("wasserkurs",)) == (AnswerIntent("cost", "windkurs"), AnswerIntent("place", "windkurs"))


def test_what_is_named_in_the_first_question_is_what_the_second_is_about() -> None:
    """"Was kostet der Windkurs und wo ist das"."""
    cost = a_reading("was kostet der windkurs", WIND, intent="cost")

    assert asked(cost, WHERE, talk=()) == (AnswerIntent("cost", "windkurs"), AnswerIntent("place", "windkurs"))


def test_where_one_question_is_not_clear_the_message_is_read_as_a_whole() -> None:
    """A foreign one, small talk, a question back, a weak one, twice the same."""
    foreign = a_reading("wie wird das wetter", intent="off-topic")
    thanks = a_reading("danke", intent="thanks")
    weak = a_reading("wo denn eigentlich genau", intent="place", confidence=0.2)

    assert [asked(COST, other) for other in (foreign, thanks, weak, COST)] == [None] * 4
    assert asked(COST, WHERE, talk=()) is None


def test_the_rest_is_not_read_where_the_first_is_not_clear() -> None:
    """Reading takes time."""
    read: list[str] = []

    def rest() -> Iterator[Reading]:
        read.append("second")
        yield WHERE

    foreign = a_reading("wie wird das wetter in der stadt", a_mention("place", "stadt"), intent="off-topic")

    assert decide_several(POLICY, foreign, rest(), a_context("windkurs")) is None
    assert read == []
