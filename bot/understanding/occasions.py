"""Something dated that a question describes by its kind and its time: "der Kurs im März 2024", "das Treffen am 14. Februar"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.language.languages import GRAMMARS
from bot.model.answerable import runs_of
from bot.model.catalogue import Catalogue
from bot.model.reading import Mention
from bot.model.topics import type_of

_ONE_DAY = timedelta(days=1)
_BEFORE = 2
_DEFINITE = frozenset[str]().union(*(grammar.definite for grammar in GRAMMARS.values()))


@dataclass(frozen=True, slots=True)
class _Occasion:
    """The days of one run, the last inclusive, and what it is a run of: a topic and the nouns for its kind."""

    topic: str
    nouns: frozenset[str]
    first: date
    last: date


class Occasions:
    """Knows when everything with dates takes or took place."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._all = tuple(
            _Occasion(topic.id, frozenset((topic.kind, f"{topic.kind}/{type_of(topic)}")), run.start, run.end or run.start)
            for topic in catalogue.topics.values()
            for run in runs_of(topic)
        )

    def named(self, mentions: tuple[Mention, ...], words: Sequence[str]) -> tuple[Mention, ...]:
        """Return the *mentions* with a noun and a time made one topic and its day, where just one fits both.

        A day without year that is read as one to come may be the day of one that is over.
        """
        time = next((mention for mention in mentions if mention.kind == "period" and mention.days), None)
        nouns = [mention for mention in mentions if mention.kind == "kind" and _is_pointed_at(mention, words)]
        if time is None or any(mention.kind == "topic" for mention in mentions):
            return mentions
        for noun in nouns:
            found = self._at(noun.ids, time.days) if time.days else None
            if found:
                day = replace(time, days=(found.first, found.last + _ONE_DAY))
                meant = Mention("topic", (found.topic,), noun.first, noun.last, noun.score)
                return tuple({noun: meant, time: day}.get(mention, mention) for mention in mentions)
        return mentions

    def _at(self, nouns: Sequence[str], days: tuple[date, date]) -> _Occasion | None:
        of_kind = [each for each in self._all if each.nouns & set(nouns)]
        there = [each for each in of_kind if each.first < days[1] and each.last >= days[0]]
        if not there and days[1] - days[0] == _ONE_DAY:
            day = (days[0].month, days[0].day)
            there = [each for each in of_kind if (each.first.month, each.first.day) == day]
        return there[0] if len({each.topic for each in there}) == 1 else None


def _is_pointed_at(noun: Mention, words: Sequence[str]) -> bool:
    """Tell whether one certain thing is meant: "der Kurs", "beim letzten Treffen", not "welche Kurse"."""
    return any(word in _DEFINITE for word in words[max(0, noun.first - _BEFORE) : noun.first])
