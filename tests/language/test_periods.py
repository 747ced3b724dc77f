"""When somebody means: half-open ranges of days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.days import FoundPeriod, is_sum_or_score
from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS
from bot.language.periods import find_period

TODAY = date(2026, 11, 22)
"""A Sunday."""
LONG_AGO, LONG_AHEAD = date(1900, 1, 1), date(2100, 1, 1)
ALL_GRAMMARS = tuple(GRAMMARS.values())


def found(text: str, today: date = TODAY) -> FoundPeriod | None:
    """Return the period *text* names and where."""
    return find_period(folded_words(text), ALL_GRAMMARS, today)


def days(text: str, today: date = TODAY) -> tuple[date, date]:
    """Return first day and the day after the last of the period *text* names."""
    period = found(text, today)
    assert period is not None
    assert period.period is not None
    return period.period.start, period.period.end


def said(text: str) -> tuple[str, ...]:
    """Return the words of *text* that name its period."""
    period = found(text)
    assert period is not None
    return folded_words(text)[period.first : period.last]


@pytest.mark.parametrize("text", ["im März", "im maerz", "in march", "ist im März was los?", "what is on in March"])
def test_a_month_is_the_next_one_that_is_not_over(text: str) -> None:
    """In November, March is that of next year."""
    assert days(text) == (date(2027, 3, 1), date(2027, 4, 1))


@pytest.mark.parametrize("today", [date(2026, 3, 1), date(2026, 3, 31)])
def test_a_month_that_has_begun_is_still_meant(today: date) -> None:
    """«im März», said in March, is now."""
    assert days("im März", today) == (date(2026, 3, 1), date(2026, 4, 1))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("was gab es im Oktober", date(2026, 10, 1), date(2026, 11, 1)),
        ("was war im März los", date(2026, 3, 1), date(2026, 4, 1)),
        ("was ist im November gewesen", date(2026, 11, 1), date(2026, 12, 1)),
        ("welche Messen liefen im Winter", date(2025, 12, 1), date(2026, 3, 1)),
        ("what was on in June", date(2026, 6, 1), date(2026, 7, 1)),
        ("was war am Freitag", date(2026, 11, 20), date(2026, 11, 21)),
        ("was gab es am 3.3.", date(2026, 3, 3), date(2026, 3, 4)),
        ("was war in KW 10", date(2026, 3, 2), date(2026, 3, 9)),
        ("was gab es zwischen März und Mai", date(2026, 3, 1), date(2026, 6, 1)),
        ("war für nächsten Freitag was geplant", date(2026, 11, 27), date(2026, 11, 28)),
        ("wann war im März 2028 was", date(2028, 3, 1), date(2028, 4, 1)),
    ],
)
def test_what_was_looks_back(text: str, start: date, end: date) -> None:
    """A verb of the past means the last such time that has begun, unless the time itself says which."""
    assert days(text) == (start, end)


def test_december_ends_with_the_year() -> None:
    """The day after its last lies in the next year."""
    assert days("im Dezember") == (date(2026, 12, 1), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("was war im Herbst 25", date(2025, 9, 1), date(2025, 12, 1)),
        ("who came in april 23?", date(2023, 4, 1), date(2023, 5, 1)),
        ("im Mai 24 und wo", date(2024, 5, 1), date(2024, 6, 1)),
        ("im Jahr 25", date(2025, 1, 1), date(2026, 1, 1)),
        ("back in '23", date(2023, 1, 1), date(2024, 1, 1)),
        ("Ausbildungsjahr 2024/25", date(2024, 1, 1), date(2026, 1, 1)),
        ("2024 26 Plätze", date(2024, 1, 1), date(2025, 1, 1)),
        ("im Winter 23/24", date(2023, 12, 1), date(2024, 3, 1)),
    ],
)
def test_a_year_is_named_by_its_last_two_figures(text: str, start: date, end: date) -> None:
    """It was read as that season of this year."""
    assert days(text) == (start, end)


@pytest.mark.parametrize("text", ["im März 25 Plätze frei", "in march 25 people"])
def test_a_number_before_what_it_counts_is_no_year(text: str) -> None:
    """March stays the next one."""
    assert days(text) == (date(2027, 3, 1), date(2027, 4, 1))


@pytest.mark.parametrize("text", ["März 2024", "in march 2024"])
def test_a_year_after_the_month_is_taken_literally(text: str) -> None:
    """What is long over can be asked for."""
    assert days(text) == (date(2024, 3, 1), date(2024, 4, 1))
    assert said(text)[-1] == "2024"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("im Herbst", date(2026, 9, 1), date(2026, 12, 1)),
        ("this autumn", date(2026, 9, 1), date(2026, 12, 1)),
        ("in spring", date(2027, 3, 1), date(2027, 6, 1)),
        ("sommer 2025", date(2025, 6, 1), date(2025, 9, 1)),
        ("in den Osterferien", date(2027, 3, 1), date(2027, 5, 1)),
        ("fall 2027", date(2027, 9, 1), date(2027, 12, 1)),
        ("in May", date(2027, 5, 1), date(2027, 6, 1)),
    ],
)
def test_a_season_is_its_months(text: str, start: date, end: date) -> None:
    """Seasons and holidays are as long as the months they lie in."""
    assert days(text) == (start, end)


@pytest.mark.parametrize(
    ("today", "first_year"),
    [
        (date(2026, 11, 30), 2026),
        (date(2026, 12, 31), 2026),
        (date(2027, 1, 15), 2026),
        (date(2027, 2, 28), 2026),
        (date(2027, 3, 1), 2027),
    ],
)
def test_a_winter_goes_on_in_the_new_year(today: date, first_year: int) -> None:
    """In January the winter is the one outside the window."""
    assert days("im Winter", today) == (date(first_year, 12, 1), date(first_year + 1, 3, 1))


def test_a_winter_is_named_after_the_year_it_begins_in() -> None:
    """Winter 2025 ends in 2026."""
    assert days("Winter 2025") == (date(2025, 12, 1), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("nach den Sommerferien", date(2027, 9, 1), LONG_AHEAD),
        ("after the summer", date(2027, 9, 1), LONG_AHEAD),
        ("nach dem 3. März 2027", date(2027, 3, 4), LONG_AHEAD),
        ("ab Herbst", date(2026, 9, 1), LONG_AHEAD),
        ("ab 3. März 2027", date(2027, 3, 3), LONG_AHEAD),
        ("from June", date(2027, 6, 1), LONG_AHEAD),
        ("seit 2024", date(2024, 1, 1), LONG_AHEAD),
        ("since 2024", date(2024, 1, 1), LONG_AHEAD),
        ("bis März", TODAY, date(2027, 4, 1)),
        ("bis zum März", TODAY, date(2027, 4, 1)),
        ("bis morgen", TODAY, date(2026, 11, 24)),
        ("bis 2025", LONG_AGO, date(2026, 1, 1)),
        ("vor dem Winter", LONG_AGO, date(2026, 12, 1)),
        ("before 14 February 2027", LONG_AGO, date(2027, 2, 14)),
        ("until march", TODAY, date(2027, 4, 1)),
        ("ab heute", TODAY, LONG_AHEAD),
    ],
)
def test_a_word_before_it_opens_a_period(text: str, start: date, end: date) -> None:
    """From, after and before leave one end open, in every language and with an article."""
    assert days(text) == (start, end)
    assert said(text) == folded_words(text)


@pytest.mark.parametrize("text", ["der Winter", "den Winter", "im Winter", "Winter"])
def test_other_words_before_it_change_nothing(text: str) -> None:
    """An article alone opens no period and is not part of it."""
    assert days(text) == (date(2026, 12, 1), date(2027, 3, 1))
    assert said(text) == ("winter",)


@pytest.mark.parametrize(
    ("text", "today", "start"),
    [
        ("in KW 48", TODAY, date(2026, 11, 23)),
        ("KW 47", TODAY, date(2026, 11, 16)),
        ("KW 46", TODAY, date(2027, 11, 15)),
        ("kw 3", TODAY, date(2027, 1, 18)),
        ("KW 53", TODAY, date(2026, 12, 28)),
        ("KW 1", date(2026, 12, 31), date(2027, 1, 4)),
        ("KW48", TODAY, date(2026, 11, 23)),
        ("48. Kalenderwoche", TODAY, date(2026, 11, 23)),
        ("week 48", TODAY, date(2026, 11, 23)),
        ("KW 48 2025", TODAY, date(2025, 11, 24)),
    ],
)
def test_a_week_has_the_number_of_the_calendar(text: str, today: date, start: date) -> None:
    """Weeks begin on Monday; one that is over is that of the next year."""
    assert days(text, today) == (start, start + timedelta(days=7))


@pytest.mark.parametrize(
    ("text", "today"), [("KW 0", TODAY), ("KW 54", TODAY), ("KW", TODAY), ("KW 53", date(2027, 5, 1))]
)
def test_a_week_that_does_not_exist_is_no_period(text: str, today: date) -> None:
    """Few years have 53 weeks, none has 54."""
    assert found(text, today) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("heute", date(2026, 11, 22), date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 23), date(2026, 11, 24)),
        ("morgen", date(2026, 11, 23), date(2026, 11, 24)),
        ("diese Woche", date(2026, 11, 16), date(2026, 11, 23)),
        ("in dieser Woche", date(2026, 11, 16), date(2026, 11, 23)),
        ("next week", date(2026, 11, 23), date(2026, 11, 30)),
        ("diesen Monat", date(2026, 11, 1), date(2026, 12, 1)),
        ("nächsten Monat", date(2026, 12, 1), date(2027, 1, 1)),
        ("this year", date(2026, 1, 1), date(2027, 1, 1)), ("dies jahr", date(2026, 1, 1), date(2027, 1, 1)),
        ("nächstes Jahr", date(2027, 1, 1), date(2028, 1, 1)),
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("letztes Jahr", date(2025, 1, 1), date(2026, 1, 1)),
        ("im vergangenen Jahr", date(2025, 1, 1), date(2026, 1, 1)),
        ("last month", date(2026, 10, 1), date(2026, 11, 1)),
        ("vorige Woche", date(2026, 11, 9), date(2026, 11, 16)),
        ("letzten Sommer", date(2026, 6, 1), date(2026, 9, 1)),
        ("last March", date(2026, 3, 1), date(2026, 4, 1)),
        ("nächsten Winter", date(2026, 12, 1), date(2027, 3, 1)),
        ("gestern", date(2026, 11, 21), date(2026, 11, 22)),
        ("übermorgen", date(2026, 11, 24), date(2026, 11, 25)),
        ("am Wochenende", date(2026, 11, 21), date(2026, 11, 23)),
        ("next weekend", date(2026, 11, 28), date(2026, 11, 30)),
        ("am Freitag", date(2026, 11, 27), date(2026, 11, 28)),
        ("am Sonntag", TODAY, date(2026, 11, 23)),
        ("nächsten Sonntag", date(2026, 11, 29), date(2026, 11, 30)),
        ("last friday", date(2026, 11, 20), date(2026, 11, 21)),
    ],
)
def test_words_that_depend_on_today_are_placed(text: str, start: date, end: date) -> None:
    """Days, weeks, months and years are counted from today."""
    assert days(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("in den nächsten 3 Monaten", date(2027, 2, 22)),
        ("nächste drei Monate", date(2027, 2, 22)),
        ("die drei nächsten Monate", date(2027, 2, 22)),
        ("in the next three months", date(2027, 2, 22)),
        ("die kommenden 14 Tage", date(2026, 12, 6)),
        ("innerhalb der nächsten zwei Wochen", date(2026, 12, 6)),
        ("within the next 2 weeks", date(2026, 12, 6)),
        ("in den nächsten Tagen", date(2026, 11, 29)),
        ("in den nächsten Wochen", date(2027, 1, 3)),
        ("over the next few weeks", date(2027, 1, 3)),
        ("the coming couple of weeks", date(2027, 1, 3)),
        ("in den nächsten paar Monaten", date(2027, 5, 22)),
        ("die nächsten zwei Jahre", date(2028, 11, 22)),
    ],
)
def test_so_much_time_ahead_is_counted_from_today(text: str, end: date) -> None:
    """In either order, in words or figures; where none is counted, some are meant. Today belongs to it, its last day does not."""
    assert days(text) == (TODAY, end)


def test_a_month_too_short_for_the_day_ends_with_its_last() -> None:
    """Three months from 30 November there is no 30 February."""
    assert days("in den nächsten 3 Monaten", date(2026, 11, 30)) == (date(2026, 11, 30), date(2027, 2, 28))


@pytest.mark.parametrize("text", ["drei Monate", "in 3 Monaten", "die nächsten drei Kurse", "zwei Wochen Praktikum", "the next two"])
def test_a_length_or_a_number_alone_is_no_time_ahead(text: str) -> None:
    """How long something takes, and how many are wanted, is not when."""
    assert found(text) is None


def test_the_month_after_december_is_january() -> None:
    """The year turns with it."""
    assert days("nächsten Monat", date(2026, 12, 31)) == (date(2027, 1, 1), date(2027, 2, 1))
    assert days("morgen", date(2026, 12, 31)) == (date(2027, 1, 1), date(2027, 1, 2))


@pytest.mark.parametrize(
    "text",
    [
        "14. Februar 2024",
        "14.2.2024",
        "14.02.24",
        "am 14 2 2024",
        "14 February 2024",
        "der 14. februar 2024?",
    ],
)
def test_a_full_date_is_one_day(text: str) -> None:
    """However it is written."""
    assert days(text) == (date(2024, 2, 14), date(2024, 2, 15))
    assert len(said(text)) == 3


def test_the_last_day_of_the_year_is_a_day() -> None:
    """Its end is the new year."""
    assert days("31.12.2026") == (date(2026, 12, 31), date(2027, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "10. Klasse",
        "nach der 10. Klasse",
        "8 9 10 Klasse",
        "14 2 99",
        "12 Leute",
        "der nächste Kurs",
        "nächste Frage",
        "may i ask",
        "auf jeden Fall",
        "in diesem Fall",
        "guten Morgen",
        "am Morgen",
        "jeden Morgen mit dem Zug",
        "bald",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    """A school year, a greeting or a turn of phrase is no time."""
    assert found(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("am 3. März", date(2027, 3, 3)),
        ("3. märz", date(2027, 3, 3)),
        ("on 3 March", date(2027, 3, 3)),
        ("on the 3rd of March", date(2027, 3, 3)),
        ("March 3rd", date(2027, 3, 3)),
        ("am 3.3.", date(2027, 3, 3)),
        ("am 22. November", TODAY),
        ("am 29. Februar", date(2028, 2, 29)),
    ],
)
def test_a_day_without_its_year_is_the_next_one(text: str, day: date) -> None:
    """A day of a month is that day, not the whole month."""
    assert days(text) == (day, day + timedelta(days=1))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("von März bis Mai", date(2027, 3, 1), date(2027, 6, 1)),
        ("from March to May", date(2027, 3, 1), date(2027, 6, 1)),
        ("zwischen Mai und Juli", date(2027, 5, 1), date(2027, 8, 1)),
        ("vom 3. bis 5. März", date(2027, 3, 3), date(2027, 3, 6)),
        ("2024 bis 2026", date(2024, 1, 1), date(2027, 1, 1)),
    ],
)
def test_two_periods_with_until_between_are_one(text: str, start: date, end: date) -> None:
    """It begins with the first and ends with the second."""
    assert days(text) == (start, end)


def test_a_number_after_a_month_with_its_day_may_count_something_else() -> None:
    """A year of two digits is read only among numbers."""
    assert days("14. Februar 24") == (date(2027, 2, 14), date(2027, 2, 15))


@pytest.mark.parametrize("text", ["31.2.2024", "am 31. Februar", "am 31.2.", "13.13.2026", "31st of April", "am 30. Februar 2027"])
def test_a_day_that_does_not_exist_is_found_without_days(text: str) -> None:
    """Somebody can then be told that the calendar has no such day."""
    period = found(text)

    assert period is not None
    assert period.period is None


def test_the_first_period_counts() -> None:
    """Of two periods the one said first is meant."""
    assert days("im März oder im Mai") == (date(2027, 3, 1), date(2027, 4, 1))


WORDS = (
    "ab",
    "nach",
    "bis",
    "den",
    "kw",
    "53",
    "2",
    "31",
    "2024",
    "winter",
    "maerz",
    "naechste",
    "woche",
    "heute",
    "jahr",
    "letzte",
    "freitag",
    "am",
    "februar",
    "kw48",
    "zwischen",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=8), st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_every_period_is_a_range_within_the_words(spoken: list[str], today: date) -> None:
    """Whatever is said on whatever day, a period begins before it ends and lies in what was said."""
    period = find_period(spoken, ALL_GRAMMARS, today)

    if period is not None:
        assert period.period is None or period.period.start < period.period.end
        assert 0 <= period.first < period.last <= len(spoken)


@pytest.mark.parametrize(
    ("text", "first"),
    [("13.02.2026", date(2026, 2, 13)), ("2026-02-13", date(2026, 2, 13)), ("13.2.", date(2027, 2, 13)), ("am 3.3.1999", date(1999, 3, 3))],
)
def test_a_day_is_read_in_every_spelling(text: str, first: date) -> None:
    """German, ISO, without its year where nothing else is said, and of the last century."""
    assert days(text) == (first, first + timedelta(days=1))


@pytest.mark.parametrize(("text", "told"), [
    ("2+2", True), ("3/4", True), ("1:0", True), ("4 - 3 ?", True), ("3.4.", False), ("3. 4.", False), ("4/3/2027", False), ("am 3/4", False), ("3 4", False),
])
def test_two_numbers_with_a_sign_are_a_sum_or_a_score(text: str, *, told: bool) -> None:
    """Nobody writes a day like that and nothing else."""
    assert is_sum_or_score(text) == told


@pytest.mark.parametrize("text", ["13.02.206", "was war am 13. februar 206", "30.2.2026", "31.4.0206"])
def test_a_date_that_cannot_be_is_a_date_without_days(text: str) -> None:
    """A slip in the year is told like a day that is in no calendar."""
    period = found(text)
    assert period is not None
    assert period.period is None


def test_a_phone_number_is_no_date() -> None:
    """Numbers behind a number are not read as day, month and year."""
    assert found("0355 13 2 206") is None


@pytest.mark.parametrize(
    "text", ["nächstes jahr im februar", "im februar nächsten jahres", "2027 noch im februar", "in february next year"]
)
def test_a_month_of_a_year_is_the_one_in_that_year(text: str) -> None:
    """In whatever order they are named."""
    assert days(text) == (date(2027, 2, 1), date(2027, 3, 1))
