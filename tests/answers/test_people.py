"""Who leads, signed, spoke, and whose function was what: always as of a date."""

from __future__ import annotations

from tests.answers.desk import a_desk, source_of
from tests.builders import a_network, a_person, a_run, an_event, an_offer

ADA = {"who": "ada-muster", "part": "lead", "what": {"de": "Projektleiterin", "en": "project lead"}, "as_of": "2026-02"}
BEN = {"who": "ben-muster", "part": "signed", "as_of": "2024-01-10"}
EVA = {"who": "eva-fremd", "part": "signed"}
PEOPLE = (a_person("ada-muster"), a_person("ben-muster"))


def test_a_leader_is_named_with_function_and_month() -> None:
    """What was so is said with when it was so."""
    desk = a_desk(a_network("netz", people=[ADA]), *PEOPLE)

    lead = desk.says("people-lead", who="Ada Muster (Projektleiterin, im Februar 2026)")
    assert desk.said("leader", "netz") == f"{lead} {desk.says('function-today-unknown')}"


def test_of_whom_no_day_is_known_it_is_not_doubted_whether_they_still_lead() -> None:
    """Nor is a signature, which stays."""
    desk = a_desk(a_network("netz", people=[{"who": "ada-muster", "part": "lead"}, BEN]), *PEOPLE)

    assert desk.says("function-today-unknown") not in desk.said("leader", "netz") + desk.said("signatories", "netz")


def test_several_are_joined_by_and() -> None:
    """Somebody without file is named by the id, somebody without function by name and day."""
    desk = a_desk(an_offer("kurs", people=[BEN, EVA, ADA]), *PEOPLE)

    who = desk.says("people-and", first="Ben Muster (am 10. Januar 2024)", last="eva-fremd")
    assert desk.said("signatories", "kurs").startswith(desk.says("people-signed", who=who))


def test_roles_are_told_in_the_order_asked_for() -> None:
    """Leaders before heads, whatever the order in the file."""
    heads = {**ADA, "part": "heads", "who": "ben-muster"}
    desk = a_desk(a_network("netz", people=[heads, ADA]), *PEOPLE)

    said = desk.said("leader", "netz")

    assert said.index("Ada Muster") < said.index("Ben Muster")


def test_everyone_means_everyone_but_the_press() -> None:
    """Asked for people in general, the press contact is left out."""
    press = {"who": "ben-muster", "part": "press"}
    desk = a_desk(a_network("netz", people=[ADA, press]), *PEOPLE)

    assert "Ada Muster" in desk.said("everyone", "netz")
    assert "Ben Muster" not in desk.said("everyone", "netz")


def test_who_signed_is_not_answered_by_when() -> None:
    """Without anyone in that role the bot says that it does not know."""
    desk = a_desk(an_offer("kurs", people=[ADA], recurs="jeden Herbst"), *PEOPLE)

    assert desk.said("signatories", "kurs").startswith(desk.says("not-there", why=desk.says("missing", title="Kurs")))
    assert "Herbst" not in desk.said("signatories", "kurs")


def test_behind_those_who_signed_no_history_is_told() -> None:
    """Only what took place on a day has a date; a network's whole past answers another question."""
    history = [{"when": "2020", "what": "Gründung"}]
    desk = a_desk(a_network("netz", people=[BEN], history=history), an_event("messe", people=[BEN], runs=[a_run("2024-01-10")]), *PEOPLE)

    assert "Gründung" not in desk.said("signatories", "netz")
    assert "10. Januar 2024. Das" in desk.said("signatories", "messe")


def test_a_function_is_told_in_the_past_with_its_month() -> None:
    """Whether it still holds nobody knows."""
    desk = a_desk(a_person("ada-muster", functions=[{"what": "Projektleiterin", "as_of": "2026-02"}]))

    assert desk.said("function", "ada-muster") == " ".join((
        desk.says("function", name="Ada Muster", what="Projektleiterin", when="im Februar 2026"),
        desk.says("function-today-unknown"),
    ))


def test_the_latest_function_comes_first() -> None:
    """Two earlier ones follow, older ones are left out."""
    functions = [{"what": f"Amt {year}", "as_of": str(year)} for year in (2019, 2026, 2022, 2018)]
    desk = a_desk(a_person("ada-muster", functions=functions))

    said = desk.said("function", "ada-muster")

    assert said.startswith(desk.says("function", name="Ada Muster", what="Amt 2026", when="2026"))
    assert [year in said for year in ("2019", "2022", "2018")] == [True, True, False]


def test_nobody_has_a_function_no_page_names() -> None:
    """Neither a person without one nor a thing."""
    desk = a_desk(a_person("ada-muster"), an_offer("kurs"))

    for topic, title in (("ada-muster", "Ada Muster"), ("kurs", "Kurs")):
        assert desk.said("function", topic).startswith(desk.says("not-there", why=desk.says("missing", title=title)))


def test_a_role_names_its_own_source() -> None:
    """Each person may come from another page."""
    pages = {"rede": {"title": "Die Rede", "url": "https://example.org/r", "read": "2026-11-21"}}
    desk = a_desk(a_network("netz", people=[{**ADA, "source": "rede"}], sources=pages), *PEOPLE)

    assert "Die Rede" in source_of(desk.answer("leader", "netz"))


def test_people_are_named_in_english_too() -> None:
    """The function is said in the reply's language."""
    desk = a_desk(a_network("netz", people=[ADA]), *PEOPLE, language="en")

    lead = desk.says("people-lead", who="Ada Muster (project lead, in February 2026)")
    assert desk.said("leader", "netz") == f"{lead} {desk.says('function-today-unknown')}"


def test_two_functions_of_one_month_are_not_told_as_one_after_the_other() -> None:
    """Only an older one was before."""
    functions = [{"what": {"de": what}, "as_of": when} for what, when in (("Managerin", "2024-07"), ("Sprecherin", "2024-07"), ("Referentin", "2022"))]
    said = a_desk(a_person("ada-muster", functions=functions)).said("function", "ada-muster")

    assert "Ebenfalls genannt: Sprecherin (im Juli 2024)." in said
    assert "Davor genannt: Referentin (2022)." in said
