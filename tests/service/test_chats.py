"""Who can be written to, and where."""

from __future__ import annotations

import pytest

from bot.service.chats import MemoryChats

pytestmark = pytest.mark.asyncio


async def test_nothing_is_sent_to_whoever_left_until_heard_again() -> None:
    """A lost chat has no address until somebody writes there."""
    chats = MemoryChats()
    before = await chats.address("a")
    await chats.lost("a")
    lost = await chats.address("a")
    await chats.heard("a")

    assert (before, lost, await chats.address("a")) == ("a", None, "a")


async def test_a_chat_that_moved_is_followed() -> None:
    """The old name leads to the new one, also when that one is lost and found."""
    chats = MemoryChats()
    await chats.moved("old", "new")
    followed = await chats.address("old")
    await chats.lost("old")
    lost = await chats.address("new"), await chats.address("old")
    await chats.heard("new")

    assert followed == "new"
    assert lost == (None, None)
    assert await chats.address("old") == "new"


async def test_only_the_latest_are_remembered() -> None:
    """Memory has an end; the oldest go first."""
    chats = MemoryChats(remembered=2)
    for name in "abc":
        await chats.lost(name)
        await chats.moved(name + name, name)

    assert [await chats.address(name) for name in ("a", "b", "c", "aa", "bb")] == ["a", None, None, "aa", None]
