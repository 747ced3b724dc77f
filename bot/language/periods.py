"""Periods of time in questions ("im März", "nach den Ferien", "KW 48") as half-open date ranges.

A small grammar of our own: general date parsers read "10. Klasse" as a date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.language.grammar import Grammar

_YEAR = re.compile(r"^20\d\d$")
_SHORT_YEAR = re.compile(r"^2\d$")
_NUMERIC = re.compile(r"^\d{1,2}$")
_LONG_AHEAD = date(2100, 1, 1)
_LONG_AGO = date(1900, 1, 1)
_EVERYDAY = frozenset({"may", "fall"})
"""Words that hardly ever mean a time ("may i", "auf jeden Fall"): read as one only where a year follows."""
_BEFORE_MORNING = frozenset({"guten", "schoenen", "am"})
_ARTICLES = frozenset({"den", "dem", "der", "zum", "zur", "the"})


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``start`` up to, not including, ``end``."""

    start: date
    end: date

    def touches(self, first: date, last: date) -> bool:
        """Tell whether any day from *first* to *last* lies in the period."""
        return first < self.end and last >= self.start


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period and the words ``first`` to ``last`` (exclusive) that name it."""

    period: Period
    first: int
    last: int


def find_period(words: Sequence[str], grammars: Sequence[Grammar], today: date) -> FoundPeriod | None:
    """Return the first period that folded *words* name, seen from *today*."""
    for position in range(len(words)):
        read = (_at(words, position, grammar, today) for grammar in grammars)
        found = _day(words, position, grammars) or next((period for period in read if period), None)
        if found is not None:
            return _with_direction(words, found, grammars)
    return None


def _day(words: Sequence[str], position: int, grammars: Sequence[Grammar]) -> FoundPeriod | None:
    """Return a full date: "14 februar 2024", "14 2 24"."""
    if position + 2 >= len(words) or not _NUMERIC.match(words[position]):
        return None
    named = next((grammar.months[words[position + 1]] for grammar in grammars if words[position + 1] in grammar.months), 0)
    month = named or (int(words[position + 1]) if _NUMERIC.match(words[position + 1]) else 0)
    year = words[position + 2]
    if not month or not (_YEAR.match(year) or (_SHORT_YEAR.match(year) and not named)):
        return None
    try:
        start = date(int(year) % 100 + 2000, month, int(words[position]))
    except ValueError:
        return None
    return FoundPeriod(Period(start, start + timedelta(days=1)), position, position + 3)


def _at(words: Sequence[str], position: int, grammar: Grammar, today: date) -> FoundPeriod | None:
    word, after = words[position], words[position + 1] if position + 1 < len(words) else ""
    meaning, next_meaning = grammar.relative.get(word), grammar.relative.get(after)
    months = grammar.seasons.get(word) or (grammar.months.get(word, 0),) * 2
    if months[0] and (word not in _EVERYDAY or _YEAR.match(after)):
        return _months(words, position, *months, today)
    if meaning == "week-number" and _NUMERIC.match(after):
        return _week(position, int(after), today)
    if meaning in ("next", "this") and next_meaning in ("week", "month", "year"):
        return FoundPeriod(_relative(meaning, next_meaning, today), position, position + 2)
    if meaning in ("today", "tomorrow") and not (position and words[position - 1] in _BEFORE_MORNING):
        start = today + timedelta(days=meaning == "tomorrow")
        return FoundPeriod(Period(start, start + timedelta(days=1)), position, position + 1)
    if _YEAR.match(word):
        year = int(word)
        return FoundPeriod(Period(date(year, 1, 1), date(year + 1, 1, 1)), position, position + 1)
    return None


def _months(words: Sequence[str], position: int, first: int, last: int, today: date) -> FoundPeriod:
    """Return a month or season: of the year named after it, else the next one that is not over."""
    named = position + 1 < len(words) and _YEAR.match(words[position + 1])
    year = int(words[position + 1]) if named else today.year - (last < first)
    period = _span(year, first, last)
    if not named and period.end <= today:
        period = _span(year + 1, first, last)
    return FoundPeriod(period, position, position + (2 if named else 1))


def _span(year: int, first: int, last: int) -> Period:
    end_year = year + (last < first)
    end = date(end_year + last // 12, last % 12 + 1, 1)
    return Period(date(year, first, 1), end)


def _week(position: int, week: int, today: date) -> FoundPeriod | None:
    if not 1 <= week <= 53:
        return None
    try:
        start = date.fromisocalendar(today.year, week, 1)
        start = start if start + timedelta(days=7) > today else date.fromisocalendar(today.year + 1, week, 1)
    except ValueError:
        return None
    return FoundPeriod(Period(start, start + timedelta(days=7)), position, position + 2)


def _relative(meaning: str, unit: str, today: date) -> Period:
    step = 1 if meaning == "next" else 0
    if unit == "week":
        start = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return Period(start, start + timedelta(weeks=1))
    if unit == "year":
        return Period(date(today.year + step, 1, 1), date(today.year + step + 1, 1, 1))
    month = today.month - 1 + step
    year, month = today.year + month // 12, month % 12 + 1
    return _span(year, month, month)


def _with_direction(words: Sequence[str], found: FoundPeriod, grammars: Sequence[Grammar]) -> FoundPeriod:
    """Open the period where a word before it, or before its article, says from, after or before."""
    first = found.first - 1
    if first > 0 and words[first] in _ARTICLES:
        first -= 1
    before = words[first] if first >= 0 else ""
    match next((grammar.relative[before] for grammar in grammars if before in grammar.relative), None):
        case "from":
            return FoundPeriod(Period(found.period.start, _LONG_AHEAD), first, found.last)
        case "after":
            return FoundPeriod(Period(found.period.end, _LONG_AHEAD), first, found.last)
        case "before":
            return FoundPeriod(Period(_LONG_AGO, found.period.start), first, found.last)
        case _:
            return found
