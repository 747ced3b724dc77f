"""Small values: prose, partial dates, facts, and how staff may write them."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import BaseModel, ValidationError

from bot.model.values import (
    Day,
    Fact,
    Frozen,
    PartialDate,
    Prose,
    Reach,
    Source,
    WebLink,
    fallbacks,
    in_language,
)


class Said(Frozen):
    """Anything with a text."""

    text: Prose


class Dated(Frozen):
    """Anything with a day."""

    day: Day


def problem(model: type[BaseModel], value: object) -> str:
    """Return what is wrong with *value*."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(value)
    return str(caught.value)


def test_a_plain_text_is_the_same_in_every_language() -> None:
    """A name needs no translation."""
    said = Said.model_validate({"text": "QLEE"})

    assert [in_language(said.text, language) for language in ("de", "en")] == ["QLEE", "QLEE"]


def test_a_text_is_given_in_the_language_asked_for() -> None:
    """Where there is a translation it is used, else the German text."""
    said = Said.model_validate({"text": {"de": "Kurs", "en": "Course"}})

    assert [in_language(said.text, language) for language in ("de", "en", "pl")] == ["Kurs", "Course", "Kurs"]


@pytest.mark.parametrize(
    ("language", "looked_for"),
    [("de", ("de",)), ("de-simple", ("de-simple", "de")), ("pl", ("pl", "de")), ("pl-simple", ("pl-simple", "pl", "de"))],
)
def test_a_text_is_looked_for_in_the_register_its_language_and_german(language: str, looked_for: tuple[str, ...]) -> None:
    """One chain for all texts: the nearest that is there is said."""
    said = Said.model_validate({"text": {code: code for code in looked_for}})

    assert fallbacks(language) == looked_for
    assert in_language(said.text, language) == language
    assert in_language(Said.model_validate({"text": "Kurs"}).text, language) == "Kurs"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ({"de": "Kurs", "de-x": "Kurs"}, "prose-language-key"),
        ({"en": "Course"}, "prose-without-german"),
        ({"de": "  "}, "prose-empty"),
        ({"de": "Kurs", "Englisch": "Course"}, "prose-language-key"),
    ],
)
def test_a_text_that_cannot_be_said_is_refused(text: object, key: str) -> None:
    """German is always there, nothing is empty, and keys are language codes."""
    assert key in problem(Said, {"text": text})


def test_unknown_keys_are_refused() -> None:
    """A slip in a key is found and not silently dropped."""
    assert "extra_forbidden" in problem(Said, {"text": "Kurs", "textt": "Kurs"})


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("2024-03-04", (2024, 3, 4)),
        ("2024-03", (2024, 3, None)),
        ("2024", (2024, None, None)),
        ("4.3.2024", (2024, 3, 4)),
        ("03.2024", (2024, 3, None)),
        (" 2018 ", (2018, None, None)),
    ],
)
def test_a_date_keeps_the_precision_of_its_source(written: str, parts: tuple[int, int | None, int | None]) -> None:
    """ISO and German spelling, a day, a month or a year."""
    when = PartialDate.model_validate(written)

    assert (when.year, when.month, when.day) == parts


@pytest.mark.parametrize("written", ["2024-02-30", "30.2.2024", "im Frühjahr", "13.02.206", "2024-13", "1024", ""])
def test_a_date_that_does_not_exist_is_refused(written: str) -> None:
    """Neither the 30th of February nor a sentence is a date."""
    assert problem(PartialDate, written)


def test_a_vague_date_sorts_by_its_first_day() -> None:
    """A year begins in January, a month on its first."""
    spoken = [PartialDate.model_validate(text) for text in ("2018", "2022-03", "2024-01-10")]

    assert [when.first_day for when in spoken] == [date(2018, 1, 1), date(2022, 3, 1), date(2024, 1, 10)]


@pytest.mark.parametrize("written", ["2027-03-04", "4.3.2027", "04.03.2027", date(2027, 3, 4)])
def test_a_day_is_read_in_iso_and_german(written: object) -> None:
    """Staff write dates the way they are used to."""
    assert Dated.model_validate({"day": written}).day == date(2027, 3, 4)


@pytest.mark.parametrize(
    ("written", "key"), [("2027-03", "not-a-day"), ("2027", "not-a-day"), ("31.2.2027", "not-a-date"), ("bald", "not-a-date")]
)
def test_a_day_needs_day_month_and_year_that_exist(written: str, key: str) -> None:
    """The message key tells an imprecise day from an impossible one."""
    assert key in problem(Dated, {"day": written})


def test_a_fact_is_written_as_text_by_language_or_with_its_source() -> None:
    """Three ways of writing lead to the same fact."""
    plain = Fact.model_validate("Ja.")
    spoken = Fact.model_validate({"de": "Ja.", "en": "Yes."})
    sourced = Fact.model_validate({"de": "Ja.", "en": "Yes.", "source": "page", "as_of": "2025-09", "status": "to_confirm"})

    assert plain.text == {"de": "Ja."}
    assert spoken.text == sourced.text == {"de": "Ja.", "en": "Yes."}
    assert (sourced.source, sourced.as_of, sourced.status) == ("page", PartialDate(year=2025, month=9), "to_confirm")


def test_a_fact_can_be_read_back_from_its_own_dump() -> None:
    """What was validated once is valid again."""
    fact = Fact.model_validate({"de": "Ja.", "source": "page"})

    assert Fact.model_validate(fact.model_dump()) == fact


def test_a_fact_without_words_is_refused() -> None:
    """A number, a list or only a source says nothing."""
    assert problem(Fact, 7)
    assert "prose-without-german" in problem(Fact, {"source": "page"})


def test_a_phone_number_is_plain_or_with_its_standing() -> None:
    """The short form is the value itself."""
    plain = Reach.model_validate("+49 355 1")
    noted = Reach.model_validate({"value": "+49 355 1", "note": "Mo–Fr", "status": "to_confirm"})

    assert (plain.value, plain.note, noted.note) == ("+49 355 1", None, {"de": "Mo–Fr"})


def test_addresses_of_pages_are_web_addresses() -> None:
    """Neither a bare domain nor a script is accepted as a link or source."""
    for url in ("qlee.eu", "javascript:alert(1)", "https://with space.eu"):
        assert problem(WebLink, {"title": "Seite", "url": url})
        assert problem(Source, {"title": "Seite", "url": url, "read": "2026-11-21"})
