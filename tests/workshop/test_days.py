"""The days on which replies are tried."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.workshop.days import FAR_AHEAD, LONG_AGO, SeenDay, dates_of, days_for
from tests.understanding.builders import a_network, an_offer

TODAY = date(2026, 11, 22)


def test_a_topic_is_tried_around_each_of_its_dates() -> None:
    """Start, end, deadline and the end of a recording, each with the days beside it, and three fixed days."""
    run = {"id": "a", "start": "2027-03-04", "deadline": "2027-02-01", "recording": {"until": "2027-09-01"}}
    course = an_offer("kurs", "Kurs", runs=[run])
    days = days_for([course], TODAY)

    assert set(dates_of(course)) == {date(2027, 3, 4), date(2027, 2, 1), date(2027, 9, 1)}
    assert len(days) == 12
    assert {LONG_AGO, TODAY, FAR_AHEAD, date(2027, 3, 3), date(2027, 3, 5)} <= set(days)
    assert list(days) == sorted(days)


def test_a_deadline_in_a_history_is_a_date_and_nothing_else_of_it() -> None:
    """What happened once changes no answer later, a deadline that passes does."""
    history = [{"when": "2027-03-04", "what": "Schluss", "deadline": True}, {"when": "2026-01-02", "what": "Beginn"}]

    assert set(dates_of(an_offer("kurs", "Kurs", history=history))) == {date(2027, 3, 4)}


def test_a_topic_without_dates_is_tried_on_three_days() -> None:
    """Long ago, today, far ahead."""
    assert days_for([a_network("netz", "Netz")], TODAY) == (LONG_AGO, TODAY, FAR_AHEAD)


@pytest.mark.parametrize(
    "look",
    [
        lambda day: day < date(2030, 1, 1),
        lambda day: date(2030, 1, 1) < day,
        lambda day: date(2030, 1, 1) >= day,
        lambda day: date(2026, 11, 22) == day,
        lambda day: day != date(2026, 11, 22),
        lambda day: day - date(2026, 11, 1),
        lambda day: date(2026, 11, 30) - day,
        lambda day: day + timedelta(days=1),
        lambda day: timedelta(days=1) + day,
        lambda day: f"{day:%d.%m.}",
        lambda day: day.year,
        lambda day: day.isoformat(),
        lambda day: day.toordinal(),
        lambda day: day in {date(2026, 11, 22), TODAY + timedelta(days=1)},
        lambda day: (day, "a") < (date(2027, 1, 1), "b"),
        str,
    ],
)
def test_a_look_at_a_day_is_noted_and_sees_the_day(look: Callable[[date], object]) -> None:
    """However one looks; what is seen is what a plain day shows."""
    seen = SeenDay.of(date(2026, 11, 22))
    assert not seen.seen

    assert look(seen) == look(date(2026, 11, 22))
    assert seen.seen


def test_a_day_that_is_only_handed_on_is_not_looked_at() -> None:
    """Putting it into a structure is no look."""
    seen = SeenDay.of(date(2026, 11, 22))
    assert (seen, [seen])[0] is seen
    assert not seen.seen
