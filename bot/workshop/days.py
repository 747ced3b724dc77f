"""The days on which replies are put to the test: around every date we know, long before and long after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from bot.model.answerable import runs_of
from bot.model.topics import Run, Topic

LONG_AGO = date(2024, 1, 1)
FAR_AHEAD = date(2028, 12, 31)
_DAY = timedelta(days=1)


def days_for(topics: Iterable[Topic], today: date) -> tuple[date, ...]:
    """Return the day before, of and after each date of *topics*, and three fixed days, in order."""
    around = {day + shift for topic in topics for day in dates_of(topic) for shift in (-_DAY, 0 * _DAY, _DAY)}
    return tuple(sorted({*around, LONG_AGO, today, FAR_AHEAD}))


def dates_of(topic: Topic) -> Iterator[date]:
    """Yield the dates of a topic on which something about it changes, also the deadlines of what has no days of its own."""
    for run in runs_of(topic):
        yield from (day for day in _dates(run) if day)
    yield from (milestone.when.first_day for milestone in topic.history if milestone.deadline)


def _dates(run: Run) -> Iterator[date | None]:
    yield from (run.start, run.end, run.deadline)
    yield run.recording.until if run.recording else None


class SeenDay(date):
    """A day that tells whether anybody looked at it: what was made without a look is the same on every day."""

    seen = False

    @classmethod
    def of(cls, day: date) -> SeenDay:
        """Return *day*, not looked at yet."""
        return cls(day.year, day.month, day.day)

    def __getattribute__(self, name: str) -> object:
        """Note the look and hand out what is asked for; operators do not come this way, see below."""
        if name != "seen":
            object.__setattr__(self, "seen", True)
        return super().__getattribute__(name)


def _looking(name: str) -> Callable[..., object]:
    """Return the operator of a plain day that notes the look."""
    plain = getattr(date, name)

    def look(self: SeenDay, *others: object) -> object:
        object.__setattr__(self, "seen", True)
        result: object = plain(self, *others)
        return result

    return look


for _operator in (
    "__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__", "__hash__", "__add__", "__radd__", "__sub__", "__rsub__",
    "__format__", "__str__", "__repr__",
):  # fmt: skip
    setattr(SeenDay, _operator, _looking(_operator))
