"""When, where, how to sign up: everything about a topic's runs."""

from __future__ import annotations

from bot.answers import contacts
from bot.answers.dates import (
    can_join,
    cancelled_ahead,
    coming,
    latest_past,
    month_of,
    partial,
    running,
    say_date,
    say_day,
    say_time,
    state_of,
)
from bot.answers.scope import NOTHING, Piece, Scope
from bot.model.answerable import runs_of
from bot.model.reply import Link
from bot.model.topics import Dated, Event, Run, Topic, last_day

_RUNS_SAID = 3


def dates(scope: Scope, topic: Topic) -> Piece:
    """Say when it takes place: what is ahead, else what is over and that nothing new is known."""
    ahead = coming(runs_of(topic), scope.today)
    if ahead:
        first = Piece(_ahead(scope, topic, ahead[0]), cited=((topic.id, ahead[0].source),))
        return first.and_then(*(_later(scope, topic, run) for run in ahead[1:_RUNS_SAID]))
    return _running(scope, topic).and_then(_cancelled(scope, topic), _past(scope, topic), _usually(scope, topic))


def _ahead(scope: Scope, topic: Topic, run: Run) -> str:
    key = "date-today" if state_of(run, scope.today) == "today" else "date-ahead"
    return scope.say(key, title=scope.title(topic), when=_when(scope, run), where=_comma_where(scope, run))


def _later(scope: Scope, topic: Topic, run: Run) -> Piece:
    text = scope.say("date-later", when=_when(scope, run), where=_comma_where(scope, run))
    return Piece(text, cited=((topic.id, run.source),))


def _when(scope: Scope, run: Run) -> str:
    """Return "Montag, 4. März 2024, 10 Uhr" or "Freitag, 13. Februar 2026 bis …"."""
    day = say_day(run.start, scope.language)
    if run.end and run.end != run.start:
        day = scope.say("from-to", first=day, last=say_day(run.end, scope.language))
    return ", ".join(part for part in (day, say_time(run, scope.language)) if part)


def _comma_where(scope: Scope, run: Run) -> str:
    where = scope.where(run.place)
    return f", {where}" if where else ""


def _running(scope: Scope, topic: Topic) -> Piece:
    run = running(runs_of(topic), scope.today)
    if run is None:
        return NOTHING
    text = scope.say("date-running", title=scope.title(topic), start=say_day(run.start, scope.language),
                     end=say_day(last_day(run), scope.language))
    return Piece(text, cited=((topic.id, run.source),))


def _cancelled(scope: Scope, topic: Topic) -> Piece:
    cancelled = cancelled_ahead(runs_of(topic), scope.today)
    if not cancelled:
        return NOTHING
    text = scope.say("date-cancelled", when=say_day(cancelled[0].start, scope.language))
    return Piece(text, cited=((topic.id, cancelled[0].source),))


def _past(scope: Scope, topic: Topic) -> Piece:
    run = latest_past(runs_of(topic), scope.today)
    if run is None:
        return NOTHING
    key = "date-event-over" if isinstance(topic, Event) else "date-offer-over"
    text = scope.say(key, title=scope.title(topic), when=_when(scope, run))
    return Piece(text, cited=((topic.id, run.source),))


def _usually(scope: Scope, topic: Topic) -> Piece:
    """What is known of the next one: the usual season in words, or that no date is known."""
    if not isinstance(topic, Dated) or not (topic.runs or topic.recurs):
        return NOTHING
    if topic.recurs:
        text = scope.say("date-usually", title=scope.title(topic), usually=scope.prose(topic.recurs.text))
        return Piece(text, cited=((topic.id, topic.recurs.source),))
    if isinstance(topic, Event):
        return NOTHING
    return Piece(scope.say("date-none-known"))


def place(scope: Scope, topic: Topic) -> Piece:
    """Say where it is: the running or coming run's place, the topic's own, or where it was last."""
    now = running(runs_of(topic), scope.today)
    if now and scope.where(now.place):
        text = scope.say("place-running", where=scope.where(now.place), when=_when(scope, now))
        return Piece(text, cited=((topic.id, now.source),))
    ahead = coming(runs_of(topic), scope.today)
    with_place = next((run for run in ahead if scope.where(run.place)), None)
    if with_place:
        text = scope.say("place-ahead", where=scope.where(with_place.place), when=_when(scope, with_place))
        return Piece(text, cited=((topic.id, with_place.source),))
    return _standing_place(scope, topic) or _place_then(scope, topic)


def _standing_place(scope: Scope, topic: Topic) -> Piece:
    where = scope.where(topic.place)
    if not where and not topic.address:
        return NOTHING
    text = scope.say("place-standing", title=scope.title(topic), where=where) if where else ""
    piece = Piece(text, cited=((topic.id, None),))
    if topic.address:
        note = f" ({scope.prose(topic.address.note)})" if topic.address.note else ""
        said = scope.say("address", address=topic.address.value + note)
        address = Piece(said, cited=((topic.id, topic.address.source),))
        return piece.and_then(address)
    return piece


def _place_then(scope: Scope, topic: Topic) -> Piece:
    past = latest_past((run for run in runs_of(topic) if scope.where(run.place)), scope.today)
    if past is None:
        return NOTHING
    key = "place-event-over" if isinstance(topic, Event) else "place-offer-over"
    text = scope.say(key, where=scope.where(past.place), when=scope.in_time(month_of(past.start)))
    return Piece(text, cited=((topic.id, past.source),)).and_then(_place_of_provider(scope, topic))


