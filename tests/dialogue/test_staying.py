"""What a message names, as it is meant within the talk."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.policy import Policy
from bot.dialogue.staying import kept_to_the_talk
from bot.model.context import Context, ListView
from bot.model.moves import AnswerIntent
from bot.model.reading import Mention, Reading
from tests.builders import (
    a_catalogue,
    a_context,
    a_mention,
    a_network,
    a_reading,
    a_run,
    an_event,
    an_offer,
    showing,
)
from tests.dialogue.world import QUESTIONS, TOPICS, WORLD, however_sure, move_of

GENERAL = a_catalogue(
    *QUESTIONS, an_offer("lehre", type="apprenticeship"), an_offer("lehre-uni", type="apprenticeship", provider="uni"),
    an_offer("windkurs"), an_offer("wasserkurs"),
)
TALK = a_context("windkurs", intent="cost")


def named(reading: Reading) -> list[str]:
    """Return the ids of what *reading* names within the talk."""
    return [name for mention in kept_to_the_talk(WORLD, reading, TALK).mentions for name in mention.ids]


@pytest.mark.parametrize(
    ("text", "mentions", "meant"),
    [
        ("nicht die firma ich mein stadt", (a_mention("topic", "firma", at=2), a_mention("place", "stadt", at=5)), ["stadt"]),
        ("nicht die firma", (a_mention("topic", "firma", at=2),), ["firma"]),
        ("macht nicht firma im netz mit", (a_mention("topic", "firma", at=2), a_mention("topic", "netz", at=4)), ["firma", "netz"]),
    ],
)
def test_what_is_said_not_to_be_meant_is_not(text: str, mentions: tuple[Mention, ...], meant: list[str]) -> None:
    """Only where something else is named; a question with "not" asks of what it names."""
    assert named(a_reading(text, *mentions)) == meant


def test_ones_own_is_not_what_is_asked_about() -> None:
    """"kann da auch mein Lehrling hin" asks of the course; "was verdient mein Lehrling" of the apprenticeship."""
    lehre = a_mention("topic", "lehre", at=4)

    assert named(a_reading("kann da auch mein lehrling hin", lehre)) == []
    assert named(a_reading("was verdient denn mein lehrling", lehre)) == ["lehre"]
    assert named(a_reading("ist da noch eine lehre frei", lehre)) == ["lehre"]


def test_what_somebody_is_is_not_what_is_asked_about() -> None:
    """"ich bin Windmüller, muss ich das bezahlen" asks of the talk; "ich bin da für Wind" names it."""
    assert named(a_reading("ich bin windmüller muss ich das bezahlen", a_mention("theme", "wind", at=2))) == []
    assert named(a_reading("kann ich das mit wind", a_mention("theme", "wind", at=4))) == ["wind"]


def test_behind_a_day_of_a_body_its_own_apprenticeship_is_meant() -> None:
    """"kann man da eine Lehre machen" behind its open day; behind the day of nobody any is."""
    open_day = an_event("schnuppertag", type="open-day", provider="uni", summary="Ein Tag.")
    world = a_catalogue(*TOPICS, *QUESTIONS, open_day)
    asked = a_reading("kann man da eine lehre machen", a_mention("topic", "lehre", at=4), intent="overview")

    moves = [however_sure(Policy(world).on_reading(asked, a_context(talk)).move) for talk in ("schnuppertag", "messe")]

    assert moves == [AnswerIntent("overview", "lehre-uni"), AnswerIntent("overview", "lehre")]


def test_what_a_body_gives_may_be_known_by_its_name_there() -> None:
    """Of another sort than what is named, but called so: "da ein Freijahr machen" where its apprenticeship has that name too."""
    world = a_catalogue(
        *TOPICS, *QUESTIONS, an_offer("freijahr", type="volunteering", summary="Ein Jahr."),
        an_offer("angebot", type="apprenticeship", provider="firma", summary="Vieles.", also_called=["Freijahr bei der Firma"]),
    )
    asked = a_reading("kann man da ein freijahr machen", a_mention("topic", "freijahr", at=4))

    meant = [kept_to_the_talk(world, asked, a_context(body)).mentions[0].ids for body in ("firma", "uni")]

    assert meant == [("angebot",), ("freijahr",)]


def test_what_is_surely_asked_of_them_is_of_no_theme() -> None:
    """"kostet da Wind" asks of the course that is pointed at; "kostet Wind" of the theme, and so does what is not sure."""
    wind = a_mention("theme", "wind", at=2)
    of_it = a_reading("kostet da wind", wind, intent="cost", confidence=0.7)

    assert named(of_it) == []
    assert named(a_reading("kostet da wind", wind, intent="cost", confidence=0.3)) == ["wind"]
    assert named(a_reading("haben die wind", wind, intent="list-offers", confidence=0.3)) == []
    assert named(a_reading("kostet viel wind", wind, intent="cost", confidence=0.7)) == ["wind"]
    assert named(a_reading("kostet da wind", wind, intent="list-offers", confidence=0.7)) == ["wind"]


def test_a_theme_in_the_words_of_what_is_talked_about_is_no_other_subject() -> None:
    """"Braucht man Wasser dafür" behind the course whose words these are asks of it, and so does what has its own theme."""
    near, far = (("windkurs", "cost", 0.5),), (("wasserkurs", "cost", 0.5), ("windkurs", "cost", 0.5))
    water, wind = a_mention("theme", "wasser", at=1), a_mention("theme", "wind", at=1)

    assert named(a_reading("braucht wasser man da viel", water, facts=near)) == []
    assert named(a_reading("braucht wind man viel", wind, facts=near)) == []
    assert named(a_reading("braucht wasser man da viel", water, facts=far)) == named(a_reading("braucht wasser man", water, facts=near)) == ["wasser"]


def test_whether_that_is_one_is_asked_of_it() -> None:
    """"Ist das ein Kurs" behind the course means no other; "gibt es ein Kurs" does, and a date is another thing."""
    talk, other = a_context("wasserkurs", intent="cost"), a_mention("topic", "windkurs", at=3)
    asked, general = a_reading("ist das ein kurs", other), a_reading("gibt es ein kurs", other)
    fair = a_reading("ist da ein messetag", a_mention("topic", "messe", at=3))

    assert [len(kept_to_the_talk(WORLD, each, talk).mentions) for each in (asked, general, fair)] == [0, 1, 1]


def test_who_gives_what_is_named_too_is_not_asked_about() -> None:
    """"the wind course of the company": the company's facts are as near as its name; alone they count."""
    world = a_catalogue(*TOPICS, *QUESTIONS, an_offer("camp", provider="firma", summary="Ein Camp."))
    camp, firma = a_mention("topic", "camp"), a_mention("topic", "firma", at=2)
    facts = (("firma", "overview", 0.9), ("camp", "overview", 0.2))

    both, alone = (kept_to_the_talk(world, a_reading("camp der firma", *each, facts=facts), a_context()) for each in ((camp, firma), (firma,)))

    assert [fact.topic for fact in both.facts] == ["camp"]
    assert [fact.topic for fact in alone.facts] == ["firma", "camp"]


