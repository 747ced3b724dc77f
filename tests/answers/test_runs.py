"""When, where, how to sign up, where to watch: all that is said about dates."""

from __future__ import annotations

from typing import Literal

import pytest

from bot.model.moves import AnswerIntent
from bot.model.reply import Link
from bot.model.topics import Event, Offer, Run
from tests.answers.desk import a_desk, labels, source_of, without_source
from tests.builders import a_network, a_place, a_run, an_event, an_intent, an_offer, an_organisation, showing

HALL = a_place("halle", {"de": "in der Halle", "en": "in the hall"})
SIGN_UP = "https://example.org/anmelden"
LIVE = "https://example.org/live"
FILM = "https://example.org/film"


def a_course(*starts: str, **fields: object) -> Offer:
    """Return a course in the hall whose runs can be signed up for online."""
    runs = [a_run(start, place="halle", time="10:00", registration=SIGN_UP, format="in-person") for start in starts]
    return an_offer("kurs", runs=runs, **fields)


def a_fair(*starts: str, **fields: object) -> Event:
    """Return a fair in the hall."""
    return an_event("messe", runs=[a_run(start, place="halle", format="in-person") for start in starts], **fields)


# When


def test_whatever_is_told_of_what_took_place_once_is_followed_by_that_it_is_over() -> None:
    """What one learns there is written without time; of a fair that comes again it holds for the next one too."""
    facets = {"content": "Es geht um Berufe."}
    once, again = a_desk(a_fair("2026-03-05", facets=facets), HALL), a_desk(a_fair("2026-03-05", facets=facets, recurs="im März"), HALL)
    over = once.says("date-event-over", title="Messe", when="Donnerstag, 5. März 2026")

    assert [desk.said("content", "messe") for desk in (once, again)] == [f"Es geht um Berufe.\n\n{over}", "Es geht um Berufe."]
    assert once.on("2026-03-05").said("content", "messe") == "Es geht um Berufe."


def test_a_date_ahead_is_told_with_weekday_time_and_place() -> None:
    """The next date comes first, two more after it."""
    desk = a_desk(a_course("2027-06-01", "2027-03-05", "2027-09-01", "2027-12-01"), HALL)

    said = desk.said("dates", "kurs")

    assert said == " ".join((
        desk.says("date-ahead", title="Kurs", when="Freitag, 5. März 2027, 10 Uhr", where=", in der Halle"),
        desk.says("date-later", when="Dienstag, 1. Juni 2027, 10 Uhr", where=", in der Halle"),
        desk.says("date-later", when="Mittwoch, 1. September 2027, 10 Uhr", where=", in der Halle"),
    ))


def test_a_date_is_told_in_english_too() -> None:
    """Weekday, month, time and place are English."""
    desk = a_desk(a_course("2027-03-05"), HALL, language="en")

    assert desk.said("dates", "kurs") == desk.says(
        "date-ahead", title="Kurs", when="Friday, 5 March 2027, 10:00", where=", in the hall"
    )


def test_a_run_of_several_days_is_told_with_both_ends() -> None:
    """From the first day to the last."""
    desk = a_desk(an_event("messe", runs=[a_run("2027-03-05", end="2027-03-06")]))

    assert "Freitag, 5. März 2027 bis Samstag, 6. März 2027" in desk.said("dates", "messe")


def test_a_run_that_ends_on_its_own_day_is_one_day() -> None:
    """Nobody says "from Friday to Friday"."""
    desk = a_desk(an_event("messe", runs=[a_run("2027-03-05", end="2027-03-05")]))

    assert desk.said("dates", "messe").count("5. März") == 1


def test_on_its_day_a_run_is_today() -> None:
    """It is neither ahead nor over."""
    desk = a_desk(a_course("2027-03-04"))

    assert desk.said("dates", "kurs") == desk.says(
        "date-today", title="Kurs", when="Donnerstag, 4. März 2027, 10 Uhr", where=""
    )


def test_the_day_after_a_course_is_over_and_no_new_date_is_known() -> None:
    """What is over is over in the first sentence, then whom to ask."""
    office = an_organisation("firma", mail="frag@example.org")
    desk = a_desk(a_course("2027-03-04", contact="firma"), office).on("2027-03-05")

    said = desk.said("dates", "kurs")

    assert said.startswith(desk.says("date-offer-over", title="Kurs", when="Donnerstag, 4. März 2027, 10 Uhr"))
    assert desk.says("date-none-known") in said
    assert said.endswith(desk.says("ask-them-at", who="Firma", reach="frag@example.org"))


def test_a_way_on_is_told_once() -> None:
    """Where the steps of signing up are told, what to do instead would say the same again."""
    course = an_offer("kurs", runs=[a_run("2026-03-04", registration="https://example.org/26")], instead="Frag nach.", facets={"steps": "Ruf an."})
    desk = a_desk(course)

    assert "Ruf an." in desk.said("registration", "kurs")
    assert "Frag nach." not in desk.said("registration", "kurs")
    assert "Frag nach." in desk.said("dates", "kurs")


def test_asked_for_a_page_a_course_without_one_tells_whether_its_registration_is_open() -> None:
    """"Geht der Link noch?" is asked of the link to sign up."""
    desk = a_desk(an_offer("kurs", runs=[a_run("2026-03-04", registration="https://example.org/26")]))

    assert desk.said("website", "kurs") == desk.said("registration", "kurs").split("\n\n")[0]
    assert desk.says("registration-closed", when="am 4. März 2026") in desk.said("website", "kurs")


