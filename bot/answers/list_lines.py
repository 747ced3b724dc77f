"""A line of a list: what it names, when that takes place or took place, and where this is known from."""

from __future__ import annotations

from datetime import date, timedelta

from bot.answers.dates import (
    cancelled_ahead,
    coming,
    is_within,
    latest_past,
    month_of,
    partial,
    running,
    say_date,
    say_short,
    state_of,
)
from bot.answers.scope import Piece, Scope
from bot.model.answerable import runs_of
from bot.model.context import ListView
from bot.model.moves import Days
from bot.model.topics import Dated, Event, Run, Topic, last_day
from bot.model.values import Fact


def line(scope: Scope, topic: Topic, view: ListView) -> Piece:
    """Return the title of *topic* and when it takes place, or that it is over or called off."""
    runs = runs_in(topic, view, scope.today)
    now, ahead = running(runs, scope.today), coming(runs, scope.today)
    if run := now or next(iter(ahead), None):
        return _told(topic, _ahead(scope, topic, run), run.source)
    off, past = cancelled_ahead(runs, scope.today), latest_past(runs, scope.today)
    over = _past(scope, topic, past, view) if past else None
    return _called_off(scope, topic, off, over) if off else over or _undated(scope, topic)


def _told(topic: Topic, text: str, *sources: str | None) -> Piece:
    return Piece(lines=(text,), cited=tuple((topic.id, source) for source in sources))


def _ahead(scope: Scope, topic: Topic, run: Run) -> str:
    """Say that a run is on, is today, or on which days it will be."""
    title, state = scope.title(topic), state_of(run, scope.today)
    if state == "running" and run.lasts_days:
        return scope.say("list-running-begun", title=title)
    if state == "running":
        return scope.say("list-running", title=title, when=say_short(partial(last_day(run)), scope.language))
    if state == "today":
        return scope.say("list-today", title=title)
    return scope.say("list-ahead-days" if _ends_later(run) else "list-ahead", title=title, when=_days(scope, run))


def _ends_later(run: Run) -> bool:
    return run.end is not None and run.end != run.start


def _days(scope: Scope, run: Run) -> str:
    """Return the day of a run, or its first and last: "12.02.2027 bis 13.02.2027"."""
    first, last = (say_short(partial(day), scope.language) for day in (run.start, run.end or run.start))
    return scope.say("from-to", first=first, last=last) if _ends_later(run) else first


def _called_off(scope: Scope, topic: Topic, off: tuple[Run, ...], over: Piece | None) -> Piece:
    """Say which days are cancelled, behind what took place: that was all the same."""
    when = ", ".join(_days(scope, run) for run in off)
    sources = (run.source for run in off)
    if over is None:
        return _told(topic, scope.say("list-cancelled", title=scope.title(topic), when=when), *sources)
    told = _told(topic, scope.say("list-also-cancelled", line=over.lines[0], when=when), *sources)
    return Piece(lines=told.lines, cited=(*over.cited, *told.cited))


def _past(scope: Scope, topic: Topic, past: Run, view: ListView) -> Piece:
    """Say when it was last, or on which days of the period asked for, and when it usually comes again."""
    recurs, title = _recurs(topic), scope.title(topic)
    usually = scope.prose(recurs.text) if recurs else ""
    sources = (past.source, recurs.source) if recurs else (past.source,)
    if view.days:
        days = (past.start, (past.start if past.lasts_days else last_day(past)) + timedelta(days=1))
        said = scope.say("list-began" if past.lasts_days else "list-was", title=title, when=scope.in_period(days))
        return _told(topic, f"{said} {scope.say('list-usual', usually=usually)}" if recurs else said, *sources)
    when = say_date(month_of(past.start), scope.language)
    text = scope.say("list-over-usually" if recurs else "list-over", title=title, when=when, usually=usually)
    return _told(topic, text, *sources)


def _undated(scope: Scope, topic: Topic) -> Piece:
    """Return the title, and when it usually takes place."""
    if recurs := _recurs(topic):
        text = scope.say("list-usually", title=scope.title(topic), usually=scope.prose(recurs.text))
        return _told(topic, text, recurs.source)
    return _told(topic, scope.title(topic), None)


def _recurs(topic: Topic) -> Fact | None:
    return topic.recurs if isinstance(topic, Dated) and not is_standing(topic) else None


def is_standing(topic: Topic) -> bool:
    """Tell whether it does not hang on a day: no event, and without dates of its own."""
    return not runs_of(topic) and not isinstance(topic, Event)


def runs_in(topic: Topic, view: ListView, today: date) -> tuple[Run, ...]:
    """Return the runs a list is about: those in its period, and of these the ones to come where only they are wanted."""
    days = days_of(view)
    if days is None:
        return runs_of(topic)
    inside = tuple(run for run in runs_of(topic) if is_within(run, days))
    wanted = tuple(run for run in inside if state_of(run, today) != "over")
    return wanted if view.ahead and days[1] > today else inside


def days_of(view: ListView) -> Days | None:
    """Return the period a list was asked for."""
    return (date.fromisoformat(view.days[0]), date.fromisoformat(view.days[1])) if view.days else None
