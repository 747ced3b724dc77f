"""Members, parts and history."""

from __future__ import annotations

import pytest

from bot.model.context import ListView
from bot.model.reply import Items, Reply
from bot.model.topics import Network
from tests.answers.desk import Desk, a_desk, labels, source_of, without_source
from tests.builders import a_network, a_run, an_intent, an_offer, an_organisation

FIRMS = tuple(an_organisation(f"firma-{number}") for number in range(1, 9))


def a_club(first: int = 8, second: int = 0, **members: object) -> Network:
    """Return a network whose list has two groups of so many firms."""
    ids = [firm.id for firm in FIRMS]
    groups = [
        {"title": {"de": "Hochschulen", "en": "Universities"}, "who": ids[:first]},
        {"title": {"de": "Unternehmen", "en": "Companies"}, "who": ids[first : first + second]},
    ]
    return a_network("netz", members={"groups": groups, **members}, facets={"join": "Schreib uns."})


def page(desk: Desk, *, shown: int = 0, group: int | None = None) -> Reply:
    """Return a page of the member list."""
    return desk.answer("members", "netz", view=ListView("members", group=group, shown=shown))


def test_members_are_counted_and_the_first_six_named() -> None:
    """More are a tap away, and the whole list tells what to know about it."""
    desk = a_desk(a_club(note="Stand der Liste ist alt."), *FIRMS)

    reply = desk.answer("members", "netz")

    assert Items(tuple(f"Firma {number}" for number in range(1, 7))) in reply.blocks
    assert without_source(reply).startswith(desk.says("members", title="Netz", count=8))
    assert "Stand der Liste ist alt." in without_source(reply)
    assert labels(reply)[0] == "Mehr zeigen"
    assert reply.listed == tuple(f"firma-{number}" for number in range(1, 7))


def test_the_rest_follows_on_the_next_page() -> None:
    """The note is said once; after the last page there is no more."""
    desk = a_desk(a_club(note="Stand der Liste ist alt."), *FIRMS)

    reply = page(desk, shown=6)

    assert Items(("Firma 7", "Firma 8")) in reply.blocks
    assert without_source(reply).startswith(desk.says("members-more", title="Netz", count=8))
    assert "alt" not in without_source(reply)
    assert "Mehr zeigen" not in labels(reply)


def test_all_are_named_where_all_were_asked_for() -> None:
    """Eight fit into one reply."""
    reply = a_desk(a_club(), *FIRMS).answer("members", "netz", view=ListView("members", whole=True))

    assert len(reply.listed) == 8
    assert "Mehr zeigen" not in labels(reply)


def test_a_full_last_page_promises_no_more() -> None:
    """Six of six are all."""
    assert "Mehr zeigen" not in labels(a_desk(a_club(6), *FIRMS).answer("members", "netz"))


def test_after_the_last_member_the_list_is_at_its_end() -> None:
    """Who asks for more hears that it was all."""
    desk = a_desk(a_club(), *FIRMS)

    assert without_source(page(desk, shown=12)) == desk.says("list-end")


def test_one_group_is_told_alone_page_by_page() -> None:
    """Who asks for the universities hears of no company."""
    desk = a_desk(a_club(7, 1), *FIRMS)

    first, second, other = page(desk, group=0), page(desk, group=0, shown=6), page(desk, group=1)

    head = desk.says("members-group", title="Netz", group="Hochschulen")
    assert without_source(first).startswith(head)
    assert "Mehr zeigen" in labels(first)
    assert without_source(second) == f"{head}\n\n• Firma 7"
    assert "Mehr zeigen" not in labels(second)
    assert without_source(other) == f"{desk.says('members-group', title='Netz', group='Unternehmen')}\n\n• Firma 8"


def test_a_group_that_is_no_more_ends_the_list() -> None:
    """A button from before a change of the list leads to no error."""
    desk = a_desk(a_club(), *FIRMS)

    assert [without_source(page(desk, group=group, shown=6)) for group in (2, 7)] == [desk.says("list-end")] * 2


def test_a_network_without_list_has_no_members_to_tell() -> None:
    """The bot says so instead of an empty list."""
    desk = a_desk(a_network("netz"), an_offer("kurs"))

    for topic, title in (("netz", "Netz"), ("kurs", "Kurs")):
        for question in ("members", "membership"):
            assert desk.said(question, topic).startswith(desk.says("not-there", why=desk.says("missing", title=title)))


