"""Finding dates that are over, and whether a text says so."""

from __future__ import annotations

from datetime import date

import pytest

from bot.workshop.past import PastDates

DAYS = PastDates([date(2024, 3, 4), date(2027, 3, 4)], ["de", "en"])
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    [
        "Der Kurs beginnt am Montag, 4. März 2024.",
        "Los geht es am 04.03.2024.",
        "Los geht es im März 2024.",
        "It starts on Monday, 4 March 2024.",
        "Start: 2024-03-04",
    ],
)
def test_a_past_date_must_be_called_over(text: str) -> None:
    """However it is written, in either language."""
    assert len(DAYS.unsaid(text, "", TODAY)) == 1
    assert DAYS.unsaid(text, "Das war zuletzt:", TODAY) == ()
    assert DAYS.unsaid(f"{text} Das ist vorbei.", "", TODAY) == ()


@pytest.mark.parametrize(
    "text", ["Der Kurs beginnt am 4. März 2027.", "Am 5. März 2024 schneit es.", "Im Jahr 2024.", "Sprecher (im März 2024)"]
)
def test_other_dates_are_left_alone(text: str) -> None:
    """Days ahead, days that belong to no run, years, and since when somebody had a function."""
    assert DAYS.unsaid(text, "", TODAY) == ()


def test_on_the_day_itself_a_date_is_not_over() -> None:
    """Only the day after makes it past."""
    text = "Los geht es am 4. März 2024."

    assert DAYS.unsaid(text, "", date(2024, 3, 4)) == ()
    assert DAYS.unsaid(text, "", date(2024, 3, 5)) == ("4. März 2024",)


def test_a_past_date_is_never_the_next_one() -> None:
    """In one sentence the two do not go together, even where another says that it is over."""
    wrong = "Der nächste Kurs startet am 4. März 2024. Das ist vorbei."
    right = "Der Kurs war am 4. März 2024. Ein nächster Termin ist nicht bekannt."

    assert DAYS.called_next(wrong, TODAY) == ("4. März 2024",)
    assert DAYS.called_next(right, TODAY) == ()