def test_what_to_do_instead_is_said_where_staff_wrote_it() -> None:
    """The sentence of staff stands in for the usual one."""
    desk = a_desk(a_course("2026-03-04", instead="Schau im Herbst wieder her.", contact="firma"), an_organisation(phone="1"))

    assert desk.said("dates", "kurs").endswith("\n\nSchau im Herbst wieder her.")


def test_an_event_that_is_over_is_just_over() -> None:
    """Nobody waits for another session of the same name."""
    desk = a_desk(a_fair("2026-02-13"))

    said = desk.said("dates", "messe")

    assert said == desk.says("date-event-over", title="Messe", when="Freitag, 13. Februar 2026")


def test_of_several_past_runs_the_last_is_told_first() -> None:
    """The order in the file does not matter; at most two of the earlier ones are named behind it, none where one is ahead."""
    desk = a_desk(a_course("2026-02-13", "2024-03-04", "2023-05-02", "2022-01-10"))
    said = desk.said("dates", "kurs")
    ahead = a_desk(a_course("2027-05-01", "2026-02-13", "2024-03-04")).said("dates", "kurs")

    assert said.index("13. Februar 2026") < said.index("Ein neuer Termin ist noch nicht bekannt.")
    assert "Frühere Termine waren am Montag, 4. März 2024 und am Dienstag, 2. Mai 2023." in said
    assert "2022" not in said
    assert "Frühere" not in ahead
    assert "Ein früherer Termin war am Montag, 4. März 2024." in a_desk(a_course("2024-03-04", "2026-02-13")).said("dates", "kurs")
    assert "2024" not in without_source(desk.answer("dates", "kurs", period=("2023-01-01", "2024-01-01")))


def test_a_running_course_cannot_be_joined_any_more() -> None:
    """It says since when, until when, and not that it is over."""
    desk = a_desk(an_offer("kurs", runs=[a_run("2027-03-01", end="2027-03-31", registration=SIGN_UP)]))

    said = desk.said("dates", "kurs")

    assert said.startswith(
        desk.says("date-running", title="Kurs", start="Montag, 1. März 2027", end="Mittwoch, 31. März 2027")
    )
    assert desk.says("date-none-known") in said
    assert "vorbei" not in said


@pytest.mark.parametrize("question", ["dates", "registration", "overview"])
def test_a_fair_that_is_on_can_still_be_visited(question: str) -> None:
    """Nobody needs to have come on the first day: until when, what time, where, and no word of a next time."""
    runs = [a_run("2027-03-03", end="2027-03-05", time="10:00-17:00", place="halle")]
    desk = a_desk(an_event("messe", summary="Firmen.", runs=runs, instead="Frag nach dem nächsten Mal."), HALL)

    said, last = desk.said(question, "messe"), desk.on("2027-03-05").said(question, "messe")

    assert desk.says("date-running-last-day", title="Messe", end="Freitag, 5. März 2027", hours=", 10–17 Uhr", where=", in der Halle") in last
    assert desk.says(
        "date-running-open", title="Messe", start="Mittwoch, 3. März 2027", end="Freitag, 5. März 2027",
        hours=", 10–17 Uhr", where=", in der Halle",
    ) in said
    assert "nächsten Mal" not in said
    assert "vorbei." in desk.on("2027-03-06").said(question, "messe")


def test_of_a_run_without_a_known_end_the_beginning_is_told() -> None:
    """A camp of a week is on for a week, though no page names its last day."""
    camp = an_event("camp", type="taster", runs=[a_run("2027-03-01", lasts_days=7)])
    desk = a_desk(camp)

    said = desk.on("2027-03-07").said("dates", "camp")
    assert said == desk.says("date-running-begun", title="Camp", start="Montag, 1. März 2027")
    assert desk.on("2027-03-08").said("dates", "camp") == desk.says("date-event-begun", title="Camp", when="Montag, 1. März 2027")


# When, in a period that was named


MARKET = an_event("markt", runs=[a_run("2024-12-27"), a_run("2025-12-27"), a_run("2027-12-27"), a_run("2028-12-27")])


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (("2024-01-01", "2025-01-01"), "„Markt“ war am Freitag, 27. Dezember 2024. Das ist vorbei. Der nächste Termin von „Markt“: Montag, 27. Dezember 2027."),
        (("2028-01-01", "2029-01-01"), "„Markt“: Mittwoch, 27. Dezember 2028."),
        (("2026-01-01", "2027-01-01"), "2026 steht bei uns kein Termin von „Markt“. Der nächste Termin von „Markt“: Montag, 27. Dezember 2027."),
    ],
)
def test_a_year_that_was_named_is_answered(period: tuple[str, str], said: str) -> None:
    """What took or takes place then; else that nothing is known, and the next."""
    assert without_source(a_desk(MARKET).answer("dates", "markt", period=period)).startswith(said)