def test_a_member_is_told_with_the_list_s_source() -> None:
    """Yes, and where that stands."""
    desk = a_desk(a_club(), *FIRMS)

    reply = desk.answer("membership", "netz", others=("firma-3",))

    assert without_source(reply) == desk.says("member-yes", who="Firma 3", count=1, title="Netz")
    assert "Seite A" in source_of(reply)
    assert desk.answer("membership", "netz", others=("firma-3", "firma-3")) == reply  # named twice in other words


@pytest.mark.parametrize(("others", "name", "who"), [(("firma-8",), None, "Firma 8"), ((), "bosch", "Bosch")])
def test_who_is_not_on_the_list_can_still_join(others: tuple[str, ...], name: str | None, who: str) -> None:
    """A known or unknown name: not on the list we know, and how to join."""
    desk = a_desk(a_club(7), *FIRMS)

    reply = desk.answer("membership", "netz", others=others, name=name)

    assert without_source(reply) == f"{desk.says('member-no', who=who, count=1, title='Netz')} Schreib uns."


def test_one_part_can_be_asked_for() -> None:
    """The second working group, with what is known of it."""
    desk = a_desk(a_network("netz", parts=[{"title": "Bildung"}, {"title": "Werbung", "text": "Sie werben."}]))

    first, second = (without_source(desk.answer("working-groups", "netz", part=number)) for number in (0, 1))

    assert first == f"{desk.says('part', number=1, title='Netz', part='Bildung')} {desk.says('part-no-more')}"
    assert second == f"{desk.says('part', number=2, title='Netz', part='Werbung')} Sie werben."


def test_several_are_looked_up_at_once() -> None:
    """Those on the list first, then those who are not."""
    desk = a_desk(a_club(7), *FIRMS)

    said = without_source(desk.answer("membership", "netz", others=("firma-3", "firma-8", "firma-4"), name="Bosch"))

    assert said.startswith(desk.says("member-yes", who="Firma 3 und Firma 4", count=2, title="Netz"))
    assert desk.says("member-not", who="Firma 8 und Bosch", count=2, title="Netz") in said


def test_without_a_way_to_join_the_no_stands_alone() -> None:
    """Nothing is promised that no page says."""
    desk = a_desk(a_club().model_copy(update={"facets": {}}), *FIRMS)

    assert without_source(desk.answer("membership", "netz", name="Bosch")) == desk.says("member-no", who="Bosch", count=1, title="Netz")


def test_asked_for_nobody_the_bot_does_not_guess() -> None:
    """Neither yes nor no without a name."""
    desk = a_desk(a_club(), *FIRMS)

    assert desk.said("membership", "netz").startswith(desk.says("not-there", why=desk.says("missing", title="Netz")))


def test_parts_are_named_with_what_they_do() -> None:
    """Six at most; those with an entry of their own can be asked about."""
    parts = [{"title": "Gruppe 1", "text": "Für den Anfang.", "topic": "kurs"}, *({"title": f"Gruppe {n}"} for n in range(2, 9))]
    desk = a_desk(a_network("netz", parts=parts), an_offer("kurs"))

    reply = desk.answer("working-groups", "netz")

    assert Items(("Gruppe 1: Für den Anfang.", *(f"Gruppe {n}" for n in range(2, 7)))) in reply.blocks
    assert without_source(reply).startswith(desk.says("parts", title="Netz", count=8))
    assert reply.listed == ("kurs",)


def test_the_sources_of_the_beginning_and_of_the_latest_of_a_history_are_named_first() -> None:
    """No more than three are named: what was last is asked for more than what lies between."""
    pages = {f"p{at}": {"title": f"Seite {at}", "url": f"https://netz.example/{at}", "read": "2026-11-21"} for at in range(4)}
    history = [{"when": str(2018 + at), "what": "Etwas", "source": f"p{at}"} for at in range(4)]
    desk = a_desk(a_network("netz", history=history, sources=pages))

    named = source_of(desk.answer("history", "netz"))
    assert [at for at in range(4) if f"Seite {at}" in named] == [0, 1, 3]
    assert named.index("Seite 0") < named.index("Seite 3") < named.index("Seite 1")


def test_history_is_told_oldest_first() -> None:
    """Each date at its own precision."""
    history = [{"when": "2024-01-10", "what": "Neustart"}, {"when": "2018", "what": "Gründung"}, {"when": "2022-05", "what": "Beginn"}]
    desk = a_desk(a_network("netz", history=history))

    assert desk.said("history", "netz") == (
        f"{desk.says('history', title='Netz')}\n\n• 2018: Gründung\n• Mai 2022: Beginn\n• 10. Januar 2024: Neustart"
    )


