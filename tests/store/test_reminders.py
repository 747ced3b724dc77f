"""Subscriptions and outbox, on both engines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.store import Note, Subscription
from bot.store.parts import Store
from bot.store.sql.leases import LEASE
from tests.builders import NOW, a_context
from tests.store.conftest import Open
from tests.store.support import DAY, HOUR, MINUTE, SECOND, MovedClock, a_note, arrival

pytestmark = pytest.mark.asyncio

NEWS = Subscription("a", "kurs", "news", "de")
START = Subscription("a", "kurs", "start", "de", run="2027-03")


def keys(notes: tuple[Note, ...]) -> list[str]:
    """Return the dedupe keys of notes."""
    return [note.once for note in notes]


async def test_a_subscription_is_kept_once(store: Store) -> None:
    """Asked for twice it is one, in the language asked last."""
    first = await store.subscriptions.add(NEWS, NOW)
    again = await store.subscriptions.add(replace(NEWS, language="en"), NOW + DAY)
    await store.subscriptions.add(START, NOW + HOUR)

    assert (first, again) == (True, False)
    assert await store.subscriptions.of_chat("a") == (replace(NEWS, language="en"), START)


async def test_subscribers_of_a_topic_are_found(store: Store) -> None:
    """All chats that want to hear of it, but for those that do not want to hear from us; and which topics there are."""
    others = (replace(NEWS, chat="b"), replace(NEWS, chat="c"), replace(NEWS, topic="messe"))
    for subscription in (NEWS, *others):
        await store.subscriptions.add(subscription, NOW)
    await store.chats.cannot_be_reached("c", NOW)

    assert await store.subscriptions.to_topic("kurs") == (NEWS, others[0])
    assert await store.subscriptions.topics() == ("kurs", "messe")


async def test_ending_news_of_any_run_drops_all_that_waits_of_the_topic(store: Store) -> None:
    """What was not sent is not sent any more; other subscriptions and other chats go on."""
    for subscription in (NEWS, START, replace(NEWS, chat="b")):
        await store.subscriptions.add(subscription, NOW)
    await store.outbox.plan([a_note("start", run="2027-03"), a_note("news", kind="news"), a_note("b", "b", kind="news")])
    ended = await store.subscriptions.end("a", "kurs")

    assert ended == 1
    assert await store.subscriptions.of_chat("a") == (START,)
    assert keys(await store.outbox.claim(NOW, 9)) == ["b"]


async def test_all_kinds_of_one_run_are_ended_together(store: Store) -> None:
    """With what waits of that run; what is about any run stays."""
    for subscription in (NEWS, START, replace(START, kind="deadline")):
        await store.subscriptions.add(subscription, NOW)
    await store.outbox.plan([a_note("1", run="2027-03"), a_note("2", kind="news")])

    assert await store.subscriptions.end("a", "kurs", run="2027-03") == 2
    assert keys(await store.outbox.claim(NOW, 9)) == ["2"]
    assert await store.subscriptions.end("a", "kurs", run="2027-03") == 0


async def test_notes_are_claimed_when_due(store: Store) -> None:
    """The earliest first, none too early, none that is of no use any more."""
    late = a_note("late", due=NOW - HOUR, until=NOW)
    new = await store.outbox.plan(
        [a_note("2", due=NOW), a_note("1", due=NOW - DAY), a_note("3", due=NOW + MINUTE), late]
    )
    claimed = await store.outbox.claim(NOW, 9)

    assert new == 4
    assert claimed == (replace(a_note("1", due=NOW - DAY), attempts=1), replace(a_note("2"), attempts=1))
    assert await store.outbox.claim(NOW, 9) == ()
    assert keys(await store.outbox.claim(NOW + MINUTE, 9)) == ["3"]


async def test_a_note_is_planned_and_sent_once(store: Store, another: Open) -> None:
    """However often, and by whichever process, it is planned: before and after it was sent."""
    other = await another()
    planned = [await store.outbox.plan([a_note()]), await other.outbox.plan([a_note(), a_note()])]
    [note] = await store.outbox.claim(NOW, 9)
    none = await other.outbox.claim(NOW, 9)
    sent = await store.outbox.sent(note, NOW)
    again = await other.outbox.plan([a_note()])

    assert (planned, none, sent, again) == ([1, 0], (), True, 0)
    assert await other.outbox.claim(NOW, 9) == ()
    assert (await other.chats.kept("a")).told == (note,)


async def test_a_dead_process_leaves_its_notes_to_others(store: Store, another: Open, clock: MovedClock) -> None:
    """After its lease; renewed in time they stay. What is lost cannot be noted as sent by it."""
    other = await another()
    await store.outbox.plan([a_note()])
    [note] = await store.outbox.claim(NOW, 9)
    clock.move(LEASE - MINUTE / 60)
    await store.outbox.renew()
    kept = await other.outbox.free_overdue()
    clock.move(LEASE)
    freed = await other.outbox.free_overdue()
    [theirs] = await other.outbox.claim(NOW, 9)

    assert (kept, freed, theirs.attempts) == (0, 1, 2)
    assert not await store.outbox.sent(note, NOW)


async def test_what_is_no_longer_true_is_dropped(store: Store) -> None:
    """And may be planned anew, should it become true again."""
    await store.outbox.plan([a_note()])
    [note] = await store.outbox.claim(NOW, 9)
    await store.outbox.drop(note)

    assert (await store.chats.kept("a")).planned == ()
    assert await store.outbox.plan([a_note()]) == 1


async def test_a_note_can_be_put_off(store: Store) -> None:
    """To another time, as at night, or as it was."""
    await store.outbox.plan([a_note()])
    [note] = await store.outbox.claim(NOW, 9)
    await store.outbox.put_back(note, NOW + HOUR)
    early = await store.outbox.claim(NOW, 9)
    [later] = await store.outbox.claim(NOW + HOUR, 9)
    await store.outbox.put_back(later)
    [again] = await store.outbox.claim(NOW + HOUR, 9)

    assert early == ()
    assert (again.due, again.attempts) == (NOW + HOUR, 3)


async def test_a_chat_that_cannot_be_reached_is_left_alone_until_it_writes(store: Store) -> None:
    """Its notes wait; the first message from there makes them due again."""
    await store.outbox.plan([a_note(), a_note("2", "b")])
    await store.chats.cannot_be_reached("a", NOW)
    others = await store.outbox.claim(NOW, 9)
    await store.contexts.save("a", replace(a_context(), touched=NOW + SECOND))

    assert keys(others) == ["2"]
    assert keys(await store.outbox.claim(NOW, 9)) == ["1"]


async def test_the_answer_that_found_nobody_does_not_take_back_its_own_mark(store: Store) -> None:
    """Completing the update whose answer was refused keeps the chat unreachable; the next message frees it."""
    await store.subscriptions.add(Subscription("c", "kurs", "news", "de"), NOW)
    await store.inbox.put([arrival(1, "c")], NOW)
    [claim] = await store.inbox.claim(9)
    await store.chats.cannot_be_reached("c", NOW + SECOND)
    await store.inbox.complete(claim, replace(a_context("kurs"), touched=NOW), NOW + SECOND)
    marked = await store.subscriptions.to_topic("kurs")
    await store.contexts.save("c", replace(a_context("kurs"), touched=NOW + HOUR))

    assert marked == ()
    assert len(await store.subscriptions.to_topic("kurs")) == 1


async def test_what_was_told_of_a_topic_is_known(store: Store) -> None:
    """Of all chats, earliest first; what waits or was about another topic is not among it."""
    sent = [a_note("2", "a", due=NOW), a_note("1", "b", due=NOW - DAY), a_note("3", "a", topic="messe")]
    await store.outbox.plan(sent)
    for note in await store.outbox.claim(NOW, 9):
        await store.outbox.sent(note, NOW)
    await store.outbox.plan([a_note("waiting")])

    assert keys(await store.outbox.told("kurs")) == ["1", "2"]


async def test_a_renamed_topic_keeps_what_is_kept_under_its_new_name_once(store: Store) -> None:
    """Of two notes that say the same, the one that was sent stays; one in somebody's hands is left there till the next time."""
    for name in ("alt", "neu"):
        await store.subscriptions.add(Subscription("a", name, "dates", "de"), NOW)
    await store.subscriptions.add(Subscription("b", "alt", "dates", "de"), NOW)
    both = [a_note(f"{chat}|{name}|mai|new|0", chat, topic=name) for chat in "ab" for name in ("alt", "neu")]
    await store.outbox.plan(both[:1])
    [told] = await store.outbox.claim(NOW, 1)
    await store.outbox.sent(told, NOW)
    await store.outbox.plan([both[1], both[2], a_note("c|alt|mai|new|0", "c", due=NOW - DAY, topic="alt")])
    [in_hand] = await store.outbox.claim(NOW, 1)
    await store.subscriptions.renamed("alt", "neu")
    topics = await store.subscriptions.topics()
    await store.outbox.put_back(in_hand)
    await store.subscriptions.renamed("alt", "neu")

    assert topics == ("alt", "neu")
    assert await store.subscriptions.topics() == ("neu",)
    assert sorted(each.chat for each in await store.subscriptions.to_topic("neu")) == ["a", "b"]
    assert keys(await store.outbox.told("neu")) == ["a|neu|mai|new|0"]
    assert sorted(keys(await store.outbox.claim(NOW, 9))) == ["b|neu|mai|new|0", "c|neu|mai|new|0"]