@pytest.mark.parametrize(
    ("period", "when"),
    [
        (("2026-01-01", "2027-01-01"), "2026"),
        (("2026-01-01", "2028-01-01"), "Von 2026 bis 2027"),
        (("2027-05-01", "2027-06-01"), "Im Mai 2027"),
        (("2027-06-01", "2027-09-01"), "Von Juni bis August 2027"),
        (("2027-05-03", "2027-05-04"), "Am 3. Mai 2027"),
        (("2027-05-03", "2027-05-10"), "Vom 3. Mai bis 9. Mai 2027"),
        (("2027-05-01", "2100-01-01"), "Ab Mai 2027"),
        (("2027-05-03", "2100-01-01"), "Ab 3. Mai 2027"),
        (("2027-01-01", "2100-01-01"), "Ab 2027"),
        (("2026-12-01", "2027-03-01"), "Von Dezember 2026 bis Februar 2027"),
        (("1900-01-01", "2025-06-01"), "Bis Mai 2025"),
    ],
)
def test_a_period_without_dates_is_said_as_precisely_as_it_was_named(period: tuple[str, str], when: str) -> None:
    """Then what is known follows, over as it is."""
    desk = a_desk(an_offer("kurs", runs=[a_run("2025-06-01")]))

    said = without_source(desk.answer("dates", "kurs", period=period))

    assert said.startswith(desk.says("date-none-in-period", when=when, title="Kurs"))
    assert "1. Juni 2025" in said


@pytest.mark.parametrize("question", ["place", "registration", "format"])
def test_where_and_how_are_not_told_of_a_year_without_dates(question: str) -> None:
    """That there is nothing then comes first."""
    desk = a_desk(a_course("2025-06-01"), HALL)

    said = without_source(desk.answer(question, "kurs", period=("2026-01-01", "2027-01-01")))

    assert said.startswith(desk.says("date-none-in-period", when="2026", title="Kurs"))


def test_what_is_known_of_a_year_without_dates_is_told_with_it() -> None:
    """A host of which no day is known; nothing of another year."""
    past = [{"when": "2026", "what": "Forst als Gastgeber"}, {"when": "2020", "what": "Umzug"}]
    desk = a_desk(an_event("messe", runs=[a_run("2025-06-01", place="halle")], history=past), HALL)

    said = without_source(desk.answer("place", "messe", period=("2026-01-01", "2027-01-01")))

    assert said.startswith(desk.says("date-none-in-period", when="2026", title="Messe"))
    assert "2026: Forst als Gastgeber" in said
    assert "Umzug" not in said


def test_a_place_is_that_of_the_year_named() -> None:
    """Not that of the latest one."""
    fair = an_event("messe", runs=[a_run("2024-02-13", place="halle"), a_run("2026-02-13", place="saal")])
    desk = a_desk(fair, HALL, a_place("saal", "im Saal"))

    assert "in der Halle" in without_source(desk.answer("place", "messe", period=("2024-01-01", "2025-01-01")))


def test_a_date_that_no_calendar_has_is_told() -> None:
    """Then what is known."""
    desk = a_desk(a_course("2025-06-01"))

    said = without_source(desk.made(AnswerIntent("dates", "kurs", no_such_day=True)))

    assert said.startswith(desk.says("no-such-day"))
    assert "1. Juni 2025" in said


def test_what_happened_in_a_year_is_told_of_that_year() -> None:
    """The rest of the history is left out where there is something."""
    desk = a_desk(a_network("netz", history=[{"when": "2018", "what": "Gründung"}, {"when": "2022", "what": "Neustart"}]))

    assert "Gründung" not in without_source(desk.answer("history", "netz", period=("2022-01-01", "2023-01-01")))
    assert "Gründung" in without_source(desk.answer("history", "netz", period=("2020-01-01", "2021-01-01")))


def test_a_cancelled_date_is_called_off() -> None:
    """It is named as cancelled, and only until its day has passed."""
    course = an_offer("kurs", runs=[a_run("2027-03-05", status="cancelled"), a_run("2024-03-04")])
    desk = a_desk(course)

    assert desk.said("dates", "kurs").startswith(desk.says("date-cancelled", when="Freitag, 5. März 2027"))
    assert "2027" not in desk.on("2027-03-06").said("dates", "kurs")


def test_all_days_that_are_cancelled_are_named() -> None:
    """First to last day, and each date, soonest first."""
    runs = [a_run("2027-04-01", status="cancelled"), a_run("2027-03-05", end="2027-03-06", status="cancelled")]
    desk = a_desk(an_event("messe", runs=runs))

    said = desk.said("dates", "messe")

    first = desk.says("date-cancelled", when="Freitag, 5. März 2027 bis Samstag, 6. März 2027")
    assert said.startswith(f"{first} {desk.says('date-cancelled', when='Donnerstag, 1. April 2027')}")
    in_march = desk.answer("dates", "messe", period=("2027-03-01", "2027-04-01"))
    assert without_source(in_march).startswith(first)


def test_a_date_ahead_matters_more_than_a_cancelled_one() -> None:
    """Who asks when it starts hears when it starts."""
    desk = a_desk(an_offer("kurs", runs=[a_run("2027-03-05", status="cancelled"), a_run("2027-04-01")]))

    assert "1. April 2027" in desk.said("dates", "kurs")
    assert "5. März" not in desk.said("dates", "kurs")


def test_what_recurs_is_told_in_words_and_never_as_a_date() -> None:
    """The last edition is over, the next is not known."""
    desk = a_desk(a_fair("2026-02-13", recurs={"de": "jedes Jahr im Winter", "en": "every winter"}))

    said = desk.said("dates", "messe")

    assert said.endswith(desk.says("date-usually-then", usually="jedes Jahr im Winter"))
    assert said.count("Messe") == 1
    assert "2027" not in said


