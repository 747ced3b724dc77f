"""What staff have to look at: reviews that are due, and dates after which an entry says something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from icalendar import Alarm, Calendar, Event

from bot.answers.dates import state_of
from bot.knowledge.german import german_day
from bot.model.answerable import runs_of
from bot.model.catalogue import Catalogue
from bot.model.topics import Run, Topic, last_day
from bot.model.values import DEFAULT_LANGUAGE

Kind = Literal["review", "deadline", "run", "recording"]
SPANS = (0, 14, 30)
"""Days ahead by which staff plan: what is due, two weeks, a month."""
_NOBODY = "ohne Zuständige"


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """Something to look at on ``day``; ``what`` says it in a German sentence."""

    day: date
    topic: str
    kind: Kind
    title: str
    owner: str
    what: str


def due(catalogue: Catalogue, today: date, days: int = SPANS[-1]) -> tuple[Due, ...]:
    """Return what is due until *days* after *today*, overdue reviews included, soonest first."""
    until = today + timedelta(days=days)
    found = (each for topic in catalogue.topics.values() for each in _of(topic, today))
    return tuple(sorted(each for each in found if each.day <= until))


def by_owner(dues: Iterable[Due]) -> dict[str, list[Due]]:
    """Return what is due by whose it is."""
    owners: dict[str, list[Due]] = {}
    for each in sorted(dues, key=lambda one: (one.owner, one)):
        owners.setdefault(each.owner, []).append(each)
    return owners


def _of(topic: Topic, today: date) -> Iterator[Due]:
    if topic.review_by:
        yield _due(topic, topic.review_by, "review", "Quellen durchsehen, read und review_by neu setzen")
    for run in runs_of(topic):
        if state_of(run, today) in ("ahead", "today", "running"):
            yield from _of_run(topic, run, today)
        if run.recording and run.recording.until >= today:
            yield _due(topic, run.recording.until, "recording", "letzter Tag der Aufzeichnung")


def _of_run(topic: Topic, run: Run, today: date) -> Iterator[Due]:
    if run.deadline and run.deadline >= today:
        yield _due(topic, run.deadline, "deadline", f"Anmeldeschluss für den {german_day(run.start)}")
    yield _due(topic, last_day(run), "run", "danach gilt der Termin als vorbei: Gibt es einen neuen?")


def _due(topic: Topic, day: date, kind: Kind, what: str) -> Due:
    return Due(day, topic.id, kind, topic.title[DEFAULT_LANGUAGE], topic.owner or _NOBODY, what)


def in_words(dues: Iterable[Due], today: date) -> Iterator[str]:
    """Yield lines by owner and span of time."""
    for owner, own in by_owner(dues).items():
        yield owner
        for name, some in _spans(own, today):
            yield f"  {name}"
            yield from (f"    {german_day(each.day):>10}  {each.title} ({each.topic}): {each.what}" for each in some)
        yield ""


def _spans(dues: list[Due], today: date) -> Iterator[tuple[str, list[Due]]]:
    below = date.min
    names = ("jetzt fällig", *(f"in den nächsten {days} Tagen" for days in SPANS[1:]), "später")
    for name, days in zip(names, (*SPANS, None), strict=True):
        end = today + timedelta(days=days) if days is not None else date.max
        if some := [each for each in dues if below < each.day <= end]:
            yield name, some
        below = end


def as_ics(dues: Iterable[Due], today: date) -> bytes:
    """Return the calendar file: one whole-day entry each, with a reminder a week before."""
    calendar = Calendar()
    calendar.add("prodid", "-//Lausitz career bot//calendar//DE")
    calendar.add("version", "2.0")
    for each in dues:
        calendar.add_component(_entry(each, today))
    return bytes(calendar.to_ical())


def _entry(each: Due, today: date) -> Event:
    entry, alarm = Event(), Alarm()
    entry.add("uid", f"{each.topic}-{each.kind}-{each.day.isoformat()}@lausitz-career-bot")
    entry.add("dtstamp", datetime.combine(today, time(), UTC))
    entry.add("dtstart", each.day)
    entry.add("summary", f"{each.title}: {each.what}")
    entry.add("categories", [each.owner])
    alarm.add("action", "DISPLAY")
    alarm.add("description", each.title)
    alarm.add("trigger", timedelta(days=-7))
    entry.add_component(alarm)
    return entry