def test_a_name_is_not_answered_with_what_was_just_told() -> None:
    """"das mit dem Wind" behind what the course costs asks what its words tell; behind anything else it asks that again."""
    asked = a_reading("das mit dem windkurs", a_mention("topic", "windkurs", at=3), intent="place", confidence=0.5, bare=True)

    assert move_of(asked, TALK) == AnswerIntent("place", "windkurs")
    assert move_of(asked, a_context("wasserkurs", intent="cost")) == AnswerIntent("cost", "windkurs")


def test_who_insists_on_a_name_hears_the_same_again() -> None:
    """"nein, den Windkurs" behind what that costs: what its words ask would be something nobody wanted."""
    insisting = a_reading("nein den windkurs", a_mention("topic", "windkurs", at=2), intent="place", confidence=0.5, bare=True)

    assert move_of(insisting, TALK) == AnswerIntent("cost", "windkurs")


def test_a_theme_of_the_topic_may_tell_another_by_its_word() -> None:
    """"und Sturm" behind the wind course names its theme, and is the word of another course."""
    world = a_catalogue(*TOPICS, *QUESTIONS, an_offer("sturmkurs", summary="Ein Kurs.", themes=["wind"], facets={"cost": "Wenig."}),
                        showing("registration", "registration", needs=("offer",)))
    told = a_reading("und sturm", a_mention("theme", "wind", at=1), bare=True, facts=(("sturmkurs", "overview", 0.8),))
    other = a_reading("und wind", a_mention("theme", "wind", at=1), bare=True, facts=(("sturmkurs", "overview", 0.2),))

    move, kept = (Policy(world).on_reading(each, TALK).move for each in (told, other))

    assert isinstance(kept, AnswerIntent)
    assert isinstance(move, AnswerIntent)
    assert (kept.intent, kept.topic) == ("cost", "windkurs")
    assert move.topic != "windkurs"


