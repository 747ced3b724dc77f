"""Topics and runs: what their files may say."""

from __future__ import annotations

from datetime import date, time

import pytest
from pydantic import ValidationError

from bot.model.topics import TOPIC_CLASSES, Offer, clock_times, is_of, last_day, type_of
from tests.builders import a_place, a_run, a_theme, an_offer


def test_a_run_ends_on_its_first_day_unless_it_says_otherwise() -> None:
    """A course of one day is over the day after."""
    assert last_day(a_run("2027-03-04")) == date(2027, 3, 4)
    assert last_day(a_run("2027-03-04", end="2027-03-06")) == date(2027, 3, 6)


@pytest.mark.parametrize(
    ("written", "times"),
    [(None, ()), ("9:00", (time(9),)), ("10:00-17:30", (time(10), time(17, 30)))],
)
def test_the_time_of_day_is_read_as_beginning_and_end(written: str | None, times: tuple[time, ...]) -> None:
    """A run has no time, a beginning, or both."""
    assert clock_times(a_run("2027-03-04", time=written)) == times


@pytest.mark.parametrize(
    "wrong", [{"time": "10 Uhr"}, {"start": "31.2.2027"}, {"registration": "qlee.eu"}, {"status": "moved"}, {"format": "phone"}]
)
def test_a_run_that_makes_no_sense_is_refused(wrong: dict[str, str]) -> None:
    """Times, days, links, states and formats are checked when the file is read."""
    with pytest.raises(ValidationError):
        a_run(wrong.pop("start", "2027-03-04"), **wrong)


def test_a_single_name_theme_or_audience_needs_no_list() -> None:
    """Staff write one word where there is one."""
    offer = an_offer(**{"for": "pupils", "themes": "wind", "also_called": "Windkurs", "formerly": "alt"})

    assert (offer.audience, offer.themes, offer.also_called, offer.formerly) == (
        ("pupils",), ("wind",), ("Windkurs",), ("alt",),
    )


@pytest.mark.parametrize("identifier", ["Kurs", "kurs ", "kürs", "", "k" * 41, "q:dates"])
def test_an_id_is_short_and_plain(identifier: str) -> None:
    """Ids stand in buttons: small letters, digits and hyphens, forty at most."""
    with pytest.raises(ValidationError):
        an_offer(identifier)


def test_topics_do_not_change_once_read() -> None:
    """Nobody can alter what another reply is made of."""
    offer = an_offer()

    with pytest.raises(ValidationError):
        setattr(offer, "owner", "jemand")  # noqa: B010 (mypy knows better than to allow it)


def test_only_kinds_with_types_have_one() -> None:
    """A theme is just a theme."""
    assert (type_of(an_offer()), type_of(a_place()), type_of(a_theme())) == ("further-training", "building", None)


@pytest.mark.parametrize(
    ("kind", "fits"), [("offer", True), ("offer/further-training", True), ("offer/study", False), ("event", False)]
)
def test_a_kind_is_written_with_or_without_type(kind: str, *, fits: bool) -> None:
    """Courses are offers, studies are not courses."""
    assert is_of(an_offer(), kind) is fits


def test_every_kind_has_its_own_folder() -> None:
    """The loader finds a class by its folder, the dialogue by its kind."""
    assert len({topic.kind for topic in TOPIC_CLASSES}) == len({topic.folder for topic in TOPIC_CLASSES}) == 7
    assert (Offer.kind, Offer.folder) == ("offer", "offers")
