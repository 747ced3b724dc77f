"""What is planned to be told, given what people wished, what they know, and what the catalogue says now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.conversation.planning import Plan, planned
from bot.model.topics import Run
from bot.store import Note, Subscription
from tests.builders import a_run, an_offer

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 3, 4, 12, tzinfo=BERLIN)
DATES = Subscription("a", "kurs", "dates", "de")
WEEK = Subscription("a", "kurs", "week:2027-05-03", "de", "mai")
DAY = Subscription("a", "kurs", "day:2027-05-03", "de", "mai")
MAY = a_run("2027-05-03", id="mai", time="10:00")


def plan(*subscriptions: Subscription, runs: tuple[Run, ...] = (MAY,), told: tuple[Note, ...] = (), now: datetime = NOW) -> Plan:
    """Return what is planned for a course with these dates."""
    return planned(an_offer("kurs", runs=runs), subscriptions, told, now)


def kinds(found: Plan) -> list[str]:
    """Return what is to be told, in order."""
    return [note.kind for note in found.notes]


def after(found: Plan) -> tuple[Note, ...]:
    """Return the notes of a plan as if they had been sent."""
    return found.notes


def moved(day: str, **fields: object) -> tuple[Run, ...]:
    """Return the same run on another day."""
    return (a_run(day, id="mai", **fields),)


def test_a_new_date_is_told_to_who_asked_for_it() -> None:
    """At once by day, in their language, and not after it has begun."""
    (note,) = plan(replace(DATES, language="en")).notes

    assert (note.chat, note.topic, note.run, note.kind, note.language) == ("a", "kurs", "mai", "new:2027-05-03", "en")
    assert (note.due, note.until) == (NOW, datetime(2027, 5, 3, 10, tzinfo=BERLIN))


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2027-03-04 07:59", "2027-03-04 08:00"),
        ("2027-03-04 08:00", "2027-03-04 08:00"),
        ("2027-03-04 19:59", "2027-03-04 19:59"),
        ("2027-03-04 20:00", "2027-03-05 08:00"),
        ("2027-03-27 23:00", "2027-03-28 08:00"),
        ("2027-03-28 01:30", "2027-03-28 08:00"),
        ("2026-10-25 02:30", "2026-10-25 08:00"),
    ],
)
def test_nobody_is_woken(now: str, due: str) -> None:
    """News of the night waits for eight in the morning, on the days the clocks change too."""
    (note,) = plan(DATES, now=datetime.fromisoformat(now).replace(tzinfo=BERLIN)).notes

    assert note.due == datetime.fromisoformat(due).replace(tzinfo=BERLIN)


def test_what_was_told_is_not_told_again() -> None:
    """However often it is looked at; another date is news of its own."""
    told = after(plan(DATES))
    later = (MAY, a_run("2027-09-01", id="september"))

    assert kinds(plan(DATES, told=told)) == []
    assert kinds(plan(DATES, runs=later, told=told)) == ["new:2027-09-01"]


def test_a_moved_date_is_told_to_who_knows_of_it() -> None:
    """There and back again; somebody who never heard of it hears that it is new."""
    told = after(plan(DATES))
    away = plan(DATES, runs=moved("2027-05-10"), told=told)
    back = plan(DATES, told=(*told, replace(away.notes[0], due=NOW + timedelta(hours=1))))

    assert kinds(away) == ["moved:2027-05-10"]
    assert kinds(back) == ["moved:2027-05-03"]
    assert len({note.once for note in (*told, *away.notes, *back.notes)}) == 3
    assert kinds(plan(replace(DATES, chat="b"), runs=moved("2027-05-10"), told=told)) == ["new:2027-05-10"]


def test_a_cancelled_date_is_told_to_who_knows_of_it() -> None:
    """Once; and that it takes place after all; nobody else hears of it."""
    told = after(plan(DATES))
    off = plan(DATES, runs=moved("2027-05-03", status="cancelled"), told=told)
    knows = (*told, replace(off.notes[0], due=NOW + timedelta(hours=1)))

    assert kinds(off) == ["cancelled:2027-05-03"]
    assert kinds(plan(DATES, runs=moved("2027-05-03", status="cancelled"), told=knows)) == []
    assert kinds(plan(DATES, runs=moved("2027-05-17"), told=knows)) == ["new:2027-05-17"]
    assert kinds(plan(DATES, runs=moved("2027-05-03", status="cancelled"))) == []


def test_reminders_come_a_week_and_a_day_before() -> None:
    """At ten in the morning; the week's notice is of no use once the day's is there."""
    week, day = plan(WEEK, DAY).notes

    assert (week.kind, week.due) == ("start-week:2027-05-03", datetime(2027, 4, 26, 10, tzinfo=BERLIN))
    assert (day.kind, day.due) == ("start-day:2027-05-03", datetime(2027, 5, 2, 10, tzinfo=BERLIN))
    assert week.until == day.due
    assert day.until == datetime(2027, 5, 3, 10, tzinfo=BERLIN)


@pytest.mark.parametrize("start", ["2027-03-29", "2027-11-01"])
def test_ten_stays_ten_when_the_clocks_change(start: str) -> None:
    """The change lies between the reminder and the date."""
    (note,) = plan(replace(WEEK, kind=f"week:{start}"), runs=moved(start)).notes

    assert note.due.astimezone(BERLIN).hour == 10
    assert note.until.astimezone(BERLIN).hour == 10


def test_the_last_day_to_sign_up_has_reminders_of_its_own() -> None:
    """Until the evening of that day; a deadline on the day itself is none."""
    runs = moved("2027-05-03", deadline="2027-04-20")
    notes = {note.kind: note for note in plan(WEEK, DAY, runs=runs).notes}

    assert set(notes) == {"start-week:2027-05-03", "start-day:2027-05-03", "deadline-week:2027-04-20", "deadline-day:2027-04-20"}
    assert notes["deadline-day:2027-04-20"].until == datetime(2027, 4, 20, 20, tzinfo=BERLIN)
    assert len(plan(WEEK, DAY, runs=moved("2027-05-03", deadline="2027-05-03")).notes) == 2


def test_a_reminder_whose_moment_has_passed_is_not_made_up_for() -> None:
    """Whoever taps the bell three days before does not hear at once that it is in three days."""
    three_days_before = datetime(2027, 4, 30, 12, tzinfo=BERLIN)

    assert kinds(plan(WEEK, DAY, now=three_days_before)) == ["start-day:2027-05-03"]


def test_reminders_move_with_their_date() -> None:
    """Who asked to be reminded is told that it moved, and is reminded of the new day."""
    found = plan(WEEK, DAY, runs=moved("2027-06-07"))

    assert kinds(found) == ["moved:2027-06-07", "start-week:2027-06-07", "start-day:2027-06-07"]


def test_who_knows_a_date_from_a_reminder_does_not_hear_that_it_is_new() -> None:
    """The bell for every date and the bell for this one are the same chat's."""
    assert kinds(plan(DATES, WEEK)) == ["start-week:2027-05-03"]
    assert kinds(plan(WEEK, runs=(MAY, a_run("2027-09-01")))) == ["start-week:2027-05-03"]


def test_what_is_over_ends() -> None:
    """A reminder of a date that has passed is let go; the wish to hear of the next one stays."""
    found = plan(DATES, WEEK, DAY, now=datetime(2027, 5, 4, 12, tzinfo=BERLIN))

    assert found == Plan((), (WEEK, DAY))
    assert plan(WEEK, runs=()) == Plan()


def test_nothing_is_told_that_has_begun() -> None:
    """Added on the day itself after its hour, a date is no news any more."""
    assert kinds(plan(DATES, now=datetime(2027, 5, 3, 9, 59, tzinfo=BERLIN))) == ["new:2027-05-03"]
    assert kinds(plan(DATES, now=datetime(2027, 5, 3, 10, tzinfo=BERLIN))) == []


@pytest.mark.parametrize("kind", ["", "weak:2027-05-03", "week:2027-13-40", "week:", "dates:1"])
def test_kinds_we_do_not_know_are_left_alone(kind: str) -> None:
    """Whatever another version wrote."""
    assert plan(replace(WEEK, kind=kind)) == Plan()
