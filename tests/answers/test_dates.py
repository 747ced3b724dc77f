"""What is ahead and what is over, and how a date is said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.dates import (
    State,
    can_join,
    cancelled_ahead,
    coming,
    latest_past,
    local_day,
    month_of,
    partial,
    running,
    say_date,
    say_day,
    say_short,
    say_time,
    state_of,
)
from bot.model.topics import Run
from bot.model.values import PartialDate
from tests.builders import a_run

BEFORE, DAY, AFTER = date(2027, 3, 3), date(2027, 3, 4), date(2027, 3, 5)
ONE_DAY = a_run("2027-03-04")
THREE_DAYS = a_run("2027-03-03", end="2027-03-05")
CANCELLED = a_run("2027-03-04", status="cancelled")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2027, 3, 3, 22, 59, tzinfo=UTC), date(2027, 3, 3)),
        (datetime(2027, 3, 3, 23, 0, tzinfo=UTC), date(2027, 3, 4)),
        (datetime(2027, 3, 3, 23, 30, tzinfo=UTC), date(2027, 3, 4)),
        (datetime(2027, 7, 3, 21, 59, tzinfo=UTC), date(2027, 7, 3)),
        (datetime(2027, 7, 3, 22, 0, tzinfo=UTC), date(2027, 7, 4)),
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 3, 28, 21, 59, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 3, 28, 22, 0, tzinfo=UTC), date(2027, 3, 29)),
        (datetime(2027, 10, 31, 22, 59, tzinfo=UTC), date(2027, 10, 31)),
        (datetime(2027, 10, 31, 23, 0, tzinfo=UTC), date(2027, 11, 1)),
        (datetime(2027, 3, 3, 18, 30, tzinfo=timezone(timedelta(hours=-5))), date(2027, 3, 4)),
    ],
)
def test_the_day_is_that_of_berlin(moment: datetime, day: date) -> None:
    """In winter it begins at 23:00 UTC, in summer at 22:00, on the two days of change as well."""
    assert local_day(moment) == day


@pytest.mark.parametrize(
    ("run", "states"),
    [
        (ONE_DAY, ("ahead", "today", "over")),
        (THREE_DAYS, ("today", "running", "running")),
        (a_run("2027-03-04", end="2027-03-05"), ("ahead", "today", "running")),
        (a_run("2027-03-02", end="2027-03-04"), ("running", "running", "over")),
        (CANCELLED, ("cancelled", "cancelled", "over")),
    ],
    ids=["one day", "three days", "two days", "ending", "cancelled"],
)
def test_where_a_run_stands_the_day_before_of_and_after(run: Run, states: tuple[State, ...]) -> None:
    """A run is ahead, today, running or over; a cancelled one is cancelled until its day has passed."""
    assert tuple(state_of(run, day) for day in (BEFORE, DAY, AFTER)) == states


def test_nothing_can_be_joined_once_it_has_begun() -> None:
    """One can sign up until the day before."""
    assert [can_join(ONE_DAY, day) for day in (BEFORE, DAY, AFTER)] == [True, False, False]
    assert not can_join(CANCELLED, BEFORE)


def test_one_can_sign_up_on_the_last_day_of_registration() -> None:
    """The deadline itself is not too late, the day after is."""
    run = a_run("2027-04-01", deadline="2027-03-04")

    assert [can_join(run, day) for day in (BEFORE, DAY, AFTER)] == [True, True, False]


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(0, 30), st.integers(-400, 400), st.booleans())
def test_what_can_be_joined_is_ahead_whatever_the_dates(start: date, length: int, offset: int, cancelled: bool) -> None:
    """No combination of dates lets anybody join what has begun or is cancelled."""
    run = a_run(start.isoformat(), end=start + timedelta(days=length), status="cancelled" if cancelled else None)
    today = start + timedelta(days=offset)

    assert can_join(run, today) == (today < start and not cancelled)
    assert (state_of(run, today) == "over") == (today > start + timedelta(days=length))


def test_coming_runs_are_soonest_first_without_cancelled_ones() -> None:
    """What is today still counts; what is over, running or cancelled does not."""
    later, today, over = a_run("2027-05-01"), a_run("2027-03-04"), a_run("2027-03-01")
    cancelled = a_run("2027-03-20", status="cancelled")

    assert coming((later, over, cancelled, today), DAY) == (today, later)
    assert cancelled_ahead((later, over, cancelled, today), DAY) == (cancelled,)


def test_the_latest_past_run_is_the_one_that_began_last() -> None:
    """A cancelled one never took place; without any there is none."""
    older, newer = a_run("2024-01-01"), a_run("2026-01-01")

    assert latest_past((newer, older, a_run("2026-06-01", status="cancelled"), a_run("2027-06-01")), DAY) == newer
    assert latest_past((a_run("2027-03-04"),), DAY) is None


def test_a_run_is_running_between_its_first_day_and_its_end() -> None:
    """On its first day it is today, after its last it is over."""
    assert [running((THREE_DAYS, ONE_DAY), day) for day in (BEFORE, DAY, AFTER)] == [None, THREE_DAYS, THREE_DAYS]


def test_a_day_is_said_with_its_weekday() -> None:
    """German with dots, English without, each in its own words."""
    assert say_day(date(2024, 3, 4), "de") == "Montag, 4. März 2024"
    assert say_day(date(2024, 3, 4), "en") == "Monday, 4 March 2024"


@pytest.mark.parametrize(
    ("when", "german", "english"),
    [
        ("2024-01-10", "10. Januar 2024", "10 January 2024"),
        ("2022-03", "März 2022", "March 2022"),
        ("2018", "2018", "2018"),
    ],
)
def test_a_date_is_said_at_its_own_precision(when: str, german: str, english: str) -> None:
    """What a source left open stays open."""
    value = PartialDate.model_validate(when)

    assert (say_date(value, "de"), say_date(value, "en")) == (german, english)


@pytest.mark.parametrize(
    ("when", "german", "english"),
    [("2024-01-10", "10.01.2024", "10 Jan 2024"), ("2022-03", "03/2022", "03/2022"), ("2018", "2018", "2018")],
)
def test_the_source_line_has_short_dates(when: str, german: str, english: str) -> None:
    """Digits in German, the short month in English."""
    value = PartialDate.model_validate(when)

    assert (say_short(value, "de"), say_short(value, "en")) == (german, english)


@pytest.mark.parametrize(
    ("time", "german", "english"),
    [
        (None, "", ""),
        ("10:00", "10 Uhr", "10:00"),
        ("09:30", "9:30 Uhr", "9:30"),
        ("10:00-17:00", "10–17 Uhr", "10:00–17:00"),
        ("8:15-16:00", "8:15–16 Uhr", "8:15–16:00"),
        ("00:00", "0 Uhr", "0:00"),
    ],
)
def test_the_time_of_day_is_said_short(time: str | None, german: str, english: str) -> None:
    """No leading nought; in German full hours without minutes."""
    run = a_run("2027-03-04", time=time)

    assert (say_time(run, "de"), say_time(run, "en")) == (german, english)


def test_a_day_can_be_made_vaguer() -> None:
    """The same day as a full date and as its month."""
    assert partial(DAY) == PartialDate(year=2027, month=3, day=4)
    assert month_of(DAY) == PartialDate(year=2027, month=3)
