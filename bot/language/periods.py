"""Periods of time in questions ("im März", "nach den Ferien", "KW 48") as half-open date ranges.

A small grammar of our own: general date parsers read "10. Klasse" as a date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.language.grammar import Grammar

LONG_AHEAD = date(2100, 1, 1)
"""The end of a period that has none ("ab März")."""
LONG_AGO = date(1900, 1, 1)
"""The beginning of a period that has none ("vor dem Winter")."""

_YEAR = re.compile(r"^20\d\d$")
_SHORT_YEAR = re.compile(r"^2\d$")
_NUMERIC = re.compile(r"^\d{1,2}$")
_DAY = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?$")
_WEEK_IN_ONE = re.compile(r"^([a-z]+)(\d{1,2})$")
_EVERYDAY = frozenset({"may", "fall"})
"""Words that hardly ever mean a time ("may i", "auf jeden Fall"): read as one only beside a year or behind "in May"."""
_BEFORE_MORNING = frozenset({"guten", "schoenen", "am"})
_ARTICLES = frozenset({"den", "dem", "der", "zum", "zur", "the"})
_IN = frozenset({"in"})
_OF = frozenset({"of"})
_TO = frozenset({"to", "until"})
_STEPS: Mapping[str, int] = {"next": 1, "this": 0, "last": -1}
_DAYS_AWAY: Mapping[str, int] = {"today": 0, "tomorrow": 1, "day-after-tomorrow": 2, "yesterday": -1, "day-before-yesterday": -2}
_LEAP = 9
"""Within so many years every day of the calendar comes round, 29 February included."""


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
    """A period and the words ``first`` to ``last`` (exclusive) that name it; None for a day that does not exist."""

    period: Period | None
    first: int
    last: int


def find_period(words: Sequence[str], grammars: Sequence[Grammar], today: date) -> FoundPeriod | None:
    """Return the first period that folded *words* name, seen from *today*."""
    for position in range(len(words)):
        read = (_read(words, position, grammar, today) for grammar in grammars)
        found = next((period for period in read if period), None)
        if found is not None:
            return _with_end(words, found, grammars) or _with_direction(words, found, grammars, today)
    return None


def _read(words: Sequence[str], position: int, grammar: Grammar, today: date) -> FoundPeriod | None:
    return (
        _full_date(words, position, grammar)
        or _day_of_month(words, position, grammar, today)
        or _counted(words, position, grammar, today)
        or _at(words, position, grammar, today)
    )


def _full_date(words: Sequence[str], position: int, grammar: Grammar) -> FoundPeriod | None:
    """Return a full date: "14 februar 2024", "14 2 24"; one that is in no calendar has no period."""
    if position + 2 >= len(words) or not _NUMERIC.match(words[position]):
        return None
    named = grammar.months.get(words[position + 1], 0)
    month = named or (int(words[position + 1]) if _NUMERIC.match(words[position + 1]) else 0)
    year = words[position + 2]
    if not month or not (_YEAR.match(year) or (_SHORT_YEAR.match(year) and not named)):
        return None
    start = _date(int(year) % 100 + 2000, month, int(words[position]))
    return FoundPeriod(_one_day(start) if start else None, position, position + 3)


def _day_of_month(words: Sequence[str], position: int, grammar: Grammar, today: date) -> FoundPeriod | None:
    """Return a day without its year: "3 maerz", "3rd of march", "march 3rd", "am 3 3"; the next one there is."""
    after = [*words[position + 1 : position + 3], "", ""]
    skipped = after[0] in _OF
    month_word = after[1] if skipped else after[0]
    if (day := _DAY.match(words[position])) and month_word in grammar.months:
        return FoundPeriod(_next_day(grammar.months[month_word], int(day[1]), today), position, position + 2 + skipped)
    if words[position] in grammar.months and (day := _DAY.match(after[0])) and not _NUMERIC.match(after[0]):
        return FoundPeriod(_next_day(grammar.months[words[position]], int(day[1]), today), position, position + 2)
    on_day = grammar.relative.get(words[position]) == "on" and not _full_date(words, position + 1, grammar)
    if on_day and _NUMERIC.match(after[0]) and _NUMERIC.match(after[1]):
        return FoundPeriod(_next_day(int(after[1]), int(after[0]), today), position + 1, position + 3)
    return None


def _next_day(month: int, day: int, today: date) -> Period | None:
    days = (_date(today.year + ahead, month, day) for ahead in range(_LEAP))
    return next((_one_day(each) for each in days if each and each >= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one_day(start: date) -> Period:
    return Period(start, start + timedelta(days=1))


def _counted(words: Sequence[str], position: int, grammar: Grammar, today: date) -> FoundPeriod | None:
    """Return a week of the calendar: "kw 48", "kw48", "48 kw", "week 48 2025"."""
    word, after = words[position], words[position + 1] if position + 1 < len(words) else ""
    in_one = _WEEK_IN_ONE.match(word)
    name, number, length = (in_one[1], in_one[2], 1) if in_one else (word, after, 2)
    if _NUMERIC.match(word) and grammar.relative.get(after) == "week-number":
        name, number, length = after, word, 2
    if grammar.relative.get(name) not in ("week-number", "week") or not _NUMERIC.match(number):
        return None
    if in_one and grammar.relative.get(name) != "week-number":
        return None
    year = words[position + length] if position + length < len(words) else ""
    period = _week(int(number), today, int(year) if _YEAR.match(year) else None)
    return FoundPeriod(period, position, position + length + bool(_YEAR.match(year))) if period else None


def _week(week: int, today: date, year: int | None) -> Period | None:
    """Return a week of *year*, else the next one of this number that is not over."""
    years = (year,) if year else (today.year, today.year + 1)
    for each in years:
        try:
            start = date.fromisocalendar(each, week, 1)
        except ValueError:
            return None
        if year or start + timedelta(days=7) > today:
            return Period(start, start + timedelta(days=7))
    return None


def _at(words: Sequence[str], position: int, grammar: Grammar, today: date) -> FoundPeriod | None:
    word, after = words[position], words[position + 1] if position + 1 < len(words) else ""
    meaning = grammar.relative.get(word, "")
    if meaning in _STEPS and (stepped := _stepped(_STEPS[meaning], after, grammar, today)):
        return FoundPeriod(stepped, position, position + 2)
    months = _months_of(word, grammar)
    if months and (word not in _EVERYDAY or _YEAR.match(after) or _is_timed(words, position, grammar)):
        return _months(words, position, *months, today)
    if meaning in _DAYS_AWAY and not (position and words[position - 1] in _BEFORE_MORNING):
        return FoundPeriod(_one_day(today + timedelta(days=_DAYS_AWAY[meaning])), position, position + 1)
    if meaning == "weekend" or (word in grammar.weekdays and _is_timed(words, position, grammar)):
        return FoundPeriod(_stepped(0, word, grammar, today), position, position + 1)
    if _YEAR.match(word):
        return FoundPeriod(Period(date(int(word), 1, 1), date(int(word) + 1, 1, 1)), position, position + 1)
    return None


def _is_timed(words: Sequence[str], position: int, grammar: Grammar) -> bool:
    """Tell whether the word before says that a time follows."""
    before = words[position - 1] if position else ""
    return before in _IN or grammar.relative.get(before) in ("from", "to", "until", "after", "before", "on")


def _months_of(word: str, grammar: Grammar) -> tuple[int, int] | None:
    """Return the first and last month that *word* names, nothing where it names none."""
    month = grammar.months.get(word)
    return grammar.seasons.get(word, (month, month) if month else None)


def _months(words: Sequence[str], position: int, first: int, last: int, today: date) -> FoundPeriod:
    """Return a month or season: of the year named after it, else the next one that is not over."""
    named = position + 1 < len(words) and _YEAR.match(words[position + 1])
    if named:
        return FoundPeriod(_span(int(words[position + 1]), first, last), position, position + 2)
    return FoundPeriod(_season(0, first, last, today), position, position + 1)


def _season(step: int, first: int, last: int, today: date) -> Period:
    """Return these months: the next that are not over (0), those after today (1), or the last that are over (-1)."""
    spans = [_span(year, first, last) for year in range(today.year - 2, today.year + 3)]
    if step < 0:
        return [span for span in spans if span.end <= today][-1]
    return next(span for span in spans if (span.start if step else span.end) > today)


def _span(year: int, first: int, last: int) -> Period:
    end_year = year + (last < first)
    end = date(end_year + last // 12, last % 12 + 1, 1)
    return Period(date(year, first, 1), end)


def _stepped(step: int, unit: str, grammar: Grammar, today: date) -> Period | None:
    """Return the last (-1), this (0) or next (1) *unit*: a month by name, a weekday, a week, month, year or weekend."""
    if months := _months_of(unit, grammar):
        return _season(step, *months, today)
    if unit in grammar.weekdays:
        return _one_day(_weekday(step, grammar.weekdays[unit], today))
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
    match grammar.relative.get(unit):
        case "week":
            return Period(monday, monday + timedelta(weeks=1))
        case "weekend":
            return Period(monday + timedelta(days=5), monday + timedelta(weeks=1))
        case "year":
            return Period(date(today.year + step, 1, 1), date(today.year + step + 1, 1, 1))
        case "month":
            month = today.month - 1 + step
            return _span(today.year + month // 12, month % 12 + 1, month % 12 + 1)
        case _:
            return None


def _weekday(step: int, weekday: int, today: date) -> date:
    """Return the last such day before today, the next from today on, or the first after today."""
    ahead = (weekday - today.weekday()) % 7
    if step < 0:
        return today + timedelta(days=ahead - 7)
    return today + timedelta(days=ahead or 7 * step)


def _with_end(words: Sequence[str], found: FoundPeriod, grammars: Sequence[Grammar]) -> FoundPeriod | None:
    """Return the period up to a second one named as its end: "von März bis Mai", "zwischen Mai und Juli"."""
    between = found.first > 0 and _meaning(words[found.first - 1], grammars) == "between"
    rest = found.last + 1
    if found.period is None or rest >= len(words) or not (between or _meaning(words[found.last], grammars) in _TO):
        return None
    start = found.period.start
    end = next((period for grammar in grammars if (period := _read(words, rest, grammar, start))), None)
    if end is None or end.period is None or end.period.end <= found.period.end:
        return None
    return FoundPeriod(Period(start, end.period.end), found.first, end.last)


def _meaning(word: str, grammars: Sequence[Grammar]) -> str | None:
    return next((grammar.relative[word] for grammar in grammars if word in grammar.relative), None)


def _with_direction(
    words: Sequence[str], found: FoundPeriod, grammars: Sequence[Grammar], today: date
) -> FoundPeriod:
    """Open the period where a word before it, or before its article, says from, after, before or until."""
    first = found.first - 1
    if first > 0 and words[first] in _ARTICLES:
        first -= 1
    period = found.period
    if first < 0 or period is None:
        return found
    match _meaning(words[first], grammars):
        case "from":
            return FoundPeriod(Period(period.start, LONG_AHEAD), first, found.last)
        case "after":
            return FoundPeriod(Period(period.end, LONG_AHEAD), first, found.last)
        case "before":
            return FoundPeriod(Period(LONG_AGO, period.start), first, found.last)
        case "until":
            begun = _same_month(words[first - 1], period) if first > 0 else None
            start = begun or (today if today < period.end else LONG_AGO)
            return FoundPeriod(Period(start, period.end), first - bool(begun), found.last)
        case _:
            return found


def _same_month(word: str, period: Period) -> date | None:
    """Return the day that a bare number before "bis" names: "vom 3. bis 5. März"."""
    if not _NUMERIC.match(word) or period.end - period.start != timedelta(days=1):
        return None
    start = _date(period.start.year, period.start.month, int(word))
    return start if start and start < period.start else None
