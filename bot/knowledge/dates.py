"""Sentences about dates and times that are none, with the one that was probably meant.

No clock: a proposal uses only the digits that are there.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping

from bot.knowledge.german import MONTHS
from bot.knowledge.problems import Fix, Wording

_MONTHS: Mapping[str, int] = {
    "jan": 1, "feb": 2, "mär": 3, "mar": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[./ ,-]\s*(\d{1,2})\s*[./ ,-]\s*(\d{2,5})")
_YEAR_FIRST = re.compile(r"(\d{3,4})[-./](\d{1,2})(?:[-./](\d{1,2}))?")
_MONTH_FIRST = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{3,4})")
_NAMED = re.compile(r"(?:(\d{1,2})\.?\s*)?([A-Za-zä]{3,9})\.?\s+(\d{2,4})")
_DAY_AND_MORE = re.compile(r"(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)\W")
_DAY_INSIDE = re.compile(r"(?<!\d)(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)(?!\d)")
_SPAN = re.compile(r"(?<!\d)(\d{1,2})\.(?:(\d{1,2})\.)?\s*(?:[-–]|bis|und)\s*(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_TIMES = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:[-–]|bis)\s*(\d{1,2})(?:[:.](\d{2}))?)?\s*(?:[Uu]hr|h)?")
YEARS = range(1900, 2101)
_HOW = "Schreib es wie 2027-03-04 oder 4.3.2027."
_HOW_PARTLY = "Ein Tag, ein Monat oder ein Jahr: 4.3.2027, 03.2027 oder 2027."
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ONLY_THE_DAY = "Schreib hier nur den Tag; die Uhrzeit gehört unter time, der letzte Tag unter end."
_HOW_TIME = "Schreib sie wie 10:00 oder 10:00-17:00."


def no_date(text: str, *, partly: bool = False) -> Wording:
    """Return what to say about a text that should be a date, or *partly* one, and is none."""
    if found := _DAY_FIRST.fullmatch(text.strip()):
        return _about(text, found[1], found[2], found[3])
    if found := _YEAR_FIRST.fullmatch(text.strip()):
        return _about(text, found[3], found[2], found[1], iso=True)
    if found := _MONTH_FIRST.fullmatch(text.strip()):
        return _about(text, None, found[1], found[2])
    found = _NAMED.fullmatch(text.strip())
    month = _MONTHS.get(found[2][:3].lower()) if found else None
    if found and month:
        return _about(text, found[1], str(month) if found[1] else f"{month:02}", found[3])
    return Wording(f"«{text}» ist kein Datum.", _about_part(text) if partly else _advice(text))


def _about_part(text: str) -> str:
    """Return what to write where a month or a year would do."""
    years = [year for year in _YEAR.findall(text) if int(year) in YEARS]
    meant = f"Meintest du {years[0]}? " if len(years) == 1 and not _DAY_INSIDE.search(text) else ""
    return _advice(text) if _DAY_INSIDE.search(text) else f"{meant}{_HOW_PARTLY}"


def _advice(text: str) -> str:
    """Return what to write where a date is not all there is, or none is there."""
    if found := _SPAN.search(text):
        first, last = f"{found[1]}.{found[2] or found[4]}.{found[5]}", f"{found[3]}.{found[4]}.{found[5]}"
        return f"Schreib {first} und in eine eigene Zeile end: {last}"
    if _DAY_AND_MORE.match(text) and "#" not in text:
        return _ONLY_THE_DAY
    days = _DAY_INSIDE.findall(text)
    comment = " Vor # gehört ein Leerzeichen." if "#" in text else ""
    return f"Meintest du {days[0]}?{comment}" if len(days) == 1 else _HOW


def no_day(text: str) -> Wording:
    """Return what to say about a month or year where a day is needed."""
    return Wording(
        f"«{text}» nennt keinen Tag.", "Hier muss ein ganzes Datum stehen, zum Beispiel 2027-03-04."
    )


def wrong_year(year: int) -> Wording:
    """Return what to say about a year that is none of ours."""
    return Wording(f"Das Jahr {year} kann nicht stimmen.", f"Möglich sind {YEARS[0]} bis {YEARS[-1]}.")


def no_time(text: str) -> Wording:
    """Return what to say about a text that should be a time of day and is none."""
    found = _TIMES.fullmatch(text.strip())
    if not found or not all(_on_clock(found[hour], found[hour + 1]) for hour in (1, 3) if found[hour]):
        return Wording(f"«{text}» ist keine Uhrzeit.", _HOW_TIME)
    times = [f"{found[hour]}:{found[hour + 1] or '00'}" for hour in (1, 3) if found[hour]]
    meant = "-".join(times)
    certain = found[0] != found[1]  # a lone number may be anything
    return Wording(f"«{text}» ist keine Uhrzeit.", f"Meintest du {meant}?", Fix(text, meant) if certain else None)


def _on_clock(hour: str, minute: str | None) -> bool:
    return int(hour) < 24 and int(minute or 0) < 60


def _about(text: str, day: str | None, month: str, year: str, *, iso: bool = False) -> Wording:
    message = f"«{text}» ist kein Datum."
    whole = _whole_year(year)
    if whole is None:
        return Wording(message, "Schreib das Jahr mit vier Ziffern.")
    if int(whole) not in YEARS:
        return wrong_year(int(whole))
    swapped = int(month) > 12 and bool(day) and 1 <= int(day or 0) <= 12
    if swapped and day:
        day, month = month, day
    if wrong := _impossible(text, day, int(month), int(whole)):
        return wrong
    meant = _written(day, month, whole, iso=iso)
    if meant == text:
        return Wording(message, _HOW)
    certain = whole == year and day is not None and not swapped
    return Wording(message, f"Meintest du {meant}?", Fix(text, meant) if certain else None)


def _whole_year(year: str) -> str | None:
    """Return four digits: 26 is 2026, and 206 is the only year of its decade that lost one digit."""
    if len(year) == 4:
        return year
    if len(year) == 2:
        return f"20{year}"
    for decade in ("202", "203"):
        fits = [y for y in (f"{decade}{last}" for last in range(10)) if year in _with_one_missing(y)]
        if fits:
            return fits[0] if len(fits) == 1 else None
    return None


def _with_one_missing(year: str) -> set[str]:
    return {year[:index] + year[index + 1 :] for index in range(4)}


def _impossible(text: str, day: str | None, month: int, year: int) -> Wording | None:
    """Return what to say where the calendar has no such month or day, else None."""
    if not 1 <= month <= 12:
        return Wording(f"«{text}» ist kein Datum.", f"Einen {month}. Monat gibt es nicht.")
    days = calendar.monthrange(year, month)[1]
    if day is None or 1 <= int(day) <= days:
        return None
    return Wording(f"Den Tag «{text}» gibt es nicht.", f"Der {MONTHS[month - 1]} {year} hat {days} Tage.")


def _written(day: str | None, month: str, year: str, *, iso: bool) -> str:
    parts = [part.zfill(2) for part in (month, day) if part]
    if iso:
        return "-".join([year, *parts])
    return ".".join([part for part in (day, month) if part] + [year])