def test_what_only_recurs_is_told_in_words_alone() -> None:
    """Without any known edition nothing is over."""
    desk = a_desk(an_offer("kurs", recurs="das ganze Jahr über"), an_event("messe", recurs="jeden Herbst"))

    assert desk.said("dates", "kurs") == desk.says("date-any-time", title="Kurs", usually="das ganze Jahr über")
    assert desk.said("dates", "messe") == desk.says("date-usually", title="Messe", usually="jeden Herbst")


def test_a_season_to_be_confirmed_is_marked_like_every_other_fact() -> None:
    """With its date, and according to whom."""
    desk = a_desk(an_event("messe", recurs={"text": "jeden Herbst", "as_of": "2016", "status": "to_confirm", "source": "page"}))

    usually = desk.says("date-usually", title="Messe", usually="jeden Herbst")
    assert desk.said("dates", "messe") == f"{usually} {desk.says('as-of', when='2016')} {desk.says('to-confirm', source='Seite A')}"


def test_an_offer_of_any_time_is_not_missing_in_a_month() -> None:
    """An event without dates is."""
    desk = a_desk(an_offer("kurs", recurs="das ganze Jahr über"), an_event("messe", recurs="jeden Herbst"))
    in_may = ("2027-05-01", "2027-06-01")

    assert without_source(desk.answer("dates", "kurs", period=in_may)) == desk.said("dates", "kurs")
    none = desk.says("date-none-in-period", when="Im Mai 2027", title="Messe")
    assert without_source(desk.answer("dates", "messe", period=in_may)).startswith(none)


def test_without_dates_the_history_is_told() -> None:
    """When it happened is the best answer there is."""
    desk = a_desk(an_offer("kurs", history=[{"when": "2024-01-10", "what": "Die ersten sind fertig."}]))

    assert "10. Januar 2024: Die ersten sind fertig." in desk.said("dates", "kurs")


def test_every_date_names_its_own_source() -> None:
    """Ahead, later, cancelled and past runs may come from different pages."""
    pages = {
        name: {"title": name, "url": f"https://example.org/{name}", "published": "2026", "read": "2026-11-21"}
        for name in ("erste", "zweite")
    }
    two = [a_run("2027-03-05", source="erste"), a_run("2027-04-05", source="zweite")]
    off = [a_run("2027-03-05", source="zweite", status="cancelled")]

    both = a_desk(an_offer("kurs", runs=two, sources=pages)).answer("dates", "kurs")
    cancelled = a_desk(an_offer("kurs", runs=off, sources=pages)).answer("dates", "kurs")

    assert "erste" in source_of(both)
    assert "zweite" in source_of(both)
    assert "zweite" in source_of(cancelled)


# Where


def test_the_place_of_the_coming_run_is_told_with_its_date() -> None:
    """Where and when the next one is."""
    desk = a_desk(a_course("2027-03-05"), HALL)

    assert desk.said("place", "kurs") == desk.says("place-ahead", where="in der Halle", when="Freitag, 5. März 2027, 10 Uhr")


def test_on_its_second_day_a_fair_is_still_on() -> None:
    """Who stands before the door is not told that it is over."""
    fair = an_event("messe", runs=[a_run("2027-03-03", end="2027-03-05", place="halle", format="in-person")])
    desk = a_desk(fair, HALL)
    when = "Mittwoch, 3. März 2027 bis Freitag, 5. März 2027"

    assert desk.said("place", "messe") == desk.says("place-running", where="in der Halle", when=when)
    assert desk.said("format", "messe") == desk.says("format-running-in-person", when=when)


def test_the_place_of_a_past_run_is_named_as_past() -> None:
    """Where a new one will be is open; an event has no new one."""
    desk = a_desk(a_course("2026-02-13"), a_fair("2026-02-13"), HALL)

    assert desk.said("place", "kurs") == desk.says("place-offer-over", where="in der Halle", when="im Februar 2026")
    assert desk.said("place", "messe") == desk.says("place-event-over", where="in der Halle", when="im Februar 2026")


def test_after_a_course_it_is_said_where_its_provider_is_today() -> None:
    """The hall of an old run may be given up."""
    firm = an_organisation("firma", place="werk")
    desk = a_desk(a_course("2026-02-13", provider="firma"), HALL, firm, a_place("werk", "im Werk"))

    assert desk.said("place", "kurs").endswith(desk.says("place-provider", provider="Firma", where="im Werk"))


def test_the_address_of_an_event_never_hides_that_it_is_over() -> None:
    """First where it was, is or will be, then the address."""
    event = an_event("messe", address="Weg 3", runs=[{"id": "1", "start": "2027-03-04", "place": "halle"}])
    desk = a_desk(event, HALL)

    ahead, over = desk.on("2027-03-01").said("place", "messe"), desk.on("2027-03-05").said("place", "messe")

    assert ahead == f"{desk.says('place-ahead', where='in der Halle', when='Donnerstag, 4. März 2027')} {desk.says('address', address='Weg 3')}"
    assert over == f"{desk.says('place-event-over', where='in der Halle', when='im März 2027')} {desk.says('address', address='Weg 3')}"


