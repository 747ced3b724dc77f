"""What people are told unasked because they wished it: put into words when it is sent, only if it is true by then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.answers.calendar import dates_file
from bot.answers.dates import can_join, coming, say_day, state_of
from bot.answers.runs import comma_where, say_when
from bot.answers.scope import Piece, Scope
from bot.model import choices
from bot.model.answerable import runs_of
from bot.model.reply import Choice, Link
from bot.model.topics import Run, Topic
from bot.model.wishes import LEADS, Lead, Tiding, Wish

_OPEN = ("ahead", "today")


def is_true(tiding: Tiding, run: Run, today: date) -> bool:
    """Tell whether the tiding still says how it is on *today*."""
    state = state_of(run, today)
    match tiding.what:
        case "cancelled":
            return state == "cancelled" and run.start == tiding.day
        case "deadline":
            return run.deadline == tiding.day and can_join(run, today)
        case _:
            return state in _OPEN and run.start == tiding.day


def told(scope: Scope, topic: Topic, run: Run, tiding: Tiding) -> Piece:
    """Return the sentence of a tiding that is true."""
    text = scope.say(f"tiding-{tiding.what}", title=scope.title(topic), when=say_when(scope, run),
                     where=comma_where(scope, run), days=(tiding.day - scope.today).days,
                     day=say_day(tiding.day, scope.language))
    piece = Piece(text, cited=((topic.id, run.source),))
    if tiding.what in ("moved", "cancelled"):
        # Whoever saved the date has it put right by the new file.
        piece = piece.and_then(Piece(attached=(dates_file(scope, topic),)))
    if run.registration and can_join(run, scope.today):
        return piece.and_then(Piece(links=(Link(scope.say("register"), run.registration),)))
    return piece


def answers_to(scope: Scope, topic: Topic, tiding: Tiding) -> tuple[Choice, ...]:
    """Return the buttons under a tiding; the last one stops them, with one tap."""
    stop = Choice(scope.say("wish-stop"), choices.end_wishes(topic.id))
    remind = tiding.what in ("new", "moved") and bool(leads_left(topic, scope.today))
    return (wish_button(scope, topic), stop) if remind else (stop,)


def wish_button(scope: Scope, topic: Topic) -> Choice:
    """Return the button that subscribes: to the next date where none is ahead, else to a reminder of it."""
    key = "wish-reminder" if coming(runs_of(topic), scope.today) else "wish-dates"
    return Choice(scope.say(key), choices.wish(topic.id))


def leads_left(topic: Topic, today: date) -> tuple[Lead, ...]:
    """Return how long before the next date one can still be reminded of it."""
    ahead = coming(runs_of(topic), today)
    return tuple(lead for lead in LEADS if ahead and any(today < day - LEADS[lead] for day in moments(ahead[0])))


def moments(run: Run) -> Iterable[date]:
    """Yield the days of a run that somebody wants to be reminded of: its start, and the last day to sign up."""
    yield run.start
    if run.deadline and run.deadline < run.start:
        yield run.deadline


def wishes_for(topic: Topic, leads: Iterable[Lead], today: date) -> tuple[Wish, ...]:
    """Return what somebody wishes who taps the bell: reminders where a date is ahead, else to hear of the next.

    Nothing where the next date is too near for a reminder.
    """
    ahead = coming(runs_of(topic), today)
    if not ahead:
        return (Wish(topic.id),)
    left = leads_left(topic, today)
    return tuple(Wish(topic.id, ahead[0].id, lead, ahead[0].start) for lead in leads if lead in left)
