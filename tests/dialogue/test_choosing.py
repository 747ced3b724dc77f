"""Taps, typed labels and short commands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.model import choices
from bot.model.choices import BEGIN, CANCEL, MORE, NONE, digest
from bot.model.context import ListView
from bot.model.moves import AnswerIntent, Forget, LanguageSet, NotKnown, Remark
from bot.model.reading import Control
from tests.builders import a_context, a_mention, a_reading
from tests.dialogue.world import decided, move_of, tapped

# Taps


def test_a_button_asks_its_question_about_its_topic() -> None:
    """And the talk is about it from then on."""
    decision = tapped("q:dates:windkurs", a_context("messe", awaiting="cost", misses=2))

    assert decision.move == AnswerIntent("dates", "windkurs")
    assert (decision.context.topics[0], decision.context.intent) == ("windkurs", "dates")
    assert (decision.context.awaiting, decision.context.misses) == (None, 0)


@pytest.mark.parametrize(
    ("data", "move"),
    [
        ("q:after-school", AnswerIntent("after-school")),
        ("q:dates:alter-kurs", AnswerIntent("dates", "windkurs")),
        ("q:price:windkurs", AnswerIntent("cost", "windkurs")),
        (f"q:{digest('cost')}:{digest('windkurs')}", AnswerIntent("cost", "windkurs")),
        ("lang:en", LanguageSet("en")),
        ("lang:auto", LanguageSet(None)),
        (CANCEL, Remark("cancelled")),
    ],
)
def test_old_names_and_digests_lead_where_they_led(data: str, move: object) -> None:
    """A rename breaks no button."""
    assert tapped(data).move == move


@pytest.mark.parametrize(
    "data",
    [
        "", "q", "q:", "q::", "q:weg", "q:weg:windkurs", "q:dates:weg", "q:dates", "q:dates:", "q:after-school:weg", "lang:",
        "lang:pl", "more:1", "nonsense", "q:dates:windkurs:mehr", "\x00", "🦄" * 20, "Q:dates:windkurs", "' OR 1=1 --", "cancel ",
    ],
)
def test_forged_and_stale_data_is_answered_kindly(data: str) -> None:
    """Nothing breaks, and the talk stays what it was about."""
    decision = tapped(data, a_context("windkurs", intent="dates"))

    assert decision.move == Remark("old-button")
    assert decision.context.topics == ("windkurs",)


def test_none_of_these_is_a_miss() -> None:
    """The next one after two leads to people."""
    decision = tapped(NONE, a_context(misses=1))

    assert decision.move == NotKnown(misses=2)
    assert decision.context.misses == 2


def test_cancelling_forgets_the_talk_but_not_the_language() -> None:
    """Nothing is left of topics, offers and misses."""
    talk = a_context("windkurs", intent="dates", awaiting="cost", offered=("q:cost:windkurs",), listed=("messe",), misses=2)

    assert tapped(CANCEL, talk).context == a_context()


def test_who_begins_anew_talks_about_nothing_yet() -> None:
    """As after ``/start``; a path, the language and the turn after a crisis stay."""
    talk = replace(a_context("windkurs", intent="dates", listed=("messe",)), language="en", crisis=True, path="weg", step="eins")

    begun = tapped(BEGIN, talk).context

    assert (begun.topics, begun.intent, begun.listed) == ((), None, ())
    assert (begun.language, begun.crisis, begun.path, begun.step) == ("en", True, "weg", "eins")


def test_a_language_can_be_fixed_and_freed_again() -> None:
    """A fixed one stays; freed, the talk goes on in it until the text says otherwise."""
    fixed = tapped("lang:en", a_context("windkurs")).context
    freed = tapped("lang:auto", fixed).context

    assert [(context.language, context.language_fixed) for context in (fixed, freed)] == [("en", True), ("en", False)]
    assert freed.topics == ("windkurs",)


# More

SIX = ("eins", "zwei", "drei", "vier", "fünf", "sechs")


def test_more_goes_on_where_the_list_stopped() -> None:
    """As much further on as was listed, with the same filters, for as long as one asks."""
    first = replace(tapped("q:list-offers").context, listed=SIX)
    view = ListView("list-offers", themes=("wind",), shown=6)

    second, third = tapped(MORE, first), tapped(MORE, a_context(list_view=view, listed=SIX))

    assert second.move == AnswerIntent("list-offers", view=ListView("list-offers", shown=6))
    assert second.context.list_view == ListView("list-offers", shown=6)
    assert third.move == AnswerIntent("list-offers", view=ListView("list-offers", themes=("wind",), shown=12))


def test_more_members_are_those_of_the_network_talked_about() -> None:
    """A member list goes on, also when "more" is said."""
    members = replace(tapped("q:members:netz").context, listed=SIX)

    for move in (tapped(MORE, members).move, move_of(a_reading("mehr", control="more"), members)):
        assert move == AnswerIntent("members", "netz", view=ListView("members", shown=6))


def test_ok_takes_note_of_an_answer_where_nothing_was_asked() -> None:
    """"ja" still means the first button; "ok" does where the bot asked something: which, shall I, or on a path.

    "ok" behind "danke" got 41 offers, whose button stood under "Gern geschehen".
    """
    answered = a_context("windkurs", intent="dates", offered=("q:place:windkurs", "q:cost:windkurs"))
    ok = a_reading("ok", control="yes")

    assert move_of(ok, answered) == Remark("declined")
    assert move_of(ok, replace(answered, intent="after-school")) == Remark("declined")
    assert move_of(ok, replace(answered, topics=(), intent=None)) == Remark("declined")
    assert move_of(a_reading("ja", control="yes"), answered) == AnswerIntent("place", "windkurs")
    assert move_of(ok, replace(answered, awaiting="place")) == AnswerIntent("place", "windkurs")
    assert move_of(ok, replace(answered, offered=(choices.FORGET_ALL,))) == Forget()


def test_more_without_a_list_is_the_first_thing_offered() -> None:
    """After an answer about one thing there is no list to go on with, but a button that says more."""
    talk = a_context("windkurs", intent="dates", offered=("wish:windkurs", "q:place:windkurs", "q:cost:windkurs"))

    assert move_of(a_reading("mehr", control="more"), talk) == AnswerIntent("place", "windkurs")


def test_more_of_a_list_is_about_no_topic() -> None:
    """Whatever was talked about before."""
    talk = a_context("windkurs", list_view=ListView("list-offers"), listed=SIX)

    assert tapped(MORE, talk).move == AnswerIntent("list-offers", view=ListView("list-offers", shown=6))


def test_without_a_list_there_is_no_more() -> None:
    """A stale button is told as that; the word alone is just a word; a list nobody knows any more is stale too."""
    assert tapped(MORE).move == Remark("old-button")
    assert tapped(MORE, a_context(list_view=ListView("weg"))).move == Remark("old-button")
    assert move_of(a_reading("mehr", control="more")) == NotKnown()


# Short commands


def test_yes_takes_the_first_offer() -> None:
    """Questions only: neither "more" nor a way out counts."""
    talk = a_context("windkurs", offered=(MORE, "q:cost:windkurs", "q:dates:windkurs"))

    assert move_of(a_reading("ja", control="yes"), talk) == AnswerIntent("cost", "windkurs")


@pytest.mark.parametrize("control", ["yes", "no"])
def test_yes_or_no_to_nothing_is_taken_kindly(control: Control) -> None:
    """Nobody is told off for an answer nobody asked for."""
    assert move_of(a_reading("ja", control=control)) == Remark("declined")


def test_no_leaves_the_open_question() -> None:
    """And the topic stays for what comes next."""
    decision = decided(a_reading("nein", control="no"), a_context("windkurs", awaiting="cost", offered=("q:cost:windkurs",)))

    assert decision.move == Remark("declined")
    assert (decision.context.awaiting, decision.context.topics) == (None, ("windkurs",))


def test_the_other_one_is_the_topic_before() -> None:
    """Asked the same; said again it leads back."""
    other = decided(a_reading("die andere", control="other"), a_context("windkurs", "messe", intent="dates"))
    back = decided(a_reading("die andere", control="other"), other.context)

    assert other.move == AnswerIntent("dates", "messe")
    assert back.move == AnswerIntent("dates", "windkurs")


def test_the_other_one_of_two_listed_is_meant() -> None:
    """After "the second" the first, asked the same; in a list of more nobody can tell."""
    two = a_context("windkurs", "messe", intent="cost", listed=("wasserkurs", "windkurs"))
    more = a_context("windkurs", "messe", intent="dates", listed=("wasserkurs", "windkurs", "lehre"))

    assert move_of(a_reading("nein die andere", control="other"), two) == AnswerIntent("cost", "wasserkurs")
    assert move_of(a_reading("nein die andere", control="other"), more) == AnswerIntent("dates", "messe")


def test_the_other_one_of_an_open_question_is_the_second_offer() -> None:
    """Also after a list or where only one topic was talked about."""
    offered = ("q:cost:windkurs", "q:cost:wasserkurs")

    for talk in (
        a_context("lehre", "messe", intent="dates", awaiting="cost", offered=offered),
        a_context("lehre", "messe", intent="list-offers", offered=offered),
        a_context("lehre", intent="dates", offered=offered),
    ):
        assert move_of(a_reading("das andere", control="other"), talk) == AnswerIntent("cost", "wasserkurs")


@pytest.mark.parametrize(("number", "topic"), [(1, "windkurs"), (2, "lehre"), (3, "messe"), (-1, "messe")])
def test_a_number_is_the_line_of_the_list_last_shown(number: int, topic: str) -> None:
    """The first, the second, the last."""
    talk = a_context(listed=("windkurs", "lehre", "messe"), offered=("q:after-school",))

    assert move_of(a_reading("das", control="ordinal", number=number), talk) == AnswerIntent("overview", topic)


def test_the_last_of_one_is_that_one() -> None:
    """First and last are the same."""
    for number in (1, -1):
        assert move_of(a_reading("das", control="ordinal", number=number), a_context(listed=("lehre",))) == AnswerIntent("overview", "lehre")


def test_the_second_of_a_list_of_people_is_told_by_function() -> None:
    """A person has no summary."""
    talk = a_context(listed=("firma", "ada-muster"))

    assert move_of(a_reading("die zweite", control="ordinal", number=2), talk) == AnswerIntent("function", "ada-muster")


@pytest.mark.parametrize("awaiting", [None, "cost"])
def test_a_number_after_a_question_back_is_the_choice(awaiting: str | None) -> None:
    """A list from before is not meant."""
    offered = ("q:cost:windkurs", "q:cost:wasserkurs", *(() if awaiting else (NONE,)))
    talk = a_context(awaiting=awaiting, listed=("messe", "netz"), offered=offered)

    assert move_of(a_reading("das zweite", control="ordinal", number=2), talk) == AnswerIntent("cost", "wasserkurs")


def test_a_number_without_a_list_is_the_button() -> None:
    """The third of two is none."""
    talk = a_context("windkurs", offered=("q:cost:windkurs", "q:dates:windkurs"))

    assert move_of(a_reading("2", control="ordinal", number=2), talk) == AnswerIntent("dates", "windkurs")
    assert move_of(a_reading("letzte", control="ordinal", number=-1), talk) == AnswerIntent("dates", "windkurs")
    assert move_of(a_reading("5", control="ordinal", number=5), talk) == NotKnown()


def test_a_line_that_is_gone_or_says_nothing_is_no_answer() -> None:
    """The bot says that it does not know."""
    for listed in (("weg",), ("wasser",)):
        assert move_of(a_reading("das erste", control="ordinal", number=1), a_context(listed=listed)) == NotKnown()


def test_every_button_the_bot_makes_is_one_it_understands() -> None:
    """Data from `bot.model.choices` never comes back as an old button."""
    made = [choices.ask("cost", "windkurs"), choices.ask("after-school"), choices.set_language("de"), NONE, CANCEL]

    assert all(tapped(data).move != Remark("old-button") for data in made)


# Pages


def test_a_page_is_turned_to_whichever_is_shown() -> None:
    """Tapped twice it is the same page; forwards and back."""
    talk = a_context(list_view=ListView("list-offers", themes=("wind",), shown=6))
    mark = ListView("list-offers", themes=("wind",)).mark

    for before in (0, 6, 12):
        move = tapped(f"page:{before}:{mark}", talk).move
        assert move == AnswerIntent("list-offers", view=ListView("list-offers", themes=("wind",), shown=before))


@pytest.mark.parametrize("data", ["page:6:other", "page:x:{mark}", "page::{mark}", "page:6", "page:-6:{mark}"])
def test_pages_of_another_list_are_not_turned(data: str) -> None:
    """An older list, or a forged button."""
    talk = a_context(list_view=ListView("list-offers"))

    assert tapped(data.format(mark=ListView("list-offers").mark), talk).move == Remark("old-button")
    assert tapped("page:6:any").move == Remark("old-button")


def test_what_else_there_is_goes_on_in_the_list() -> None:
    """"noch was?" behind a list means its next lines."""
    talk = a_context(intent="list-offers", listed=("windkurs",), list_view=ListView("list-offers"))

    assert move_of(a_reading("noch was", control="else"), talk) == AnswerIntent("list-offers", view=ListView("list-offers", shown=1))


@pytest.mark.parametrize("text", ["und danach", "dann", "and then", "was fuer welche gibts", "which are there"])
def test_what_follows_a_list_is_the_rest_of_it(text: str) -> None:
    """Behind anything else it asks of what is talked about."""
    listed = a_context(intent="list-offers", listed=("windkurs",), list_view=ListView("list-offers"))
    told = replace(listed, intent="cost", topics=("windkurs",))

    assert move_of(a_reading(text), listed) == AnswerIntent("list-offers", view=ListView("list-offers", shown=1))
    assert move_of(a_reading(text), told) != AnswerIntent("list-offers", view=ListView("list-offers", shown=1))
    assert move_of(a_reading("und danach wann", intent="dates"), listed) != AnswerIntent("list-offers", view=ListView("list-offers", shown=1))


def test_what_else_there_is_means_the_sort_of_the_last_topic() -> None:
    """Others of its type where there are any, else of its kind; with nothing talked about it is a question like any other."""
    lists = [move_of(a_reading("gibt es andere", control="else"), a_context(name)) for name in ("lehre", "stammtisch")]

    assert lists == [
        AnswerIntent("list-offers", view=ListView("list-offers", types=("apprenticeship",), besides=("lehre",))),
        AnswerIntent("list-networks", view=ListView("list-networks", besides=("stammtisch",))),
    ]
    assert move_of(a_reading("gibt es andere", control="else")) == NotKnown()
    said = a_context(intent="after-school", offered=("q:list-offers",))
    assert move_of(a_reading("was geht noch", control="else"), said) == AnswerIntent("list-offers", view=ListView("list-offers"))
    named = a_reading("welche netzwerke noch", a_mention("kind", "network/network"), control="else", bare=True)
    assert move_of(named, a_context("lehre")) == AnswerIntent("list-networks", view=ListView("list-networks", types=("network",)))


def test_others_of_a_kind_are_listed_without_the_latest() -> None:
    """"und andere Lehren" lists them; "die andere Lehre" is the one of two."""
    kind = a_mention("kind", "offer/apprenticeship", at=2)
    moves = [move_of(a_reading(text, kind, control="other"), a_context("lehre")) for text in ("und andere lehren", "die andere lehre")]

    assert moves[0] == AnswerIntent("list-offers", view=ListView("list-offers", types=("apprenticeship",), besides=("lehre",)))
    assert moves[1] != moves[0]


def test_what_was_heard_needs_no_answer() -> None:
    """"gut" takes note, of something; with a question mark it asks."""
    answered = a_context("windkurs", intent="dates", offered=("q:cost:windkurs",))

    assert move_of(a_reading("gut", control="heard"), answered) == Remark("declined")
    assert move_of(a_reading("gut", control="heard")) == NotKnown()
    assert move_of(a_reading("alles klar ?", control="heard"), answered) == NotKnown()


def test_the_first_behind_what_was_asked_of_the_second_is_asked_the_same() -> None:
    """Where nothing was asked of any of them, or of the very same, it is told what it is."""
    listed, first = ("windkurs", "wasserkurs"), a_reading("und die erste", control="ordinal", number=1)

    assert move_of(first, a_context("wasserkurs", intent="cost", listed=listed)) == AnswerIntent("cost", "windkurs")
    assert move_of(first, a_context("windkurs", intent="cost", listed=listed)) == AnswerIntent("overview", "windkurs")
    assert move_of(first, a_context("lehre", intent="cost", listed=listed)) == AnswerIntent("overview", "windkurs")
