"""What is ahead and what is over, and how a date is said.

The only place where a run's dates meet the clock. Days are those of Europe/Berlin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date

from bot.model.moves import Days
from bot.model.topics import Run, last_day
from bot.model.values import Language, PartialDate, base_of

BERLIN = ZoneInfo("Europe/Berlin")

State = Literal["ahead", "today", "running", "over", "cancelled"]

_DAY: Mapping[Language, str] = {"de": "EEEE, d. MMMM y", "en": "EEEE, d MMMM y"}
_PLAIN_DAY: Mapping[Language, str] = {"de": "d. MMMM y", "en": "d MMMM y"}
_SHORT_DAY: Mapping[Language, str] = {"de": "dd.MM.y", "en": "d MMM y"}
_MONTH = "LLLL y"
_REMEMBERED = 4_096


def local_day(now: datetime) -> date:
    """Return the day it is in the Lausitz at *now* (aware)."""
    return now.astimezone(BERLIN).date()


def state_of(run: Run, today: date) -> State:
    """Return where *run* stands on *today*. A cancelled run is cancelled until its day has passed."""
    if last_day(run) < today:
        return "over"
    if run.status == "cancelled":
        return "cancelled"
    if run.start < today:
        return "running"
    return "today" if run.start == today else "ahead"


def can_join(run: Run, today: date) -> bool:
    """Tell whether one can still register: not cancelled, not begun, the deadline not passed."""
    return state_of(run, today) == "ahead" and (run.deadline is None or run.deadline >= today)


def has_passed(value: PartialDate, today: date) -> bool:
    """Tell whether the last day that *value* can mean is over: a month or year is until it ends."""
    return (value.year, value.month or 12, value.day or 31) < (today.year, today.month, today.day)


def coming(runs: Iterable[Run], today: date) -> tuple[Run, ...]:
    """Return the runs ahead of *today* or on it, soonest first; cancelled ones are left out."""
    return tuple(sorted((run for run in runs if state_of(run, today) in ("ahead", "today")), key=lambda run: run.start))


def latest_past(runs: Iterable[Run], today: date) -> Run | None:
    """Return the run that began last of those that are over, None where there is none."""
    begun = [run for run in runs if last_day(run) < today and run.status != "cancelled"]
    return max(begun, key=lambda run: run.start, default=None)


def running(runs: Iterable[Run], today: date) -> Run | None:
    """Return the run that began before *today* and has not ended, None where there is none."""
    return next((run for run in runs if state_of(run, today) == "running"), None)


def cancelled_ahead(runs: Iterable[Run], today: date) -> tuple[Run, ...]:
    """Return the cancelled runs whose day has not passed, soonest first."""
    return tuple(sorted((run for run in runs if state_of(run, today) == "cancelled"), key=lambda run: run.start))


def is_within(run: Run, days: Days) -> bool:
    """Tell whether any day of *run* lies in the half-open range *days*."""
    return run.start < days[1] and last_day(run) >= days[0]


def say_day(day: date, language: Language) -> str:
    """Return a day with its weekday: "Montag, 4. März 2024"."""
    return _formatted(day, _DAY, language)


def say_moment(moment: datetime, language: Language) -> str:
    """Return the day and time of *moment* (aware) in the Lausitz: "22.11.2026, 09:05"."""
    local = moment.astimezone(BERLIN)
    return f"{say_short(partial(local.date()), language)}, {local:%H:%M}"


def say_date(value: PartialDate, language: Language) -> str:
    """Return a date at its own precision: "10. Januar 2024", "März 2022", "2018"."""
    if value.month is None:
        return str(value.year)
    if value.day is None:
        return format_date(value.first_day, _MONTH, locale=base_of(language))
    return _formatted(value.first_day, _PLAIN_DAY, language)


def say_short(value: PartialDate, language: Language) -> str:
    """Return a date for the source line: "10.01.2024", "03/2022", "2018"."""
    if value.month is None:
        return str(value.year)
    if value.day is None:
        return f"{value.month:02}/{value.year}"
    return _formatted(value.first_day, _SHORT_DAY, language)


def _formatted(day: date, forms: Mapping[Language, str], language: Language) -> str:
    """Return *day* in the form of its language; a register says dates like its base."""
    base = base_of(language)
    return _in_form(day, forms.get(base, forms["en"]), base)


@lru_cache(_REMEMBERED)
def _in_form(day: date, form: str, locale: str) -> str:
    return format_date(day, form, locale=locale)


def say_time(run: Run, language: Language) -> str:
    """Return the run's time of day ("10 Uhr", "10–17 Uhr", in English "10:00–17:00"), empty where none is known."""
    if not run.time:
        return ""
    parts = [part.zfill(5).removeprefix("0") for part in run.time.split("-")]
    if base_of(language) != "de":
        return "–".join(parts)
    return "–".join(part.removesuffix(":00") for part in parts) + " Uhr"


def say_language(code: Language, language: Language) -> str:
    """Return the name of the language *code* in *language*: "Obersorbisch" for ``hsb`` in German."""
    return Locale.parse(base_of(code)).get_display_name(base_of(language)) or code


def partial(day: date) -> PartialDate:
    """Return *day* as a date of full precision."""
    return PartialDate(year=day.year, month=day.month, day=day.day)


def month_of(day: date) -> PartialDate:
    """Return the month of *day*."""
    return PartialDate(year=day.year, month=day.month)
