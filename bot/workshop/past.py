"""Finds dates that are over in a text, and tells whether the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from bot.answers.dates import month_of, partial, say_date, say_short
from bot.model.values import Language, base_of

_REMEMBERED = 4_096
_OVER: Mapping[Language, str] = MappingProxyType({
    "de": "war|waren|wurden?|vorbei|geschlossen|zuletzt|lief|kam|gab|hatte|begann|begonnen|abgesagt|stand|seit|bisher",
    "en": "was|were|over|closed|ended|last|past|ran|came|had|began|begun|cancelled|as of|since",
})
_SAYS_OVER = re.compile(rf"\b({'|'.join(_OVER.values())})\b", re.IGNORECASE)
_SAYS_OVER_IN: Mapping[Language, re.Pattern[str]] = MappingProxyType({
    language: re.compile(rf"\b({words})\b", re.IGNORECASE) for language, words in _OVER.items()
})
_SAYS_AHEAD = re.compile(r"\b(nächste[rnsm]?|kommende[rnsm]?|next|upcoming)\b", re.IGNORECASE)
# A month before a closing bracket tells of when something was said: "(Leitung, im Juli 2024)".
_DATE = re.compile(r"\d{1,2}\.? [^\W\d]+ \d{4}|[^\W\d]+ \d{4}(?!\))|\d{2}\.\d{2}\.\d{4}|\d{4}-\d{2}-\d{2}")
# "4. März" goes on, "2024. Der" does not.
_SENTENCE_END = re.compile(r"(?:(?<=[^\d\s][.!?])|(?<=\d{4}[.!?]))\s+|\n")


def says_over(text: str, language: Language) -> bool | None:
    """Tell whether *text* says in *language* that something is over; None where we do not know its words."""
    words = _SAYS_OVER_IN.get(base_of(language))
    return None if words is None else words.search(text) is not None


class PastDates:
    """Knows how each of some days is said, and so finds the past ones in a text."""

    def __init__(self, days: Iterable[date], languages: Iterable[Language]) -> None:
        self._days = _spoken(sorted(set(days)), tuple(languages))
        self._named = lru_cache(_REMEMBERED)(self._dates_in)

    def names(self, text: str) -> bool:
        """Tell whether *text* names any of the days, past or not."""
        return bool(self._named(text))

    def unsaid(self, text: str, header: str, today: date) -> tuple[str, ...]:
        """Return the past dates *text* names where neither it nor its *header* says that they are over."""
        past = self._past(text, today)
        return () if not past or _SAYS_OVER.search(f"{header} {text}") else past

    def called_next(self, text: str, today: date) -> tuple[str, ...]:
        """Return the past dates that stand in one sentence with "next" and its like."""
        sentences = _SENTENCE_END.split(text) if self._past(text, today) else ()
        return tuple(day for some in sentences if _SAYS_AHEAD.search(some) for day in self._past(some, today))

    def _past(self, text: str, today: date) -> tuple[str, ...]:
        return tuple(form for form in self._named(text) if self._days[form] < today)

    def _dates_in(self, text: str) -> tuple[str, ...]:
        return tuple(form for form in _DATE.findall(text) if form in self._days)


def _spoken(days: Iterable[date], languages: tuple[Language, ...]) -> Mapping[str, date]:
    """Return what each spoken form means; a month means the last of its days."""
    return {form: day for day in days for language in languages for form in _forms(day, language)}


def _forms(day: date, language: Language) -> tuple[str, ...]:
    short = say_short(partial(day), language)
    return say_date(partial(day), language), short, say_date(month_of(day), language), day.isoformat()
