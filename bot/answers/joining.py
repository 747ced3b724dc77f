"""How to take part: registration, deadline, steps, on site or online, recording and stream."""

from __future__ import annotations

from bot.answers import contacts
from bot.answers.dates import (
    can_join,
    coming,
    has_passed,
    latest_past,
    month_of,
    partial,
    running,
    say_date,
    say_day,
    state_of,
)
from bot.answers.runs import dates, over_in_period, say_ahead, say_when
from bot.answers.scope import NOTHING, Piece, Scope
from bot.model.answerable import STEPS, is_held, runs_of
from bot.model.reply import Link
from bot.model.topics import Run, Topic


def registration(scope: Scope, topic: Topic) -> Piece:
    """Say how to sign up: the open link alone, that it is closed, or the steps."""
    if link := _open_link(scope, topic):
        return link
    over = over_in_period(scope, topic)
    return over.and_then(_closed(scope, topic), steps(scope, topic)) or _without_link(scope, topic)


def ahead(scope: Scope, topic: Topic) -> Piece:
    """Say before the steps what is ahead: the open link, that it is closed, or the date; nothing where nothing is coming."""
    still = coming(runs_of(topic), scope.today)
    if not any(can_join(run, scope.today) for run in still):
        return _closed(scope, topic) or dates(scope, topic) if still else NOTHING
    return _open_link(scope, topic) or dates(scope, topic).and_then(_whom_to_ask(scope, topic))


def _open_link(scope: Scope, topic: Topic) -> Piece:
    for run in coming(runs_of(topic), scope.today):
        if run.registration and can_join(run, scope.today):
            return _open(scope, topic, run, run.registration)
    return NOTHING


def page_to_register(scope: Scope, topic: Topic) -> Piece:
    """What has no page but once had one to sign up: whether that still holds, "geht der Link noch"."""
    return registration(scope, topic) if any(run.registration for run in runs_of(topic)) else NOTHING


def _without_link(scope: Scope, topic: Topic) -> Piece:
    """No way to sign up is known: say so and when the next one is, else that there is none ahead."""
    if not coming(runs_of(topic), scope.today):
        return dates(scope, topic) if is_held(topic) else NOTHING
    return _whom_to_ask(scope, topic).and_then(dates(scope, topic))


def _whom_to_ask(scope: Scope, topic: Topic) -> Piece:
    """That no source tells how to sign up, and who knows; nothing where staff wrote the steps."""
    unknown = Piece(scope.say("registration-unknown")).and_then(contacts.ask_them(scope, topic))
    return NOTHING if STEPS in topic.facets else unknown


def deadline(scope: Scope, topic: Topic) -> Piece:
    """Say until when one can sign up, or first that this is not known, then how to sign up."""
    if told := _known_deadline(scope, topic):
        return told
    joinable = [run for run in runs_of(topic) if can_join(run, scope.today)]
    if any(run.deadline for run in joinable) or (is_held(topic) and not joinable):
        return registration(scope, topic)
    return Piece(scope.say("deadline-unknown")).and_then(registration(scope, topic))


def _known_deadline(scope: Scope, topic: Topic) -> Piece:
    """Say the deadline of a round without days of its own, whether it has passed, and what staff wrote of deadlines."""
    fact = topic.facets.get("deadline")
    rest = scope.fact(topic, fact) if fact else NOTHING
    last = max((each for each in topic.history if each.deadline), key=lambda each: each.when.first_day, default=None)
    if last is None:
        return rest
    key = "deadline-passed" if has_passed(last.when, scope.today) else "deadline-ahead"
    said = scope.say(key, what=scope.prose(last.what), day=say_date(last.when, scope.language))
    return Piece(said, cited=((topic.id, last.source),)).and_then(rest)


def vacancies(scope: Scope, topic: Topic) -> Piece:
    """Say first that nobody tells whether a place is free, then until when or how to sign up; of what is over that alone."""
    if runs_of(topic) and not any(can_join(run, scope.today) for run in runs_of(topic)):
        return registration(scope, topic)
    known = _known_deadline(scope, topic) or registration(scope, topic)
    return Piece(scope.say("vacancies-unknown")).and_then(known) if known else NOTHING


def _open(scope: Scope, topic: Topic, run: Run, url: str) -> Piece:
    text = scope.say("registration-open", when=say_when(scope, run))
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
    """The next date beside the one that is closed and whom to ask about it, or that none is known."""
    others = [run for run in coming(runs_of(topic), scope.today) if run != closed]
    if not others:
        return Piece(scope.say("date-none-known"))
    told = Piece(say_ahead(scope, topic, others[0]), cited=((topic.id, others[0].source),))
    return told.and_then(_whom_to_ask(scope, topic))


def steps(scope: Scope, topic: Topic) -> Piece:
    """Say how to go about it, where staff wrote it down."""
    fact = topic.facets.get(STEPS)
    pages = tuple(Link(scope.prose(link.title), link.url) for link in topic.links[:2])
    return scope.fact(topic, fact).and_then(Piece(links=pages)) if fact else NOTHING


def without_place(scope: Scope, topic: Topic) -> Piece:
    """Say first that no place is known, then how to go about it: "wo bekomm ich das" is asked like "wo ist das"."""
    how = steps(scope, topic)
    return Piece(scope.say("place-unknown")).and_then(how) if how else NOTHING


def taking_part(scope: Scope, topic: Topic) -> Piece:
    """Say whether it is on site or online, and of which run that is known."""
    fact = topic.facets.get("format")
    if fact:
        return scope.fact(topic, fact)
    now = running(runs_of(topic), scope.today)
    if now and now.format:
        return Piece(scope.say(f"format-running-{now.format}", when=say_when(scope, now)), cited=((topic.id, now.source),))
    ahead = next((run for run in coming(runs_of(topic), scope.today) if run.format), None)
    if ahead:
        return Piece(scope.say(f"format-{ahead.format}", when=say_when(scope, ahead)), cited=((topic.id, ahead.source),))
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
        text = scope.say("stream-over", day=say_date(partial(run.start), scope.language), page=contacts.host(run.stream))
        return Piece(text, cited=((topic.id, run.source),))
    return Piece(scope.say("stream-ahead", when=say_when(scope, run)), links=(Link(scope.say("watch"), run.stream),),
                 cited=((topic.id, run.source),))
