"""What is due, and for whom."""

from __future__ import annotations

from datetime import date

import icalendar
import pytest

from bot.model.catalogue import Catalogue
from bot.model.topics import Event, Offer
from bot.workshop.calendar import as_ics, due, in_words
from tests.understanding.builders import a_catalogue

TODAY = date(2027, 3, 1)
SOURCE = {"page": {"title": "Seite", "url": "https://example.org", "read": "2026-11-21"}}


def course(**fields: object) -> Offer:
    """Return a course."""
    return Offer.model_validate({"id": "kurs", "title": "Kurs", "type": "advice", "sources": SOURCE, **fields})


def catalogue(**fields: object) -> Catalogue:
    """Return a catalogue of one course."""
    return a_catalogue([course(**fields)], [])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"review_by": "2027-02-01"}, [("2027-02-01", "review")]),
        ({"review_by": "2027-03-31"}, [("2027-03-31", "review")]),
        ({"review_by": "2027-04-01"}, []),
        ({"runs": [{"id": "a", "start": "2027-03-10", "deadline": "2027-03-05"}]}, [("2027-03-05", "deadline"), ("2027-03-10", "run")]),
        ({"runs": [{"id": "a", "start": "2027-03-10", "end": "2027-03-12", "deadline": "2027-02-05"}]}, [("2027-03-12", "run")]),
        ({"runs": [{"id": "a", "start": "2027-02-20", "end": "2027-03-12"}]}, [("2027-03-12", "run")]),
        ({"runs": [{"id": "a", "start": "2027-02-10"}]}, []),
        ({"runs": [{"id": "a", "start": "2027-03-10", "status": "cancelled"}]}, []),
        ({"runs": [{"id": "a", "start": "2027-02-10", "recording": {"until": "2027-03-02"}}]}, [("2027-03-02", "recording")]),
        ({"runs": [{"id": "a", "start": "2027-01-10", "recording": {"until": "2027-02-02"}}]}, []),
    ],
)
def test_what_is_due_within_a_month(fields: dict[str, object], expected: list[tuple[str, str]]) -> None:
    """Overdue reviews too; what is over and needs nobody is left out."""
    assert [(each.day.isoformat(), each.kind) for each in due(catalogue(**fields), TODAY)] == expected


def test_it_is_told_by_owner_and_span() -> None:
    """Who has nothing due is not named."""
    run = {"id": "a", "start": "2027-03-20"}
    fair = Event.model_validate({"id": "markt", "title": "Markt", "type": "fair", "runs": [run], "owner": "Anna"})
    lines = list(in_words(due(a_catalogue([course(review_by="2027-02-01"), fair], []), TODAY), TODAY))

    assert lines == [
        "Anna",
        "  in den nächsten 30 Tagen",
        "     20.3.2027  Markt (markt): danach gilt der Termin als vorbei: Gibt es einen neuen?",
        "",
        "ohne Zuständige",
        "  jetzt fällig",
        "      1.2.2027  Kurs (kurs): Quellen durchsehen, read und review_by neu setzen",
        "",
    ]


def test_the_calendar_file_can_be_read_by_calendars() -> None:
    """One whole-day entry, with the owner and a reminder; the same entry keeps its id."""
    dues = due(catalogue(review_by="2027-03-09", owner="Anna"), TODAY)
    read = icalendar.Calendar.from_ical(as_ics(dues, TODAY))
    (entry,) = read.walk("VEVENT")

    assert str(entry["SUMMARY"]) == "Kurs: Quellen durchsehen, read und review_by neu setzen"
    assert entry.decoded("DTSTART") == date(2027, 3, 9)
    assert entry["CATEGORIES"].to_ical() == b"Anna"
    assert str(entry["UID"]) == "kurs-review-2027-03-09@lausitz-career-bot"
    assert len(read.walk("VALARM")) == 1
