"""Periods of time in questions ("im März", "nach den Ferien", "KW 48") as half-open date ranges.

A small grammar of our own: general date parsers read "10. Klasse" as a date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.language.days import (
    NUMERIC,
    SHORT_YEAR,
    FoundPeriod,
    Period,
    a_date,
    day_of_month,
    full_date,
    one_day,
)
from bot.language.grammar import Grammar
from bot.language.stretches import stretch

LONG_AHEAD = date(2100, 1, 1)
"""The end of a period that has none ("ab März")."""
LONG_AGO = date(1900, 1, 1)
"""The beginning of a period that has none ("vor dem Winter")."""

_YEAR = re.compile(r"^20\d\d$")
_WEEK_IN_ONE = re.compile(r"^([a-z]+)(\d{1,2})$")
_EVERYDAY = frozenset({"may", "fall"})
"""Words that hardly ever mean a time ("may i", "auf jeden Fall"): read as one only beside a year or behind "in May"."""
_BEFORE_MORNING = frozenset({"guten", "schoenen", "am", "jeden"})
_ARTICLES = frozenset({"den", "dem", "der", "zum", "zur", "the"})
_IN = frozenset({"in"})
_TO = frozenset({"to", "until"})
_STEPS: Mapping[str, int] = {"next": 1, "this": 0, "last": -1}
_DAYS_AWAY: Mapping[str, int] = {"today": 0, "tomorrow": 1, "day-after-tomorrow": 2, "yesterday": -1, "day-before-yesterday": -2}
_FROM_TODAY = frozenset({*_STEPS, *_DAYS_AWAY})
_A_WEEK, _A_YEAR = timedelta(days=7), timedelta(days=365)
_BETWEEN = 2
"""So many words may stand between a year and the month in it: "nächstes Jahr im Februar"."""


def find_period(words: Sequence[str], grammars: Sequence[Grammar], today: date) -> FoundPeriod | None:
    """Return the first period that folded *words* name, seen from *today*."""
    for position in range(len(words)):
        found = _first(words, position, grammars, today)
        if found is not None:
            found = _looking_back(words, position, found, grammars, today) or found
            found = _within_year(words, found, grammars, today) or found
            return _with_end(words, found, grammars) or _with_direction(words, found, grammars, today)
    return None


def _looking_back(
    words: Sequence[str], position: int, found: FoundPeriod, grammars: Sequence[Grammar], today: date
) -> FoundPeriod | None:
    """Return the last such period where the words speak of what was: "was gab es im Oktober"; None where they do not."""
    said = words[found.first : found.last]
    ahead = found.period is not None and found.period.start > today
    fixed = any(_meaning(word, grammars) in _FROM_TODAY for word in said)
    if fixed or not ahead or not any(_was(words, at, grammars) for at in range(len(words))):
        return None
    weekly = any(word in grammar.weekdays or grammar.relative.get(word) == "weekend" for word in said for grammar in grammars)
    return _first(words, position, grammars, today - (_A_WEEK if weekly else _A_YEAR))


def _was(words: Sequence[str], at: int, grammars: Sequence[Grammar]) -> bool:
    """Tell whether a word speaks of the past; English "was" does behind "what" or "when", as it asks in German."""
    asks = any(words[at] in grammar.interrogatives for grammar in grammars)
    forms = (grammar for grammar in grammars if words[at] in grammar.past)
    return any(not asks or (at > 0 and words[at - 1] in grammar.interrogatives) for grammar in forms)


def _first(words: Sequence[str], position: int, grammars: Sequence[Grammar], today: date) -> FoundPeriod | None:
    read = (_read(words, position, grammar, today) for grammar in grammars)
    return next((period for period in read if period), None)


def _read(words: Sequence[str], position: int, grammar: Grammar, today: date) -> FoundPeriod | None:
    if not _may_begin(words[position], grammar):
        return None
    return (
        full_date(words, position, grammar)
        or day_of_month(words, position, grammar, today)
        or _counted(words, position, grammar, today)
        or stretch(words, position, grammar, today)
        or _at(words, position, grammar, today)
    )


def _may_begin(word: str, grammar: Grammar) -> bool:
    """Tell whether a period may begin with *word*: few do, so that nearly all words need no closer look."""
    if word[:1].isdigit() or word[-1:].isdigit() or word in grammar.relative or word in grammar.counts:
        return True
    return word in grammar.months or word in grammar.seasons or word in grammar.weekdays


def _counted(words: Sequence[str], position: int, grammar: Grammar, today: date) -> FoundPeriod | None:
    """Return a week of the calendar: "kw 48", "kw48", "48 kw", "week 48 2025"."""
    word, after = words[position], words[position + 1] if position + 1 < len(words) else ""
    in_one = _WEEK_IN_ONE.match(word)
    name, number, length = (in_one[1], in_one[2], 1) if in_one else (word, after, 2)
    if NUMERIC.match(word) and grammar.relative.get(after) == "week-number":
        name, number, length = after, word, 2
    if grammar.relative.get(name) not in ("week-number", "week") or not NUMERIC.match(number):
        return None
    if in_one and grammar.relative.get(name) != "week-number":
        return None
    year = words[position + length] if position + length < len(words) else ""
    period = _week(int(number), today, int(year) if _YEAR.match(year) else None)
    return FoundPeriod(period, position, position + length + bool(_YEAR.match(year))) if period else None


def _week(week: int, today: date, year: int | None) -> Period | None:
    """Return a week of *year*, else the next one of this number that is not over; None where the year has no such week."""
    try:
        start = date.fromisocalendar(year or today.year, week, 1)
        if not year and start + timedelta(days=7) <= today:
            start = date.fromisocalendar(today.year + 1, week, 1)
    except ValueError:
        return None
    return Period(start, start + timedelta(days=7))


def _at(words: Sequence[str], position: int, grammar: Grammar, today: date) -> FoundPeriod | None:
    word, after = words[position], words[position + 1] if position + 1 < len(words) else ""
    meaning = grammar.relative.get(word, "")
    if meaning in _STEPS and (stepped := _stepped(_STEPS[meaning], after, grammar, today)):
        return FoundPeriod(stepped, position, position + 2)
    months = _months_of(word, grammar)
    if months and (word not in _EVERYDAY or _YEAR.match(after) or _is_timed(words, position, grammar)):
        return _months(words, position, grammar, *months, today)
    if meaning in _DAYS_AWAY and not (position and words[position - 1] in _BEFORE_MORNING):
        return FoundPeriod(one_day(today + timedelta(days=_DAYS_AWAY[meaning])), position, position + 1)
    if meaning == "weekend" or (word in grammar.weekdays and _is_timed(words, position, grammar)):
        return FoundPeriod(_stepped(0, word, grammar, today), position, position + 1)
    if year := int(word) if _YEAR.match(word) else None if meaning != "year" else _year_behind(words, position, grammar):
        both = meaning != "year" and after == f"{(year + 1) % 100:02}"
        last = position + 1 + (both or meaning == "year")
        return FoundPeriod(Period(date(year, 1, 1), date(year + 1 + both, 1, 1)), position, last)
    return None


def _is_timed(words: Sequence[str], position: int, grammar: Grammar) -> bool:
    """Tell whether the word before says that a time follows."""
    before = words[position - 1] if position else ""
    return before in _IN or grammar.relative.get(before) in ("from", "to", "until", "after", "before", "on")


def _months_of(word: str, grammar: Grammar) -> tuple[int, int] | None:
    """Return the first and last month that *word* names, nothing where it names none."""
    month = grammar.months.get(word)
    return grammar.seasons.get(word, (month, month) if month else None)


def _months(words: Sequence[str], position: int, grammar: Grammar, first: int, last: int, today: date) -> FoundPeriod:
    """Return a month or season: of the year named after it, else the next one that is not over."""
    year = _year_behind(words, position, grammar)
    if year:
        return FoundPeriod(_span(year, first, last), position, position + 2)
    return FoundPeriod(_season(0, first, last, today), position, position + 1)


def _year_behind(words: Sequence[str], position: int, grammar: Grammar) -> int | None:
    """Return the year named behind a month, a season or "Jahr", in short too: "Sommer 24"; "März 24 Plätze" counts places."""
    year, *after = [*words[position + 1 : position + 3], ""][:2]
    if _YEAR.match(year):
        return int(year)
    ends = not any(after) or SHORT_YEAR.match(after[0]) or after[0] in grammar.stop_words | grammar.asking
    return 2000 + int(year) if SHORT_YEAR.match(year) and ends else None


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
        return one_day(_weekday(step, grammar.weekdays[unit], today))
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


def _within_year(
    words: Sequence[str], found: FoundPeriod, grammars: Sequence[Grammar], today: date
) -> FoundPeriod | None:
    """Return the part of a year that is named beside it: "nächstes Jahr im Februar", "im Februar letzten Jahres"."""
    positions = range(found.last, min(found.last + _BETWEEN + 1, len(words)))
    other = next((near for at in positions if (near := _first(words, at, grammars, today))), None)
    year = next((each.period for each in (found, other) if each and each.period and _is_year(each.period)), None)
    if other is None or year is None:
        return None
    part = found if other.period == year else other
    narrowed = _first(words, part.first, grammars, year.start)
    if narrowed is None or narrowed.period is None or not year.start <= narrowed.period.start < year.end:
        return None
    return FoundPeriod(narrowed.period, found.first, other.last)


def _is_year(period: Period) -> bool:
    return (period.start.month, period.start.day) == (1, 1) and period.end == date(period.start.year + 1, 1, 1)


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
    if not NUMERIC.match(word) or period.end - period.start != timedelta(days=1):
        return None
    start = a_date(period.start.year, period.start.month, int(word))
    return start if start and start < period.start else None