def test_a_thing_of_theirs_is_no_field_of_work() -> None:
    """"wo ist das Büro" asks of the talk, and so does "haben die ein Büro", where a place is surely asked; "wo ist Büro" does not."""
    field = ("firma", "place")
    moves = [
        move_of(a_reading("wo ist das buero", a_mention("theme", "wind", at=3), intent=field[1], confidence=0.9), a_context(field[0])),
        move_of(a_reading("haben die ein buero", a_mention("theme", "wind", at=3), intent=field[1], bare=True), a_context(field[0])),
        move_of(a_reading("wo ist buero", a_mention("theme", "wind", at=2), intent=field[1], confidence=0.9), a_context(field[0])),
    ]

    assert moves == [AnswerIntent("place", "firma"), AnswerIntent("place", "firma"), AnswerIntent("place", "windkurs")]


def test_what_they_have_to_do_with_a_field_is_asked_of_them() -> None:
    """"was haben die mit Wind zu tun" behind a company does not mean the course on wind; "was haben die Kurse mit Wind" might."""
    field = a_mention("theme", "wind", at=4)
    theirs, others = (
        move_of(a_reading(text, field, intent="overview", confidence=0.4), a_context("firma"))
        for text in ("was haben die mit wind zu tun", "was haben die werke mit wind zu tun")
    )

    assert isinstance(theirs, AnswerIntent)
    assert isinstance(others, AnswerIntent)
    assert (theirs.topic, others.topic) == ("firma", "wind")


def test_what_there_is_there_means_what_is_talked_about() -> None:
    """"gibts da in der Stadt was" behind a course that is anywhere; with "noch", or of nothing pointed at, all there is."""
    talk, place = a_context("lehre-uni", intent="overview"), a_mention("place", "stadt", at=5)
    texts = ("gibt es da in der stadt was", "gibt es noch was in stadt", "gibt es was in der stadt", "gibt es die auch in stadt")
    moves = [move_of(a_reading(text, place, intent="overview"), talk) for text in texts]

    assert [move.topic for move in moves if isinstance(move, AnswerIntent)] == ["lehre-uni", None, None, "lehre-uni"]


def test_a_date_that_the_latest_has_too_is_its_own() -> None:
    """"wann ist das Infotreffen" behind a degree that had one asks of that, not of another meeting called so; a name alone does."""
    degree = an_offer("studium", summary="Ein Studium.", type="study", history=[{"when": "2026-02-18", "what": "Infotreffen"}])
    world = a_catalogue(*TOPICS, *QUESTIONS, degree, an_event("infotreffen", summary="Ein Treffen.", runs=[a_run("2024-02-14")]))
    named = a_mention("topic", "infotreffen", at=3)
    asked = a_reading("wann ist das infotreffen", named, intent="dates")
    alone = a_reading("und wann das infotreffen", named, intent="dates", bare=True)

    moves = [Policy(world).on_reading(each, a_context("studium", intent="overview")).move for each in (asked, alone)]

    assert [move.topic for move in moves if isinstance(move, AnswerIntent)] == ["studium", "infotreffen"]


