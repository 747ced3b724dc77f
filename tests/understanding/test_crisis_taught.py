"""Sentences that are examples themselves."""

from __future__ import annotations

import pytest

from bot.model.crisis import HARMLESS
from bot.understanding import crisis_taught
from bot.understanding.crisis_lessons import Lesson
from bot.understanding.crisis_taught import Taught
from tests.understanding.builders import MemoryCache

LESSONS = (
    Lesson("sad", "Mir geht's schlecht"),
    Lesson(HARMLESS, "mir ist nicht langweilig"),
    Lesson("sad", "ich kann nicht mehr"),
    Lesson(HARMLESS, "ICH KANN NICHT MEHR", is_taught=False),
)


def test_a_sentence_is_judged_as_it_was_taught_however_it_is_spelt() -> None:
    """Of the same wording the first counts; what nobody taught is left to the judges."""
    taught = Taught.of(LESSONS, MemoryCache(), "lessons")

    margins = [taught.margin(text) for text in ("mir GEHT'S schlecht", "Mir ist nicht langweilig")]
    assert margins == [2.0, -2.0]
    assert taught.margin("Ich kann nicht mehr") == margins[0]
    assert [taught.margin(text) for text in ("", "mir ist langweilig", "zzz")] == [None, None, None]


def test_a_second_start_numbers_no_lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known of them is kept."""
    cache = MemoryCache()
    first = Taught.of(LESSONS, cache, "lessons")
    monkeypatch.setattr(crisis_taught, "_remembered", None)

    again = Taught.of(LESSONS, cache, "lessons")

    assert [again.margin(each.text) for each in LESSONS] == [first.margin(each.text) for each in LESSONS]
