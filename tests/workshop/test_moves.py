"""Everything the bot can be led to say is put to the test."""

from __future__ import annotations

from bot.model.moves import AnswerIntent, AskWhich, Help, NotKnown
from bot.workshop.moves import filtered_lists, in_turn, moves_about, moves_about_nothing, whole_lists
from tests import builders
from tests.builders import a_run, an_offer, showing
from tests.understanding.builders import a_catalogue, a_network, an_intent, an_organisation

ORGANISATIONS = [an_organisation(f"o{number}", f"Haus {number}") for number in range(8)]
NETWORK = a_network(
    "netz", "Netz", members={"groups": [{"title": "Alle", "who": [one.id for one in ORGANISATIONS]}]}
)
INTENTS = [
    an_intent("members", "wer", needs={"network": "network"}, answer={"show": ["members"]}),
    an_intent("membership", "ist", needs={"network": "network", "name": "any"}, answer={"show": ["membership"]}),
    an_intent("list-all", "liste", answer={"list": {"of": ["organisation"]}}),
    an_intent("hallo", "hallo"),
]
CATALOGUE = a_catalogue([NETWORK, *ORGANISATIONS], INTENTS)


def test_every_question_is_asked_about_every_topic() -> None:
    """Lists aside; and that nothing is known about it is a reply too."""
    moves = list(moves_about(ORGANISATIONS[0], CATALOGUE))

    assert moves == [*(AnswerIntent(name, "o0") for name in ("members", "membership", "hallo")), NotKnown("o0")]


def test_members_are_asked_for_one_by_one_and_page_by_page() -> None:
    """Each on the list, a stranger, all pages with one beyond the last, and a long one."""
    moves = [move for move in moves_about(NETWORK, CATALOGUE) if isinstance(move, AnswerIntent)]

    assert {other for move in moves for other in move.others} == {one.id for one in ORGANISATIONS}
    assert sum(move.name is not None for move in moves) == 1
    assert [(move.view.shown, move.view.whole) for move in moves if move.view] == [(0, False), (6, False), (12, False), (0, True)]


def test_what_has_dates_is_asked_for_each_of_its_years_and_one_without() -> None:
    """And every part of a topic by its number."""
    course = an_offer("kurs", runs=[a_run("2024-03-04"), a_run("2026-03-04")], parts=[{"title": "A"}, {"title": "B"}])
    catalogue = builders.a_catalogue(course, showing("dates", "dates"), showing("working-groups", "parts"))
    moves = [move for move in moves_about(course, catalogue) if isinstance(move, AnswerIntent)]

    assert [move.days[0].year for move in moves if move.days] == [2024, 2026, 2023]
    assert [move.part for move in moves if move.part is not None] == [0, 1]


def test_lists_are_asked_for_whole_and_filtered() -> None:
    """Every page, all at once, what is to come, a year; every theme and place there is."""
    views = [move.view for move in whole_lists(CATALOGUE) if isinstance(move, AnswerIntent) and move.view]

    assert [view.shown for view in views] == [0, 6, 12, 0, 0, 0]
    assert [(view.whole, view.ahead, view.days is not None) for view in views[3:]] == [
        (True, False, False), (False, True, False), (False, False, True),
    ]
    assert list(filtered_lists(CATALOGUE)) == []


def test_what_is_said_without_a_topic() -> None:
    """Texts, questions back, misses; crises where there are rules."""
    moves = list(moves_about_nothing(CATALOGUE))

    assert {type(move) for move in moves} == {AnswerIntent, AskWhich, NotKnown}
    assert not any(isinstance(move, Help) for move in moves)
    assert [move.misses for move in moves if isinstance(move, NotKnown)] == [1, 2, 3]


def test_moves_that_are_too_many_take_turns() -> None:
    """All where they are few; else each comes up within a few turns."""
    moves = tuple(moves_about_nothing(CATALOGUE))

    assert in_turn(moves, len(moves), 7) == moves
    turns = [in_turn(moves, 2, turn) for turn in range(len(moves))]
    assert all(1 <= len(turn) <= 2 for turn in turns)
    assert {move for turn in turns for move in turn} == set(moves)
