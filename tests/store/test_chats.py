"""What is kept of a chat, on both engines: shown, deleted, carried over, and let go in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.model.context import IDLE, Context
from bot.store import Kept, Subscription
from bot.store.chats import NUMBERS, SETTINGS, STUCK
from bot.store.parts import Store
from tests.builders import NOW, a_context
from tests.store.support import DAY, HOUR, SECOND, a_note, arrival

pytestmark = pytest.mark.asyncio

TALK = replace(a_context("kurs", "messe"), touched=NOW, intent="dates", offered=("q:dates:kurs",))
ENGLISH = replace(TALK, language="en", language_fixed=True)
ON_PATH = replace(TALK, path="path", step="first")
NEWS = Subscription("a", "kurs", "news", "de")


async def fill(store: Store, chat: str, first: int) -> None:
    """Let everything there is be kept of *chat*."""
    await store.contexts.save(chat, ENGLISH)
    await store.subscriptions.add(replace(NEWS, chat=chat), NOW)
    await store.outbox.plan([a_note(f"{chat}-sent", chat), a_note(f"{chat}-later", chat, due=NOW + DAY)])
    for note in await store.outbox.claim(NOW, 9):
        await store.outbox.sent(note, NOW)
    await store.inbox.put([arrival(first, chat, "geheim")], NOW)


async def test_of_a_new_chat_nothing_is_kept(store: Store) -> None:
    """Nothing is made up."""
    assert await store.contexts.load("a") is None
    assert await store.chats.kept("a") == Kept()


async def test_contexts_are_remembered_per_chat(store: Store) -> None:
    """The last one counts, and chats do not see each other."""
    await store.contexts.save("a", TALK)
    await store.contexts.save("a", ENGLISH)
    await store.contexts.save("b", TALK)

    assert [await store.contexts.load(chat) for chat in ("a", "b")] == [ENGLISH, TALK]


async def test_everything_kept_is_shown(store: Store) -> None:
    """Talk, language, subscriptions, what is planned and was told, and what still waits for an answer."""
    await fill(store, "a", 1)
    kept = await store.chats.kept("a")

    assert (kept.context, kept.last_written, kept.waiting) == (ENGLISH, NOW, 1)
    assert kept.subscriptions == (NEWS,)
    assert [note.once for note in (*kept.planned, *kept.told)] == ["a-later", "a-sent"]


async def test_everything_is_deleted_at_once(store: Store) -> None:
    """Of that chat and of no other; a message that waits is still answered."""
    await fill(store, "a", 1)
    await fill(store, "b", 2)
    await store.chats.forget("a")

    assert await store.chats.kept("a") == Kept(waiting=1)
    assert (await store.chats.kept("b")).subscriptions == (replace(NEWS, chat="b"),)
    [mine, _] = await store.inbox.claim(9)
    await store.inbox.complete(mine, None, NOW)
    assert await store.chats.kept("a") == Kept()


async def test_a_group_that_became_a_supergroup_keeps_what_it_had(store: Store) -> None:
    """Under its new number; where that is known already, its talk stands and subscriptions are one."""
    await fill(store, "a", 1)
    await store.contexts.save("new", TALK)
    await store.subscriptions.add(replace(NEWS, chat="new"), NOW)
    await store.subscriptions.add(replace(NEWS, topic="messe"), NOW)
    await store.chats.moved("a", "new")
    kept = await store.chats.kept("new")

    assert await store.chats.kept("a") == Kept()
    assert (kept.context, len(kept.subscriptions), len(kept.planned), kept.waiting) == (TALK, 2, 1, 1)


@pytest.mark.parametrize("later", [timedelta(), IDLE, IDLE + SECOND, SETTINGS, SETTINGS + SECOND])
async def test_a_talk_is_gone_after_half_an_hour_and_settings_after_ninety_days(store: Store, later: timedelta) -> None:
    """To the second: a talk without settings leaves nothing, a chosen language stays as long as settings do."""
    await store.contexts.save("a", TALK)
    await store.contexts.save("b", ENGLISH)
    await store.contexts.save("c", ON_PATH)
    await store.retention.let_go(NOW + later)
    left = [await store.contexts.load(chat) for chat in "abc"]

    if later <= IDLE:
        assert left == [TALK, ENGLISH, ON_PATH]
    elif later <= SETTINGS:
        chosen = Context("en", NOW, language_fixed=True)
        assert left == [None, chosen, Context("de", NOW, path="path", step="first")]
    else:
        assert left == [None, None, None]
        assert await store.chats.kept("c") == Kept()


async def test_the_text_of_a_stuck_update_is_gone_after_a_day(store: Store) -> None:
    """Be it in somebody's hands; its number is known for two days more."""
    await store.inbox.put([arrival(1), arrival(2, "b")], NOW)
    await store.inbox.claim(1)
    early = await store.retention.let_go(NOW + STUCK)
    late = await store.retention.let_go(NOW + STUCK + SECOND)
    await store.inbox.put([arrival(1), arrival(2, "b")], NOW)

    assert (early, late, await store.inbox.waiting()) == (0, 2, 0)


async def test_the_number_of_an_answered_update_is_known_for_two_days(store: Store) -> None:
    """Counted from the answer; until then it is not stored again."""
    answered = NOW + HOUR
    await store.inbox.put([arrival(1)], NOW)
    [claim] = await store.inbox.claim(1)
    await store.inbox.complete(claim, None, answered)

    async def comes_again(now: datetime) -> bool:
        await store.retention.let_go(now)
        await store.inbox.put([arrival(1)], now)
        return await store.inbox.waiting() == 1

    assert not await comes_again(answered + NUMBERS)
    assert await comes_again(answered + NUMBERS + SECOND)


async def test_subscriptions_stay_until_they_are_ended(store: Store) -> None:
    """However long nobody writes; a note goes when it is of no use any more."""
    await fill(store, "a", 1)
    await store.retention.let_go(NOW + 400 * DAY)

    assert await store.chats.kept("a") == Kept(subscriptions=(NEWS,))


async def test_an_unreachable_chat_without_anything_is_let_go(store: Store) -> None:
    """The mark is kept like a setting."""
    await store.chats.cannot_be_reached("a", NOW)
    await store.outbox.plan([a_note()])
    await store.retention.let_go(NOW + SETTINGS)
    during = await store.outbox.claim(NOW, 9)
    await store.retention.let_go(NOW + SETTINGS + SECOND)

    assert during == ()
    assert (await store.chats.kept("a")).last_written is None
