"""A conversation over the durable inbox: what it remembers, shows and forgets goes with the update in hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.conversation.brain import Brain
from bot.conversation.turn import Conversation
from bot.model.choices import FORGET_ALL, KEPT, set_language
from bot.model.message import Message
from bot.model.reply import plain_text
from bot.service.office import office_of
from bot.store import Claim, Kept, Subscription
from bot.store.opening import open_store
from bot.store.parts import Store
from tests.builders import NOW, a_context
from tests.store.support import arrival

pytestmark = pytest.mark.asyncio


async def says(store: Store, brain: Brain, number: int, message: Message) -> str:
    """Let an update through as the dispatcher does, and return what is answered."""
    office = office_of(store)
    await store.inbox.put([arrival(number, message.chat)], NOW)
    [claim] = await store.inbox.claim(1)
    office.hands.take(claim)
    reply = await Conversation(brain, office.hands).turn(message, NOW)
    await store.inbox.complete(claim, office.hands.give(claim), NOW)
    return plain_text(reply)


async def test_a_talk_goes_on_from_update_to_update(small_brain: Brain, tmp_path: Path) -> None:
    """What the last answer was about is known to the next, though nothing stays in memory."""
    async with open_store(None, tmp_path) as store:
        await says(store, small_brain, 1, Message("a", text="wann startet der schweißkurs"))
        answer = await says(store, small_brain, 2, Message("a", text="und was kostet der"))

    assert "50 Euro" in answer


async def test_the_next_of_a_chat_may_come_before_the_last_is_let_go(tmp_path: Path) -> None:
    """What was written down is known to the database a moment before it is to us: the context of the next stays."""
    first, second = Claim(1, "a", "{}"), Claim(2, "a", "{}", a_context("kurs"))
    async with open_store(None, tmp_path) as store:
        hands = office_of(store).hands
        hands.take(first)
        hands.give(first)
        hands.take(second)
        hands.let_go(first)

        assert (hands.held(), await hands.load("a")) == ((second,), a_context("kurs"))


async def test_all_that_is_kept_is_shown_and_deleted(small_brain: Brain, tmp_path: Path) -> None:
    """After the deletion is completed nothing has come back, and what is asked next begins anew."""
    async with open_store(None, tmp_path) as store:
        await says(store, small_brain, 1, Message("a", choice=set_language("de")))
        await says(store, small_brain, 2, Message("a", text="wann startet der schweißkurs"))
        await store.subscriptions.add(Subscription("a", "schweisskurs", "news", "de"), NOW)
        copy = await says(store, small_brain, 3, Message("a", choice=KEPT))
        done = await says(store, small_brain, 4, Message("a", choice=FORGET_ALL))
        left = await store.chats.kept("a")
        again = await says(store, small_brain, 5, Message("a", choice=KEPT))

    assert "Bescheid sagen zu: Schweißkurs" in copy
    assert "Alles gelöscht" in done
    assert left == Kept()
    assert "nichts gespeichert" in again
