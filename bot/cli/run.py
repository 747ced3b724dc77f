"""`run`: answer on Telegram."""

from __future__ import annotations

import asyncio
import socket
from contextlib import AbstractContextManager, nullcontext, suppress

import structlog

from bot.channels.telegram.incoming import chat_key
from bot.channels.telegram.run import MOMENT, Staff, check_in, serve
from bot.channels.telegram.run import poll as poll_telegram
from bot.cli.environment import settings_for
from bot.cli.mistakes import WrongCall
from bot.cli.problems import errors_in
from bot.cli.wiring import LoadWiring, Wiring
from bot.conversation.ledger import Ledger
from bot.conversation.wishing import WishBook
from bot.knowledge import require_folders
from bot.service.backing import Backing
from bot.service.clocks import clock_of
from bot.service.keeping import hand_over, keep_books
from bot.service.loading import while_loading
from bot.service.office import Office, office_of
from bot.service.operating import FrontDesk
from bot.service.reloading import Reloader, keep_fresh
from bot.service.reminding import Reminders, Teller
from bot.service.sharing import KeptChats, SharedSlots
from bot.service.stopping import beside, run_until_told, unless
from bot.service.thrift import give_back, in_own_pages, keep_for_good
from bot.service.web import listen
from bot.settings import Settings
from bot.store.lock import alone_in
from bot.store.opening import open_store
from bot.store.slots import MemorySlots, Slots
from bot.workshop.operations import StaffOperations

LAST_BOOKS = 0.5
"""Seconds at the end in which what was noted of turns is handed over."""


def run_here(load_wiring: LoadWiring, today: str | None, *, poll: bool, remove_webhook: bool) -> None:
    """Answer until told to stop: behind a webhook where WEBHOOK_URL is set, else by polling."""
    settings = settings_for(today)
    polls = poll or settings.webhook_url is None
    if remove_webhook and not polls:
        raise WrongCall("--remove-webhook passt nur zum Abfragen: Nimm --poll dazu.")
    _require(settings, polls=polls)
    if settings.operator() is None:
        structlog.get_logger().warning("operator_missing", variable="OPERATOR_NAME", shown_in="/privacy")
    with _alone(settings, polls=polls), _listening(settings, polls=polls) as sock:
        run_until_told(_run(load_wiring, settings, sock, remove_webhook=remove_webhook, polls=polls))


def _alone(settings: Settings, *, polls: bool) -> AbstractContextManager[None]:
    """Keep others out of the data folder, unless several processes behind a webhook share a database."""
    return alone_in(settings.data_dir) if polls or settings.database() is None else nullcontext()


def _listening(settings: Settings, *, polls: bool) -> AbstractContextManager[socket.socket | None]:
    """Listen from the first moment to the last: hosts give a process only so long until its port must answer."""
    return listen(settings.host, settings.port) if settings.has_port() or not polls else nullcontext()


async def _run(
    load_wiring: LoadWiring, settings: Settings, sock: socket.socket | None, *, remove_webhook: bool, polls: bool
) -> None:
    database = settings.database()
    async with open_store(database, settings.data_dir, alone=database is None) as store:
        office = office_of(store)
        ledger = Ledger()
        reloader = await unless(
            check_in(settings, polls=polls and not remove_webhook),
            lambda: while_loading(settings, lambda: _open(load_wiring(), settings, office, ledger), sock),
            MOMENT,
        )
        keep_for_good()
        slots = MemorySlots() if polls or database is None else SharedSlots(store.slots)
        staff = _staff(settings, office, reloader, ledger, slots)
        try:
            async with beside(keep_books(ledger, office, staff.clock)):
                if polls or sock is None:
                    await poll_telegram(settings, staff, sock, remove_webhook=remove_webhook)
                else:
                    await serve(settings, staff, sock)
        finally:
            with suppress(TimeoutError):
                async with asyncio.timeout(LAST_BOOKS):
                    await hand_over(ledger, office, staff.clock)


def _staff(settings: Settings, office: Office, reloader: Reloader, ledger: Ledger, slots: Slots) -> Staff:
    clock, conversation, store = clock_of(settings.bot_today), reloader.conversation, office.store
    folders, operations = (settings.content_dir, settings.intents_dir), StaffOperations(reloader, store, ledger)

    def remind(tell: Teller) -> Reminders:
        return Reminders(store, lambda: conversation.brain, tell, clock, asyncio.sleep, office.health)

    return Staff(
        FrontDesk(conversation, operations, frozenset(map(chat_key, settings.admin_ids))),
        office,
        clock,
        Backing(slots, KeptChats(store.chats, clock)),
        reminders=(remind,),
        admins=settings.admin_ids,
        watch=lambda tell: keep_fresh(reloader, folders, tell),
    )


def _require(settings: Settings, *, polls: bool) -> None:
    """Fail on a missing variable or folder before Telegram is asked and the brain is fitted, not seconds after."""
    settings.token()
    if not polls:
        settings.webhook()
    require_folders(settings.content_dir, settings.intents_dir)


def _open(wiring: Wiring, settings: Settings, office: Office, ledger: Ledger) -> Reloader:
    """Return what keeps a conversation's knowledge fresh, with the conversation."""
    build = wiring.builder(settings, soon=True)
    with in_own_pages():
        brain, problems = build()
    give_back()
    if problems:
        errors = errors_in(problems)
        more = {"errors": errors, "warnings": len(problems) - errors, "hint": "python -m bot check"}
        structlog.get_logger().warning("content_problems", **more)
    wishes = WishBook(office.store.subscriptions, office.store.outbox)
    return Reloader(wiring.converse(brain, office.hands, wishes, ledger), build, problems)
