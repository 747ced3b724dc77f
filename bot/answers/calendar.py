"""Coming dates as a file for the calendar on a phone (RFC 5545); the only door to the library that writes it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from bot.answers.dates import BERLIN, cancelled_ahead, coming
from bot.answers.scope import NOTHING, Piece, Scope
from bot.answers.sources import source_note
from bot.model.answerable import runs_of
from bot.model.reply import CalendarFile
from bot.model.topics import Place, Run, Topic, clock_times, last_day

PRODUCT = "-//Lausitz career bot//DE"
_FIRST_DAY = date(2024, 1, 1)
_BEGINNING = datetime.combine(_FIRST_DAY, time(), UTC)
"""Seconds since then have room in a calendar's numbers until 2092."""


def calendar(scope: Scope, topic: Topic) -> Piece:
    """Return the coming dates as a file, cancelled ones marked so; nothing where none is ahead."""
    ahead = coming(runs_of(topic), scope.today)
    if not ahead:
        return NOTHING
    text = scope.say("calendar-here", title=scope.title(topic), count=len(ahead))
    cited = tuple((topic.id, run.source) for run in ahead)
    return Piece(text, cited=cited, attached=(dates_file(scope, topic),))


def dates_file(scope: Scope, topic: Topic) -> CalendarFile:
    """Return the file with what is ahead of *topic*; a cancelled date takes itself out of the calendar."""
    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    runs = (*coming(runs_of(topic), scope.today), *cancelled_ahead(runs_of(topic), scope.today))
    for run in runs:
        whole.add_component(_event(scope, topic, run))
    whole.add_missing_timezones(_FIRST_DAY, max((last_day(run) for run in runs), default=_FIRST_DAY) + timedelta(366))
    return CalendarFile(scope.say("calendar-label"), f"{topic.id}.ics", whole.to_ical().decode())


def _event(scope: Scope, topic: Topic, run: Run) -> Event:
    cancelled = run.status == "cancelled"
    title = scope.title(topic)
    event = Event()
    # The first id a topic ever had: a renamed topic, like a moved run, stays the same entry.
    event.add("uid", f"{run.id}.{next(iter(topic.formerly), topic.id)}@lausitz-career-bot")
    event.add("dtstamp", datetime.combine(scope.today, time(), UTC))
    # A date that was changed was read after the change: its number is higher, also on the same day and after a restart.
    event.add("sequence", int((scope.catalogue.read_at - _BEGINNING).total_seconds()))
    event.add("summary", scope.say("calendar-cancelled", title=title) if cancelled else title)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    for name, value in (*_span(run), *_texts(scope, topic, run)):
        event.add(name, value)
    return event


def _span(run: Run) -> Iterable[tuple[str, date | dict[str, object]]]:
    """Whole days without a time; with one, that time of each day. An unknown end is not invented."""
    times, days = clock_times(run), (last_day(run) - run.start).days + 1
    if not times or (days > 1 and len(times) == 1):
        yield from (("dtstart", run.start), ("dtend", last_day(run) + timedelta(days=1)))
        return
    yield "dtstart", datetime.combine(run.start, times[0], BERLIN)
    if len(times) > 1:
        yield "dtend", datetime.combine(run.start, times[1], BERLIN)
    if days > 1:
        yield "rrule", {"freq": "daily", "count": days}


def _texts(scope: Scope, topic: Topic, run: Run) -> Iterable[tuple[str, str]]:
    place = scope.catalogue.topic(run.place)
    if isinstance(place, Place):
        town = scope.catalogue.topic(place.within)
        named = (place, town) if isinstance(town, Place) and town.type == "town" else (place,)
        yield "location", ", ".join(dict.fromkeys(scope.title(each) for each in named))
    note = source_note(scope, ((topic.id, run.source),))
    yield "description", "\n".join((scope.say("calendar-check"), note.text if note else "")).strip()
    if topic.links:
        yield "url", topic.links[0].url
