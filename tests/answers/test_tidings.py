"""What people are told because they wished it: true on the day it is said, or not said."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar

from bot.model.reply import CalendarFile, Link, Reply
from bot.model.wishes import Lead, Tiding, What, Wish, read_tiding, read_wish
from tests.answers.desk import Desk, a_desk, data_of, labels, source_of, without_source
from tests.builders import a_place, a_run, an_offer, showing

MAY = date(2027, 5, 3)
CALENDAR = showing("calendar", "calendar")


def a_course(**fields: object) -> Desk:
    """Return a desk that knows one course, by default on 3 May 2027 with a registration."""
    run = {"id": "mai", "place": "halle", "registration": "https://example.org/neu", **fields}
    start = str(run.pop("start", "2027-05-03"))
    return a_desk(an_offer("kurs", title="Kurs", runs=[a_run(start, **run)]), a_place("halle"), CALENDAR)


def told(desk: Desk, what: What, day: date = MAY, lead: Lead | None = None, on: str = "2027-03-04") -> Reply | None:
    """Return what somebody is told on a day."""
    return desk.composer.tell(Tiding("kurs", "mai", what, day, lead), desk.language, date.fromisoformat(on))


def said(reply: Reply | None) -> str:
    """Return the words without the source."""
    assert reply is not None
    return without_source(reply)


def test_a_new_date_is_told_with_its_source_and_one_tap_to_stop() -> None:
    """And to be reminded of it, and to sign up."""
    reply = told(a_course(), "new")

    assert reply is not None
    assert said(reply) == "🔔 Für „Kurs“ gibt es einen neuen Termin: Montag, 3. Mai 2027, in der Halle."
    assert reply.links == (Link("Zur Anmeldung", "https://example.org/neu"),)
    assert labels(reply) == ["🔔 Erinner mich", "🔕 Nicht mehr"]
    assert data_of(reply) == ["wish:kurs", "end:kurs"]
    assert source_of(reply).startswith("Quelle: Seite A")


@pytest.mark.parametrize(
    ("on", "begins"),
    [("2027-04-26", "🔔 In einer Woche"), ("2027-04-30", "🔔 In 3 Tagen"), ("2027-05-02", "🔔 Morgen"), ("2027-05-03", "🔔 Heute")],
)
def test_a_reminder_counts_the_days_when_it_is_sent(on: str, begins: str) -> None:
    """However late it gets through."""
    assert said(told(a_course(), "start", lead="week", on=on)).startswith(begins)


def test_a_reminder_of_the_last_day_to_sign_up_names_both_days() -> None:
    """With the link, as long as it is open."""
    reply = told(a_course(deadline="2027-04-20"), "deadline", date(2027, 4, 20), "day", on="2027-04-19")

    assert said(reply).startswith("🔔 Nur noch bis morgen kannst du dich für „Kurs“ anmelden: Anmeldeschluss ist Dienstag, 20. April 2027.")
    assert reply is not None
    assert reply.links


def test_a_moved_date_brings_the_calendar_along() -> None:
    """Who saved it has it put right."""
    reply = told(a_course(), "moved")

    assert said(reply).startswith("🔔 „Kurs“ ist verschoben auf: Montag, 3. Mai 2027")
    assert reply is not None
    assert isinstance(reply.attached[0], CalendarFile)


def test_a_cancelled_date_is_taken_out_of_the_calendar() -> None:
    """Without a link and without a reminder."""
    reply = told(a_course(status="cancelled"), "cancelled")

    assert said(reply) == "🔔 „Kurs“ am Montag, 3. Mai 2027 ist abgesagt."
    assert reply is not None
    (file,) = reply.attached
    assert isinstance(file, CalendarFile)
    assert [str(event["status"]) for event in Calendar.from_ical(file.text).events] == ["CANCELLED"]
    assert (reply.links, data_of(reply)) == ((), ["end:kurs"])


@pytest.mark.parametrize(
    ("fields", "what", "on"),
    [
        ({"start": "2027-05-10"}, "new", "2027-03-04"),
        ({"start": "2027-05-10"}, "start", "2027-05-02"),
        ({"status": "cancelled"}, "start", "2027-05-02"),
        ({"status": "cancelled"}, "new", "2027-03-04"),
        ({}, "cancelled", "2027-03-04"),
        ({}, "new", "2027-05-04"),
        ({}, "start", "2027-05-04"),
        ({"deadline": "2027-05-03"}, "deadline", "2027-05-04"),
        ({"deadline": "2027-05-01"}, "deadline", "2027-03-04"),
        ({"id": "juni"}, "new", "2027-03-04"),
    ],
)
def test_what_is_no_longer_true_is_not_said(fields: dict[str, str], what: What, on: str) -> None:
    """Moved, cancelled, over, closed or gone in the meantime."""
    assert told(a_course(**fields), what, on=on) is None


def test_a_topic_that_is_gone_is_silent() -> None:
    """Nothing is known of it any more."""
    assert a_desk(CALENDAR).composer.tell(Tiding("kurs", "mai", "new", MAY), "de", MAY) is None


@pytest.mark.parametrize("lead", [None, "week", "day"])
def test_tidings_and_wishes_survive_being_stored(lead: Lead | None) -> None:
    """As a kind beside topic and run."""
    tiding = Tiding("kurs", "mai", "start" if lead else "moved", MAY, lead)
    wish = Wish("kurs", "mai" if lead else "", lead, MAY if lead else None)

    assert read_tiding("kurs", "mai", tiding.kind) == tiding
    assert read_wish("kurs", wish.run, wish.kind) == wish


@pytest.mark.parametrize("kind", ["", "new", "new:2027-02-30", "start-year:2027-05-03", "old:2027-05-03", "new:2027-05-03 "])
def test_what_another_version_stored_is_left_alone(kind: str) -> None:
    """An unknown kind is no tiding."""
    assert read_tiding("kurs", "mai", kind) is None