def test_the_hall_of_a_date_is_told_with_its_address() -> None:
    """The address of the hall stands beside the date, ahead and over; an address of the event itself goes first."""
    there = a_place("halle", {"de": "in der Halle", "en": "in the hall"}, address="Platz 6")
    desk = a_desk(a_fair("2027-03-06"), an_event("markt", address="Weg 3", runs=[a_run("2027-03-06", place="halle")]), there)

    said = desk.says("address", address="Platz 6")

    assert desk.on("2027-03-05").said("place", "messe").endswith(said)
    assert desk.on("2027-03-07").said("place", "messe").endswith(said)
    assert desk.on("2027-03-06").said("place", "messe").endswith(said)
    assert said not in desk.said("place", "markt")


def test_where_something_stands_is_told_with_its_address() -> None:
    """Place and address, or the address alone; that none is known is said."""
    both = an_organisation("amt", place="halle", address="Weg 1")
    desk = a_desk(both, an_organisation("post", address="Weg 2"), an_offer("kurs", place="halle"), HALL)

    assert desk.said("place", "amt") == f"{desk.says('place-standing', title='Amt', where='in der Halle')} {desk.says('address', address='Weg 1')}"
    assert desk.said("place", "post") == desk.says("address", address="Weg 2")
    assert desk.said("place", "kurs") == f"{desk.says('place-standing', title='Kurs', where='in der Halle')} {desk.says('no-address')}"


def test_several_towns_are_all_told_and_an_old_address_is_marked() -> None:
    """Who lives near the second town must hear of it; an address to be confirmed is never told as sure."""
    address = {"value": "Weg 1", "status": "to_confirm", "source": "page"}
    desk = a_desk(an_organisation("amt", place="halle", also_in=["werk"], address=address), HALL, a_place("werk", "im Werk"))

    said = desk.said("place", "amt")

    assert said.startswith(desk.says("place-standing", title="Amt", where="in der Halle und im Werk"))
    assert said.endswith(desk.says("to-confirm", source="Seite A"))


def test_where_no_place_is_known_the_way_to_it_is_told() -> None:
    """Steps help to find it; without any the bot says that it does not know."""
    desk = a_desk(an_offer("kurs", facets={"steps": "Frag in deiner Stadt."}), an_offer("zwei"))

    assert desk.said("place", "kurs") == f"{desk.says('place-unknown')} Frag in deiner Stadt."
    assert desk.said("place", "zwei").startswith(desk.says("not-there", why=desk.says("missing", title="Zwei")))


# Signing up


def test_an_open_registration_gives_the_link_and_its_deadline() -> None:
    """One can sign up up to and including the last day."""
    course = an_offer("kurs", runs=[a_run("2027-04-01", deadline="2027-03-04", registration=SIGN_UP)])
    desk = a_desk(course)

    reply = desk.answer("registration", "kurs")

    assert desk.said("registration", "kurs") == " ".join((
        desk.says("registration-open", when="Donnerstag, 1. April 2027"),
        desk.says("registration-until", day="Donnerstag, 4. März 2027"),
    ))
    assert reply.links == (Link(desk.says("register"), SIGN_UP),)


@pytest.mark.parametrize("day", ["2027-03-05", "2027-04-01", "2027-04-02", "2028-12-31"])
def test_a_closed_registration_is_named_as_closed_and_never_linked(day: str) -> None:
    """After the deadline, on the day and ever after the old link is gone."""
    course = an_offer("kurs", runs=[a_run("2027-04-01", deadline="2027-03-04", registration=SIGN_UP)])
    desk = a_desk(course).on(day)

    reply = desk.answer("registration", "kurs")

    assert desk.said("registration", "kurs").startswith(desk.says("registration-closed", when="am 1. April 2027"))
    assert desk.says("date-none-known") in desk.said("registration", "kurs")
    assert reply.links == ()


def test_after_a_closed_registration_the_next_date_is_told() -> None:
    """A new date may be known before one can sign up for it."""
    course = an_offer("kurs", runs=[a_run("2026-03-04", registration=SIGN_UP), a_run("2027-05-04")])
    desk = a_desk(course)

    said = desk.said("registration", "kurs")

    assert said.startswith(desk.says("registration-closed", when="am 4. März 2026"))
    assert "4. Mai 2027" in said
    assert desk.says("date-none-known") not in said


def test_one_signs_up_for_the_first_run_that_has_a_link() -> None:
    """A nearer run without a link does not hide it."""
    course = an_offer("kurs", runs=[a_run("2027-03-20"), a_run("2027-05-04", registration=SIGN_UP)])

    reply = a_desk(course).answer("registration", "kurs")

    assert [link.url for link in reply.links] == [SIGN_UP]


def test_how_to_go_about_it_follows_a_closed_registration() -> None:
    """Steps always hold, with dates or without."""
    steps = {"steps": "Schreib eine Mail."}
    desk = a_desk(a_course("2026-03-04", facets=steps), an_offer("zwei", facets=steps))

    assert "Schreib eine Mail." in desk.said("registration", "kurs")
    assert desk.said("registration", "zwei") == "Schreib eine Mail."


def test_a_date_without_a_way_to_sign_up_is_told_with_whom_to_ask() -> None:
    """That the way is not known comes first, then who knows it, then the date."""
    desk = a_desk(an_offer("kurs", runs=[a_run("2027-05-04")], contact="firma"), an_organisation(phone="1"))

    assert desk.said("registration", "kurs") == " ".join((
        desk.says("registration-unknown"),
        desk.says("ask-them-at", who="Firma", reach="1"),
        desk.says("date-ahead", title="Kurs", when="Dienstag, 4. Mai 2027", where=""),
    ))


