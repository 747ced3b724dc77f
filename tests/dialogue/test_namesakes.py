"""What is called the same but for where it is, or for who gives it."""

from __future__ import annotations

import pytest

from bot.dialogue.policy import Policy
from bot.model.moves import AnswerIntent, Move, Several
from bot.model.reading import Mention
from tests.builders import (
    a_catalogue,
    a_context,
    a_mention,
    a_place,
    a_reading,
    an_intent,
    an_offer,
    an_organisation,
    showing,
)

HERE = an_organisation("buero-stadt", title="Lernbüro Stadt", summary="Das hier.")
THERE = an_organisation("buero-dorf", title="Lernbüro Dorf", summary="Das dort.")
POLICY = Policy(
    a_catalogue(
        HERE, THERE, an_organisation("buero", title="Büro", summary="Eins."), a_place("stadt", title="Stadt"),
        a_place("dorf", title="Dorf"), showing("overview", "overview", needs=("organisation",)),
        an_intent("elsewhere", kind="out_of_scope", answer={"text": "Nur hier."}),
    )
)
NAMED = a_mention("topic", "buero-stadt", at=3, score=0.7)


def told(text: str, *mentions: Mention, talk: tuple[str, ...] = ()) -> Move:
    """Return what is told of what *text* asks."""
    return POLICY.on_reading(a_reading(text, *mentions, intent="overview"), a_context(*talk)).move


def test_a_name_without_its_place_means_all_who_bear_it() -> None:
    """Two are told of at once."""
    both = tuple(AnswerIntent("overview", topic, confidence=0.5) for topic in ("buero-stadt", "buero-dorf"))

    assert told("was ist das lernbüro", NAMED) == Several(both)


@pytest.mark.parametrize("talk", [("buero-stadt",), ("buero", "buero-stadt")])
def test_one_that_was_talked_about_is_meant(talk: tuple[str, ...]) -> None:
    """Nobody is told of both again."""
    move = told("was ist das lernbüro", NAMED, talk=talk)

    assert (isinstance(move, AnswerIntent) and move.topic) == "buero-stadt"


def test_a_place_tells_which_is_meant() -> None:
    """Said in the name, or beside it."""
    whole = told("was ist das lernbuero stadt", Mention("topic", ("buero-stadt",), 3, 5, 1.0))
    beside = told("was ist das lernbüro in stadt", NAMED, a_mention("place", "stadt", at=5))

    assert [getattr(move, "topic", None) for move in (whole, beside)] == ["buero-stadt", "buero-stadt"]


def test_what_is_not_ours_is_told_once() -> None:
    """«Lernbüro in Ulm»: we know something of both of ours."""
    reading = a_reading("lernbüro in ulm", a_mention("topic", "buero-stadt", score=0.7), a_mention("elsewhere", "Ulm", at=2), intent="elsewhere")

    assert isinstance(POLICY.on_reading(reading, a_context()).move, AnswerIntent)


UNI = an_organisation("uni", title="Uni Stadt")
COLLEGE = an_organisation("college", title="Fachschule")
STUDYING = (
    an_offer("studium-uni", title="Studium an der Uni", also_called=["Studium"], summary="Lang.", provider="uni", place="stadt"),
    an_offer("studium-fachschule", title="Studium an der Fachschule", summary="Kurz.", provider="college", place="dorf"),
    an_offer("studium-abends", title="Studium am Abend", summary="Spät.", place="stadt"),
)
GIVEN = Policy(
    a_catalogue(
        UNI, COLLEGE, *STUDYING, a_place("stadt", title="Stadt"), a_place("dorf", title="Dorf"),
        showing("overview", "overview", needs=("offer", "organisation")),
    )
)
STUDY = a_mention("topic", "studium-uni", at=3)


@pytest.mark.parametrize(
    ("text", "mentions", "meant"),
    [
        ("was ist das studium", (STUDY,), ["studium-uni", "studium-fachschule"]),
        ("was ist das studium uni", (STUDY, a_mention("topic", "uni", at=4)), ["studium-uni"]),
        ("was ist das studium in stadt", (STUDY, a_mention("place", "stadt", at=5)), ["studium-uni"]),
        ("was ist das studium an der uni", (Mention("topic", ("studium-uni",), 3, 7, 1.0),), ["studium-uni"]),
    ],
)
def test_an_offer_named_without_its_giver_means_that_of_each(text: str, mentions: tuple[Mention, ...], meant: list[str]) -> None:
    """Two are told of at once; who names the giver, or the place, means that one."""
    move = GIVEN.on_reading(a_reading(text, *mentions, intent="overview"), a_context()).move

    told = move.moves if isinstance(move, Several) else (move,)
    assert [getattr(each, "topic", None) for each in told] == meant


def test_of_two_that_were_told_the_one_in_the_place_is_meant() -> None:
    """"In Stadt" behind both chooses."""
    asked = GIVEN.on_reading(a_reading("was ist das studium", STUDY, intent="overview"), a_context())

    move = GIVEN.on_reading(a_reading("in stadt", a_mention("place", "stadt", at=1), bare=True), asked.context).move
    assert getattr(move, "topic", None) == "studium-uni"


CERTIFICATES = (
    an_offer("abschluss-stadt", title="Abschluss in Stadt", summary="Hier.", place="stadt"),
    an_offer("abschluss-dorf", title="Abschluss in Dorf", summary="Dort.", place="dorf"),
)
LATER = Policy(
    a_catalogue(
        *CERTIFICATES, a_place("stadt", title="Stadt"), a_place("dorf", title="Dorf"), a_place("tal", title="Tal"),
        showing("overview", "overview", needs=("offer",)),
    )
)


@pytest.mark.parametrize(
    ("text", "mentions", "meant"),
    [
        ("was ist das mit abschluss in dorf", (a_mention("topic", "abschluss-stadt", at=4), a_mention("place", "dorf", at=6)), "abschluss-dorf"),
        ("was ist mit abschluss in dorf machen", (Mention("topic", ("abschluss-stadt",), 3, 7, 0.5),), "abschluss-dorf"),
        ("was ist das mit abschluss in stadt", (a_mention("topic", "abschluss-stadt", at=4), a_mention("place", "stadt", at=6)), "abschluss-stadt"),
        ("was ist das mit abschluss in tal", (a_mention("topic", "abschluss-stadt", at=4), a_mention("place", "tal", at=6)), "abschluss-stadt"),
    ],
)
def test_of_offers_of_one_title_the_one_in_the_place_named_is_meant(text: str, mentions: tuple[Mention, ...], meant: str) -> None:
    """Though the place stands within the name; where none of them is there, what was named stays."""
    move = LATER.on_reading(a_reading(text, *mentions, intent="overview"), a_context()).move

    assert getattr(move, "topic", None) == meant
