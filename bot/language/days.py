"""Single days in questions ("14. Februar 2024", "am 3.3.") as half-open date ranges; those in no calendar are told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.language.grammar import Grammar

NUMERIC = re.compile(r"^\d{1,2}$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
SHORT_YEAR = re.compile(r"^2\d$")
_MISTYPED_YEAR = re.compile(r"^\d{3,4}$")
_DAY = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?$")
_SUM = re.compile(r"\W*\d{1,2}\s*[^\s\w.,]+\s*\d{1,2}\W*")
_OF = frozenset({"of"})
_LEAP = 9
"""Within so many years every day of the calendar comes round, 29 February included."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``start`` up to, not including, ``end``."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period and the words ``first`` to ``last`` (exclusive) that name it; None for a day that does not exist."""

    period: Period | None
    first: int
    last: int


def is_sum_or_score(text: str) -> bool:
    """Tell whether *text* is nothing but two numbers with a sign between them: "2+2", "3/4", "1:0"; a day has points."""
    return bool(_SUM.fullmatch(text))


def full_date(words: Sequence[str], position: int, grammar: Grammar) -> FoundPeriod | None:
    """Return a full date: "14 februar 2024", "14 2 24", "2024 2 14"; one that cannot be has no period: "30 2 2024"."""
    if position + 2 >= len(words):
        return None
    day, month_word, year = words[position : position + 3]
    named = grammar.months.get(month_word, 0)
    month = named or (int(month_word) if NUMERIC.match(month_word) else 0)
    if _YEAR.match(day) and NUMERIC.match(year) and not named:
        day, year = year, day
    if not month or not NUMERIC.match(day):
        return None
    if _YEAR.match(year) or (SHORT_YEAR.match(year) and not named):
        start = a_date(int(year) if len(year) > 2 else int(year) + 2000, month, int(day))
        return FoundPeriod(one_day(start) if start else None, position, position + 3)
    in_number = position > 0 and words[position - 1].isdecimal()
    mistyped = _MISTYPED_YEAR.match(year) and not in_number and month in range(1, 13) and int(day) in range(1, 32)
    return FoundPeriod(None, position, position + 3) if mistyped else None


def day_of_month(words: Sequence[str], position: int, grammar: Grammar, today: date) -> FoundPeriod | None:
    """Return a day without its year: "3 maerz", "3rd of march", "march 3rd", "am 3 3", "3 3" alone; the next one there is."""
    after = [*words[position + 1 : position + 3], "", ""]
    skipped = after[0] in _OF
    month_word = after[1] if skipped else after[0]
    if (day := _DAY.match(words[position])) and month_word in grammar.months:
        return FoundPeriod(_next_day(grammar.months[month_word], int(day[1]), today), position, position + 2 + skipped)
    if words[position] in grammar.months and (day := _DAY.match(after[0])) and not NUMERIC.match(after[0]):
        return FoundPeriod(_next_day(grammar.months[words[position]], int(day[1]), today), position, position + 2)
    return _in_numbers(words, position, grammar, today)


def _in_numbers(words: Sequence[str], position: int, grammar: Grammar, today: date) -> FoundPeriod | None:
    """Two numbers are a day behind "am", or where nothing else is said."""
    on_day = grammar.relative.get(words[position]) == "on" and not full_date(words, position + 1, grammar)
    first = position + 1 if on_day else position
    numbers = words[first : first + 2]
    if not (on_day or len(words) == 2) or len(numbers) < 2 or not all(NUMERIC.match(number) for number in numbers):
        return None
    return FoundPeriod(_next_day(int(numbers[1]), int(numbers[0]), today), first, first + 2)


def _next_day(month: int, day: int, today: date) -> Period | None:
    days = (a_date(today.year + ahead, month, day) for ahead in range(_LEAP))
    return next((one_day(each) for each in days if each and each >= today), None)


def a_date(year: int, month: int, day: int) -> date | None:
    """Return the date, None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def one_day(start: date) -> Period:
    """Return the period of one day."""
    return Period(start, start + timedelta(days=1))