HOW = an_intent("steps", needs=("offer",), answer={"facet": True})
NEW_RUN = a_run("2027-05-04")
NEW_RUN_WITH_LINK = a_run("2027-05-04", registration=SIGN_UP)
OLD_RUN = a_run("2026-03-04", registration="https://example.org/26")


@pytest.mark.parametrize("intent", ["dates", "registration", "deadline", "steps"])
@pytest.mark.parametrize("new", [NEW_RUN, NEW_RUN_WITH_LINK])
def test_with_a_new_date_nobody_hears_what_to_do_instead(intent: str, new: Run) -> None:
    """"Frag, ob wieder ein Kurs startet" contradicts the date: it holds only while nothing is coming."""
    fields = {"instead": "Frag, ob wieder einer startet.", "contact": "firma"}
    asked = HOW if intent == HOW.id else an_intent(intent, needs=("offer",), answer={"show": [intent]})
    before, after = (
        a_desk(an_offer("kurs", runs=runs, **fields), an_organisation(phone="1"), asked) for runs in ([OLD_RUN], [OLD_RUN, new])
    )

    assert fields["instead"] in before.said(intent, "kurs")
    assert fields["instead"] not in after.said(intent, "kurs")
    assert "4. Mai 2027" in after.said(intent, "kurs")


def test_asked_for_the_steps_the_open_link_or_the_date_comes_first() -> None:
    """Then what always holds, else that the way is not known and who knows it."""
    steps = {"steps": "Bring ein Zeugnis mit."}
    with_link, open_alone, with_steps, bare = (
        a_desk(an_offer("kurs", runs=[run], facets=facets, contact="firma"), an_organisation(phone="1"), HOW)
        for run in (NEW_RUN_WITH_LINK, NEW_RUN) for facets in (steps, {})
    )
    is_open = bare.says("registration-open", when="Dienstag, 4. Mai 2027")
    date = bare.says("date-ahead", title="Kurs", when="Dienstag, 4. Mai 2027", where="")
    ask = f"{bare.says('registration-unknown')} {bare.says('ask-them-at', who='Firma', reach='1')}"

    assert with_link.said("steps", "kurs") == f"{is_open} {steps['steps']}"
    assert [link.url for link in with_link.answer("steps", "kurs").links] == [SIGN_UP]
    assert open_alone.said("steps", "kurs") == is_open
    assert with_steps.said("steps", "kurs") == f"{date} {steps['steps']}"
    assert bare.said("steps", "kurs") == f"{date} {ask}"


def test_asked_for_the_steps_a_closed_registration_is_told_as_closed() -> None:
    """The course is still ahead, but one can no longer sign up; the link is gone."""
    desk = a_desk(an_offer("kurs", runs=[a_run("2027-05-04", deadline="2027-03-01", registration=SIGN_UP)]), HOW)

    assert desk.said("steps", "kurs").startswith(desk.says("registration-closed", when="am 4. Mai 2027"))
    assert desk.answer("steps", "kurs").links == ()


def test_a_new_date_without_a_link_is_told_with_whom_to_ask_after_the_closed_one() -> None:
    """The old link is gone, the new date has none: who knows how to sign up is named."""
    desk = a_desk(an_offer("kurs", runs=[OLD_RUN, NEW_RUN], contact="firma"), an_organisation(phone="1"))

    assert desk.said("registration", "kurs").endswith(desk.says("ask-them-at", who="Firma", reach="1"))


def test_nobody_signs_up_for_what_runs_or_is_over() -> None:
    """Without any link it is still said that it is too late."""
    desk = a_desk(an_event("messe", type="meeting", runs=[a_run("2027-03-03", end="2027-03-05")]))

    assert desk.says("date-running", title="Messe", start="Mittwoch, 3. März 2027", end="Freitag, 5. März 2027") in desk.said(
        "registration", "messe"
    )
    assert "vorbei" in desk.on("2027-03-06").said("registration", "messe")


def test_without_any_registration_the_bot_says_so() -> None:
    """A home page is offered as the one to ask, not as the way to sign up."""
    page = {"title": "Öffnen", "url": "https://www.example.org/kurs/"}
    desk = a_desk(an_offer("kurs", links=[page]))

    reply = desk.answer("registration", "kurs")

    assert desk.said("registration", "kurs").startswith(desk.says("not-there", why=desk.says("missing", title="Kurs")))
    assert desk.says("ask-them-self", who="Kurs", reach="example.org/kurs") in desk.said("registration", "kurs")
    assert reply.links == (Link("Öffnen", "https://www.example.org/kurs/"),)


# Until when


def test_a_deadline_ahead_is_told_with_the_link() -> None:
    """As for the registration itself."""
    desk = a_desk(an_offer("kurs", runs=[a_run("2027-06-01", deadline="2027-05-01", registration=SIGN_UP)]))

    assert desk.says("registration-until", day="Samstag, 1. Mai 2027") in desk.said("deadline", "kurs")


def test_the_deadline_of_a_round_without_days_is_over_the_day_after() -> None:
    """On its last day one can still apply; the newest one counts, and what staff wrote follows."""
    rounds = [{"when": f"{year}-10-26", "deadline": True, "what": f"Bewerbungsschluss {year}"} for year in (2027, 2026)]
    desk = a_desk(an_offer("kurs", history=rounds, facets={"deadline": "Schau nach."}), showing("deadline", "deadline"), VACANCIES)
    said = {"what": "Bewerbungsschluss 2027", "day": "26. Oktober 2027"}
    ahead, passed = (f"{desk.says(key, **said)} Schau nach." for key in ("deadline-ahead", "deadline-passed"))

    assert desk.on("2027-10-26").said("deadline", "kurs") == ahead
    assert desk.on("2027-10-27").said("deadline", "kurs") == passed
    assert desk.on("2027-10-27").said("vacancies", "kurs").endswith(passed)


