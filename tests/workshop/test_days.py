"""The days on which replies are tried."""

from __future__ import annotations

from datetime import date

from bot.workshop.days import FAR_AHEAD, LONG_AGO, dates_of, days_for
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


def test_a_topic_without_dates_is_tried_on_three_days() -> None:
    """Long ago, today, far ahead."""
    assert days_for([a_network("netz", "Netz")], TODAY) == (LONG_AGO, TODAY, FAR_AHEAD)
