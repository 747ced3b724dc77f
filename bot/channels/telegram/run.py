"""Runs the bot on Telegram until it is told to stop: by polling, or behind a webhook."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from typing import TypeVar

import structlog
from pydantic import TypeAdapter, ValidationError
from starlette.routing import Route
from telegram import Bot
from telegram.error import BadRequest

from bot.channels.telegram.desk import Desk
from bot.channels.telegram.errors import WebhookIsSet, WebhookRefused
from bot.channels.telegram.incoming import Me
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.introduction import introduce
from bot.channels.telegram.pacing import Pace
from bot.channels.telegram.pages import Pages
from bot.channels.telegram.patience import hush_library, patiently
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.requests import AiohttpRequest, Unreadable, proxy_for
from bot.channels.telegram.sending import Sender, Tools
from bot.channels.telegram.stopping import beside, told_to_stop, until
from bot.channels.telegram.webhook import Door, WebServer, listen
from bot.channels.telegram.wire import ALLOWED_UPDATES, WebhookInfo
from bot.service.backing import Backing
from bot.service.lanes import Lanes
from bot.service.metrics import Metrics
from bot.service.ports import Answerer, Clock, Pause
from bot.service.vitals import Vitals
from bot.settings import Settings, Webhook

T = TypeVar("T")

GRACE = 5.0
"""Seconds that answers in hand get to finish; with all else the end takes less than ten."""
POLL_SILENCE = 90.0
"""Seconds without a poll that went well after which something is wrong: a poll takes less than half of it."""


async def poll(
    settings: Settings,
    answerer: Answerer,
    *,
    clock: Clock,
    remove_webhook: bool = False,
    backing: Backing | None = None,
    stop: asyncio.Event | None = None,
) -> None:
    """Answer by polling until *stop* is set; without *stop*, until SIGTERM or SIGINT.

    With PORT set, the pages for those who run the bot are served there. Raises `SettingsError`
    without a token, `BadToken`, `WebhookIsSet` (unless *remove_webhook*), `PollConflict`, `PortTaken`.
    """
    listening = listen(settings.host, settings.port) if settings.has_port() else nullcontext()
    with listening as sock, told_to_stop(stop) as stopped:
        async with (
            _house(settings, answerer, clock, backing or Backing()) as house,
            _served(sock, house.pages.routes()),
        ):
            await until(stopped, _poll(house, remove_webhook=remove_webhook))


async def serve(
    settings: Settings,
    answerer: Answerer,
    clock: Clock,
    *,
    backing: Backing | None = None,
    stop: asyncio.Event | None = None,
) -> None:
    """Answer what Telegram delivers to WEBHOOK_URL, until *stop* is set or else SIGTERM or SIGINT.

    Raises `SettingsError` without token or WEBHOOK_URL, `PortTaken`, `BadToken` and `WebhookRefused`.
    """
    webhook = settings.webhook()
    # Listening comes first: hosts give a process only so long until its port must answer.
    with listen(settings.host, settings.port) as sock, told_to_stop(stop) as stopped:
        async with _house(settings, answerer, clock, backing or Backing()) as house:
            door = Door(webhook, house.vitals)
            async with _served(sock, [door.route(), *house.pages.routes()]):
                await until(stopped, _receive(house, door, webhook))


@dataclass(frozen=True, slots=True)
class _House:
    """What both ways of running need."""

    bot: Bot
    answerer: Answerer
    clock: Clock
    backing: Backing
    vitals: Vitals
    metrics: Metrics
    pages: Pages
    lanes: Lanes

    @property
    def pause(self) -> Pause:
        """How time is let go by."""
        return self.backing.pause

    async def connect(self) -> Intake:
        """Get to know ourselves; waits for Telegram as long as it takes. Raises `BadToken`."""
        me = await self.ask("getMe", Me)
        pace = Pace(self.pause, self.backing.slots)
        tools = Tools(self.bot, pace, self.backing.chats, self.metrics, self.pause)
        desk = Desk(self.answerer, Sender(tools), self.clock, self.pause, self.metrics)
        return Intake(me, desk, self.lanes, self.metrics)

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
async def _house(
    settings: Settings, answerer: Answerer, clock: Clock, backing: Backing
) -> AsyncIterator[_House]:
    hush_library()
    request = AiohttpRequest(proxy=proxy_for(settings.telegram_api_url))
    await request.initialize()
    bot = Bot(
        settings.token(), base_url=settings.telegram_api_url, request=request, get_updates_request=request
    )
    house = _furnished(settings, bot, answerer, clock, backing)
    try:
        yield house
    finally:
        cut_off = await house.lanes.drain(GRACE)
        await request.shutdown()
        structlog.get_logger().info("stopped", answers_cut_off=cut_off)


def _furnished(
    settings: Settings, bot: Bot, answerer: Answerer, clock: Clock, backing: Backing
) -> _House:
    async def knows() -> bool:
        return answerer.topics() > 0

    vitals, metrics, lanes = Vitals({"knowledge": knows, **backing.checks}), Metrics(), Lanes()
    metrics.depth(lanes.depth)
    pages = Pages(vitals, metrics, settings.pages_token())
    return _House(bot, answerer, clock, backing, vitals, metrics, pages, lanes)


@asynccontextmanager
async def _served(sock: socket.socket | None, routes: Sequence[Route]) -> AsyncIterator[None]:
    """Serve *routes* on *sock* beside the body, where there is one."""
    if sock is None:
        yield
    else:
        async with WebServer(routes).running(sock):
            yield


async def _poll(house: _House, *, remove_webhook: bool) -> None:
    intake = await house.connect()
    await _leave_webhook(house, remove=remove_webhook)
    poller = Poller(house.bot, intake, house.pause, house.vitals)
    house.vitals.expect(POLL_SILENCE)
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
    house.vitals.expect(None)
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
