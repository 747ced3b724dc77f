"""When and where a topic's runs take place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.answers.dates import (
    cancelled_ahead,
    coming,
    is_within,
    latest_past,
    month_of,
    running,
    say_day,
    say_time,
    state_of,
)
from bot.answers.maps import on_map
from bot.answers.networks import milestone
from bot.answers.scope import NOTHING, Piece, Scope
from bot.model.answerable import runs_of
from bot.model.moves import Days
from bot.model.topics import Dated, Event, Run, Topic, is_open_to_all, last_day

_RUNS_SAID = 3
_OVER: Mapping[tuple[bool, bool], str] = {
    (True, True): "date-event-begun",
    (True, False): "date-event-over",
    (False, True): "date-offer-begun",
    (False, False): "date-offer-over",
}
"""How it is said that an event (else an offer) is over; of a run whose last day no page names, its beginning."""


def dates(scope: Scope, topic: Topic) -> Piece:
    """Say when it takes place: in the period asked for, else what is ahead, else what is over."""
    if scope.days is not None and isinstance(topic, Dated) and (topic.runs or topic.recurs):
        return _in_period(scope, topic, scope.days)
    return _known(scope, topic)


def over_in_period(scope: Scope, topic: Topic) -> Piece:
    """Say what of the period asked for is over; nothing where some of it is still to come."""
    inside = [run for run in runs_of(topic) if scope.days is not None and is_within(run, scope.days)]
    if not inside or any(state_of(run, scope.today) != "over" for run in inside):
        return NOTHING
    return _one_of_several(scope, topic, max(inside, key=lambda run: run.start))


def none_in_period(scope: Scope, topic: Topic) -> Piece:
    """Say that no date lies in the period asked for, and what is known of it all the same; nothing where one does or none was."""
    dated = isinstance(topic, Event) or bool(runs_of(topic))
    if scope.days is None or not dated or any(is_within(run, scope.days) for run in runs_of(topic)):
        return NOTHING
    known = [each for each in topic.history if scope.days[0] <= each.when.first_day < scope.days[1]]
    lines = tuple(milestone(scope, each) for each in known)
    cited = ((topic.id, None), *((topic.id, each.source) for each in known))
    return Piece(none_within(scope, topic, scope.days), lines, cited=cited)


def none_within(scope: Scope, topic: Topic, days: Days) -> str:
    """Return the sentence that no date of *topic* lies in *days*."""
    text = scope.say("date-none-in-period", when=scope.in_period(days), title=scope.title(topic))
    return text[0].upper() + text[1:]


def _in_period(scope: Scope, topic: Dated, days: Days) -> Piece:
    """Say what takes place in the period, and what is known of the next date; else that there is nothing in it."""
    inside = sorted((run for run in topic.runs if is_within(run, days)), key=lambda run: run.start)[:_RUNS_SAID]
    if not inside:
        return none_in_period(scope, topic).and_then(_known(scope, topic))
    said = NOTHING.and_then(*(_one_of_several(scope, topic, run) for run in inside))
    if any(state_of(run, scope.today) in ("ahead", "today", "running") for run in inside):
        return said
    ahead = coming(topic.runs, scope.today)
    if ahead:
        return said.and_then(Piece(say_ahead(scope, topic, ahead[0]), cited=((topic.id, ahead[0].source),)))
    return said.and_then(_running(scope, topic) or _usually(scope, topic))


def _one_of_several(scope: Scope, topic: Topic, run: Run) -> Piece:
    """Say one date for itself: it may be neither the last nor the next."""
    match state_of(run, scope.today):
        case "running":
            return _running(scope, topic)
        case "cancelled":
            text = scope.say("date-cancelled", when=_say_days(scope, run))
        case "over":
            key = "date-event-begun" if run.lasts_days else "date-event-over"
            text = scope.say(key, title=scope.title(topic), when=say_when(scope, run))
        case state:
            key = "date-today" if state == "today" else "date-then"
            text = scope.say(key, title=scope.title(topic), when=say_when(scope, run), where=comma_where(scope, run))
    return Piece(text, cited=((topic.id, run.source),))


def _known(scope: Scope, topic: Topic) -> Piece:
    """Say what is ahead, else what is over and that nothing new is known."""
    ahead = coming(runs_of(topic), scope.today)
    if ahead:
        first = Piece(say_ahead(scope, topic, ahead[0]), cited=((topic.id, ahead[0].source),))
        return first.and_then(*(_later(scope, topic, run) for run in ahead[1:_RUNS_SAID]))
    now = _running(scope, topic)
    if now and is_open_to_all(topic):
        return now
    return now.and_then(_cancelled(scope, topic), past(scope, topic), _usually(scope, topic))


def say_ahead(scope: Scope, topic: Topic, run: Run) -> str:
    """Say the next date of a topic, or that it is today."""
    key = "date-today" if state_of(run, scope.today) == "today" else "date-ahead"
    return scope.say(key, title=scope.title(topic), when=say_when(scope, run), where=comma_where(scope, run))


def _later(scope: Scope, topic: Topic, run: Run) -> Piece:
    text = scope.say("date-later", when=say_when(scope, run), where=comma_where(scope, run))
    return Piece(text, cited=((topic.id, run.source),))


def say_when(scope: Scope, run: Run) -> str:
    """Return "Montag, 4. März 2024, 10 Uhr" or "Freitag, 13. Februar 2026 bis …"."""
    return ", ".join(part for part in (_say_days(scope, run), say_time(run, scope.language)) if part)


def _say_days(scope: Scope, run: Run) -> str:
    day = say_day(run.start, scope.language)
    if run.end is None or run.end == run.start:
        return day
    return scope.say("from-to", first=day, last=say_day(run.end, scope.language))


def comma_where(scope: Scope, run: Run) -> str:
    """Return ", in Lübbenau" where the place is known, else nothing."""
    where = scope.where(run.place)
    return f", {where}" if where else ""


def _running(scope: Scope, topic: Topic) -> Piece:
    """Say what is on now: a fair can be visited while it lasts, a course that has begun cannot be joined."""
    run = running(runs_of(topic), scope.today)
    if run is None:
        return NOTHING
    hours = say_time(run, scope.language)
    text = scope.say(_running_key(topic, run, scope.today), title=scope.title(topic),
                     start=say_day(run.start, scope.language), end=say_day(last_day(run), scope.language),
                     hours=f", {hours}" if hours else "", where=comma_where(scope, run))
    return Piece(text, cited=((topic.id, run.source),))


def _running_key(topic: Topic, run: Run, today: date) -> str:
    if is_open_to_all(topic):
        return "date-running-last-day" if last_day(run) == today else "date-running-open"
    return "date-running-begun" if run.lasts_days else "date-running"


def _cancelled(scope: Scope, topic: Topic) -> Piece:
    cancelled = cancelled_ahead(runs_of(topic), scope.today)
    if not cancelled:
        return NOTHING
    said = (Piece(scope.say("date-cancelled", when=_say_days(scope, run)), cited=((topic.id, run.source),)) for run in cancelled)
    return NOTHING.and_then(*said)


def past(scope: Scope, topic: Topic) -> Piece:
    """Say when the last date was that is over."""
    run = latest_past(runs_of(topic), scope.today)
    if run is None:
        return NOTHING
    key = _OVER[isinstance(topic, Event), bool(run.lasts_days)]
    text = scope.say(key, title=scope.title(topic), when=say_when(scope, run))
    return Piece(text, cited=((topic.id, run.source),))


def earlier(scope: Scope, topic: Topic) -> Piece:
    """Say when the dates were before the last one that is over; nothing where one is ahead or a period is asked for."""
    if scope.days is not None or coming(runs_of(topic), scope.today):
        return NOTHING
    over = [run for run in runs_of(topic) if last_day(run) < scope.today and run.status != "cancelled"]
    before = sorted(over, key=lambda run: run.start, reverse=True)[1:_RUNS_SAID]
    if not before:
        return NOTHING
    first, *more = [scope.say("on-day", when=_say_days(scope, run)) for run in before]
    days = scope.say("people-and", first=first, last=more[0]) if more else first
    cited = tuple((topic.id, run.source) for run in before)
    return Piece(scope.say("date-earlier", count=len(before), days=days), cited=cited)


def _usually(scope: Scope, topic: Topic) -> Piece:
    """What is known of the next one: the usual season in words, or that no date is known."""
    if not isinstance(topic, Dated) or not (topic.runs or topic.recurs):
        return NOTHING
    if topic.recurs:
        over = latest_past(runs_of(topic), scope.today) is not None
        key = "date-usually-then" if over else "date-usually" if topic.runs or isinstance(topic, Event) else "date-any-time"
        text = scope.say(key, title=scope.title(topic), usually=scope.prose(topic.recurs.text))
        return Piece(scope.marked(topic, topic.recurs, text), cited=((topic.id, topic.recurs.source),))
    if isinstance(topic, Event):
        return NOTHING
    return Piece(scope.say("date-none-known"))


def place(scope: Scope, topic: Topic) -> Piece:
    """Say where it is: the running or coming run's place, the topic's own, or where it was last; then the address."""
    where = _place_of_run(scope, topic) or _standing_place(scope, topic) or _place_then(scope, topic)
    return where.and_then(_address(scope, topic))


def _with_its_address(scope: Scope, topic: Topic, piece: Piece, place: str | None) -> Piece:
    """Add the address of the *place* of a run, unless the topic has its own."""
    return piece if topic.address else piece.and_then(_address(scope, scope.catalogue.topic(place)))


def _address(scope: Scope, topic: Topic | None) -> Piece:
    if topic is None or topic.address is None:
        return NOTHING
    said = scope.say("address", address=scope.with_note(topic, topic.address.value, topic.address))
    return Piece(said, cited=((topic.id, topic.address.source),))


def _place_of_run(scope: Scope, topic: Topic) -> Piece:
    """Where it runs now, or will next."""
    now = running(runs_of(topic), scope.today)
    if now and scope.where(now.place):
        text = scope.say("place-running", where=scope.where(now.place), when=say_when(scope, now))
        piece = Piece(text, cited=((topic.id, now.source),), attached=on_map(scope, now.place))
        return _with_its_address(scope, topic, piece, now.place)
    ahead = coming(runs_of(topic), scope.today)
    with_place = next((run for run in ahead if scope.where(run.place)), None)
    if with_place is None:
        return NOTHING
    text = scope.say("place-ahead", where=scope.where(with_place.place), when=say_when(scope, with_place))
    piece = Piece(text, cited=((topic.id, with_place.source),), attached=on_map(scope, with_place.place))
    return _with_its_address(scope, topic, piece, with_place.place)


def _standing_place(scope: Scope, topic: Topic) -> Piece:
    towns = [where for name in (topic.place, *topic.also_in) if (where := scope.where(name))]
    if not towns:
        return NOTHING
    where = scope.say("people-and", first=", ".join(towns[:-1]), last=towns[-1]) if len(towns) > 1 else "".join(towns)
    text = scope.say("place-standing", title=scope.title(topic), where=where)
    piece = Piece(text, cited=((topic.id, None),), attached=on_map(scope, topic.place))
    return piece if topic.address else piece.and_then(Piece(scope.say("no-address")))


def _place_then(scope: Scope, topic: Topic) -> Piece:
    wanted = [run for run in runs_of(topic) if scope.days is None or is_within(run, scope.days)] or runs_of(topic)
    last = latest_past((run for run in wanted if scope.where(run.place)), scope.today)
    if last is None:
        return NOTHING
    key = "place-event-over" if isinstance(topic, Event) else "place-offer-over"
    text = scope.say(key, where=scope.where(last.place), when=scope.in_time(month_of(last.start)))
    piece = _with_its_address(scope, topic, Piece(text, cited=((topic.id, last.source),)), last.place)
    return piece.and_then(_place_of_provider(scope, topic))


def _place_of_provider(scope: Scope, topic: Topic) -> Piece:
    """Where the provider is today: the place of an old run may be given up."""
    provider = scope.catalogue.topic(topic.provider if isinstance(topic, Dated) else None)
    if provider is None or isinstance(topic, Event) or not scope.where(provider.place):
        return NOTHING
    text = scope.say("place-provider", provider=scope.title(provider), where=scope.where(provider.place))
    return Piece(text, cited=((provider.id, None),))
