"""The store in memory: each chat its own context, and no more of them than needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.model.context import IDLE, Context
from bot.store import ContextStore, MemoryStore
from tests.builders import NOW, a_context

pytestmark = pytest.mark.asyncio
MINUTE = timedelta(minutes=1)


def idle_for(minutes: int) -> Context:
    """Return a talk that fell silent so many minutes ago."""
    return replace(a_context("kurs"), touched=NOW - minutes * MINUTE)


async def kept(store: ContextStore, *chats: str) -> list[bool]:
    """Tell of each chat whether anything is remembered."""
    return [await store.load(chat) is not None for chat in chats]


async def test_a_chat_nobody_heard_of_has_no_context() -> None:
    """Nothing is made up."""
    assert await MemoryStore().load("a") is None


async def test_what_was_saved_last_is_remembered_per_chat() -> None:
    """Chats do not see each other."""
    store = MemoryStore()
    await store.save("a", a_context("kurs"))
    await store.save("a", a_context("messe"))
    await store.save("b", a_context("netz"))

    assert [await store.load(chat) for chat in "ab"] == [a_context("messe"), a_context("netz")]


async def test_idle_chats_are_let_go() -> None:
    """Every so often, all whose talk ended; one at the limit is still a talk."""
    store = MemoryStore(sweep_every=4)
    limit = int(IDLE / MINUTE)
    await store.save("over", idle_for(limit + 1))
    await store.save("at the limit", idle_for(limit))
    await store.save("recent", idle_for(1))
    before = await kept(store, "over", "at the limit", "recent")
    await store.save("now", a_context())

    assert before == [True, True, True]
    assert await kept(store, "over", "at the limit", "recent", "now") == [False, True, True, True]


async def test_a_chosen_language_is_not_forgotten() -> None:
    """Who fixed it does not have to do so again; nothing else of the talk is left."""
    store = MemoryStore(sweep_every=2)
    await store.save("fixed", replace(idle_for(600), language="en", language_fixed=True))
    await store.save("now", a_context())

    remembered = await store.load("fixed")
    assert remembered is not None
    assert (remembered.language, remembered.language_fixed, remembered.topics) == ("en", True, ())


async def test_between_two_sweeps_nothing_is_dropped() -> None:
    """Sweeping costs time; it happens now and then."""
    store = MemoryStore(sweep_every=3)
    for chat in ("a", "b"):
        await store.save(chat, idle_for(600))

    assert await kept(store, "a", "b") == [True, True]