def test_a_kind_of_date_that_the_latest_had_is_its_own() -> None:
    """"wann war das letzte Treffen" behind who speaks for a group asks for its meetings; a fair it never had is listed."""
    group = a_network("gruppe", summary="Eine Gruppe.", history=[{"when": "2025-04-30", "what": "Treffen der Gruppe"}])
    world = a_catalogue(*TOPICS, *QUESTIONS, group, showing("history", "history", needs=("network",)))
    led, talk = a_context("ada-muster", "gruppe", intent="contact", listed=("messe", "firma")), a_context("gruppe", intent="overview")

    def asked(text: str, kind: str, at: int, talk: Context) -> str | None:
        reading = replace(a_reading(text, a_mention("kind", kind, at=at), intent="history", confidence=0.4), asks={"history": 1.0})
        move = Policy(world).on_reading(reading, talk).move
        return move.topic if isinstance(move, AnswerIntent) and move.intent == "history" else None

    assert asked("wann war das letzte treffen", "event/meeting", 4, led) == "gruppe"
    assert asked("gab es infotermine", "event", 2, talk) == "gruppe"
    assert asked("gab es messen", "event/fair", 2, talk) is None


def test_how_many_of_a_sort_are_those_of_the_latest() -> None:
    """"how many apprentices are there" behind one apprenticeship names none in general; "apprentices" alone does."""
    world = a_catalogue(
        *QUESTIONS, an_offer("lehre", summary="Allgemein.", type="apprenticeship"),
        an_offer("bahnlehre", summary="Eine Lehre.", type="apprenticeship"),
    )
    asked, alone = (
        a_reading(text, a_mention("topic", "lehre", at=at), intent="overview") for text, at in (("wie viele lehre", 2), ("zur zeit lehre", 2))
    )

    moves = [Policy(world).on_reading(each, a_context("bahnlehre", intent="place")).move for each in (asked, alone)]

    assert [move.topic for move in moves if isinstance(move, AnswerIntent)] == ["bahnlehre", "lehre"]


@pytest.mark.parametrize("text", ["was ist mit messe", "how about messe", "was ist denn mit messe"])
def test_the_same_is_asked_of_a_name_behind_what_about(text: str) -> None:
    """However like a question of its own it reads; more words than the name, or one in between, ask for themselves."""
    at = len(text.split()) - 1
    talk = a_context("windkurs", intent="dates")

    same = move_of(a_reading(text, a_mention("topic", "messe", at=at), intent="overview"), talk) == AnswerIntent("dates", "messe")

    assert same is ("denn" not in text)


@pytest.mark.parametrize(("text", "at", "names"), [
    ("nix für mich als lehre", 4, []),
    ("for me as a lehre", 4, []),
    ("besser als lehre", 2, ["lehre"]),
    ("was kostet lehre", 2, ["lehre"]),
])
def test_as_what_somebody_asks_is_not_what_is_asked_about(text: str, at: int, names: list[str]) -> None:
    """A comparison names it."""
    assert named(a_reading(text, a_mention("topic", "lehre", at=at))) == names


@pytest.mark.parametrize(("text", "listed", "meant"), [
    ("was kostet die lehre", ("lehre-uni", "windkurs"), "lehre-uni"),
    ("was kostet eine lehre", ("lehre-uni", "windkurs"), "lehre"),
    ("was kostet die lehre", ("windkurs", "wasserkurs"), "lehre"),
])
def test_something_general_behind_a_list_means_the_only_one_of_its_sort(text: str, listed: tuple[str, ...], meant: str) -> None:
    """Behind an article: "die Ausbildung" is the one just listed, "eine Ausbildung" any."""
    talk = a_context(listed=listed, list_view=ListView("list-offers"), intent="list-offers")

    kept = kept_to_the_talk(GENERAL, a_reading(text, a_mention("topic", "lehre", at=3)), talk)

    assert kept.mentions[0].ids == (meant,)
