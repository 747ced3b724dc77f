"""Lists of topics: filtered, what is ahead first, what is over only where nothing else is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from bot.answers.dates import coming, latest_past, running, state_of
from bot.answers.list_lines import days_of, is_standing, line, runs_in
from bot.answers.networks import LINES, lines_of
from bot.answers.scope import NOTHING, Piece, Scope
from bot.model.answerable import has_to_do_with, is_given_by, runs_of
from bot.model.catalogue import Catalogue
from bot.model.context import ListView
from bot.model.intents import ListSpec
from bot.model.moves import Days
from bot.model.places import serves
from bot.model.topics import Dated, Person, Place, Theme, Topic, type_of

_ANY = ("offer", "event", "network", "organisation")
_DATED = frozenset({"offer", "event"})
_EVERYONE = "everyone"
_LATELY = 3
"""Of what is over a few are enough."""
_FEW = 3
"""Of so few it is said what each is."""
_HALF_A_YEAR = 184


Located = Callable[[Catalogue, Topic, str], bool]
"""Tells whether a topic has to do with a place."""


def select(
    catalogue: Catalogue, spec: ListSpec, view: ListView, today: date, located: Located = serves
) -> tuple[Topic, ...]:
    """Return the topics a list names, in order: with a date ahead, without dates, over; all *located* where it asks."""
    kinds = _ANY if view.of_any_kind or view.dated else spec.of
    found = [
        topic
        for topic in catalogue.topics.values()
        if topic.kind in kinds and (not spec.types or type_of(topic) in spec.types)
        and _fits(catalogue, topic, view, today, located) and not (isinstance(topic, Person) and topic.press_only)
    ]
    if view.dated and view.days:
        return tuple(sorted(found, key=lambda topic: min(run.start for run in runs_in(topic, view, today))))
    order = _by_day if view.dated else _order
    first = [topic for topic in found if set(view.audience) & set(topic.audience)]
    return tuple(sorted(found, key=lambda topic: (*order(topic, today)[:1], topic not in first, *order(topic, today)[1:])))


def _by_day(topic: Topic, today: date) -> tuple[bool, int, str]:
    """What is on or ahead, soonest first, then what is over, the latest first."""
    group, _, day, name = _order(topic, today)
    return group > 0, day, name


def _order(topic: Topic, today: date) -> tuple[int, int, int, str]:
    """What is on or ahead, soonest first; what has no dates; what comes again; of what is over the latest first."""
    runs = runs_of(topic)
    now = running(runs, today) if runs else None
    ahead = (now,) if now else coming(runs, today) if runs else ()
    if ahead:
        return 0, 0, ahead[0].start.toordinal(), topic.id
    past = latest_past(runs, today) if runs else None
    group = 1 if is_standing(topic) else 2 if _comes_again(topic) else 3
    kind = _ANY.index(topic.kind) if topic.kind in _ANY else len(_ANY)
    return group, kind, -past.start.toordinal() if past else 0, topic.id


def _comes_again(topic: Topic) -> bool:
    return isinstance(topic, Dated) and topic.recurs is not None


def is_over(topic: Topic, today: date) -> bool:
    """Tell whether all that was dated lies in the past and nothing says it comes again."""
    over = bool(runs_of(topic)) and all(state_of(run, today) == "over" for run in runs_of(topic))
    return over and not _comes_again(topic)


def _fits(catalogue: Catalogue, topic: Topic, view: ListView, today: date, located: Located) -> bool:
    if any(has_to_do_with(topic, name) for name in view.besides) or not _is_about(topic, view):
        return False
    if view.places and not any(located(catalogue, topic, place) for place in view.places):
        return False
    if view.by and not is_given_by(topic, view.by):
        return False
    if view.dated and is_standing(topic):
        return False
    days = days_of(view)
    if days is None or (is_standing(topic) and days[1] > today):
        return True
    return bool(runs_in(topic, view, today))


def _is_about(topic: Topic, view: ListView) -> bool:
    """Tell whether *topic* is of the types and themes of a list, and for those it is for."""
    fits_whom = not view.audience or not {*view.audience, _EVERYONE}.isdisjoint(topic.audience)
    fits_theme = not view.themes or not set(view.themes).isdisjoint(topic.themes)
    return fits_whom and fits_theme and (not view.types or type_of(topic) in view.types)


def lacks_dates(spec: ListSpec, view: ListView, found: tuple[Topic, ...], today: date) -> bool:
    """Tell whether a list that was asked for times has none: in its period, or ahead."""
    if not _asks_for_times(spec, view):
        return False
    runs = [run for topic in found for run in runs_in(topic, view, today)]
    return not any(view.days or state_of(run, today) in ("ahead", "today", "running") for run in runs)


def _asks_for_times(spec: ListSpec, view: ListView) -> bool:
    return bool(view.days or view.ahead or spec.of == ("event",)) and bool(_DATED & set(spec.of))


def what_comes(scope: Scope, spec: ListSpec, view: ListView, found: tuple[Topic, ...]) -> tuple[Piece, ...]:
    """Name what is on or ahead by itself, then what there is else; nothing where not that was asked for, or in a period."""
    ahead = tuple(topic for topic in found if _is_ahead(topic, scope.today))
    if view.shown or view.days or not ahead or not _asks_for_times(spec, view):
        return ()
    on, filters = sum(running(runs_of(topic), scope.today) is not None for topic in ahead), _filters(scope, view)
    head = scope.say("list-coming", on=on, beside=f" ({filters})" if filters else "")
    first = _lines(scope, head, ahead[: lines_of(view)], view)
    rest = found[len(ahead) :][: min(_LATELY, max(0, LINES - len(ahead)))]
    anytime = tuple(topic for topic in rest if is_standing(topic))
    said = scope.say("list-any-time" if anytime else "list-lately")
    return (first, _lines(scope, said, anytime or rest, view)) if rest else (first,)


def _is_ahead(topic: Topic, today: date) -> bool:
    """Tell whether it is on, or has a date to come."""
    return bool(running(runs_of(topic), today) or coming(runs_of(topic), today))


def without_dates(scope: Scope, spec: ListSpec, view: ListView) -> Piece:
    """Say first that no date is known; then what goes on at any time, else a few at other times: to come, or over."""
    days, timeless = days_of(view), replace(view, days=None)
    if days:
        text = scope.say("list-none-left" if _is_on(days, scope.today) else "list-none-in-period", when=scope.in_period(days))
    else:
        text = scope.say("list-none-ahead")
    rest = select(scope.catalogue, spec, timeless, scope.today)
    standing = tuple(topic for topic in rest if is_standing(topic) and (days is None or days[1] > scope.today))
    ahead = tuple(topic for topic in rest if _is_ahead(topic, scope.today))
    page = standing[:LINES] or ahead[:_LATELY] or _of_that_season(rest, days)[: LINES if view.whole else _LATELY]
    head = scope.say("list-any-time" if standing else "list-else-ahead" if ahead else "list-lately") if page else ""
    return _lines(scope, f"{_capital(text)} {head}".strip(), page, timeless)


def _is_on(days: Days, today: date) -> bool:
    """Tell whether a period of more than a day has begun and goes on."""
    return days[0] < today < days[1]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def are_over(found: Iterable[Topic], view: ListView, today: date) -> bool:
    """Tell whether all that a list of a period names is over."""
    runs = [run for topic in found for run in runs_in(topic, view, today)] if view.days else []
    return bool(runs) and all(state_of(run, today) == "over" for run in runs)


def _of_that_season(topics: tuple[Topic, ...], days: Days | None) -> tuple[Topic, ...]:
    """Put first what took place in the months asked for in earlier years: "Messen im Oktober"."""
    months = _months(days) if days else frozenset()
    return tuple(sorted(topics, key=lambda topic: not any(run.start.month in months for run in runs_of(topic))))


def _months(days: Days) -> frozenset[int]:
    """Return the months (1–12) a range of days touches; none for a range that has no end near."""
    if (days[1] - days[0]).days > _HALF_A_YEAR:
        return frozenset()
    return frozenset((days[0] + timedelta(days=day)).month for day in range((days[1] - days[0]).days))


def wider(catalogue: Catalogue, view: ListView) -> ListView | None:
    """Return the view for the districts around the places named; None where these are none."""
    around = (catalogue.topic(place.within) for name in view.places if isinstance(place := catalogue.topic(name), Place))
    districts = tuple(dict.fromkeys(topic.id for topic in around if isinstance(topic, Place) and topic.type == "district"))
    return replace(view, places=districts) if districts else None


def nearby(scope: Scope, found: tuple[Topic, ...], view: ListView, around: ListView) -> Piece:
    """Say that the place named has nothing of it, and what the district around has."""
    return Piece(_none(scope, view)).and_then(listing(scope, found, around))


def responsible(scope: Scope, found: tuple[Topic, ...], view: ListView) -> Piece:
    """Say that nothing of it is in the place named, and what is there for it all the same."""
    return _lines(scope, scope.say("list-responsible", filters=_filters(scope, view)), found[:LINES], view) if found else NOTHING


def lacks_offers(found: Iterable[Topic], view: ListView) -> bool:
    """Tell whether a field was named alone, and all there is in it are those who deal with it: nothing to learn or visit."""
    return view.of_any_kind and bool(view.themes) and not any(isinstance(topic, Dated) for topic in found)


def has_standing(catalogue: Catalogue, listed: Iterable[str]) -> bool:
    """Tell whether one of the topics *listed* does not hang on a day."""
    return any(is_standing(topic) for name in listed if (topic := catalogue.topic(name)))


def listing(scope: Scope, found: tuple[Topic, ...], view: ListView) -> Piece:
    """Say how many there are and name a page of them, after those already shown."""
    page = found[view.shown : view.shown + lines_of(view)]
    if not page:
        return NOTHING
    if are_over(found, view, scope.today) and not view.shown:
        return _lines(scope, _over_in_period(scope, view, len(found)), page, view)
    filters = _filters(scope, view)
    key = "list-more" if view.shown else "list-no-offer" if lacks_offers(found, view) else "list-filtered" if filters else "list"
    text = scope.say(key, count=len(found), filters=filters)
    if not view.days and all(is_over(topic, scope.today) for topic in found):
        text = scope.say("list-all-over") + " " + text
    return _told(scope, text, page, view) if len(found) <= _FEW else _lines(scope, text, page, view)


def _told(scope: Scope, text: str, page: tuple[Topic, ...], view: ListView) -> Piece:
    """Name a few and say of each what it is: a name alone tells nobody whether it fits."""
    known = [(line(scope, topic, view), scope.fact(topic, topic.summary) if topic.summary else NOTHING) for topic in page]
    lines = tuple(f"{name.lines[0]}: {fact.text}" if fact else name.lines[0] for name, fact in known)
    cited = tuple(cite for each in known for part in each for cite in part.cited)
    return Piece(text, lines=lines, cited=cited, listed=tuple(topic.id for topic in page))


def of_another_sort(scope: Scope, found: tuple[Topic, ...], view: ListView) -> Piece:
    """Say that there is nothing of the sort asked for, and name what else fits; nothing where nothing does."""
    piece = listing(scope, found, view)
    plain = piece and not (view.shown or lacks_offers(found, view))
    return replace(piece, text=f"{scope.say('list-other-sort')} {piece.text}") if plain else piece


def _over_in_period(scope: Scope, view: ListView, count: int) -> str:
    """Say how much there was in a period, and that it is over; of one that goes on, that nothing more is to come."""
    days = days_of(view)
    when = scope.in_period(days) if days else ""
    beside = ", ".join(_filter_titles(scope, (*view.themes, *view.places)))
    key = "list-none-left-but-over" if days and _is_on(days, scope.today) else "list-over-in-period"
    return _capital(scope.say(key, when=when, count=count, beside=f" ({beside})" if beside else ""))


def _lines(scope: Scope, text: str, page: tuple[Topic, ...], view: ListView) -> Piece:
    lines = (line(scope, topic, view) for topic in page)
    return Piece(text, listed=tuple(topic.id for topic in page)).and_then(*lines)


def empty(scope: Scope, view: ListView) -> Piece:
    """Say that nothing was found, and what was looked for."""
    return Piece(_none(scope, view))


def _none(scope: Scope, view: ListView) -> str:
    filters = _filters(scope, view)
    return scope.say("list-empty-filtered", filters=filters) if filters else scope.say("list-empty")


def _filters(scope: Scope, view: ListView) -> str:
    days = days_of(view)
    when = (scope.in_period(days),) if days else ()
    by = (view.by,) if view.by else ()
    whom = (scope.say(f"audience-{group}") for group in view.audience)
    fields = ", ".join(scope.title_of(name) for name in view.besides if isinstance(scope.catalogue.topic(name), Theme))
    without = (scope.say("list-without", what=fields),) if fields else ()
    return ", ".join((*_filter_titles(scope, (*by, *view.themes, *view.places)), *whom, *when, *without))


def _filter_titles(scope: Scope, identifiers: Iterable[str]) -> Iterable[str]:
    return (scope.where(identifier) or scope.title_of(identifier) for identifier in identifiers)
