"""What is recognised in the text of a page, and what is not concluded from it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.workshop.drafting import clues


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das ist gut. Und das auch.", ("Das ist gut.", "Und das auch.")),
        ("Am 3. März spricht Dr. Ada Beispiel. Danach ist Pause.", ("Am 3. März spricht Dr. Ada Beispiel.", "Danach ist Pause.")),
        ("Überschrift\n\nSatz eins! „Satz zwei.“ Satz drei", ("Überschrift", "Satz eins!", "„Satz zwei.“", "Satz drei")),
        ("Der Verein e.V. Cottbus", ("Der Verein e.V. Cottbus",)),
    ],
)
def test_sentences_end_where_people_end_them(text: str, expected: tuple[str, ...]) -> None:
    """Not after a day or an abbreviation."""
    assert tuple(sentence.strip("“") for sentence in clues.sentences(text)) == tuple(each.strip("“") for each in expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Start » Kurse » Schweißen\n\nSchweißen für alle\nText.", "Schweißen für alle"),
        ("12.03.2027\n\nSchweißen", "Schweißen"),
        ("Nur ein Satz.", "Nur ein Satz."),
        ("", ""),
    ],
)
def test_the_title_is_the_first_heading(text: str, expected: str) -> None:
    """Neither a date nor the path of the page."""
    assert clues.title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es beginnt am 4. März 2027.", ["2027-03-04"]),
        ("Am 04.03.2027, am 5. 3. 2027 und am 2027-04-01.", ["2027-03-04", "2027-03-05", "2027-04-01"]),
        ("Am 4. und 5. März 2027 sowie 10.4.2027", ["2027-03-04", "2027-03-05", "2027-04-10"]),
        ("30. Februar bis 3. März 2027, 29. Februar bis 3. Januar 2028", ["?30. Februar", "2027-03-03", "?29. Februar", "2028-01-03"]),
        ("Am 31.02.2027 oder 4.3.27 oder 13.02.206.", ["?31.02.2027", "?4.3.27", "?13.02.206"]),
        ("In der 10. Klasse, Raum 3.14, 1.500 Euro.", []),
    ],
)
def test_dates_are_those_with_a_year(text: str, expected: list[str]) -> None:
    """One that does not exist is kept as it was written."""
    assert [str(found.day) if found.day else f"?{found.written}" for found in clues.days(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vom 4. bis 6. März 2027", "04.–06.03.2027", "4. März 2027 bis zum 6. März 2027", "Montag, 4. März bis Mittwoch, den 6. März 2027",
        "04.03.2027 - 06.03.2027",
    ],
)  # fmt: skip
def test_a_span_begins_with_its_first_day(text: str) -> None:
    """Month and year may be told only once, at the end."""
    assert [(found.day, found.last) for found in clues.days(text)] == [(date(2027, 3, 4), date(2027, 3, 6))]


def test_a_span_over_the_turn_of_the_year_begins_in_the_old_one() -> None:
    """The year stands only at the end, too."""
    found = next(clues.days("vom 28. Dezember bis 3. Januar 2027"))

    assert (found.day, found.last) == (date(2026, 12, 28), date(2027, 1, 3))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("um 10 Uhr", "10:00"), ("von 9:30 bis 16 Uhr", "9:30-16:00"), ("10–17 Uhr", "10:00-17:00"), ("10 Euro", ""), ("09.30 Uhr", "9:30")],
)
def test_times_are_written_as_files_want_them(text: str, expected: str) -> None:
    """Only with the word Uhr."""
    assert clues.time_in(text) == expected


def test_months_without_a_day_are_not_sure() -> None:
    """A day's own month is no second date."""
    text = "Seit dem Jahr 2018. Der Neustart war im März 2022. Am 4. Mai 2023 wurde gefeiert. Seit 2024 läuft es."

    assert [(found.value, found.sure) for found in clues.months(text)] == [("2018", False), ("2022-03", False), ("2024", False)]


def test_how_to_reach_somebody() -> None:
    """A phone number beside "Tel" is sure, a page without https is not; a mail address is no page."""
    text = "Tel.: +49(0)355-1234 56\nSchreib an info@schule.example.org.\nSeite: www.schule.de/kurs, oder https://schule.de."

    assert [(found.value, found.sure) for found in clues.phones(text)] == [("+49 355-1234 56", True)]
    assert [found.value for found in clues.mails(text)] == ["info@schule.example.org"]
    assert [(found.value, found.sure) for found in clues.pages(text)] == [
        ("https://www.schule.de/kurs", False),
        ("https://schule.de", True),
    ]


def test_people_are_named_with_their_function() -> None:
    """Before the name, after it, on the next line, or not at all; two capital words are no person yet."""
    text = (
        "Schule Cottbus\nEs spricht Projektleiterin Ada Beispiel. Neue Wege geht Dr. Bo Muster, Leiter der Schule Nord.\n"
        "Cleo Probe\nReferentin für Presse\nDana Vorlage\nGuter Kurs, sagt sie.\n"
    )

    assert [(person.name, person.office) for person in clues.people(text)] == [
        ("Ada Beispiel", "Projektleiterin"),
        ("Dr. Bo Muster", "Leiter der Schule Nord"),
        ("Cleo Probe", "Referentin für Presse"),
        ("Dana Vorlage", ""),
    ]


def test_prices_are_found_as_written() -> None:
    """Once each, also where nothing is to be paid; other numbers are no prices."""
    text = "Das kostet 450 Euro oder € 1.200,50. Für Azubis kostenlos. 450 Euro im Voraus, 15 Plätze, 2027."

    assert [price.value for price in clues.prices(text)] == ["450 Euro", "€ 1.200,50", "kostenlos"]
