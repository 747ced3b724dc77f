"""Something dated that a question describes by its kind and its time: "der Kurs im März 2024", "das Treffen am 14. Februar"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.language.languages import of_any
from bot.model.answerable import runs_of
from bot.model.catalogue import Catalogue
from bot.model.reading import Mention
from bot.model.topics import last_day, type_of

_ONE_DAY = timedelta(days=1)
_BEFORE = 2
_NUMBERS_OF_DATE, _YEAR = 3, 4
_DEFINITE = of_any(lambda grammar: grammar.definite)


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
            _Occasion(topic.id, frozenset((topic.kind, f"{topic.kind}/{type_of(topic)}")), run.start, last_day(run))
            for topic in catalogue.topics.values()
            for run in runs_of(topic)
        )

    def named(self, mentions: tuple[Mention, ...], words: Sequence[str]) -> tuple[Mention, ...]:
        """Return the *mentions* with a noun made the topic that alone fits it and the time named beside it.

        A day said without its year is read as one to come; where nothing is on then, the latest such day is meant.
        """
        time = next((mention for mention in mentions if mention.kind == "period" and mention.days), None)
        nouns = [mention for mention in mentions if mention.kind == "kind" and _is_pointed_at(mention, words)]
        if time is None or any(mention.kind == "topic" for mention in mentions):
            return mentions
        for noun in nouns:
            of_kind = [each for each in self._all if each.nouns & set(noun.ids)]
            there = [each for each in of_kind if time.days and each.first < time.days[1] and each.last >= time.days[0]]
            if found := _only(there):
                return _with_topic(mentions, noun, found)
            if _is_without_year(words[time.first : time.last]) and (found := _only(_same_day(of_kind, time))):
                day = replace(time, days=(found.first, found.last + _ONE_DAY))
                return _with_topic(tuple(day if mention is time else mention for mention in mentions), noun, found)
        return mentions


def _only(occasions: Sequence[_Occasion]) -> _Occasion | None:
    """Return the latest of *occasions* where all are of one topic."""
    one = len({each.topic for each in occasions}) == 1
    return max(occasions, key=lambda each: each.first) if one else None


def _same_day(occasions: Sequence[_Occasion], time: Mention) -> list[_Occasion]:
    """Return those that began on this day of any year."""
    day = (time.days[0].month, time.days[0].day) if time.days else None
    return [each for each in occasions if (each.first.month, each.first.day) == day]


def _is_without_year(said: Sequence[str]) -> bool:
    """Tell whether the words are a day and its month: neither "heute" nor a full date, which mean what they say."""
    numbers = [word for word in said if word[:1].isdigit()]
    return 0 < len(numbers) < _NUMBERS_OF_DATE and not any(len(number) == _YEAR for number in numbers)


def _with_topic(mentions: tuple[Mention, ...], noun: Mention, meant: _Occasion) -> tuple[Mention, ...]:
    topic = Mention("topic", (meant.topic,), noun.first, noun.last, noun.score)
    return tuple(topic if mention is noun else mention for mention in mentions)


def _is_pointed_at(noun: Mention, words: Sequence[str]) -> bool:
    """Tell whether one certain thing is meant: "der Kurs", "beim letzten Treffen", not "welche Kurse"."""
    return any(word in _DEFINITE for word in words[max(0, noun.first - _BEFORE) : noun.first])
