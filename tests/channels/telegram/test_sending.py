"""Every way a send can fail, and what becomes of the message."""

from __future__ import annotations

import asyncio
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.channels.telegram.requests import CutOff, NotSent, NotSentInTime, Unreadable
from bot.channels.telegram.sending import Outcome
from tests.botapi.refusal import Refused, flood
from tests.channels.telegram.wireless import Lost, Mishap, Post, a_post, place_of
from tests.virtual import in_no_time

HARMLESS: tuple[Mishap, ...] = (
    NotSent("x"), NotSentInTime("x"), NetworkError("Bad Gateway"), Refused(502), Refused(500), Refused(503), flood(3),
)  # fmt: skip
AMBIGUOUS: tuple[TelegramError, ...] = (TimedOut(), CutOff("x"), Unreadable("x"))


def one(*mishaps: Mishap, chat: int = 1) -> tuple[str, Post, float]:
    """Send one message through *mishaps*: what became of it, and how many seconds it took."""

    async def work() -> tuple[str, Post, float]:
        post, began = a_post(*mishaps), asyncio.get_running_loop().time()
        return await post.says(chat, "Antwort"), post, asyncio.get_running_loop().time() - began

    return in_no_time(work())


@pytest.mark.parametrize("mishap", HARMLESS, ids=str)
@pytest.mark.parametrize("times", [1, 10])
def test_what_was_not_carried_out_is_tried_until_it_is(mishap: Mishap, times: int) -> None:
    """No connection, a server in trouble, a limit: the message arrives, once."""
    outcome, post, _seconds = one(*[mishap] * times)

    assert outcome == Outcome.SENT
    assert post.heard(1) == ["Antwort"]
    assert post.metrics.value("ambiguous_sends_total") == 0


@pytest.mark.parametrize("error", AMBIGUOUS, ids=repr)
def test_an_answer_that_stays_away_is_asked_for_once_more(error: TelegramError) -> None:
    """Where nobody knows whether a message arrived, it is sent again and counted: rather twice than never."""
    not_done, lost = one(error)[1], one(Lost(error))[1]

    assert (not_done.heard(1), lost.heard(1)) == (["Antwort"], ["Antwort"] * 2)
    assert not_done.metrics.value("ambiguous_sends_total") == 1


def test_a_second_silence_ends_it() -> None:
    """After two time-outs nobody is asked again: two copies are enough."""
    outcome, post, _seconds = one(Lost(TimedOut()), Lost(TimedOut()))

    assert outcome == Outcome.GIVEN_UP
    assert post.heard(1) == ["Antwort"] * 2


@pytest.mark.parametrize("error", [CutOff("x"), Unreadable("x")], ids=repr)
def test_a_line_that_keeps_breaking_is_tried_a_few_times(error: TelegramError) -> None:
    """Connections that break at once and unreadable replies get more tries, not endless ones."""
    arrived, given_up = one(*[error] * 4)[1], one(*[error] * 9)

    assert arrived.heard(1) == ["Antwort"]
    assert (given_up[0], given_up[1].heard(1)) == (Outcome.GIVEN_UP, [])


def test_waits_grow_and_what_telegram_asks_for_is_kept() -> None:
    """Tries are one, two, four … seconds apart; after 429 exactly as long as asked for."""
    assert one(*[Refused(502)] * 3)[2] == pytest.approx(7)
    assert one(flood(40))[2] == pytest.approx(40)
    assert one(flood(3600), flood(7200))[2] == pytest.approx(10800)


def test_after_a_day_a_message_is_given_up() -> None:
    """The question itself is not kept longer than that."""
    outcome, post, seconds = one(*[Refused(502)] * 5000)

    assert outcome == Outcome.GIVEN_UP
    assert 23 * 3600 < seconds <= 24 * 3600
    assert post.metrics.value("send_retries_total", reason="network") > 2800


@pytest.mark.parametrize(
    "refusal",
    [
        Refused(403, "bot was blocked by the user"),
        Refused(403, "user is deactivated"),
        Refused(403, "bot was kicked from the supergroup chat"),
        Refused(400, "chat not found"),
    ],
    ids=lambda refusal: refusal.reason,
)
def test_whoever_left_is_left_alone(refusal: Refused) -> None:
    """The rest of the answer and later ones are not even tried, until somebody writes there again."""

    async def work() -> tuple[list[str], Post]:
        post = a_post(refusal)
        first = await post.says(1, "eins", "zwei")
        second = await post.says(1, "drei")
        tried = len(post.world.calls)
        await post.sender.heard(place_of(1))
        return [first, second, str(tried), await post.says(1, "vier")], post

    told, post = in_no_time(work())

    assert told == ["lost", "lost", "0", "sent"]
    assert post.heard(1) == ["vier"]


def test_a_refused_message_is_not_repeated() -> None:
    """What Telegram finds wrong with a message stays wrong; the next one goes through."""

    async def work() -> tuple[str, str, Post]:
        post = a_post(Refused(400, "can't parse entities: x"))
        return await post.says(1, "a", "b"), await post.says(1, "c"), post

    first, second, post = in_no_time(work())

    assert (first, second) == ("refused", "sent")
    assert post.heard(1) == ["c"]


