"""`run`: answer on Telegram."""

from __future__ import annotations

import asyncio
from contextlib import AbstractContextManager, nullcontext

import structlog

from bot.channels.telegram.run import Staff, serve
from bot.channels.telegram.run import poll as poll_telegram
from bot.cli.counting import errors_in
from bot.cli.environment import settings_for
from bot.cli.mistakes import WrongCall
from bot.cli.wiring import LoadWiring, Wiring
from bot.conversation.turn import Conversation
from bot.conversation.wishing import WishBook
from bot.service.backing import Backing
from bot.service.clocks import clock_of
from bot.service.office import office_of
from bot.service.reminding import Reminders, Teller
from bot.service.sharing import KeptChats, SharedSlots
from bot.settings import Settings
from bot.store import Memory
from bot.store.lock import alone_in
from bot.store.opening import open_store
from bot.store.slots import MemorySlots


def run_here(load_wiring: LoadWiring, today: str | None, *, poll: bool, remove_webhook: bool) -> None:
    """Answer until told to stop: behind a webhook where WEBHOOK_URL is set, else by polling."""
    settings = settings_for(today)
    polls = poll or settings.webhook_url is None
    if remove_webhook and not polls:
        raise WrongCall("--remove-webhook passt nur zum Abfragen: Nimm --poll dazu.")
    _require(settings, polls=polls)
    if settings.operator() is None:
        structlog.get_logger().warning("operator_missing", variable="OPERATOR_NAME", shown_in="/privacy")
    with _alone(settings, polls=polls):
        asyncio.run(_run(load_wiring, settings, remove_webhook=remove_webhook, polls=polls))


def _alone(settings: Settings, *, polls: bool) -> AbstractContextManager[None]:
    """Keep others out of the data folder, unless several processes behind a webhook share a database."""
    return alone_in(settings.data_dir) if polls or settings.database() is None else nullcontext()


async def _run(load_wiring: LoadWiring, settings: Settings, *, remove_webhook: bool, polls: bool) -> None:
    database = settings.database()
    async with open_store(database, settings.data_dir, alone=database is None) as store:
        office = office_of(store)
        wishes = WishBook(store.subscriptions, store.outbox)
        conversation, clock = _open(load_wiring(), settings, office.hands, wishes), clock_of(settings.bot_today)
        slots = MemorySlots() if polls or database is None else SharedSlots(store.slots)

        def remind(tell: Teller) -> Reminders:
            return Reminders(store, lambda: conversation.brain, tell, clock, asyncio.sleep)

        staff = Staff(conversation, office, clock, Backing(slots, KeptChats(store.chats, clock)), (remind,))
        if polls:
            await poll_telegram(settings, staff, remove_webhook=remove_webhook)
        else:
            await serve(settings, staff)


def _require(settings: Settings, *, polls: bool) -> None:
    """Fail on a missing variable before the brain is fitted, not seconds after."""
    settings.token()
    if not polls:
        settings.webhook()


def _open(wiring: Wiring, settings: Settings, memory: Memory, wishes: WishBook) -> Conversation:
    brain, problems = wiring.load_brain(settings)
    if problems:
        errors = errors_in(problems)
        more = {"errors": errors, "warnings": len(problems) - errors, "hint": "python -m bot check"}
        structlog.get_logger().warning("content_problems", **more)
    return wiring.converse(brain, memory, wishes)
