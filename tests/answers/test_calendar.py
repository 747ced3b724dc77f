"""Dates as a file for the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from bot.answers.calendar import dates_file
from bot.model.reply import CalendarFile
from tests.answers.desk import Desk, a_desk, labels, source_of, without_source
from tests.builders import a_place, a_run, a_scope, an_offer, showing

QUESTIONS = (showing("dates", "dates"), showing("calendar", "calendar"), showing("contact", "contact"))
BERLIN = ZoneInfo("Europe/Berlin")


def a_course(*runs: object, **more: object) -> Desk:
    """Return a desk that knows one course."""
    places = (a_place("halle", title="Halle", within="stadt"), a_place("stadt", "in der Stadt", title="Stadt", type="town"))
    return a_desk(an_offer("kurs", title="Kurs", runs=runs, **more), *places, *QUESTIONS)


def read_later(desk: Desk, seconds: int) -> Desk:
    """Return a desk whose files were read so much later."""
    catalogue = desk.composer.catalogue
    later = replace(catalogue, read_at=catalogue.read_at + timedelta(seconds=seconds))
    return replace(desk, composer=replace(desk.composer, catalogue=later))


def calendar_of(desk: Desk, day: str = "2027-03-04") -> Calendar:
    """Return the file of a day as a calendar reads it."""
    (file,) = desk.on(day).answer("calendar", "kurs").attached
    assert isinstance(file, CalendarFile)
    return Calendar.from_ical(file.text)


def events_of(desk: Desk, day: str = "2027-03-04") -> list[Mapping[str, object]]:
    """Return the entries in the file of a day: days and times as such, everything else as text."""
    return [_told(event) for event in calendar_of(desk, day).events]


def _told(event: Event) -> Mapping[str, object]:
    return {name.lower(): getattr(value, "dt", None) or str(value) for name, value in event.items()}


def test_a_coming_date_is_a_file_for_the_calendar() -> None:
    """Named, placed, with its source, and a word that dates can change; no registration link that will close."""
    desk = a_course(a_run("2027-05-03", time="10:00-17:00", place="halle", registration="https://example.org/neu"))
    reply = desk.answer("calendar", "kurs")
    (event,) = events_of(desk)

    assert without_source(reply).startswith("Hier ist der Termin von „Kurs“ für deinen Kalender.")
    assert [file.name for file in reply.attached if isinstance(file, CalendarFile)] == ["kurs.ics"]
    assert source_of(reply).startswith("Quelle: Seite A")
    assert (event["summary"], event["location"], event["status"]) == ("Kurs", "Halle, Stadt", "CONFIRMED")
    assert "Seite A · Stand 13.02.2026" in str(event["description"])
    assert "example.org/neu" not in str(event)


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        ({}, date(2027, 5, 3), date(2027, 5, 4)),
        ({"end": "2027-05-05"}, date(2027, 5, 3), date(2027, 5, 6)),
        ({"end": "2027-05-05", "time": "10:00"}, date(2027, 5, 3), date(2027, 5, 6)),
        ({"time": "9:30"}, datetime(2027, 5, 3, 9, 30, tzinfo=BERLIN), None),
        ({"time": "9:30-16:00"}, datetime(2027, 5, 3, 9, 30, tzinfo=BERLIN), datetime(2027, 5, 3, 16, tzinfo=BERLIN)),
    ],
)
def test_times_are_those_of_the_lausitz_and_no_end_is_invented(
    fields: dict[str, str], start: date | datetime, end: date | datetime | None
) -> None:
    """Without a time it is whole days; the end of days in a file is the day after."""
    (event,) = events_of(a_course(a_run("2027-05-03", **fields)))

    assert event["dtstart"] == start
    assert event.get("dtend") == end
    assert "rrule" not in event


def test_several_days_with_hours_are_one_entry_a_day() -> None:
    """A fair from ten to five does not last through the night."""
    (event,) = events_of(a_course(a_run("2027-05-03", end="2027-05-04", time="10:00-17:00")))

    assert "DAILY" in str(event["rrule"])
    assert (event["dtstart"], event["dtend"]) == (
        datetime(2027, 5, 3, 10, tzinfo=BERLIN),
        datetime(2027, 5, 3, 17, tzinfo=BERLIN),
    )


@pytest.mark.parametrize("day", ["2027-03-27", "2027-10-30"])
def test_the_file_carries_the_rules_of_daylight_saving(day: str) -> None:
    """Ten o'clock stays ten o'clock on both sides of the change, on phones that know no time zones too."""
    desk = a_course(a_run(day, end=str(date.fromisoformat(day) + timedelta(days=2)), time="10:00-11:00"))
    whole = calendar_of(desk)
    (event,) = events_of(desk)

    assert [str(zone["tzid"]) for zone in whole.timezones] == ["Europe/Berlin"]
    assert {"DAYLIGHT", "STANDARD"} <= {part.name for zone in whole.timezones for part in zone.subcomponents}
    assert event["dtstart"] == datetime.combine(date.fromisoformat(day), time(10), BERLIN)


def test_a_moved_date_takes_the_place_of_the_old_entry() -> None:
    """Same id, higher sequence, though both are of one day: the calendar moves it. A renamed topic stays the same entry too."""
    (before,) = events_of(a_course(a_run("2027-05-03", id="mai")))
    (after,) = events_of(read_later(a_course(a_run("2027-06-07", id="mai"), formerly=["kurs"]), 1))

    assert before["uid"] == after["uid"] == "mai.kurs@lausitz-career-bot"
    assert int(str(after["sequence"])) == int(str(before["sequence"])) + 1


def test_the_numbers_of_changes_have_room_for_a_working_life() -> None:
    """A calendar reads them as whole numbers of 31 bits (RFC 5545, 3.3.8)."""
    (event,) = events_of(read_later(a_course(a_run("2027-05-03")), 50 * 366 * 86_400))

    assert 0 <= int(str(event["sequence"])) < 2**31


def test_what_stays_as_it_is_keeps_its_number() -> None:
    """A file of another day, of the same knowledge, is no change; it was made later all the same."""
    desk = a_course(a_run("2027-05-03"))
    (before,), (after,) = events_of(desk), events_of(desk, "2027-03-05")

    assert before["sequence"] == after["sequence"]
    assert str(after["dtstamp"]) > str(before["dtstamp"])


def test_a_cancelled_date_takes_itself_out() -> None:
    """Beside the one that is ahead; what is over is in no file."""
    runs = (a_run("2026-05-03"), a_run("2027-05-03", status="cancelled"), a_run("2027-06-07"))
    events = {str(event["uid"]).partition(".")[0]: event for event in events_of(a_course(*runs))}

    assert set(events) == {"2027-05-03", "2027-06-07"}
    assert (events["2027-05-03"]["status"], events["2027-05-03"]["summary"]) == ("CANCELLED", "Abgesagt: Kurs")


@pytest.mark.parametrize("runs", [(), (a_run("2026-05-03"),), (a_run("2027-05-03", status="cancelled"),)])
def test_nothing_ahead_is_no_file(runs: tuple[object, ...]) -> None:
    """What is said instead is what is known about the dates."""
    reply = a_course(*runs).answer("calendar", "kurs")

    assert reply.attached == ()
    assert without_source(reply)


def test_the_file_is_offered_where_a_date_is_ahead() -> None:
    """The day after, the button is gone."""
    desk = a_course(a_run("2027-05-03"))

    assert "Calendar?" in labels(desk.answer("dates", "kurs"))
    assert "Calendar?" not in labels(desk.on("2027-05-04").answer("dates", "kurs"))


def test_nobody_needs_a_file_of_nothing() -> None:
    """Even that is a calendar that can be read."""
    file = dates_file(a_scope(*QUESTIONS), an_offer("kurs"))

    assert Calendar.from_ical(file.text).events == []


def test_the_page_of_a_topic_stands_in_its_entries() -> None:
    """It stays when a registration closes."""
    (event,) = events_of(a_course(a_run("2027-05-03"), links=[{"title": "Seite", "url": "https://example.org/kurs"}]))

    assert event["url"] == "https://example.org/kurs"