def _place_of_provider(scope: Scope, topic: Topic) -> Piece:
    """Where the provider is today: the place of an old run may be given up."""
    provider = scope.catalogue.topic(topic.provider if isinstance(topic, Dated) else None)
    if provider is None or isinstance(topic, Event) or not scope.where(provider.place):
        return NOTHING
    text = scope.say("place-provider", provider=scope.title(provider), where=scope.where(provider.place))
    return Piece(text, cited=((provider.id, None),))


def registration(scope: Scope, topic: Topic) -> Piece:
    """Say how to sign up: the open link, that it is closed, or the steps."""
    for run in coming(runs_of(topic), scope.today):
        if run.registration and can_join(run, scope.today):
            return _open(scope, topic, run, run.registration)
    return _closed(scope, topic).and_then(steps(scope, topic)) or _without_link(scope, topic)


def _without_link(scope: Scope, topic: Topic) -> Piece:
    """No way to sign up is known: say so and when the next one is, else that there is none ahead."""
    if not coming(runs_of(topic), scope.today):
        return dates(scope, topic) if runs_of(topic) else NOTHING
    unknown = Piece(scope.say("registration-unknown"))
    return unknown.and_then(contacts.ask_them(scope, topic), dates(scope, topic))


def _open(scope: Scope, topic: Topic, run: Run, url: str) -> Piece:
    text = scope.say("registration-open", when=_when(scope, run))
    if run.deadline:
        text += " " + scope.say("registration-until", day=say_day(run.deadline, scope.language))
    return Piece(text, links=(Link(scope.say("register"), url),), cited=((topic.id, run.source),))


def _closed(scope: Scope, topic: Topic) -> Piece:
    closed = [run for run in runs_of(topic) if run.registration and not can_join(run, scope.today)]
    if not closed:
        return NOTHING
    run = max(closed, key=lambda run: run.start)
    text = scope.say("registration-closed", when=scope.in_time(partial(run.start)))
    return Piece(text, cited=((topic.id, run.source),)).and_then(_next_but(scope, topic, run))


def _next_but(scope: Scope, topic: Topic, closed: Run) -> Piece:
    """The next date beside the one that is closed, or that none is known."""
    ahead = [run for run in coming(runs_of(topic), scope.today) if run != closed]
    if not ahead:
        return Piece(scope.say("date-none-known"))
    return Piece(_ahead(scope, topic, ahead[0]), cited=((topic.id, ahead[0].source),))


def steps(scope: Scope, topic: Topic) -> Piece:
    """Say how to go about it, where staff wrote it down."""
    fact = topic.facets.get("steps")
    pages = tuple(Link(scope.prose(link.title), link.url) for link in topic.links[:2])
    return scope.fact(topic, fact).and_then(Piece(links=pages)) if fact else NOTHING


def taking_part(scope: Scope, topic: Topic) -> Piece:
    """Say whether it is on site or online, and of which run that is known."""
    fact = topic.facets.get("format")
    if fact:
        return scope.fact(topic, fact)
    now = running(runs_of(topic), scope.today)
    if now and now.format:
        return Piece(scope.say(f"format-running-{now.format}", when=_when(scope, now)), cited=((topic.id, now.source),))
    ahead = next((run for run in coming(runs_of(topic), scope.today) if run.format), None)
    if ahead:
        return Piece(scope.say(f"format-{ahead.format}", when=_when(scope, ahead)), cited=((topic.id, ahead.source),))
    past = latest_past((run for run in runs_of(topic) if run.format), scope.today)
    if past is None:
        return NOTHING
    text = scope.say(f"format-was-{past.format}", when=scope.in_time(month_of(past.start)))
    return Piece(text, cited=((topic.id, past.source),))


def recording(scope: Scope, topic: Topic) -> Piece:
    """Say whether there is a recording or stream to watch now."""
    held = (run for run in runs_of(topic) if run.status != "cancelled" and (run.recording or run.stream))
    run = max(held, key=lambda run: run.start, default=None)
    if run is None:
        return NOTHING
    return _recorded(scope, topic, run).and_then(_streamed(scope, topic, run))


def _recorded(scope: Scope, topic: Topic, run: Run) -> Piece:
    if run.recording is None or run.start > scope.today:
        return NOTHING
    gone = run.recording.until < scope.today
    text = scope.say("recording-gone" if gone else "recording-there", day=say_date(partial(run.recording.until), scope.language))
    links = (Link(scope.say("watch"), run.recording.url),) if run.recording.url and not gone else ()
    return Piece(text, links=links, cited=((topic.id, run.source),))


def _streamed(scope: Scope, topic: Topic, run: Run) -> Piece:
    if run.stream is None:
        return NOTHING
    state = state_of(run, scope.today)
    if state == "over":
        return Piece(scope.say("stream-over", day=say_date(partial(run.start), scope.language)), cited=((topic.id, run.source),))
    return Piece(scope.say("stream-ahead", when=_when(scope, run)), links=(Link(scope.say("watch"), run.stream),),
                 cited=((topic.id, run.source),))