def test_asked_when_it_opens_what_is_being_built_tells_what_is_planned() -> None:
    """Only what is still to come, and that hours are not known; of others just that."""
    hours = an_intent("opening-hours", answer={"facet": True})
    desk = a_desk(a_network("netz", history=[{"when": "2018", "what": "Gründung"}, {"when": "2028", "what": "Eröffnung"}]), hours)

    missing = desk.says("missing", title="Netz")

    assert desk.said("opening-hours", "netz").startswith(f"{desk.says('planned', title='Netz')}\n\n• 2028: Eröffnung\n\n{missing}")
    assert desk.on("2028-02-01").said("opening-hours", "netz").startswith(desk.says("not-there", why=desk.says("missing", title="Netz")))


def test_a_history_ends_with_the_last_date() -> None:
    """Unless it tells of that day itself."""
    first = {"when": "2024-01-10", "what": "Abschluss"}
    desk = a_desk(an_offer("kurs", history=[first], runs=[a_run("2024-03-04")]))
    told = a_desk(an_offer("kurs", history=[first, {"when": "2024-03-04", "what": "Beginn"}], runs=[a_run("2024-03-04")]))

    assert desk.says("date-offer-over", title="Kurs", when="Montag, 4. März 2024") in desk.said("history", "kurs")
    assert told.said("history", "kurs").endswith("4. März 2024: Beginn")


def test_what_has_a_history_and_no_dates_says_so_first() -> None:
    """Who asks for the next meeting hears that none is known, then how it came about."""
    desk = a_desk(a_network("netz", history=[{"when": "2018", "what": "Gründung"}]))

    assert desk.said("dates", "netz").startswith(desk.says("date-never-known", title="Netz"))
    assert "2018: Gründung" in desk.said("dates", "netz")


def test_what_has_a_history_and_no_dates_has_none_in_the_period_asked_for() -> None:
    """Nobody takes what was in 2018 for what is in 2027; who asks for 2018 hears that."""
    desk = a_desk(a_network("netz", history=[{"when": "2018", "what": "Gründung"}]))
    in_2027, in_2018 = (without_source(desk.answer("dates", "netz", period=(f"{year}-01-01", f"{year + 1}-01-01"))) for year in (2027, 2018))

    assert in_2027.startswith(desk.says("date-none-in-period", when="2027", title="Netz"))
    assert in_2018.startswith(desk.says("history", title="Netz"))


def test_a_history_that_goes_on_is_the_next_date() -> None:
    """An opening that is planned is not over: who asks for dates hears of it alone, and of the day itself until it is over."""
    desk = a_desk(a_network("netz", history=[{"when": "2018", "what": "Gründung"}, {"when": "2030-03-17", "what": "Eröffnung"}]))
    opening = f"{desk.says('planned', title='Netz')}\n\n• 17. März 2030: Eröffnung"

    assert desk.said("dates", "netz") == opening
    assert desk.on("2030-03-17").said("dates", "netz") == opening
    assert desk.on("2030-03-18").said("dates", "netz").startswith(desk.says("date-never-known", title="Netz"))


def test_what_is_still_to_come_is_marked_in_a_history() -> None:
    """One list never tells what was and what will be alike; the day after, the same line is history."""
    days = [{"when": f"2030-03-{day}", "what": "Infotag"} for day in ("17", "25")]
    desk = a_desk(a_network("netz", history=days)).on("2030-03-20")
    first = f"{desk.says('history', title='Netz')}\n\n• 17. März 2030: Infotag\n•"

    assert desk.said("history", "netz") == f"{first} Geplant: 25. März 2030: Infotag"
    assert desk.on("2030-03-26").said("history", "netz") == f"{first} 25. März 2030: Infotag"


def test_a_long_history_keeps_its_beginning_and_its_end() -> None:
    """The first and the latest five are told."""
    desk = a_desk(a_network("netz", history=[{"when": str(year), "what": "Etwas"} for year in range(2010, 2020)]))

    lines = desk.said("history", "netz").split("\n\n• ")[1]

    assert [line.split(":")[0] for line in lines.split("\n• ")] == ["2010", "2015", "2016", "2017", "2018", "2019"]


def test_nothing_is_told_of_what_has_no_parts_and_no_history() -> None:
    """The bot says so."""
    desk = a_desk(a_network("netz"))

    for question in ("working-groups", "history"):
        assert desk.said(question, "netz").startswith(desk.says("not-there", why=desk.says("missing", title="Netz")))
