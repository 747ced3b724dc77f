"""Lists of topics: filtered, six at a time, what is over last and named as over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers.lists import select
from bot.model.answerable import GENERAL_CONTACT
from bot.model.context import ListView
from bot.model.intents import ListSpec
from bot.model.reply import Items, Reply
from bot.model.topics import Topic
from tests.answers.desk import Desk, a_desk, data_of, labels, source_of, without_source
from tests.builders import (
    TODAY,
    a_catalogue,
    a_network,
    a_person,
    a_place,
    a_run,
    a_theme,
    an_event,
    an_offer,
    an_organisation,
)

OFFICE = an_organisation(GENERAL_CONTACT, title="Amt", mail="amt@example.org", type="advice")
SUMMARY = {"summary": "Etwas Gutes."}
MANY = tuple(an_offer(f"kurs-{number}", **SUMMARY) for number in range(1, 9))
OFFERS, EVENTS = ListView("list-offers"), ListView("list-events")
PLACES = (a_place("kreis", "im Kreis"), a_place("stadt", "in der Stadt", within="kreis"))


def listed(desk: Desk, view: ListView = OFFERS) -> Reply:
    """Return a list, filtered or from some place on."""
    return desk.answer(view.intent, view=view)


def sources_named(*names: str) -> dict[str, object]:
    """Return a page of each name."""
    return {name: {"title": name, "url": f"https://example.org/{name}", "read": "2026-11-21"} for name in names}


def lines(reply: Reply) -> list[str]:
    """Return the lines of a list."""
    return [line for block in reply.blocks if isinstance(block, Items) for line in block.lines]


def test_a_list_counts_names_six_and_promises_the_rest() -> None:
    """Three can be opened at once, "more" goes on."""
    desk = a_desk(*MANY)

    reply = listed(desk)

    assert without_source(reply).startswith(desk.says("list", count=8))
    assert lines(reply) == [f"Kurs {number}" for number in range(1, 7)]
    assert labels(reply) == ["Kurs 1", "Kurs 2", "Kurs 3", desk.says("more")]
    assert reply.listed == tuple(f"kurs-{number}" for number in range(1, 7))


def test_what_was_talked_about_is_not_named_among_others() -> None:
    """Who asks "noch was?" knows it already."""
    assert "Kurs 3" not in lines(listed(a_desk(*MANY), replace(OFFERS, besides=("kurs-3",))))


def test_what_is_not_wanted_is_left_out_with_what_has_to_do_with_it() -> None:
    """A field of work with what belongs to it, a body with what it offers."""
    offers = (an_offer("lehre", themes=["wind"]), an_offer("kurs", provider="firma"), an_offer("camp"))
    desk = a_desk(*offers, a_theme("wind"), an_organisation("firma"))

    assert [lines(listed(desk, replace(OFFERS, besides=(name,)))) for name in ("wind", "firma")] == [["Camp", "Kurs"], ["Camp", "Lehre"]]
    assert lines(listed(desk, replace(OFFERS, besides=("wind", "firma")))) == ["Camp"]


def test_a_list_says_which_field_of_work_is_left_out_of_it() -> None:
    """What was talked about is not named again, and a sort of offers has no name."""
    desk = a_desk(an_offer("lehre", type="apprenticeship"), an_offer("camp"), an_offer("kurs"), a_theme("wind", title="Windkraft"))

    reply = listed(desk, replace(OFFERS, besides=("wind", "apprenticeship", "kurs")))

    without = desk.says("list-without", what="Windkraft")
    assert reply.listed == ("camp",)
    assert without_source(reply).startswith(desk.says("list-filtered", count=1, filters=without))


def test_the_list_goes_on_and_ends() -> None:
    """The last page has no "more"; after it the bot says that it was all."""
    desk = a_desk(*MANY)

    rest, end = listed(desk, replace(OFFERS, shown=6)), listed(desk, replace(OFFERS, shown=12))

    assert without_source(rest).startswith(desk.says("list-more"))
    assert lines(rest) == ["Kurs 7", "Kurs 8"]
    assert "Mehr zeigen" not in labels(rest)
    assert without_source(end) == desk.says("list-end")
    assert labels(end)


def test_six_of_six_are_all() -> None:
    """A full last page promises no more."""
    assert "Mehr zeigen" not in labels(listed(a_desk(*MANY[:6])))


def test_a_single_entry_is_one_entry() -> None:
    """German and English count properly."""
    for language in ("de", "en"):
        desk = a_desk(MANY[0], language=language)
        assert without_source(listed(desk)).startswith(desk.says("list", count=1))
        assert desk.says("list", count=1) != desk.says("list", count=2).replace("2", "1")


def test_of_a_few_entries_it_is_told_what_each_is() -> None:
    """A name alone tells nobody whether it fits; of many the list stays short."""
    few, many = (lines(listed(a_desk(*MANY[:count]))) for count in (3, 4))

    assert few == [f"Kurs {number}: Etwas Gutes." for number in (1, 2, 3)]
    assert many == [f"Kurs {number}" for number in (1, 2, 3, 4)]


def test_what_is_ahead_stands_first_and_what_is_over_last() -> None:
    """Soonest first, then what has no date, then what is over and named so: first what comes again."""
    desk = a_desk(
        an_offer("alt", runs=[a_run("2024-03-04")]),
        an_offer("immer"),
        an_offer("spaet", runs=[a_run("2027-09-01")]),
        an_offer("bald", runs=[a_run("2027-03-05"), a_run("2026-03-05")]),
        an_offer("herbst", runs=[a_run("2026-09-05")], recurs="jeden Herbst"),
    )

    assert lines(listed(desk)) == [
        desk.says("list-ahead", title="Bald", when="05.03.2027"),
        desk.says("list-ahead", title="Spaet", when="01.09.2027"),
        "Immer",
        desk.says("list-over-usually", title="Herbst", when="September 2026", usually="jeden Herbst"),
        desk.says("list-over", title="Alt", when="März 2024"),
    ]
    assert desk.says("list-all-over") not in without_source(listed(desk))


def test_a_list_of_nothing_but_the_past_says_so() -> None:
    """All are over, and nothing new is known."""
    desk = a_desk(an_offer("alt", runs=[a_run("2024-03-04")]), an_offer("aelter", runs=[a_run("2023-03-04")]))

    assert desk.says("list-all-over") in without_source(listed(desk))


def test_events_none_of_which_is_ahead_are_a_few_of_the_past() -> None:
    """First that nothing is coming; then three that were, the latest first, and whom to ask."""
    desk = a_desk(OFFICE, *(an_event(f"messe-{year}", runs=[a_run(f"{year}-03-04")]) for year in range(2021, 2027)))

    reply = listed(desk, EVENTS)

    assert without_source(reply).startswith(f"{desk.says('list-none-ahead')} {desk.says('list-lately')}")
    assert reply.listed == ("messe-2026", "messe-2025", "messe-2024")
    assert "Amt" in without_source(reply)
    assert "Mehr zeigen" in labels(reply)
    assert listed(desk, replace(EVENTS, shown=3)).listed == ("messe-2023", "messe-2022", "messe-2021")


def test_events_asked_for_a_month_begin_with_those_of_that_month_in_earlier_years() -> None:
    """Who asks for October is told of the fair that was in October, though another was later."""
    desk = a_desk(an_event("winter", runs=[a_run("2026-02-13")]), an_event("herbst", runs=[a_run("2025-10-11")]))
    in_october = replace(EVENTS, days=("2027-10-01", "2027-11-01"))

    assert listed(desk, EVENTS).listed == ("winter", "herbst")
    assert listed(desk, in_october).listed == ("herbst", "winter")
    assert listed(desk, replace(EVENTS, days=("2027-01-01", "2028-01-01"))).listed == ("winter", "herbst")


def test_an_event_of_which_only_a_season_is_known_is_marked() -> None:
    """Nobody takes it for one with a date."""
    desk = a_desk(an_event("messe", recurs="jeden Mai"))

    assert lines(listed(desk, EVENTS)) == [desk.says("list-usually", title="Messe", usually="jeden Mai")]


def test_a_fair_that_is_on_stands_first() -> None:
    """It is nearer than what is ahead."""
    desk = a_desk(
        an_event("bald", runs=[a_run("2027-03-05")]), an_event("jetzt", runs=[a_run("2027-03-03", end="2027-03-09")])
    )

    assert listed(desk, EVENTS).listed == ("jetzt", "bald")


def test_offers_asked_for_a_time_without_dates_are_those_of_any_time() -> None:
    """First that no date is known then; what has begun before is left out."""
    desk = a_desk(an_offer("immer"), an_offer("alt", runs=[a_run("2024-03-04")]))

    soon, in_may = listed(desk, replace(OFFERS, ahead=True)), listed(desk, replace(OFFERS, days=("2027-05-01", "2027-06-01")))

    assert without_source(soon).startswith(f"{desk.says('list-none-ahead')} {desk.says('list-any-time')}")
    assert without_source(in_may).startswith(f"{desk.says('list-none-in-period', when='Im Mai 2027')} {desk.says('list-any-time')}")
    assert (soon.listed, in_may.listed) == (("immer",), ("immer",))


def test_the_period_of_a_list_is_said() -> None:
    """Beside the other filters."""
    desk = a_desk(an_event("messe", runs=[a_run("2027-04-02")]))

    said = without_source(listed(desk, replace(EVENTS, days=("2027-04-01", "2027-05-01"))))

    assert said.startswith(desk.says("list-filtered", count=1, filters="im April 2027"))


def test_a_past_period_is_told_as_past_in_the_first_sentence() -> None:
    """Then the days, oldest first, whatever kind it was, and a person to ask about new ones; what has no dates is left out."""
    course = an_offer("kurs", runs=[a_run("2026-03-09", lasts_days=5)])
    fair = an_event("messe", runs=[a_run("2026-03-02", end="2026-03-03"), a_run("2027-05-01")])
    desk = a_desk(course, fair, an_offer("immer"), OFFICE)

    reply = listed(desk, replace(EVENTS, days=("2026-03-01", "2026-04-01"), dated=True))

    assert without_source(reply).startswith(desk.says("list-over-in-period", count=2, when="Im März 2026", beside=""))
    assert lines(reply) == [
        desk.says("list-was", title="Messe", when="vom 2. März bis 3. März 2026"),
        desk.says("list-began", title="Kurs", when="am 9. März 2026"),
    ]
    assert "amt@example.org" in without_source(reply)


def test_a_period_that_goes_on_but_has_no_date_left_says_so_first() -> None:
    """Past entries never pass for an answer to what is still to come, however it is asked."""
    desk = a_desk(an_event("messe", runs=[a_run("2027-01-02")]))
    year = replace(EVENTS, days=("2027-01-01", "2028-01-01"))

    plain, still = without_source(listed(desk, year)), without_source(listed(desk, replace(year, ahead=True)))

    assert plain.startswith(desk.says("list-none-left-but-over", when="2027", beside=""))
    assert still.startswith(desk.says("list-none-left", when="2027"))


def test_of_a_period_only_what_is_left_is_listed_where_that_is_asked() -> None:
    """«noch dieses Jahr»: what is over does not stand beside what comes."""
    desk = a_desk(an_event("alt", runs=[a_run("2027-01-02")]), an_event("neu", runs=[a_run("2027-08-01"), a_run("2027-02-01")]))

    reply = listed(desk, replace(EVENTS, days=("2027-01-01", "2028-01-01"), ahead=True))

    assert lines(reply) == [desk.says("list-ahead", title="Neu", when="01.08.2027")]


def test_where_a_period_is_empty_the_dates_after_it_are_no_past_ones() -> None:
    """They are named as coming up."""
    desk = a_desk(an_event("messe", runs=[a_run("2027-08-01")]))

    reply = listed(desk, replace(EVENTS, days=("2027-03-04", "2027-03-05"), dated=True))

    none = desk.says("list-none-in-period", when="Am 4. März 2027")
    assert without_source(reply).startswith(f"{none} {desk.says('list-else-ahead')}")


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_on_or_called_off_is_not_over(language: str) -> None:
    """A running event is running, a cancelled one cancelled."""
    desk = a_desk(
        an_event("an", runs=[a_run("2027-03-01", end="2027-03-05")]),
        an_event("aus", runs=[a_run("2027-03-05", status="cancelled")]),
        an_event("lang", runs=[a_run("2027-03-02", lasts_days=7)]),
        language=language,
    )

    reply = listed(desk, EVENTS)

    assert lines(reply) == [
        desk.says("list-running", title="An", when={"de": "05.03.2027", "en": "5 Mar 2027"}[language]),
        desk.says("list-running-begun", title="Lang"),
        desk.says("list-cancelled", title="Aus", when={"de": "05.03.2027", "en": "5 Mar 2027"}[language]),
    ]
    assert desk.says("list-all-over") not in without_source(reply)


def test_a_date_called_off_does_not_hide_what_took_place() -> None:
    """When it was last stays told, with every day that is cancelled; in a period without it the cancelled days alone."""
    off = [a_run("2027-07-02", status="cancelled"), a_run("2027-06-11", end="2027-06-12", status="cancelled", source="neu")]
    fair = an_event("messe", runs=[*off, a_run("2026-02-13")], sources=sources_named("alt", "neu"))
    was, days = a_desk().says("list-over", title="Messe", when="Februar 2026"), "11.06.2027 bis 12.06.2027"
    desk = a_desk(fair)

    lately, in_june = listed(desk, EVENTS), listed(desk, replace(EVENTS, days=("2027-06-01", "2027-07-01")))

    assert lines(lately) == [desk.says("list-also-cancelled", line=was, when=f"{days}, 02.07.2027")]
    assert lines(in_june) == [desk.says("list-cancelled", title="Messe", when=days)]
    assert ("alt" in source_of(lately), "alt" in source_of(in_june), "neu" in source_of(in_june)) == (True, False, True)


def test_a_date_of_several_days_is_listed_with_both_and_with_its_own_source() -> None:
    """The page of an edition before says nothing of the next."""
    runs = [a_run("2027-04-12", end="2027-04-13", source="neu"), a_run("2026-02-13")]
    desk = a_desk(an_event("messe", runs=runs, sources=sources_named("alt", "neu")))

    reply = listed(desk, EVENTS)

    assert lines(reply) == [desk.says("list-ahead-days", title="Messe", when="12.04.2027 bis 13.04.2027")]
    assert ("alt" in source_of(reply), "neu" in source_of(reply)) == (False, True)


def test_when_something_usually_is_has_a_source_of_its_own() -> None:
    """Beside that of the last date."""
    recurs = {"de": "im März", "source": "neu"}
    sources = sources_named("rest", "alt", "neu")
    desk = a_desk(an_event("messe", runs=[a_run("2026-03-05", source="alt")], recurs=recurs, sources=sources))
    undated = a_desk(an_event("messe", recurs=recurs, sources=sources))

    told = [source_of(listed(each, EVENTS)) for each in (desk, undated)]

    assert [[name for name in sources if name in said] for said in told] == [["alt", "neu"], ["neu"]]


def test_a_list_is_narrowed_by_theme_place_and_type() -> None:
    """The filters are said; a town is found in its district."""
    desk = a_desk(
        *PLACES, a_theme("wind", title="Windkraft"),
        an_offer("beides", themes=["wind"], place="stadt"),
        an_offer("wind-kurs", themes=["wind"]),
        an_offer("stadt-praktikum", place="stadt", type="internship"),
    )

    both = listed(desk, replace(OFFERS, themes=("wind",), places=("kreis",)))

    assert lines(both) == ["Beides"]
    assert without_source(both).startswith(desk.says("list-filtered", count=1, filters="Windkraft, im Kreis"))
    assert lines(listed(desk, replace(OFFERS, types=("internship",)))) == ["Stadt Praktikum"]
    assert lines(listed(desk, replace(OFFERS, themes=("wind",)))) == ["Beides", "Wind Kurs"]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (("2027-03-05", "2027-03-06"), ["an", "bald"]),
        (("2027-03-06", "2027-03-07"), ["an"]),
        (("2027-03-08", "2027-03-09"), []),
        (("2027-02-01", "2027-03-01"), []),
        (("2027-02-01", "2027-03-02"), ["an"]),
    ],
)
def test_a_list_is_narrowed_to_what_takes_place_in_a_period(days: tuple[str, str], found: list[str]) -> None:
    """The last day of a period is not in it; what has begun before may still be on."""
    catalogue = a_catalogue(
        an_event("bald", runs=[a_run("2027-03-05")]), an_event("an", runs=[a_run("2027-03-01", end="2027-03-07")]), an_event("nie")
    )

    view = ListView("list-events", days=days)
    assert sorted(topic.id for topic in select(catalogue, ListSpec(of=("event",)), view, TODAY)) == found


def test_what_was_in_a_past_period_is_named_as_over() -> None:
    """Also where it began before."""
    desk = a_desk(an_event("alt", runs=[a_run("2026-02-27", end="2026-03-02")]), an_event("neu", runs=[a_run("2027-02-01")]))

    reply = listed(desk, replace(EVENTS, days=("2026-03-01", "2026-04-01")))

    assert lines(reply) == [desk.says("list-was", title="Alt", when="vom 27. Februar bis 2. März 2026")]


def test_a_list_names_only_its_kinds_and_types() -> None:
    """Contacts are offices of advice, not firms."""
    desk = a_desk(OFFICE, an_organisation("firma"), *MANY[:1])

    assert lines(listed(desk, ListView("list-advice"))) == ["Amt"]


def test_a_list_of_people_leaves_out_the_press() -> None:
    """Who speaks to the press only is never offered."""
    catalogue = a_catalogue(a_person("ada-muster"), a_person("presse", press_only=True))

    found = select(catalogue, ListSpec(of=("person",)), ListView("list"), TODAY)

    assert [topic.id for topic in found] == ["ada-muster"]


def test_what_a_town_has_not_its_district_may_have() -> None:
    """That the town has none comes first."""
    desk = a_desk(
        a_place("kreis", "im Kreis", type="district"), a_place("stadt", "in der Stadt", within="kreis"),
        a_place("dorf", "im Dorf", within="kreis"), an_offer("kurs", place="dorf"),
    )

    reply = listed(desk, replace(OFFERS, places=("stadt",)))

    none, found = desk.says("list-empty-filtered", filters="in der Stadt"), desk.says("list-filtered", count=1, filters="im Kreis")
    assert without_source(reply).startswith(f"{none} {found}")
    assert reply.listed == ("kurs",)


def test_of_a_town_without_any_event_those_of_its_district_are_told() -> None:
    """They were lately, though none is ahead; where the town had one, its own."""
    places = (
        a_place("kreis", "im Kreis", type="district"), a_place("stadt", "in der Stadt", within="kreis"),
        a_place("dorf", "im Dorf", within="kreis"), an_event("messe", runs=[a_run("2025-03-04", place="dorf")]),
    )
    there = an_event("treffen", runs=[a_run("2025-05-06", place="stadt")])
    view = replace(EVENTS, places=("stadt",))

    assert listed(a_desk(*places), view).listed == ("messe",)
    assert listed(a_desk(*places, there), view).listed == ("treffen",)


def test_a_list_is_narrowed_to_whom_it_is_for() -> None:
    """What is for everyone is for teachers too, behind what is for them; whom it is for is said."""
    desk = a_desk(*(an_offer(name, **{"for": [whom]}) for name, whom in (("a", "everyone"), ("b", "teachers"), ("c", "pupils"))))

    reply = listed(desk, replace(OFFERS, audience=("teachers",)))

    assert reply.listed == ("b", "a")
    assert without_source(reply).startswith(desk.says("list-filtered", count=2, filters=desk.says("audience-teachers")))


def test_what_is_responsible_for_a_town_without_any_is_named() -> None:
    """"Handwerk in Guben": the chamber is elsewhere and there for it; that nothing is right there comes first."""
    desk = a_desk(
        a_place("kreis", "im Kreis", type="district"), a_place("stadt", "in der Stadt", within="kreis"),
        an_organisation("kammer", covers=["kreis"]), an_offer("kurs", provider="kammer"), an_offer("fern"),
    )

    reply = listed(desk, replace(OFFERS, places=("stadt",)))

    assert without_source(reply).startswith(desk.says("list-responsible", filters="in der Stadt"))
    assert reply.listed == ("kurs",)


def test_where_nothing_of_a_sort_fits_a_theme_what_else_there_is_of_it_is_named() -> None:
    """A "Kurs" may be called otherwise with us; page by page, and only where a theme or place narrows it."""
    others = tuple(an_offer(f"wind-{number}", type="language", themes=["wind"]) for number in range(1, 9))
    desk = a_desk(OFFICE, a_theme("wind"), *others)
    view = replace(OFFERS, types=("further-training",), themes=("wind",))

    first, second = listed(desk, view), listed(desk, replace(view, shown=6))

    assert without_source(first).startswith(f"{desk.says('list-other-sort')} {desk.says('list-filtered', count=8, filters='Wind')}")
    assert desk.says("list-other-sort") not in without_source(second)
    assert [lines(first)[0], *lines(second)] == ["Wind 1", "Wind 7", "Wind 8"]
    assert desk.says("list-empty") in without_source(listed(desk, replace(view, themes=())))


def test_where_nothing_of_a_kind_has_to_do_with_a_theme_whatever_has_is_named() -> None:
    """Nobody of ours deals with it but a network: "dazu habe ich nichts gefunden" would be untrue."""
    desk = a_desk(OFFICE, *MANY, a_theme("wind"), a_network("netz", themes=["wind"]))

    reply = listed(desk, replace(OFFERS, themes=("wind",)))

    assert without_source(reply).startswith(desk.says("list-no-offer", count=1, filters="Wind"))
    assert reply.listed == ("netz",)


def test_a_field_of_work_without_an_offer_can_be_tried_out() -> None:
    """Nothing to do with animals is known: then what leads into any field; not on the next page, not without a field."""
    trial = an_offer("praktikum", summary="Im Praktikum geht vieles.")
    desk = a_desk(OFFICE, trial, a_theme("wind"), a_theme("tiere"), a_network("netz", themes=["wind"]))

    for theme in ("wind", "tiere"):
        assert "Im Praktikum geht vieles." in without_source(listed(desk, replace(OFFERS, themes=(theme,))))
    assert "Im Praktikum" not in without_source(listed(desk, replace(OFFERS, places=("stadt",))))
    assert listed(desk, replace(OFFERS, themes=("tiere",))).listed == ("praktikum",)


def test_who_looks_for_a_course_hears_whom_to_ask_instead_of_an_internship() -> None:
    """A German course is no field of work; whoever deals with the theme is named all the same."""
    trial = an_offer("praktikum", summary="Im Praktikum geht vieles.")
    desk = a_desk(OFFICE, trial, a_theme("wind"), a_network("netz", themes=["wind"]))

    reply = listed(desk, replace(OFFERS, themes=("wind",), types=("further-training",)))

    assert reply.listed == ("netz",)
    assert "Im Praktikum" not in without_source(reply)
    assert "amt@example.org" in without_source(reply)


def test_an_empty_list_says_so_and_leads_on() -> None:
    """Whom to ask, the same list without filters, and the usual ways on."""
    desk = a_desk(OFFICE, *MANY, a_theme("wind"))

    reply = listed(desk, replace(OFFERS, themes=("wind",)))

    assert without_source(reply) == f"{desk.says('list-empty-filtered', filters='Wind')}\n\n{desk.says('ask-them-at', who='Amt', reach='amt@example.org')}"
    assert data_of(reply)[0] == "q:list-offers"


@pytest.mark.parametrize(("more", "said"), [((), "list-no-offer"), ((an_offer("lehre", themes=["wind"]),), "list-filtered")])
def test_who_only_deals_with_a_field_is_no_offer(more: tuple[Topic, ...], said: str) -> None:
    """Where a field alone is named, that there is nothing to learn in it comes first, and whom to ask."""
    desk = a_desk(OFFICE, *more, a_theme("wind"), an_organisation("firma", themes=["wind"]))

    text = without_source(listed(desk, replace(OFFERS, themes=("wind",), of_any_kind=True)))

    assert text.startswith(desk.says(said, count=1 + len(more), filters="Wind"))
    assert ("amt@example.org" in text) == (not more)


def test_an_empty_list_without_filters_does_not_offer_itself() -> None:
    """Never the same dead end twice; the reply stands even where no office is known."""
    reply = listed(a_desk(), EVENTS)

    assert "q:list-events" not in data_of(reply)
    assert without_source(reply) == a_desk().says("list-none-ahead")


def test_a_tapped_list_needs_no_filters() -> None:
    """The button asks the question alone."""
    assert lines(a_desk(*MANY[:2]).answer("list-offers")) == ["Kurs 1: Etwas Gutes.", "Kurs 2: Etwas Gutes."]


def test_only_what_can_be_told_is_a_button() -> None:
    """An entry without summary is named but not offered."""
    assert data_of(listed(a_desk(an_offer("stumm"), *MANY[:1]))) == ["q:overview:kurs-1"]


def test_pages_can_be_turned_both_ways() -> None:
    """By buttons that know their list and page, however often they are tapped."""
    desk = a_desk(*MANY)
    first, second = listed(desk), listed(desk, ListView("list-offers", shown=6))
    mark = ListView("list-offers").mark

    assert data_of(first)[-1] == f"page:6:{mark}"
    assert f"page:0:{mark}" in data_of(second)
    assert ListView("list-offers", themes=("wind",)).mark != mark


def test_what_comes_is_named_alone_and_what_was_apart() -> None:
    """Fifteen fairs that are over are no dates ahead; a few of them follow as past, and all on the next pages."""
    past = [an_event(f"messe-{number}", runs=[a_run(f"2026-0{number}-05")]) for number in range(1, 9)]
    soon, on = an_event("bald", runs=[a_run("2027-04-05")]), an_event("an", runs=[a_run("2027-03-01", end="2027-03-09")])
    desk = a_desk(*past, soon)

    told, both = listed(desk, EVENTS), listed(a_desk(*past, soon, on), EVENTS)

    ahead = f"{desk.says('list-coming', on=0, beside='')}\n\n• {desk.says('list-ahead', title='Bald', when='05.04.2027')}"
    assert without_source(told).startswith(f"{ahead}\n\n{desk.says('list-lately')}\n\n• Messe 8")
    assert told.listed == ("bald", "messe-8", "messe-7", "messe-6")
    assert listed(desk, replace(EVENTS, shown=4)).listed == ("messe-5", "messe-4", "messe-3", "messe-2", "messe-1")
    assert without_source(both).startswith(desk.says("list-coming", on=1, beside=""))


def test_what_goes_on_at_any_time_follows_what_comes() -> None:
    """Of offers asked for soon; whom or where it was narrowed to is said; of those asked for without time all are counted."""
    desk = a_desk(*PLACES, *(an_offer(name, place="stadt") for name in "ab"), an_offer("kurs", place="stadt", runs=[a_run("2027-04-05")]))
    view = replace(OFFERS, places=("stadt",))

    soon, any_time = listed(desk, replace(view, ahead=True)), listed(desk, view)

    assert without_source(soon).startswith(desk.says("list-coming", on=0, beside=" (in der Stadt)"))
    assert desk.says("list-any-time") in without_source(soon)
    assert without_source(any_time).startswith(desk.says("list-filtered", count=3, filters="in der Stadt"))
    assert soon.listed == any_time.listed == ("kurs", "a", "b")


def test_where_more_is_ahead_than_a_page_has_nothing_past_is_named_on_it() -> None:
    """The list goes on with what comes."""
    ahead = [an_event(f"messe-{number}", runs=[a_run(f"2027-04-0{number}")]) for number in range(1, 9)]
    desk = a_desk(*ahead, an_event("alt", runs=[a_run("2026-04-05")]))

    first, second = listed(desk, EVENTS), listed(desk, replace(EVENTS, shown=6))

    assert first.listed == tuple(f"messe-{number}" for number in range(1, 7))
    assert second.listed == ("messe-7", "messe-8", "alt")


def test_what_is_today_is_named_so() -> None:
    """Nobody has to look at a calendar."""
    desk = a_desk(an_event("messe", runs=[a_run("2027-03-04", end="2027-03-05")]))

    assert lines(listed(desk, EVENTS)) == [desk.says("list-today", title="Messe")]


def test_a_list_of_one_body_names_what_it_gives() -> None:
    """Whose it is stands in the heading; what others give is left out."""
    desk = a_desk(an_organisation("firma", title="Firma"), an_offer("a", provider="firma", **SUMMARY), an_offer("b", **SUMMARY))
    reply = listed(desk, replace(OFFERS, by="firma"))

    assert "(Firma)" in without_source(reply)
    assert reply.listed == ("a",)
