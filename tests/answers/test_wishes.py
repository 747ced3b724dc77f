"""What is said about wishes to be told."""

from __future__ import annotations

from datetime import date

import pytest

from bot.model.moves import EndWishes, MakeWish, Move, ShowWishes
from bot.model.reply import Reply
from bot.model.wishes import Wish
from tests.answers.desk import Desk, a_desk, data_of, labels, source_of, without_source
from tests.builders import a_run, an_intent, an_offer, showing

QUESTIONS = (
    showing("dates", "dates"), showing("overview", "overview"), showing("calendar", "calendar"),
    showing("notify-me", "wish", needs=("offer", "event")), an_intent("my-reminders", answer={"text": "Nichts."}),
)


def a_course(*runs: object, **fields: object) -> Desk:
    """Return a desk that knows one course."""
    return a_desk(an_offer("kurs", title="Kurs", summary="Ein Kurs.", runs=runs, **fields), an_offer("zwei", title="Zwei"), *QUESTIONS)


def reply(desk: Desk, move: Move) -> Reply:
    """Return what is said to a move."""
    return desk.composer.compose(move, desk.language, desk.today)


@pytest.mark.parametrize("runs", [(), (a_run("2026-05-03"),), (a_run("2027-05-03", status="cancelled"),)])
def test_without_a_coming_date_the_next_one_is_promised(runs: tuple[object, ...]) -> None:
    """One tap, and the way to end it."""
    made = reply(a_course(*runs), MakeWish("kurs"))

    assert "sobald ein neuer Termin von „Kurs“ feststeht" in without_source(made)
    assert data_of(made) == ["end:kurs", "q:my-reminders"]


def test_of_a_coming_date_reminders_are_promised() -> None:
    """A week and a day before, and which of them can be chosen."""
    made = reply(a_course(a_run("2027-05-03", deadline="2027-04-20")), MakeWish("kurs"))

    assert "erinnere dich an „Kurs“ (Montag, 3. Mai 2027): eine Woche und einen Tag vorher" in without_source(made)
    assert "Anmeldeschluss am Dienstag, 20. April 2027" in without_source(made)
    assert data_of(made) == ["lead:week:kurs", "lead:day:kurs", "end:kurs", "q:my-reminders"]
    assert source_of(made)


def test_one_reminder_is_chosen() -> None:
    """Then there is nothing left to choose but to end it."""
    made = reply(a_course(a_run("2027-05-03")), MakeWish("kurs", ("day",)))

    assert "): einen Tag vorher." in without_source(made)
    assert data_of(made) == ["end:kurs", "q:my-reminders"]


@pytest.mark.parametrize("day", ["2027-05-02", "2027-05-03"])
def test_a_date_that_is_too_near_is_told_at_once(day: str) -> None:
    """Nothing is promised, and no bell is shown."""
    desk = a_course(a_run("2027-05-03")).on(day)
    made = reply(desk, MakeWish("kurs"))

    assert "zu nah dran" in without_source(made)
    assert "3. Mai 2027" in without_source(made)
    assert not [data for data in data_of(desk.answer("dates", "kurs")) if data.startswith("wish:")]


def test_the_bell_comes_first_where_dates_are_asked_for() -> None:
    """It says what it does: tell of the next date, or remind of this one."""
    assert labels(a_course().answer("dates", "kurs"))[0] == "🔔 Sag mir Bescheid"
    assert labels(a_course(a_run("2026-05-03")).answer("overview", "kurs"))[0] == "🔔 Sag mir Bescheid"
    assert labels(a_course(a_run("2027-05-03")).answer("dates", "kurs"))[:2] == ["🔔 Erinner mich", "Calendar?"]


def test_what_never_had_dates_rings_no_bell_in_its_overview() -> None:
    """Only where somebody asks for dates."""
    assert not [data for data in data_of(a_course().answer("overview", "kurs")) if data.startswith("wish:")]


@pytest.mark.parametrize(("runs", "asks"), [((), "sobald ein neuer Termin"), ((a_run("2027-05-03"),), "erinnern, bevor es losgeht")])
def test_an_unsure_wish_is_asked_back(runs: tuple[object, ...], asks: str) -> None:
    """Nothing is kept before somebody says yes."""
    asked = a_course(*runs).answer("notify-me", "kurs")

    assert asks in without_source(asked)
    assert data_of(asked)[0] == "wish:kurs"


def test_all_wishes_are_listed_and_can_be_ended() -> None:
    """A line for each date or topic; one that has passed is no wish any more."""
    wishes = (
        Wish("kurs", "2027-05-03", "week", date(2027, 5, 3)), Wish("kurs", "2027-05-03", "day", date(2027, 5, 3)),
        Wish("zwei"), Wish("weg"), Wish("kurs", "2026-05-03", "day", date(2026, 5, 3)),
    )
    shown = reply(a_course(a_run("2027-05-03"), a_run("2026-05-03")), ShowWishes(wishes))

    assert "• Kurs – Montag, 3. Mai 2027, eine Woche und einen Tag vorher" in without_source(shown)
    assert "• Zwei – sobald ein neuer Termin feststeht" in without_source(shown)
    assert "2026" not in without_source(shown)
    assert data_of(shown) == ["end:kurs", "end:zwei", "end:"]


def test_very_many_wishes_still_fit_on_a_phone() -> None:
    """Six lines, how many more there are, and one button for all."""
    offers = [an_offer(f"kurs-{number}") for number in range(9)]
    shown = reply(a_desk(*offers, *QUESTIONS), ShowWishes(tuple(Wish(offer.id) for offer in offers)))

    assert "und 3 weitere" in without_source(shown)
    assert data_of(shown) == ["end:kurs-0", "end:kurs-1", "end:kurs-2", "end:kurs-3", "end:"]


def test_nothing_wished_is_said() -> None:
    """And how to."""
    assert "🔔" in without_source(reply(a_course(), ShowWishes()))


@pytest.mark.parametrize(("topic", "says"), [("kurs", "zu „Kurs“ melde ich mich nicht mehr"), (None, "nicht mehr von mir aus")])
def test_an_end_is_confirmed(topic: str | None, says: str) -> None:
    """Of one topic or of all."""
    assert says in without_source(reply(a_course(), EndWishes(topic)))
