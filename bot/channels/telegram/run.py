"""Runs the bot on Telegram until cancelled: by polling, or behind a webhook."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TypeVar

import structlog
from pydantic import TypeAdapter, ValidationError
from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.announcing import Announcements
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.errors import WebhookIsSet, WebhookRefused
from bot.channels.telegram.incoming import Me
from bot.channels.telegram.inline import Inline
from bot.channels.telegram.intake import Intake, News
from bot.channels.telegram.introduction import introduce
from bot.channels.telegram.pacing import Pace
from bot.channels.telegram.patience import hush_library, patiently
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.requests import AiohttpRequest, Unreadable, proxy_for
from bot.channels.telegram.sending import Sender, Tools
from bot.channels.telegram.telling import Telling
from bot.channels.telegram.webhook import Door
from bot.channels.telegram.wire import ALLOWED_UPDATES, WebhookInfo
from bot.channels.telegram.work import Answering
from bot.service.backing import Backing
from bot.service.dispatching import Dispatcher
from bot.service.keeping import keep_in_time, keep_leases, keep_trying
from bot.service.metrics import Metrics
from bot.service.office import Office
from bot.service.pages import Pages
from bot.service.ports import Answerer, Clock, Pause, Tell
from bot.service.reminding import Reminders, Teller
from bot.service.stopping import beside, together
from bot.service.vitals import Vitals
from bot.service.web import served
from bot.settings import Settings, Webhook

T = TypeVar("T")

GRACE = 5.0
"""Seconds that answers in hand get to finish; with all else the end takes less than ten."""
MOMENT = 3.0
"""Seconds Telegram is asked before we begin what takes long; then it is asked beside that."""
POLL_SILENCE = 90.0
"""Seconds without a poll that went well after which something is wrong: a poll takes less than half of it."""


async def nothing_to_watch(_tell: Tell) -> None:
    """Wait for ever."""
    await asyncio.Event().wait()


@dataclass(frozen=True, slots=True)
class Staff:
    """Who is at work behind the channel: the one who answers, the office with the store, the clock; what they share.

    ``reminders`` make what tells people through the channel what they wished to be told.
    ``watch`` is done beside the turns and may tell ``admins`` (their numbers at Telegram) something.
    """

    answerer: Answerer
    office: Office
    clock: Clock
    backing: Backing = field(default_factory=Backing)
    reminders: tuple[Callable[[Teller], Reminders], ...] = ()
    admins: tuple[int, ...] = ()
    watch: Callable[[Tell], Coroutine[object, object, None]] = nothing_to_watch


async def check_in(settings: Settings, *, polls: bool) -> None:
    """Ask Telegram, for as long as it takes, for what would keep us from running: better now than after all has been loaded.

    Raises `SettingsError` without a token, `BadToken`, and `WebhookIsSet` if *polls*: then no webhook may be set. What else
    Telegram has against us is left to `poll` and `serve`.
    """
    with suppress(TelegramError):
        async with _a_bot(settings) as bot:
            await _ask(bot, "getMe", Me, asyncio.sleep)
            if polls and (await _ask(bot, "getWebhookInfo", WebhookInfo, asyncio.sleep)).url:
                raise WebhookIsSet


async def poll(settings: Settings, staff: Staff, sock: socket.socket | None = None, *, remove_webhook: bool = False) -> None:
    """Answer by polling until cancelled; on *sock*, if there is one, the pages for those who run the bot are served.

    Raises `SettingsError` without a token, `BadToken`, `WebhookIsSet` (unless *remove_webhook*), `PollConflict`.
    """
    async with _house(settings, staff) as house, served(sock, house.pages.routes()):
        await _poll(house, remove_webhook=remove_webhook)


async def serve(settings: Settings, staff: Staff, sock: socket.socket) -> None:
    """Answer what Telegram delivers to WEBHOOK_URL, and comes in on *sock*, until cancelled.

    Raises `SettingsError` without token or WEBHOOK_URL, `BadToken` and `WebhookRefused`.
    """
    webhook = settings.webhook()
    async with _house(settings, staff) as house:
        door = Door(webhook, house.vitals)
        async with served(sock, [door.route(), *house.pages.routes()]):
            await _receive(house, door, webhook)


Taking = Callable[[Intake], Coroutine[object, object, None]]
"""Hands updates to an intake until cancelled."""


@dataclass(frozen=True, slots=True)
class _House:
    """What both ways of running need."""

    bot: Bot
    staff: Staff
    vitals: Vitals
    metrics: Metrics
    pages: Pages

    @property
    def pause(self) -> Pause:
        """How time is let go by."""
        return self.staff.backing.pause

    async def work(self, me: Me, taking_in: Taking) -> None:
        """Take in by *taking_in*, answer and keep order until cancelled; what is in hand then is finished or put back."""
        office, clock = self.staff.office, self.staff.clock
        sender = self._sender(me)
        desk = Desk(self.staff.answerer, sender, clock, self.pause, self.metrics)
        announcements = Announcements(sender, self.staff.admins)
        answering = Answering(me, desk, office.store.inbox, clock)
        dispatcher = Dispatcher(office, answering, clock)
        inline = Inline(self.bot, self.staff.answerer, clock, _address(me))
        intake = Intake(me, office, clock, News(dispatcher.wake, inline), self.metrics)
        async with beside(keep_trying(office, self.pause)):
            try:
                await together(
                    taking_in(intake),
                    dispatcher.run(),
                    keep_leases(office, dispatcher.wake),
                    keep_in_time(office, clock),
                    *(make(Telling(sender)).run() for make in self.staff.reminders),
                    announcements.run(),
                    self.staff.watch(announcements.tell),
                )
            finally:
                cut_off = await dispatcher.stop(GRACE)
                structlog.get_logger().info("stopped", answers_cut_off=cut_off)

    def _sender(self, me: Me) -> Sender:
        backing = self.staff.backing
        pace = Pace(self.pause, backing.slots)
        return Sender(Tools(self.bot, pace, backing.chats, self.metrics, self.pause, _address(me)))

    def introduction(self) -> AbstractAsyncContextManager[None]:
        """Introduce ourselves beside the body."""
        return beside(introduce(self.bot, self.staff.answerer, self.pause))

    async def connect(self) -> Me:
        """Get to know ourselves; waits for Telegram as long as it takes. Raises `BadToken`."""
        return await self.ask("getMe", Me)

    async def ask(self, what: str, kind: type[T]) -> T:
        """Ask Telegram for something we cannot go on without."""
        return await _ask(self.bot, what, kind, self.pause)


async def _ask(bot: Bot, what: str, kind: type[T], pause: Pause) -> T:
    """Ask until there is an answer; one of another kind is none. Raises `BadToken`."""

    async def call() -> T:
        answer = await bot.do_api_request(what)
        try:
            return TypeAdapter(kind).validate_python(answer)
        except ValidationError:
            raise Unreadable(what) from None

    return await patiently(what, call, pause)


def _address(me: Me) -> str:
    return f"https://t.me/{me.username}"


@asynccontextmanager
async def _house(settings: Settings, staff: Staff) -> AsyncIterator[_House]:
    async with _a_bot(settings) as bot:
        yield _furnished(settings, bot, staff)


@asynccontextmanager
async def _a_bot(settings: Settings) -> AsyncIterator[Bot]:
    hush_library()
    request = AiohttpRequest(proxy=proxy_for(settings.telegram_api_url))
    await request.initialize()
    bot = Bot(
        settings.token(), base_url=settings.telegram_api_url, request=request, get_updates_request=request
    )
    try:
        yield bot
    finally:
        await request.shutdown()


def _furnished(settings: Settings, bot: Bot, staff: Staff) -> _House:
    async def knows() -> bool:
        return staff.answerer.topic_count() > 0

    vitals = Vitals({"knowledge": knows, "store": staff.office.is_reached, **staff.backing.checks})
    metrics = Metrics()
    metrics.depth(lambda: staff.office.health.waiting)
    return _House(bot, staff, vitals, metrics, Pages(vitals, metrics, settings.pages_token()))


async def _poll(house: _House, *, remove_webhook: bool) -> None:
    me = await house.connect()
    await _leave_webhook(house, remove=remove_webhook)

    async def ask(intake: Intake) -> None:
        poller = Poller(house.bot, intake, house.pause, house.vitals)
        house.vitals.expect(POLL_SILENCE)
        structlog.get_logger().info("polling")
        try:
            await poller.run()
        except asyncio.CancelledError:
            await poller.confirm()
            raise

    async with house.introduction():
        await house.work(me, ask)


async def _leave_webhook(house: _House, *, remove: bool) -> None:
    info = await house.ask("getWebhookInfo", WebhookInfo)
    if not info.url:
        return
    if not remove:
        raise WebhookIsSet
    await patiently("deleteWebhook", house.bot.delete_webhook, house.pause)
    structlog.get_logger().info("webhook_removed")


async def _receive(house: _House, door: Door, webhook: Webhook) -> None:
    me = await house.connect()

    async def open_door(intake: Intake) -> None:
        door.open(intake)
        await _register(house, webhook)
        house.vitals.expect(None)
        structlog.get_logger().info("receiving")
        async with house.introduction():
            await asyncio.Event().wait()

    await house.work(me, open_door)


async def _register(house: _House, webhook: Webhook) -> None:
    async def call() -> bool:
        return await house.bot.set_webhook(
            webhook.url, secret_token=webhook.secret, allowed_updates=ALLOWED_UPDATES
        )

    try:
        await patiently("setWebhook", call, house.pause)
    except BadRequest as error:
        raise WebhookRefused(error.message) from None
