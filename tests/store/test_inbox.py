"""The inbox, on both engines: once each, in order per chat, in one pair of hands at a time."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.model.context import ListView
from bot.store import Claim
from bot.store.parts import Store
from bot.store.sql.leases import LEASE
from tests.builders import NOW, a_context
from tests.store.conftest import Open
from tests.store.support import DAY, SECOND, MovedClock, arrival

pytestmark = pytest.mark.asyncio


def numbers(claims: tuple[Claim, ...]) -> list[int]:
    """Return which updates were claimed."""
    return [claim.update for claim in claims]


async def test_the_oldest_update_of_each_chat_is_claimed(store: Store) -> None:
    """What came first in a chat is first, whatever order it was stored in; chats are side by side."""
    await store.inbox.put([arrival(7, "b"), arrival(3), arrival(5)], NOW)
    await store.inbox.put([arrival(2), arrival(9, "c", '{"text": "ö"}')], NOW)

    claims = await store.inbox.claim(10)

    assert numbers(claims) == [2, 7, 9]
    assert (claims[-1].chat, claims[-1].body, claims[-1].attempts, claims[-1].sent) == ("c", '{"text": "ö"}', 1, 0)
    assert await store.inbox.waiting() == 5


async def test_no_more_are_claimed_than_wanted(store: Store) -> None:
    """The others stay for whoever has hands free."""
    await store.inbox.put([arrival(number, f"chat-{number}") for number in range(5)], NOW)

    assert numbers(await store.inbox.claim(2)) == [0, 1]
    assert numbers(await store.inbox.claim(9)) == [2, 3, 4]


async def test_a_chat_with_an_update_in_hand_waits(store: Store, another: Open) -> None:
    """Neither we nor another process begin the next message of a chat before the last is answered."""
    other = await another()
    await store.inbox.put([arrival(1), arrival(2)], NOW)
    [claim] = await store.inbox.claim(9)
    during = [*await store.inbox.claim(9), *await other.inbox.claim(9)]
    # Even one that is older but came in later has to wait.
    await other.inbox.put([arrival(0)], NOW)
    late = await other.inbox.claim(9)
    await store.inbox.complete(claim, None, NOW)

    assert (during, late) == ([], ())
    assert numbers(await other.inbox.claim(9)) == [0]


async def test_an_update_that_comes_again_is_not_stored_again(store: Store, another: Open) -> None:
    """Whether it still waits, is in hand or was answered, by us or by another process."""
    other = await another()
    await store.inbox.put([arrival(1), arrival(1), arrival(2, "b"), arrival(3, "c")], NOW)
    claims = await store.inbox.claim(1)
    await store.inbox.complete(claims[0], None, NOW)
    await store.inbox.claim(1)
    await other.inbox.put([arrival(1), arrival(2, "b"), arrival(3, "c")], NOW)

    assert numbers(await other.inbox.claim(9)) == [3]
    assert await other.inbox.waiting() == 2


async def test_context_and_completion_are_one(store: Store, another: Open) -> None:
    """What is remembered comes with the next update of the chat, to whichever process claims it."""
    other = await another()
    view = ListView("list-offers", themes=("hydrogen",), days=("2027-03-01", "2027-04-01"), shown=6)
    context = replace(a_context("kurs"), offered=("q:dates:kurs",), list_view=view, misses=2)
    await store.inbox.put([arrival(1), arrival(2), arrival(3, "b")], NOW)
    [first, _] = await store.inbox.claim(9)
    behind = await store.inbox.complete(first, context, NOW)
    [second] = await other.inbox.claim(9)

    assert (first.context, behind, second.context) == (None, 1, context)
    assert await other.inbox.complete(second, None, NOW) == 0
    assert await other.contexts.load("a") == context


async def test_completion_without_a_context_changes_nothing_remembered(store: Store) -> None:
    """Nothing new is nothing new."""
    await store.contexts.save("a", a_context("kurs"))
    await store.inbox.put([arrival(1)], NOW)
    [claim] = await store.inbox.claim(9)
    await store.inbox.complete(claim, None, NOW)

    assert await store.contexts.load("a") == a_context("kurs")


async def test_what_another_took_over_cannot_be_completed(store: Store, another: Open, clock: MovedClock) -> None:
    """A process that fell silent too long loses its claim, and its context is not remembered."""
    other = await another()
    await store.inbox.put([arrival(1)], NOW)
    [ours] = await store.inbox.claim(9)
    clock.move(LEASE)
    freed = await other.inbox.free_overdue()
    [theirs] = await other.inbox.claim(9)

    assert (freed, theirs.attempts) == (1, 2)
    assert await store.inbox.complete(ours, a_context("kurs"), NOW) is None
    assert await store.contexts.load("a") is None
    assert await other.inbox.complete(theirs, a_context("messe"), NOW) is not None


async def test_who_renews_keeps_what_is_in_hand(store: Store, another: Open, clock: MovedClock) -> None:
    """An answer may take long, as long as its process lives."""
    other = await another()
    await store.inbox.put([arrival(1)], NOW)
    [claim] = await store.inbox.claim(9)
    for _ in range(3):
        clock.move(LEASE - SECOND)
        await store.inbox.renew([claim])
    freed = await other.inbox.free_overdue()

    assert freed == 0
    assert await store.inbox.complete(claim, None, NOW) is not None


async def test_what_came_into_our_hands_unheard_goes_to_others(store: Store, another: Open, clock: MovedClock) -> None:
    """The database gave it to us and went away before it could say so: we live, and nobody works on it."""
    other = await another()
    await store.inbox.put([arrival(1), arrival(11, "b")], NOW)
    _unheard, known = await store.inbox.claim(9)
    clock.move(LEASE - SECOND)
    await store.inbox.renew([known])
    clock.move(LEASE - SECOND)

    assert await other.inbox.free_overdue() == 1
    assert numbers(await other.inbox.claim(9)) == [1]


async def test_a_clock_set_back_does_not_hold_updates_for_ever(store: Store, another: Open, clock: MovedClock) -> None:
    """A lease that ends far later than leases do was given by a wrong clock."""
    await store.inbox.put([arrival(1)], NOW)
    await store.inbox.claim(9)
    clock.move(-3 * DAY)

    assert await (await another()).inbox.free_overdue() == 1


async def test_what_is_put_back_is_there_for_the_next(store: Store, another: Open) -> None:
    """As if nobody had touched it; what got through of its answer is still known."""
    await store.inbox.put([arrival(1)], NOW)
    [claim] = await store.inbox.claim(9)
    await store.inbox.note_sent(claim, 2)
    await store.inbox.put_back(claim)
    [again] = await (await another()).inbox.claim(9)

    assert again == replace(claim, sent=2)


async def test_what_waits_behind_can_be_dropped(store: Store) -> None:
    """Of one chat, without what is in hand; the numbers stay known."""
    await store.inbox.put([arrival(1), arrival(2), arrival(3), arrival(4, "b")], NOW)
    [claim] = await store.inbox.claim(1)
    dropped = await store.inbox.drop_waiting("a", NOW)
    await store.inbox.put([arrival(3)], NOW)

    assert dropped == 2
    assert await store.inbox.complete(claim, None, NOW) is not None
    assert numbers(await store.inbox.claim(9)) == [4]


async def test_processes_side_by_side_answer_each_update_once_and_in_order(store: Store, another: Open) -> None:
    """Four at once, thirty chats, shuffled and stored twice: every update is in exactly one pair of hands."""
    stores = [store, *[await another() for _ in range(3)]]
    updates = [arrival(number, f"chat-{number % 30}") for number in range(120)]
    done: list[tuple[str, int]] = []

    async def work(mine: Store, part: int) -> None:
        await mine.inbox.put(updates[part::2], NOW)
        while await mine.inbox.waiting():
            for claim in await mine.inbox.claim(5):
                assert await mine.inbox.complete(claim, a_context(claim.chat), NOW) is not None
                done.append((claim.chat, claim.update))

    await asyncio.gather(*(work(mine, part % 2) for part, mine in enumerate(stores)))
    per_chat = [[number for chat, number in done if chat == f"chat-{n}"] for n in range(30)]

    assert sorted(number for _, number in done) == list(range(120))
    assert per_chat == [sorted(numbers) for numbers in per_chat]


async def test_a_rehearsal_leaves_nothing_behind(store: Store, another: Open) -> None:
    """Two processes may try the store at the same moment; nobody finds anything to answer, and numbers come as before."""
    other = await another()
    await asyncio.gather(store.inbox.rehearse(), other.inbox.rehearse(), store.inbox.rehearse())

    assert (await store.inbox.waiting(), await other.inbox.claim(9)) == (0, ())
    assert await store.inbox.put([arrival(1)], NOW) == 1
