"""What `--fix` puts right, and what it leaves alone."""

from __future__ import annotations

from datetime import date

import pytest

from bot.knowledge import Problem
from bot.knowledge.problems import Fix
from bot.workshop.fixing import fix, repair
from tests.house import REVIEW, House

TODAY = date(2026, 11, 22)
COURSE = "content/offers/schweisskurs.yaml"


def repaired(house: House) -> list[str]:
    """Put right what is safe and return what was said."""
    return [str(fixed) for fixed in repair(house.folders, TODAY)]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("review_by: 1/3/2027  # Anna", "review_by: 1.3.2027  # Anna"),
        ("review_by: 2027-3-1", "review_by: 2027-03-01"),
        ('review_by: "1. März 2027"', 'review_by: "1.3.2027"'),
        ("audience: [pupils]   # Schule", "for: [pupils]   # Schule"),
        ("place: chosebuz", "place: cottbus"),
        ("place: cott\u200bbus  # F\u00c3\u00bcr alle", "place: cottbus  # F\u00fcr alle"),
        ("phone: {value: '+49 (0)355 12345', note: {de: a, en: b}}", "phone: {value: '+49 355 12345', note: {de: a, en: b}}"),
        (
            "recurs: {de: a, en: b}  # x\nphone: 0049 355 1\nreview_by: 2027-3-1",
            "recurs: {de: a, en: b}  # x\nphone: +49 355 1\nreview_by: 2027-03-01",
        ),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_is_beyond_doubt_is_written(house: House, written: str, wanted: str, line_end: str) -> None:
    """Only the value changes: quotes, comments, blanks and ends of lines stay."""
    house.write("content/places/cottbus.yaml", house.read("content/places/cottbus.yaml") + "formerly: chosebuz\n")
    path = house.root / COURSE
    before = path.read_text("utf-8").replace(REVIEW, "").replace("\n", line_end)
    path.write_bytes((before + written.replace("\n", line_end) + line_end).encode())
    repaired(house)

    assert path.read_bytes().decode() == before + wanted.replace("\n", line_end) + line_end


@pytest.mark.parametrize(("written", "wanted"), [("10-16 Uhr", "10:00-16:00"), ('"9.30 Uhr"', '"9:30"'), ("10", "10")])
def test_a_time_is_written_as_it_is_meant(house: House, written: str, wanted: str) -> None:
    """Between braces, with quotes or without; a lone number may be anything."""
    course = house.read(COURSE)
    house.write(COURSE, course.replace("start: 2027-03-04, ", f"start: 2027-03-04, time: {written}, "))
    repaired(house)

    assert house.read(COURSE) == course.replace("start: 2027-03-04, ", f"start: 2027-03-04, time: {wanted}, ")


@pytest.mark.parametrize("written", ["review_by: 1.3.27", "review_by: 13.02.206", "review_by: 02.13.2027", "plcae: cottbus"])
def test_a_guess_is_not_written(house: House, written: str) -> None:
    """A suggestion that may be wrong is left to people."""
    house.write(COURSE, house.read(COURSE).replace(REVIEW, "") + written + "\n")
    before = house.read(COURSE)

    assert repaired(house) == []
    assert house.read(COURSE) == before


def test_what_was_changed_is_told(house: House) -> None:
    """File, line, old and new."""
    house.write(COURSE, house.read(COURSE).replace(REVIEW, "") + "review_by: 2027-3-1\n")
    line = house.read(COURSE).count("\n")

    assert repaired(house) == [f"{COURSE}:{line}  berichtigt\n  «2027-3-1» heißt jetzt «2027-03-01»."]


def test_a_place_that_says_something_else_by_now_is_left_alone(house: House) -> None:
    """Somebody edited the file in between."""
    problem = Problem(COURSE, 1, 1, "error", "", fix=Fix("etwas", "anderes"))
    behind = Problem(COURSE, 999, 1, "error", "", fix=Fix("etwas", "anderes"))
    nowhere = Problem("content/offers/nichts.yaml", 1, 1, "error", "", fix=Fix("etwas", "anderes"))

    assert fix([problem, behind, nowhere], house.folders) == ()