@pytest.mark.parametrize(("day", "key"), [("2027-10-31", "deadline-ahead"), ("2027-11-01", "deadline-passed")])
def test_a_deadline_known_to_the_month_is_over_with_it(day: str, key: str) -> None:
    """Also where staff wrote nothing beside it."""
    desk = a_desk(an_offer("kurs", history=[{"when": "2027-10", "deadline": True, "what": "Schluss"}])).on(day)

    assert desk.said("deadline", "kurs").startswith(desk.says(key, what="Schluss", day="Oktober 2027"))


def test_where_no_deadline_is_known_that_comes_first() -> None:
    """Then how to sign up, or whom to ask."""
    desk = a_desk(an_offer("lehre", facets={"steps": "Ruf an."}), an_offer("kurs", runs=[a_run("2027-06-01")]))

    assert desk.said("deadline", "lehre") == f"{desk.says('deadline-unknown')} Ruf an."
    assert desk.said("deadline", "kurs").startswith(desk.says("deadline-unknown"))


def test_asked_for_the_deadline_of_what_is_over_that_is_said_first() -> None:
    """Nobody hears of an unknown deadline where it is too late anyway."""
    desk = a_desk(an_event("messe", runs=[a_run("2025-04-03")], facets={"steps": "Komm vorbei."}), a_course("2025-06-01"))

    past = without_source(desk.answer("deadline", "messe", period=("2025-01-01", "2026-01-01")))

    assert past.startswith(desk.says("date-event-over", title="Messe", when="Donnerstag, 3. April 2025"))
    assert desk.said("deadline", "kurs").startswith(desk.says("registration-closed", when="am 1. Juni 2025"))


def test_without_a_deadline_the_open_link_is_shown() -> None:
    """After saying that none is known."""
    desk = a_desk(a_course("2027-06-01"))

    reply = desk.answer("deadline", "kurs")

    assert without_source(reply).startswith(desk.says("deadline-unknown"))
    assert [link.url for link in reply.links] == [SIGN_UP]


def test_a_deadline_staff_wrote_down_is_told() -> None:
    """In their words."""
    desk = a_desk(an_offer("studium", facets={"steps": "Ruf an.", "deadline": "Bis Mitte Juli."}))

    assert desk.said("deadline", "studium") == "Bis Mitte Juli."


# Whether a place is free

VACANCIES = showing("vacancies", "vacancies")


def test_whether_a_place_is_free_nobody_tells_us() -> None:
    """That is said first, then until when or how to sign up."""
    desk = a_desk(an_offer("lehre", facets={"steps": "Ruf an."}), an_offer("studium", facets={"deadline": "Bis Mitte Juli.", "steps": "Ruf an."}),
                  a_course("2027-06-01"), VACANCIES)
    unknown = desk.says("vacancies-unknown")

    assert desk.said("vacancies", "lehre") == f"{unknown} Ruf an."
    assert desk.said("vacancies", "studium") == f"{unknown} Bis Mitte Juli."
    assert desk.said("vacancies", "kurs").startswith(unknown)
    assert [link.url for link in desk.answer("vacancies", "kurs").links] == [SIGN_UP]


def test_of_what_is_over_nobody_asks_whether_a_place_is_free() -> None:
    """It is too late: that is the answer."""
    said = a_desk(a_course("2025-06-01"), VACANCIES).said("vacancies", "kurs")

    assert "Plätze frei" not in said
    assert "geschlossen" in said


# Online or on site


@pytest.mark.parametrize("kind", ["in-person", "online", "hybrid"])
def test_how_one_takes_part_is_told_for_the_coming_or_the_last_run(kind: Literal["in-person", "online", "hybrid"]) -> None:
    """A past run is named as past, and a new one is open."""
    desk = a_desk(an_offer("kurs", runs=[a_run("2027-03-05", format=kind)]))

    assert desk.said("format", "kurs") == desk.says(f"format-{kind}", when="Freitag, 5. März 2027")
    assert desk.on("2027-03-06").said("format", "kurs") == desk.says(f"format-was-{kind}", when="im März 2027")


def test_what_staff_wrote_about_taking_part_goes_first() -> None:
    """A facet says more than a run."""
    desk = a_desk(a_course("2027-03-05", facets={"format": "Mal so, mal so."}))

    assert desk.said("format", "kurs") == "Mal so, mal so."


# Watching


def recorded(**fields: object) -> Event:
    """Return a fair on 13 February 2026 that could be watched."""
    return an_event("messe", runs=[a_run("2026-02-13", **fields)])


def test_a_recording_can_be_watched_until_its_last_day() -> None:
    """From the day itself on, and no longer than announced."""
    desk = a_desk(recorded(recording={"url": FILM, "until": "2027-03-04"}))

    assert desk.said("recording", "messe") == desk.says("recording-there", day="4. März 2027")
    assert desk.on("2026-02-13").said("recording", "messe") == desk.says("recording-there", day="4. März 2027")
    assert desk.answer("recording", "messe").links == (Link(desk.says("watch"), FILM),)


