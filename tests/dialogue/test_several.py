"""Several questions in one message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.dialogue.decisions import Decision
from bot.dialogue.several import are_two_of_one, ask_of_one, decide_several
from bot.model.context import Context
from bot.model.moves import AnswerIntent, Several
from bot.model.reading import Mention, Reading
from tests.builders import a_context, a_mention, a_reading
from tests.dialogue.world import POLICY, however_sure

WIND = a_mention("topic", "windkurs")
COST, WHERE = a_reading("was kostet es", intent="cost"), a_reading("wo ist es", intent="place")


def said(first: Reading, *rest: Reading, talk: tuple[str, ...] = ("windkurs",)) -> Several | None:
    """Return what the bot does about a message of several questions."""
    written = {part.text: part for part in rest}

    def read(text: str, _: Context) -> Reading:
        return written[text]

    def find(text: str, _: Context) -> tuple[Mention, ...]:
        return written[text].mentions

    decision = decide_several(POLICY, first, tuple(written), read, find, a_context(*talk, intent="dates"))
    if decision is None:
        return None
    assert isinstance(decision.move, Several)
    return decision.move


def asked(first: Reading, *rest: Reading, talk: tuple[str, ...] = ("windkurs",)) -> tuple[AnswerIntent, ...] | None:
    """Return what a message of several questions is answered with at once."""
    move = said(first, *rest, talk=talk)
    return tuple(however_sure(each) for each in move.moves) if move else None  # type: ignore[misc]


def test_each_question_is_answered() -> None:
    """In the order asked, and the talk goes on from the last."""
    assert asked(COST, WHERE) == (AnswerIntent("cost", "windkurs"), AnswerIntent("place", "windkurs"))


def test_where_it_is_from_is_asked_of_no_answer_before() -> None:
    """What the same message asks first was not answered before: the sources are those of the topic."""
    moves = asked(COST, a_reading("und woher ist das", intent="sources"))

    assert moves == (AnswerIntent("cost", "windkurs"), AnswerIntent("sources", "windkurs"))


def test_of_what_was_named_before_less_is_enough_to_ask() -> None:
    """"Wann war der Windkurs, und in welcher Stadt war er": what would be told by itself is told behind the first, too."""
    named, weak = a_reading("was kostet der windkurs", WIND, intent="cost"), a_reading("in der stadt", intent="place", confidence=0.2)

    assert asked(named, weak) == (AnswerIntent("cost", "windkurs"), AnswerIntent("place", "windkurs"))
    assert asked(COST, weak) is None


def test_a_name_in_the_second_question_is_what_the_first_is_about() -> None:
    """"Was kostet und wo ist der Windkurs"."""
    where = a_reading("wo ist der windkurs", WIND, intent="place")

    assert asked(COST, where, talk=("wasserkurs",)) == (AnswerIntent("cost", "windkurs"), AnswerIntent("place", "windkurs"))


def test_what_is_named_in_the_first_question_is_what_the_second_is_about() -> None:
    """"Was kostet der Windkurs und wo ist das"."""
    cost = a_reading("was kostet der windkurs", WIND, intent="cost")

    assert asked(cost, WHERE, talk=()) == (AnswerIntent("cost", "windkurs"), AnswerIntent("place", "windkurs"))


def test_where_one_question_is_not_clear_the_message_is_read_as_a_whole() -> None:
    """A foreign one, a question back, a weak one, twice the same."""
    foreign = a_reading("wie wird das wetter", intent="off-topic")
    weak = a_reading("wo denn eigentlich genau", intent="place", confidence=0.2)

    assert [asked(COST, other) for other in (foreign, weak, COST)] == [None] * 3
    assert asked(COST, WHERE, talk=()) is None


def test_the_rest_is_not_read_where_the_first_is_not_clear() -> None:
    """Reading takes time."""
    seen: list[str] = []

    def read(text: str, _: Context) -> Reading:
        seen.append(text)
        return WHERE

    def find(_: str, __: Context) -> tuple[Mention, ...]:
        return (WIND,)

    foreign = a_reading("wie wird das wetter", intent="off-topic")

    assert decide_several(POLICY, foreign, ("wo ist es",), read, find, a_context("windkurs")) is None
    assert seen == []


def test_a_new_name_in_the_message_pushes_out_what_was_talked_about() -> None:
    """"Was ist die Firma und was kostet das": the price of the older topic is not what is asked."""
    firm = a_reading("was ist die firma", a_mention("topic", "firma"), intent="overview")

    assert asked(firm, WHERE) == (AnswerIntent("overview", "firma"), AnswerIntent("place", "firma"))
    move = said(firm, COST)
    assert move is not None
    assert ([each.topic for each in move.moves], move.unclear) == (["firma"], True)


def test_of_many_questions_two_are_answered_and_the_others_offered() -> None:
    """Nobody reads four answers at once; none is dropped in silence."""
    when, who = a_reading("wann ist es", intent="dates"), a_reading("wen frage ich", intent="contact")

    move = said(COST, WHERE, when, who)

    assert move is not None
    assert [each.intent for each in move.moves] == ["cost", "place"]
    assert [each.intent for each in move.later] == ["dates", "contact"]
    assert not move.unclear


def test_what_is_not_understood_among_clear_questions_is_told() -> None:
    """Where question marks set them apart the clear ones are answered."""
    cost, foreign = a_reading("was kostet es?", intent="cost"), a_reading("wie wird das wetter?", intent="off-topic")

    move = said(cost, foreign)

    assert move is not None
    assert (len(move.moves), move.unclear) == (1, True)


def test_small_talk_among_questions_is_answered_behind_them() -> None:
    """The first sentence answers the question; small talk alone is no reason to take a message apart."""
    hello = a_reading("alles gut", intent="thanks")

    assert asked(hello, COST) == (AnswerIntent("cost", "windkurs"), AnswerIntent("thanks"))
    assert asked(hello, a_reading("danke dir", intent="thanks")) is None


def test_what_a_part_leaves_out_was_said_before() -> None:
    """"Was kostet der Windkurs und was der Wasserkurs"."""
    wind = a_reading("was kostet windkurs", a_mention("topic", "windkurs", at=2), intent="cost")
    water = a_reading("was der wasserkurs", a_mention("topic", "wasserkurs", at=2), intent="overview")
    where = a_reading("wo der wasserkurs", a_mention("topic", "wasserkurs", at=2), intent="place")

    assert asked(wind, water, talk=()) == (AnswerIntent("cost", "windkurs"), AnswerIntent("cost", "wasserkurs"))
    assert asked(wind, where, talk=()) == (AnswerIntent("cost", "windkurs"), AnswerIntent("place", "wasserkurs"))


def test_a_part_may_ask_of_two() -> None:
    """"Was kosten Windkurs und Wasserkurs, wo ist die Messe"."""
    two = a_reading("was kosten windkurs und wasserkurs", a_mention("topic", "windkurs", at=2),
                    a_mention("topic", "wasserkurs", at=4), intent="cost")
    fair = a_reading("wo ist messe", a_mention("topic", "messe", at=2), intent="place")

    assert asked(two, fair, talk=()) == (
        AnswerIntent("cost", "windkurs"), AnswerIntent("cost", "wasserkurs"), AnswerIntent("place", "messe"),
    )


def test_two_halves_ask_of_what_one_of_them_names() -> None:
    """"Preis und Dauer vom Windkurs": the other names nothing, is short and tells nothing of oneself."""
    assert _ask_of_one({"Preis": (), "Dauer vom windkurs": (WIND,)})
    assert _ask_of_one({"windkurs Preis": (WIND,), "Dauer": ()})
    assert not _ask_of_one({"Preis": (), "Dauer": ()})
    assert not _ask_of_one({"bin 15": (), "will zum windkurs": (WIND,)})
    assert not _ask_of_one({"Wind": (a_mention("theme", "wind"),), "Dauer vom windkurs": (WIND,)})


def test_nothing_is_looked_for_in_halves_of_many_words() -> None:
    """Neither asks another question about what the other names, whatever that is."""
    assert not _ask_of_one({"ich komme aus der Ukraine": None, "suche den windkurs in Guben": None})


def _ask_of_one(named: Mapping[str, Sequence[Mention] | None]) -> bool:
    """Tell whether halves that name so much ask of one thing; None must not be asked for."""

    def find(half: str) -> Sequence[Mention]:
        found = named[half]
        assert found is not None
        return found

    return ask_of_one(tuple(named), find)


def test_halves_are_questions_where_both_are_sure_and_of_one_thing() -> None:
    """A noun alone often asks nothing."""
    cost, place = AnswerIntent("cost", "windkurs"), AnswerIntent("place", "windkurs")

    assert are_two_of_one(Decision(Several((cost, place)), a_context()))
    assert not are_two_of_one(Decision(Several((cost, AnswerIntent("place", "messe"))), a_context()))
    assert not are_two_of_one(Decision(Several((cost, AnswerIntent("place", "windkurs", confidence=0.4))), a_context()))
