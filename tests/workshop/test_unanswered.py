"""What staff do with questions that found no answer, and how they see a week."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.store.questions import Question, Tally
from bot.workshop.editing import NotWritten
from bot.workshop.unanswered import FOREIGN, NOTHING, group_of, groups, in_words, lesson
from bot.workshop.weekly import bars, page, week_of
from bot.workshop.weekly import in_words as week_in_words
from tests.builders import a_catalogue, an_offer
from tests.house import small_house

TODAY = date(2026, 11, 22)


def asked(number: int, text: str, times: int = 1, day: date = TODAY) -> Question:
    """Return a question that waits."""
    return Question(text, "de", "refused", day, times, number)


QUESTIONS = (
    asked(1, "gibt es dort eine kantine"), asked(2, "wo kann ich parken", 3), asked(3, "gibt es eine kantine dort", 4),
    asked(4, "eine kantine gibt es dort ?", 1),
)


def test_like_questions_are_one_group_under_their_most_frequent_wording() -> None:
    """The group asked most stands first, and any of its numbers names it."""
    found = groups(QUESTIONS)

    assert [(group.first.number, group.times, set(group.numbers)) for group in found] == [(3, 6, {1, 3, 4}), (2, 3, {2})]
    assert group_of(1, found) == found[0]
    assert group_of(9, found) is None


def test_staff_see_number_times_reason_and_last_day() -> None:
    """And that nothing waits, where nothing does."""
    lines = list(in_words(groups(QUESTIONS)))

    assert lines[0] == "   3  6×  «gibt es eine kantine dort» (nicht verstanden, zuletzt 22.11.2026)"
    assert lines[1].strip() == "auch: «gibt es dort eine kantine»"
    assert list(in_words(())) == [NOTHING]


def test_what_was_taken_for_none_of_ours_stands_behind_all_else() -> None:
    """However often it was asked, under a line of its own; it is no gap of the week."""
    foreign = [Question(f"wie wird das wetter in {place}", "de", "off-topic", TODAY, 9, 5 + at) for at, place in enumerate("ab")]
    found = groups((*foreign, *QUESTIONS))

    lines = list(in_words(found))
    assert [group.is_foreign for group in found] == [False, False, True]
    assert lines[-3] == FOREIGN
    assert lines[-2] == "   5  18×  «wie wird das wetter in a» (nicht unser Thema, zuletzt 22.11.2026)"
    assert week_of(a_catalogue(an_offer("kurs")), [], (*foreign, *QUESTIONS), TODAY).gaps == found[:2]


def test_a_question_becomes_an_example_and_comments_stay(tmp_path: Path) -> None:
    """Without the gaps; the rest of the file is as it was."""
    house = small_house(tmp_path)
    house.write("intents/cost.yaml", "# unser Kommentar\n" + house.read("intents/cost.yaml"))
    before = house.read("intents/cost.yaml").splitlines()

    lesson(asked(1, "wie teuer … ist das ?"), "cost", house.folders).write()
    after = house.read("intents/cost.yaml").splitlines()
    assert [line for line in after if line not in before] == ["    - wie teuer ist das"]
    assert [line for line in before if line not in after] == []


@pytest.mark.parametrize(("text", "intent"), [("wie teuer", "kosten"), ("… ?", "cost")])
def test_what_cannot_become_an_example_is_said(tmp_path: Path, text: str, intent: str) -> None:
    """A question that does not exist, and one of which nothing is left."""
    with pytest.raises(NotWritten):
        lesson(asked(1, text), intent, small_house(tmp_path).folders)


def a_week_of_counts() -> list[Tally]:
    """Return counts of two days."""
    yesterday = TODAY - timedelta(days=1)
    return [
        Tally(TODAY, "outcome", "answered", 6), Tally(yesterday, "outcome", "refused", 2), Tally(TODAY, "outcome", "tapped", 5),
        Tally(TODAY, "topic", "kurs", 3), Tally(TODAY, "topic", "gone", 1), Tally(TODAY, "intent", "dates", 3),
    ]


def test_a_week_has_shares_topics_gaps_and_what_is_overdue() -> None:
    """Taps are no questions; what no longer exists is named by its id; old gaps are left out."""
    catalogue = a_catalogue(an_offer("kurs", title={"de": "Kurs <A>", "en": "Course"}, review_by="2026-11-01", owner="Redaktion"))
    week = week_of(catalogue, a_week_of_counts(), (*QUESTIONS, asked(7, "ganz was altes", 9, TODAY - timedelta(days=7))), TODAY)
    text = "\n".join(week_in_words(week))

    assert (week.asked, week.taps, week.share("answered"), week.share("refused")) == (8, 5, 75, 25)
    assert [times for _, times in week.per_day] == [0, 0, 0, 0, 0, 2, 6]
    assert week.topics == (("Kurs <A>", 3), ("gone", 1))
    assert "16.11.2026 bis 22.11.2026: 8 Fragen" in text
    assert "6×  «gibt es eine kantine dort» (Nummer 3)" in text
    assert "altes" not in text
    assert "1.11.2026  Kurs <A> (Redaktion)" in text


def test_the_page_needs_nothing_else_and_draws_bars() -> None:
    """Titles are text, not markup; the numbers are there for those who cannot see bars."""
    catalogue = a_catalogue(an_offer("kurs", title={"de": "Kurs <A>", "en": "Course"}))
    shown = page(week_of(catalogue, a_week_of_counts(), QUESTIONS, TODAY))

    assert "Kurs &lt;A&gt;" in shown
    assert "<A>" not in shown
    assert shown.count("<svg") == 5
    assert 'aria-label="Kurs &lt;A&gt;: 3; gone: 1"' in shown
    assert "http" not in shown.replace("http://www.w3.org/2000/svg", "")


def test_the_longest_bar_fills_the_room() -> None:
    """The others are in proportion, none is none, long labels are cut; nothing is said to be nothing."""
    drawn = bars((("a" * 60, 4), ("b", 2), ("c", 0)))

    assert [width in drawn for width in ('width="85.0%"', 'width="42.5%"', 'width="0.0%"')] == [True] * 3
    assert f">{'a' * 45}…<title>" in drawn
    assert bars(()) == "<p>nichts</p>"


def test_an_empty_week_is_a_week() -> None:
    """Nothing was asked: no share, no line missing."""
    text = "\n".join(week_in_words(week_of(a_catalogue(), (), (), TODAY)))

    assert "0 Fragen" in text
    assert text.count("nichts") == 4
