"""Runs the bot on Telegram until it is told to stop: by polling, or behind a webhook."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

import structlog
from pydantic import TypeAdapter, ValidationError
from telegram import Bot
from telegram.error import BadRequest

from bot.channels.telegram.desk import Desk
from bot.channels.telegram.errors import WebhookIsSet, WebhookRefused
from bot.channels.telegram.incoming import Me
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.introduction import introduce
from bot.channels.telegram.pacing import Pace
from bot.channels.telegram.patience import hush_library, patiently
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.requests import AiohttpRequest, Unreadable, proxy_for
from bot.channels.telegram.sending import Sender, Tools
from bot.channels.telegram.stopping import beside, told_to_stop, until
from bot.channels.telegram.webhook import Door, WebServer, listen
from bot.channels.telegram.wire import ALLOWED_UPDATES, WebhookInfo
from bot.service.chats import MemoryChats
from bot.service.lanes import Lanes
from bot.service.metrics import Metrics
from bot.service.ports import Answerer, Clock, Pause
from bot.service.slots import MemorySlots
from bot.settings import Settings, Webhook

T = TypeVar("T")

GRACE = 5.0
"""Seconds that answers in hand get to finish; with all else the end takes less than ten."""


async def poll(
    settings: Settings,
    answerer: Answerer,
    *,
    clock: Clock,
    remove_webhook: bool = False,
    stop: asyncio.Event | None = None,
    pause: Pause = asyncio.sleep,
) -> None:
    """Answer by polling until *stop* is set; without *stop*, until SIGTERM or SIGINT.

    Raises `SettingsError` without a token, `BadToken`, `WebhookIsSet` (unless *remove_webhook*),
    and `PollConflict`.
    """
    async with _house(settings, answerer, clock, pause) as house:
        with told_to_stop(stop) as stopped:
            await until(stopped, _poll(house, remove_webhook=remove_webhook))


async def serve(
    settings: Settings,
    answerer: Answerer,
    clock: Clock,
    *,
    stop: asyncio.Event | None = None,
    pause: Pause = asyncio.sleep,
) -> None:
    """Answer what Telegram delivers to WEBHOOK_URL, until *stop* is set or else SIGTERM or SIGINT.

    Raises `SettingsError` without token or WEBHOOK_URL, `PortTaken`, `BadToken` and `WebhookRefused`.
    """
    webhook = settings.webhook()
    door = Door(webhook)
    server = WebServer(door.app())
    # Listening comes first: hosts give a process only so long until its port must answer.
    with listen(settings.host, settings.port) as sock, told_to_stop(stop) as stopped:
        async with _house(settings, answerer, clock, pause) as house, server.running(sock):
            await until(stopped, _receive(house, door, webhook))


@dataclass(frozen=True, slots=True)
class _House:
    """What both ways of running need."""

    bot: Bot
    answerer: Answerer
    clock: Clock
    pause: Pause
    lanes: Lanes = field(default_factory=Lanes)
    metrics: Metrics = field(default_factory=Metrics)

    async def connect(self) -> Intake:
        """Get to know ourselves; waits for Telegram as long as it takes. Raises `BadToken`."""
        me = await self.ask("getMe", Me)
        tools = Tools(self.bot, Pace(self.pause, MemorySlots()), MemoryChats(), self.metrics, self.pause)
        desk = Desk(self.answerer, Sender(tools), self.clock, self.pause)
        return Intake(me, desk, self.lanes)

    async def ask(self, what: str, kind: type[T]) -> T:
        """Ask Telegram for something we cannot go on without. An answer of another kind is none."""

        async def call() -> T:
            answer = await self.bot.do_api_request(what)
            try:
                return TypeAdapter(kind).validate_python(answer)
            except ValidationError:
                raise Unreadable(what) from None

        return await patiently(what, call, self.pause)


@asynccontextmanager
async def _house(settings: Settings, answerer: Answerer, clock: Clock, pause: Pause) -> AsyncIterator[_House]:
    hush_library()
    request = AiohttpRequest(proxy=proxy_for(settings.telegram_api_url))
    await request.initialize()
    bot = Bot(
        settings.token(), base_url=settings.telegram_api_url, request=request, get_updates_request=request
    )
    house = _House(bot, answerer, clock, pause)
    try:
        yield house
    finally:
        cut_off = await house.lanes.drain(GRACE)
        await request.shutdown()
        structlog.get_logger().info("stopped", answers_cut_off=cut_off)


async def _poll(house: _House, *, remove_webhook: bool) -> None:
    intake = await house.connect()
    await _leave_webhook(house, remove=remove_webhook)
    poller = Poller(house.bot, intake, house.pause)
    structlog.get_logger().info("polling")
    async with beside(introduce(house.bot, house.answerer, house.pause)):
        try:
            await poller.run()
        except asyncio.CancelledError:
            await poller.confirm()
            raise


async def _leave_webhook(house: _House, *, remove: bool) -> None:
    info = await house.ask("getWebhookInfo", WebhookInfo)
    if not info.url:
        return
    if not remove:
        raise WebhookIsSet
    await patiently("deleteWebhook", house.bot.delete_webhook, house.pause)
    structlog.get_logger().info("webhook_removed")


async def _receive(house: _House, door: Door, webhook: Webhook) -> None:
    door.open(await house.connect())
    await _register(house, webhook)
    structlog.get_logger().info("receiving")
    async with beside(introduce(house.bot, house.answerer, house.pause)):
        await asyncio.Event().wait()


async def _register(house: _House, webhook: Webhook) -> None:
    async def call() -> bool:
        return await house.bot.set_webhook(
            webhook.url, secret_token=webhook.secret, allowed_updates=ALLOWED_UPDATES
        )

    try:
        await patiently("setWebhook", call, house.pause)
    except BadRequest as error:
        raise WebhookRefused(error.message) from None
