"""Unanswered questions and counts, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.store.parts import Store
from bot.store.questions import KEPT, Question, Tally, rows_of
from tests.builders import NOW

pytestmark = pytest.mark.asyncio

TODAY = NOW.date()
QUESTION = Question("gibt es kekse", "de", "refused", TODAY)


async def test_a_question_is_kept_once_with_its_latest_day(store: Store) -> None:
    """The same words add up; other reasons stand apart; numbers never change."""
    await store.questions.keep([QUESTION, replace(QUESTION, reason="no-choice")], ())
    await store.questions.keep([replace(QUESTION, day=TODAY + timedelta(days=1), times=2)], ())
    await store.questions.keep([replace(QUESTION, times=4)], ())

    found = {each.reason: each for each in await store.questions.open()}
    assert (found["refused"].times, found["refused"].day) == (7, TODAY + timedelta(days=1))
    assert (found["no-choice"].times, sorted(each.number for each in found.values())) == (1, [1, 2])


async def test_what_was_settled_never_comes_back(store: Store) -> None:
    """Under no reason and in no other order of words; other questions do come."""
    await store.questions.keep([QUESTION, replace(QUESTION, reason="no-choice")], ())
    number = (await store.questions.open())[0].number

    assert await store.questions.settle([number, 99], TODAY) == 1
    again = [QUESTION, replace(QUESTION, reason="no-choice"), replace(QUESTION, question="kekse gibt es?")]
    await store.questions.keep([*again, replace(QUESTION, question="gibt es tee")], ())
    assert [each.question for each in await store.questions.open()] == ["gibt es tee"]


async def test_questions_and_counts_go_after_ninety_days(store: Store) -> None:
    """On the ninetieth day both are still there, a day later they are gone."""
    ever = date(2020, 1, 1), date(2040, 1, 1)
    await store.questions.keep([QUESTION], [Tally(TODAY, "topic", "kurs", 1)])
    await store.retention.let_go(NOW + KEPT)
    assert (len(await store.questions.open()), len(await store.questions.tallies(*ever))) == (1, 1)

    await store.retention.let_go(NOW + KEPT + timedelta(days=1))
    assert (await store.questions.open(), await store.questions.tallies(*ever)) == ((), ())


async def test_counts_add_up_per_day(store: Store) -> None:
    """The end of a stretch is left out."""
    tomorrow = TODAY + timedelta(days=1)
    await store.questions.keep([], rows_of({(TODAY, "topic", "kurs"): 2, (tomorrow, "topic", "kurs"): 5}))
    await store.questions.keep([], [Tally(TODAY, "topic", "kurs", 1)])

    assert await store.questions.tallies(TODAY, tomorrow) == (Tally(TODAY, "topic", "kurs", 3),)
    assert await store.questions.tallies(date(2020, 1, 1), TODAY) == ()
