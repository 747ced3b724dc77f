"""Who is in a club, where that is asked outright."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.policy import Policy
from bot.model.context import ListView
from bot.model.moves import AnswerIntent, Move
from bot.model.reading import Mention
from tests.builders import a_catalogue, a_mention, a_network, a_place, a_reading, a_theme, an_organisation
from tests.dialogue.world import NOTHING_SAID, QUESTIONS, however_sure

MEMBERS = {"groups": [{"title": "Hochschulen", "who": ["uni", "schule-seedorf"]}, {"title": "Firmen", "who": ["windfirma"]}]}
POLICY = Policy(
    a_catalogue(
        a_network("netz", summary="Ein Netz.", members=MEMBERS),
        a_network("bund", summary="Ein Bund."),
        an_organisation("uni", themes=["wasser", "wind"]),
        an_organisation("schule-seedorf", title="Schule Seedorf"),
        an_organisation("windfirma", themes=["wind"]),
        a_place("seedorf", title="Seedorf"),
        a_theme("wind"),
        a_theme("wasser"),
        *QUESTIONS,
    )
)


def asked(text: str, **named: str) -> Move:
    """Return the move after a message in which each word is the topic, place or theme it is *named* as."""
    words = text.split()
    mentions = tuple(_mention(name, words.index(word)) for word, name in named.items())
    return however_sure(POLICY.on_reading(a_reading(text, *mentions), NOTHING_SAID).move)


def _mention(name: str, at: int) -> Mention:
    kind, _, identifier = name.rpartition("/")
    return a_mention("place" if kind == "place" else "theme" if kind == "theme" else "topic", identifier, at=at)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("ist die uni dabei im netz", ("uni",)),
        ("uni mitglied im netz", ("uni",)),
        ("gibt es eine uni im netz", ("uni",)),
        ("welche uni ist mitglied", ("uni",)),
        ("welcher windbetrieb ist mitglied", ("windfirma",)),
        ("ist auch ein windbetrieb im netz", ("windfirma",)),
        ("sind seedorf und die uni dabei im netz", ("uni", "schule-seedorf")),
    ],
)
def test_whoever_is_named_is_looked_up(text: str, others: tuple[str, ...]) -> None:
    """By name, by the field it is foremost about, by the town it is called after; without a club the one with a list is meant."""
    names = {"uni": "uni", "netz": "netz", "windbetrieb": "theme/wind", "seedorf": "place/seedorf"}

    assert asked(text, **{word: name for word, name in names.items() if word in text.split()}) == AnswerIntent(
        "membership", "netz", others=others
    )


def test_a_group_of_members_needs_no_club_named() -> None:
    """The one with a list is meant, unless another is talked about."""
    reading = a_reading("welche hochschulen sind mitglied")
    alone, of_another = (POLICY.on_reading(reading, replace(NOTHING_SAID, topics=talk)).move for talk in ((), ("bund",)))

    assert alone == AnswerIntent("members", "netz", view=ListView("members", group=0))
    assert not isinstance(of_another, AnswerIntent) or of_another.topic != "netz"


def test_who_is_called_by_a_place_is_a_stranger_beside_a_member() -> None:
    """The school in another town is not that of ours."""
    move = asked("sind die feuerwehr seedorf und die uni dabei im netz", seedorf="place/seedorf", uni="uni", netz="netz")

    assert move == AnswerIntent("membership", "netz", name="feuerwehr seedorf", others=("uni",))


def test_a_group_with_a_place_behind_it_names_one_body() -> None:
    """Not the whole group is asked for."""
    move = asked("hochschulen seedorf dabei im netz", seedorf="place/seedorf", netz="netz")

    assert move == AnswerIntent("membership", "netz", name="hochschulen seedorf")


@pytest.mark.parametrize(
    "text",
    [
        "wann ist die uni dabei im netz", "bin ich mit der uni dabei im netz", "kann die uni im netz etwas bauen",
        "ist die uni dabei im bund",
    ],
)
def test_another_question_asks_for_no_member(text: str) -> None:
    """When, for oneself, what somebody does there, and of what has no list."""
    names = {"uni": "uni", "netz": "netz", "bund": "bund"}
    move = asked(text, **{word: name for word, name in names.items() if word in text.split()})

    assert not (isinstance(move, AnswerIntent) and move.intent == "membership" and move.topic == "netz")


@pytest.mark.parametrize("text", ["ist die uni eine von denen", "gibt es die uni darunter", "is uni one of them"])
def test_whether_one_belongs_to_those_talked_about(text: str) -> None:
    """Whatever else its words resemble."""
    talk = replace(NOTHING_SAID, topics=("netz",), intent="how-many")
    reading = a_reading(text, a_mention("topic", "uni", at=text.split().index("uni")), intent="overview", confidence=0.6)

    assert however_sure(POLICY.on_reading(reading, talk).move) == AnswerIntent("membership", "netz", others=("uni",))


@pytest.mark.parametrize(
    ("text", "unread", "intent"),
    [
        ("was ist das netz in einem satz", "satz", "overview"), ("founding date netz", "founding", "overview"),
        ("tesla netz", "tesla", "membership"),
    ],
)
def test_a_strange_noun_is_a_name_only_where_nothing_else_is_asked(text: str, unread: str, intent: str) -> None:
    """It was denied to be a member."""
    netz = a_mention("topic", "netz", at=text.split().index("netz"))
    reading = a_reading(text, netz, intent="membership", confidence=0.6, also=(("overview", 0.3),), unread=(unread,))
    move = POLICY.on_reading(replace(reading, unasked=(unread,)), NOTHING_SAID).move

    assert isinstance(move, AnswerIntent)
    assert move.intent == intent


def test_who_is_in_it_is_asked_with_any_word() -> None:
    """A strange verb behind "who" is no noun that asks something else."""
    reading = a_reading("wer chillt herum im netz", a_mention("topic", "netz", at=4), intent="members", confidence=0.6, unread=("chillt",))
    move = POLICY.on_reading(replace(reading, unasked=("chillt",)), NOTHING_SAID).move

    assert isinstance(move, AnswerIntent)
    assert move.intent == "members"
