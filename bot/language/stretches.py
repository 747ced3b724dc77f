"""Stretches of time counted from today ("in den nächsten drei Monaten", "the next few weeks") as half-open date ranges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.language.days import NUMERIC, FoundPeriod, Period, a_date
from bot.language.grammar import Grammar

_SOME: Mapping[str, int] = {"days": 7, "weeks": 6, "months": 6, "years": 3}
"""How many are meant where none are counted: "in den nächsten Wochen"."""
_MONTHS: Mapping[str, int] = {"months": 1, "years": 12}
_DAYS: Mapping[str, int] = {"days": 1, "weeks": 7}
_OF = ("of",)
_LAST_DAYS = (0, 1, 2, 3)
"""A month may have so many days fewer than the longest."""


def stretch(words: Sequence[str], position: int, grammar: Grammar, today: date) -> FoundPeriod | None:
    """Return a stretch that begins today: "nächste 3 Monate", "nächsten paar Wochen", "drei nächsten Tage"."""
    counted = _count(words, position, grammar)
    step = position + (counted is not None)
    if step >= len(words) or grammar.relative.get(words[step]) != "next":
        return None
    unit = step + 1
    if counted is None and (counted := _count(words, unit, grammar)) is not None:
        unit += 2 if tuple(words[unit + 1 : unit + 2]) == _OF else 1
    meaning = grammar.relative.get(words[unit], "") if unit < len(words) else ""
    if meaning not in _SOME:
        return None
    end = _end(today, counted or _SOME[meaning], meaning)
    return FoundPeriod(Period(today, end), position, unit + 1) if end else None


def _count(words: Sequence[str], position: int, grammar: Grammar) -> int | None:
    """Return the number a word says; 0 for "a few"."""
    word = words[position] if position < len(words) else ""
    return int(word) if NUMERIC.match(word) else grammar.counts.get(word)


def _end(today: date, count: int, unit: str) -> date | None:
    """Return the day after so many *unit* from *today*; of a month too short for the day, its last."""
    if unit in _DAYS:
        return today + timedelta(days=count * _DAYS[unit])
    months = today.month - 1 + count * _MONTHS[unit]
    days = (a_date(today.year + months // 12, months % 12 + 1, today.day - fewer) for fewer in _LAST_DAYS)
    return next((day for day in days if day), None)
