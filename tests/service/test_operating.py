"""Orders are carried out for admins, in their private chat; for all others they are unknown commands."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.model.message import Message, Order
from bot.model.reply import plain_text
from bot.service.commands import typed
from bot.service.operating import FrontDesk
from tests.builders import NOW
from tests.channels.telegram.support import FakeAnswerer


class FakeOperations:
    """Says what it was ordered."""

    async def reload(self, now: datetime) -> str:
        """Say so."""
        return "reload"

    async def standing(self, now: datetime) -> str:
        """Say so."""
        return "standing"

    async def inbox(self, now: datetime) -> str:
        """Say so."""
        return "inbox"


DESK = FrontDesk(FakeAnswerer(), FakeOperations(), frozenset({"telegram:7"}))


@pytest.mark.asyncio
@pytest.mark.parametrize(("text", "order"), [("/neuladen", "reload"), ("/Stand", "standing"), ("/inbox jetzt", "inbox")])
async def test_admins_are_obeyed(text: str, order: Order) -> None:
    """Whatever the case, whatever stands behind."""
    message = typed("telegram:7", text)

    assert message.order == order
    assert plain_text(await DESK.turn(message, NOW)) == order


@pytest.mark.asyncio
@pytest.mark.parametrize("chat", ["telegram:8", "telegram:-7", "terminal"])
async def test_nobody_else_is(chat: str) -> None:
    """Not in a group either, though an admin may have written there."""
    assert plain_text(await DESK.turn(typed(chat, "/inbox"), NOW)) == "Antwort: notice-unknown-command"


@pytest.mark.asyncio
async def test_questions_of_admins_are_questions() -> None:
    """They talk to the bot like anybody."""
    assert plain_text(await DESK.turn(Message("telegram:7", text="hallo"), NOW)) == "Antwort: hallo"
    assert (DESK.topic_count(), DESK.say("de", "yes")) == (1, "yes de")
