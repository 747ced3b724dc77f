"""The time before the bot can answer: alive for whoever watches the process, not ready for traffic."""

from __future__ import annotations

import asyncio
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
from bot.service.web import WebServer, listen
from bot.settings import Settings

T = TypeVar("T")


async def while_loading(settings: Settings, load: Callable[[], T], *, listens: bool) -> T:
    """Return what *load* makes in a thread. Meanwhile, if it *listens*, /healthz is live, /readyz says no, the rest 503.

    Telegram brings again what is refused with 503. Raises `PortTaken` and what *load* raises.
    """
    log, begun = structlog.get_logger(), monotonic()
    log.info("knowledge_loading", note="Wissen wird geladen …")
    if listens:
        with listen(settings.host, settings.port) as sock:
            async with WebServer(_routes(settings)).running(sock):
                made = await asyncio.to_thread(load)
    else:
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