def test_a_recording_that_is_gone_is_named_as_gone() -> None:
    """No link to a film that is no longer there."""
    desk = a_desk(recorded(recording={"url": FILM, "until": "2027-03-03"}))

    assert desk.said("recording", "messe") == desk.says("recording-gone", day="3. März 2027")
    assert desk.answer("recording", "messe").links == ()


def test_before_the_day_there_is_no_recording() -> None:
    """What has not happened was not recorded."""
    desk = a_desk(recorded(recording={"url": FILM, "until": "2027-03-04"})).on("2026-02-12")

    assert desk.said("recording", "messe").startswith(desk.says("not-there", why=desk.says("missing", title="Messe")))


def test_a_stream_is_ahead_or_over() -> None:
    """It is linked before and on its day; afterwards it is over."""
    desk = a_desk(recorded(stream=LIVE))

    for day in ("2026-02-12", "2026-02-13"):
        assert desk.on(day).said("recording", "messe") == desk.says("stream-ahead", when="Freitag, 13. Februar 2026")
        assert [link.url for link in desk.on(day).answer("recording", "messe").links] == [LIVE]
    assert desk.said("recording", "messe") == desk.says("stream-over", day="13. Februar 2026", page="example.org/live")
    assert desk.answer("recording", "messe").links == ()


def test_recording_and_stream_are_told_together() -> None:
    """The film first, then that the stream is over."""
    desk = a_desk(recorded(stream=LIVE, recording={"until": "2027-12-31"}))

    assert desk.said("recording", "messe") == " ".join(
        (desk.says("recording-there", day="31. Dezember 2027"), desk.says("stream-over", day="13. Februar 2026", page="example.org/live"))
    )
    assert desk.answer("recording", "messe").links == ()


def test_nobody_watches_what_was_cancelled() -> None:
    """A cancelled run has neither stream nor film."""
    desk = a_desk(recorded(stream=LIVE, status="cancelled")).on("2026-02-12")

    assert LIVE not in [link.url for link in desk.answer("recording", "messe").links]


# What it is


def test_an_overview_says_whether_it_is_still_to_come() -> None:
    """Ahead, running, cancelled and over all stand beside the summary."""
    course = an_offer("kurs", summary="Ein Kurs.", runs=[a_run("2027-03-04", end="2027-03-05")])
    desk = a_desk(course)
    off = a_desk(an_event("messe", summary="Eine Messe.", runs=[a_run("2027-03-05", status="cancelled")]))

    assert desk.on("2027-03-03").said("overview", "kurs").startswith("Ein Kurs. " + desk.says("date-ahead", title="Kurs", when="Donnerstag, 4. März 2027 bis Freitag, 5. März 2027", where=""))
    assert "läuft gerade" in desk.on("2027-03-05").said("overview", "kurs")
    assert "vorbei" in desk.on("2027-03-06").said("overview", "kurs")
    assert desk.says("date-cancelled", when="Freitag, 5. März 2027") in off.said("overview", "messe")


def test_an_overview_without_dates_is_the_summary_with_its_page() -> None:
    """The first page is a button."""
    pages = [{"title": "Öffnen", "url": "https://example.org/1"}, {"title": "Mehr", "url": "https://example.org/2"}]
    desk = a_desk(an_offer("kurs", summary="Ein Kurs.", links=pages, recurs="jeden Herbst"))

    assert desk.said("overview", "kurs") == "Ein Kurs."
    assert desk.answer("overview", "kurs").links == (Link("Öffnen", "https://example.org/1"),)


def test_an_overview_of_an_event_tells_its_season() -> None:
    """Who names a fair wants to know when it is, though no day of it is known."""
    desk = a_desk(an_event("messe", summary="Eine Messe.", recurs="jeden Herbst"))

    assert desk.said("overview", "messe") == f"Eine Messe. {desk.says('date-usually', title='Messe', usually='jeden Herbst')}"


@pytest.mark.parametrize("asked", ["overview", "dates", "deadline", "registration"])
def test_an_event_of_which_only_its_season_is_known_leads_on(asked: str) -> None:
    """When the next is, and whether one can still sign up: whoever holds it can tell."""
    desk = a_desk(an_event("messe", summary="Eine Messe.", recurs="jeden Herbst", instead="Frag die Firma."))

    assert desk.said(asked, "messe").endswith(f"{desk.says('date-usually', title='Messe', usually='jeden Herbst')}\n\nFrag die Firma.")


def test_an_overview_of_what_is_over_leads_on() -> None:
    """There is always somebody to ask."""
    desk = a_desk(a_course("2026-02-13", summary="Ein Kurs.", contact="firma"), an_organisation(phone="0355 1"))

    assert desk.said("overview", "kurs").endswith(desk.says("ask-them-at", who="Firma", reach="0355 1"))
    assert labels(desk.answer("overview", "kurs"))


def test_in_a_year_every_date_is_told_as_what_it_is() -> None:
    """One that is on, one that is called off, one to come."""
    runs = [a_run("2027-03-01", end="2027-03-09"), a_run("2027-04-01", status="cancelled"), a_run("2027-05-01")]
    desk = a_desk(an_event("messe", runs=runs))

    said = without_source(desk.answer("dates", "messe", period=("2027-01-01", "2028-01-01")))

    assert desk.says("date-cancelled", when="Donnerstag, 1. April 2027") in said
    assert "9. März 2027" in said
    assert "1. Mai 2027" in said
