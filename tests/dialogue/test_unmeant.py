"""What is near to a message and not meant by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.unmeant import without_the_unmeant
from bot.model.context import Context
from bot.model.reading import Reading
from tests.builders import (
    a_catalogue,
    a_context,
    a_mention,
    a_person,
    a_place,
    a_reading,
    a_run,
    an_event,
    an_offer,
)

STUDIES, TRAINING = an_offer("studium", type="study"), an_offer("lehre", type="apprenticeship")
FAIRS = (
    an_event("messe-nord", type="fair", runs=[a_run("2027-03-05", place="nordstadt")]),
    an_event("messe-sued", type="fair", runs=[a_run("2027-03-06", place="suedstadt")]),
)
PLACES = (
    a_place("nord", type="district"), a_place("nordstadt", within="nord", type="town"), a_place("norddorf", within="nord", type="town"),
    a_place("sued", type="district"), a_place("suedstadt", within="sued", type="town"),
)
WORLD = a_catalogue(STUDIES, TRAINING, *FAIRS, *PLACES)
BOTH = (("studium", "overview", 0.6), ("lehre", "overview", 0.2))


def near(reading: Reading, context: Context | None = None) -> dict[str, float]:
    """Return how near which topics are of what may be meant."""
    meant = without_the_unmeant(WORLD, reading, context or a_context())
    return {fact.topic: round(fact.nearness, 2) for fact in meant.facts}


@pytest.mark.parametrize("text", [
    "ich will nicht studieren", "ohne studium", "will helfen aber nicht mehr studieren", "lieber kein studium",
    "do not want to go to university", "something without a degree",
])
def test_studying_that_is_refused_is_not_meant(text: str) -> None:
    """What else is near is so much the nearer."""
    assert near(a_reading(text, facts=BOTH)) == {"lehre": 0.5}


@pytest.mark.parametrize("text", [
    "ich will studieren", "weiß nicht ob ich studieren soll", "kann ich ohne abi studieren", "gibt es kein studium für tiere",
    "will nicht arbeiten sondern ein studium",
])
def test_studying_that_is_not_refused_is_meant(text: str) -> None:
    """The "no" means something else, or nobody says that they want none."""
    assert near(a_reading(text, facts=BOTH)) == {"studium": 0.6, "lehre": 0.2}


def test_the_name_of_what_is_refused_is_not_asked_about() -> None:
    """"kein Studium, lieber eine Lehre" names the apprenticeship alone; who talks about the studies still asks about them."""
    said = a_reading("kein studium lieber lehre", a_mention("topic", "studium", at=1), a_mention("topic", "lehre", at=3), facts=BOTH)
    only = replace(a_reading("lieber kein studium", a_mention("topic", "studium", at=2), facts=BOTH), bare=True)

    assert [mention.ids for mention in without_the_unmeant(WORLD, said, a_context()).mentions] == [("lehre",)]
    assert not without_the_unmeant(WORLD, only, a_context()).bare
    assert near(said, a_context("studium")) == {"studium": 0.6, "lehre": 0.2}


def test_something_to_study_that_is_named_is_asked_about() -> None:
    """"Arzt werden ohne zu studieren" asks about becoming a doctor."""
    named = a_reading("arzt werden ohne zu studieren", a_mention("topic", "studium"), facts=BOTH)

    assert without_the_unmeant(WORLD, named, a_context()) == named


def test_of_two_fairs_the_one_in_the_district_named_is_meant() -> None:
    """Also where a town near it is named; with none there, or no place named, any may be meant."""
    facts = (("messe-sued", "overview", 0.4), ("messe-nord", "overview", 0.4), ("lehre", "overview", 0.1))

    def meant(*places: str, facts: tuple[tuple[str, str, float], ...] = facts) -> set[str]:
        return set(near(a_reading("welche messe gibt es hier", *(a_mention("place", place, at=4) for place in places), facts=facts)))

    assert meant("norddorf") == meant("nord") == {"messe-nord", "lehre"}
    assert meant() == {"messe-sued", "messe-nord", "lehre"}
    assert meant("norddorf", facts=facts[:1]) == {"messe-sued"}


@pytest.mark.parametrize(("text", "at", "stranger"), [
    ("ausbildung bei kohlex", 1, "kohlex"), ("eine ausbildung bei der bank", 2, "bank"), ("lehre at kohlex", 1, "kohlex"),
    ("ausbildung bei dir", 1, None), ("hilfe ausbildung bei kohlex", 2, None), ("ausbildung bei kohlex gut", 1, None),
])
def test_something_at_somebody_unknown_is_not_what_others_give(text: str, at: int, stranger: str | None) -> None:
    """It is as if only its name were said; somebody we know, or more words, may mean more."""
    general, own = an_offer("ausbildung", type="apprenticeship"), an_offer("lehre", type="apprenticeship", provider="firma")
    asked = a_reading(text, a_mention("topic", "ausbildung", at=at - 1), facts=BOTH[1:])
    meant = without_the_unmeant(a_catalogue(general, own), asked, a_context())

    assert (meant.bare, meant.facts == (), meant.unread) == ((True, True, (stranger,)) if stranger else (False, False, ()))


@pytest.mark.parametrize(("score", "kept"), [(0.6, ["lehre"]), (0.8, ["studium", "lehre"])])
def test_half_a_name_beside_a_whole_one_is_not_meant(score: float, kept: list[str]) -> None:
    """"money during a voluntary year" is no "money during training"; somebody may be half named beside what they belong to."""
    half = replace(a_mention("topic", "studium"), score=score)
    whole, body = a_mention("topic", "lehre", at=2), replace(a_mention("topic", "halb"), score=score)
    read = a_reading("geld in lehre", half, whole)

    assert [each.ids[0] for each in without_the_unmeant(WORLD, read, a_context()).mentions] == kept
    assert without_the_unmeant(WORLD, replace(read, mentions=(half,)), a_context()).mentions == (half,)
    assert len(without_the_unmeant(WORLD, replace(read, mentions=(body, whole)), a_context()).mentions) == 2


def test_a_place_elsewhere_is_not_meant_by_whoever_describes_what_people_ask_about_with_it() -> None:
    """A parliament sits in Ulm: who asks what was said there means what we know, as far as nothing else is described."""
    session = an_event("sitzung", questions={"speakers": ["wer sprach im landtag in Ulm"]})
    world = a_catalogue(session, an_event("messe-nord", type="fair"))

    def read(text: str, topic: str, nearness: float = 0.9) -> Reading:
        ulm = a_mention("elsewhere", "Ulm", at=text.split().index("Ulm"))
        asked = a_reading(
            text, ulm, intent="elsewhere", confidence=0.8, also=(("speakers", 0.1),), unread=("Ulm",), facts=((topic, "speakers", nearness),)
        )
        return without_the_unmeant(world, asked, a_context())

    here = read("wer hat in Ulm geredet", "sitzung")

    assert [(each.intent, each.confidence) for each in here.ranked] == [("speakers", 1.0)]
    assert not here.named("elsewhere")
    assert not here.unread
    for other in (read("wer hat in Ulm geredet", "sitzung", 0.5), read("wer hat in Ulm geredet", "messe-nord")):
        assert other.named("elsewhere")
        assert other.ranked[0].intent == "elsewhere"


def test_somebody_of_the_name_of_a_place_is_not_that_place() -> None:
    """We know a Mr Ulm; what is asked of the town is asked of the town."""
    world = a_catalogue(a_person("herr-ulm", questions={"contact": ["mail von herrn Ulm"]}))
    asked = a_reading("schule in Ulm", a_mention("elsewhere", "Ulm", at=2), intent="elsewhere", facts=(("herr-ulm", "contact", 0.9),))

    assert without_the_unmeant(world, asked, a_context()).named("elsewhere")
