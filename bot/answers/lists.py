"""Lists of topics: filtered, what is ahead first, what is over only where nothing else is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.answers.dates import (
    cancelled_ahead,
    coming,
    latest_past,
    month_of,
    partial,
    running,
    say_date,
    say_short,
    state_of,
)
from bot.answers.networks import LINES
from bot.answers.scope import NOTHING, Piece, Scope
from bot.model.answerable import runs_of
from bot.model.catalogue import Catalogue
from bot.model.context import ListView
from bot.model.intents import ListSpec
from bot.model.places import serves
from bot.model.topics import Dated, Person, Run, Topic, last_day, type_of


def select(catalogue: Catalogue, spec: ListSpec, view: ListView, today: date) -> tuple[Topic, ...]:
    """Return the topics a list names, in order: with a date ahead, without dates, over."""
    found = [
        topic
        for topic in catalogue.topics.values()
        if topic.kind in spec.of and (not spec.types or type_of(topic) in spec.types)
        and _fits(catalogue, topic, view) and not (isinstance(topic, Person) and topic.press_only)
    ]
    return tuple(sorted(found, key=lambda topic: _order(topic, today)))


def _order(topic: Topic, today: date) -> tuple[int, date, str]:
    ahead = coming(runs_of(topic), today)
    if ahead:
        return 0, ahead[0].start, topic.id
    return (2 if _is_over(topic, today) else 1), date.max, topic.id


def _is_over(topic: Topic, today: date) -> bool:
    """Tell whether all that was dated lies in the past and nothing says it comes again."""
    over = bool(runs_of(topic)) and all(state_of(run, today) == "over" for run in runs_of(topic))
    return over and not (isinstance(topic, Dated) and topic.recurs)


def _fits(catalogue: Catalogue, topic: Topic, view: ListView) -> bool:
    if view.types and type_of(topic) not in view.types:
        return False
    if view.themes and not set(view.themes) & set(topic.themes):
        return False
    if view.places and not any(serves(catalogue, topic, place) for place in view.places):
        return False
    return view.days is None or any(_is_in_view(run, view) for run in runs_of(topic))


def listing(scope: Scope, found: tuple[Topic, ...], view: ListView) -> Piece:
    """Say how many there are and name six, after those already shown."""
    page = found[view.shown : view.shown + LINES]
    if not page:
        return NOTHING
    filters = _filters(scope, view)
    key = "list-more" if view.shown else "list-filtered" if filters else "list"
    text = scope.say(key, count=len(found), filters=filters)
    if all(_is_over(topic, scope.today) for topic in found):
        text += " " + scope.say("list-all-over")
    cited = tuple((topic.id, None) for topic in page)
    return Piece(text, tuple(_line(scope, topic, view) for topic in page), cited=cited, listed=tuple(topic.id for topic in page))


def _line(scope: Scope, topic: Topic, view: ListView) -> str:
    ahead = coming(runs_of(topic), scope.today)
    title = scope.title(topic)
    if ahead:
        return scope.say("list-ahead", title=title, when=say_short(partial(ahead[0].start), scope.language))
    now = running(runs_of(topic), scope.today)
    if now:
        return scope.say("list-running", title=title, when=say_short(partial(last_day(now)), scope.language))
    if cancelled_ahead(runs_of(topic), scope.today):
        return scope.say("list-cancelled", title=title)
    past = latest_past((run for run in runs_of(topic) if _is_in_view(run, view)), scope.today)
    if past is None:
        return title
    return scope.say("list-over", title=title, when=say_date(month_of(past.start), scope.language))


def _is_in_view(run: Run, view: ListView) -> bool:
    """Tell whether any day of a run is in the period asked for."""
    if view.days is None:
        return True
    first, end = (date.fromisoformat(day) for day in view.days)
    return run.start < end and last_day(run) >= first


def _filters(scope: Scope, view: ListView) -> str:
    return ", ".join(_filter_titles(scope, (*view.themes, *view.places)))


def _filter_titles(scope: Scope, identifiers: Iterable[str]) -> Iterable[str]:
    return (scope.where(identifier) or scope.title_of(identifier) for identifier in identifiers)
