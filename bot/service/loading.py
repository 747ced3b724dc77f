"""The time before the bot can answer: alive for whoever watches the process, not ready for traffic."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.service.metrics import Metrics
from bot.service.pages import Pages
from bot.service.vitals import Vitals
from bot.service.web import served
from bot.settings import Settings

T = TypeVar("T")


async def while_loading(settings: Settings, load: Callable[[], T], sock: socket.socket | None = None) -> T:
    """Return what *load* makes in a thread. Meanwhile *sock*, if any, is served: /healthz is live, /readyz says no, the rest 503.

    Telegram brings again what is refused with 503. Raises what *load* raises.
    """
    log, begun = structlog.get_logger(), monotonic()
    log.info("knowledge_loading", note="Wissen wird geladen …")
    async with served(sock, _routes(settings)):
        made = await asyncio.to_thread(load)
    log.info("knowledge_loaded", seconds=round(monotonic() - begun, 1))
    return made


def _routes(settings: Settings) -> list[Route]:
    pages = Pages(Vitals({"knowledge": _not_yet}), Metrics(), settings.pages_token())
    return [*pages.routes(), Route("/{anything:path}", _later, methods=["GET", "POST"])]


async def _not_yet() -> bool:
    return False


async def _later(_request: Request) -> Response:
    return Response(status_code=503, headers={"Retry-After": "5"})