def test_a_group_is_followed_to_its_new_number() -> None:
    """The message and all later ones go to the supergroup it became."""

    async def work() -> Post:
        post = a_post()
        post.world.migrate(-5, -1005)
        await post.says(-5, "eins", "zwei")
        await post.says(-5, "drei")
        return post

    post = in_no_time(work())

    assert post.heard(-1005) == ["eins", "zwei", "drei"]
    assert len([call for call in post.world.calls if call.refused]) == 1


def test_a_topic_that_was_deleted_does_not_cost_the_answer() -> None:
    """Without its topic the answer goes to the group itself."""

    async def work() -> Post:
        post = a_post(Refused(400, "message thread not found"))
        await post.says(1, "Antwort", thread=9)
        return post

    post = in_no_time(work())

    assert [(sent.text, sent.thread) for sent in post.world.sent] == [("Antwort", None)]


def test_a_tap_is_acknowledged_in_time_or_not_at_all() -> None:
    """The waiting sign is worth some tries, but no wait that is longer than it shows."""

    async def work(*mishaps: Mishap) -> tuple[list[str], int]:
        post, began = a_post(*mishaps), asyncio.get_running_loop().time()
        post.world.open_queries.add("q")
        await post.sender.acknowledge("q")
        return post.world.answered_queries, round(asyncio.get_running_loop().time() - began)

    assert in_no_time(work(Refused(502), NotSent("x"))) == (["q"], 3)
    assert in_no_time(work(flood(60))) == ([], 0)
    assert in_no_time(work(Refused(400, "query is too old"))) == ([], 0)


def test_the_typing_sign_is_tried_once() -> None:
    """It is gone in five seconds anyway."""

    async def work() -> list[str]:
        post = a_post(Refused(502))
        for _ in range(2):
            await post.sender.show_typing(place_of(1))
        return post.world.lines

    assert in_no_time(work()) == ["    (typing in 1)"]


@given(st.lists(st.sampled_from([*HARMLESS, *(Lost(error) for error in AMBIGUOUS), *AMBIGUOUS]), max_size=8))
@settings(max_examples=150, deadline=None)
def test_no_mixture_of_mishaps_loses_or_needlessly_doubles(mishaps: list[Mishap]) -> None:
    """What is given up had its share of unknown fates; copies beyond the first each follow a lost reply."""
    outcome, post, _seconds = one(*mishaps)
    copies, met = len(post.heard(1)), mishaps[: len(mishaps) - len(post.wireless.mishaps)]
    lost_replies = sum(isinstance(mishap, Lost) for mishap in met)

    assert copies == lost_replies + (outcome == Outcome.SENT)
    assert (outcome == Outcome.SENT) or len([m for m in met if m not in HARMLESS]) > 1


@pytest.mark.parametrize("seed", range(3))
def test_a_class_asking_at_once_gets_every_answer_once(seed: int) -> None:
    """100 people with three messages each, under Telegram's limits: 300 answers, none refused for haste."""

    async def work() -> tuple[Post, float]:
        die, began = random.Random(seed), asyncio.get_running_loop().time()
        post = a_post(people=100, takes=lambda: die.uniform(0.02, 0.04))
        post.world.limits.on = True
        await asyncio.gather(*(three(post, person) for person in range(1, 101)))
        return post, asyncio.get_running_loop().time() - began

    async def three(post: Post, person: int) -> None:
        for number in range(3):
            await post.says(person, str(number))

    post, seconds = in_no_time(work())

    assert all(post.heard(person) == ["0", "1", "2"] for person in range(1, 101))
    assert not [call for call in post.world.calls if call.refused]
    assert 9 < seconds < 12


def test_two_refused_chats_make_a_third_one_wait() -> None:
    """When Telegram refuses two chats at once, nobody is written to before it wants to hear from us again."""

    async def work() -> list[tuple[int, float]]:
        post, loop = a_post(flood(5), flood(7), people=3), asyncio.get_running_loop()
        began, arrived = loop.time(), list[tuple[int, float]]()

        async def write(chat: int, later: float = 0) -> None:
            await asyncio.sleep(later)
            await post.says(chat, "x")
            arrived.append((chat, round(loop.time() - began)))

        await asyncio.gather(write(1), write(2), write(3, later=1))
        return sorted(arrived)

    assert in_no_time(work()) == [(1, 7), (2, 7), (3, 7)]


def test_limits_that_are_hit_all_the_same_are_obeyed() -> None:
    """With answers under way for very different times some are refused: still all arrive, once and in order."""

    async def work() -> Post:
        die = random.Random(4)
        post = a_post(people=60, takes=lambda: die.choice([0.01, 0.9]))
        post.world.limits.on = True
        await asyncio.gather(*(many(post, person) for person in range(1, 61)))
        return post

    async def many(post: Post, person: int) -> None:
        for number in range(8):
            await post.says(person, str(number))

    post = in_no_time(work())

    assert all(post.heard(person) == [str(number) for number in range(8)] for person in range(1, 61))
    assert post.metrics.value("send_retries_total", reason="too-many-requests") > 0
