"""The pages for those who run the bot: is it alive, is it ready, what does it count."""

from __future__ import annotations

import hmac
from ipaddress import ip_address

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.service.metrics import CONTENT_TYPE, Metrics
from bot.service.vitals import Vitals
from bot.settings import HEALTH_PATH, METRICS_PATH, READY_PATH

FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")
"""Behind a proxy on the same machine everybody comes from loopback; these headers give it away."""


class Pages:
    """Answers on /healthz, /readyz and /metrics."""

    def __init__(self, vitals: Vitals, metrics: Metrics, token: str | None) -> None:
        """Tell *vitals* to everybody, *metrics* on this machine and to whoever knows *token*."""
        self._vitals = vitals
        self._metrics = metrics
        self._token = token

    def routes(self) -> list[Route]:
        """Return the pages with their paths."""
        return [
            Route(HEALTH_PATH, _alive, methods=["GET"]),
            Route(READY_PATH, self._ready, methods=["GET"]),
            Route(METRICS_PATH, self._counted, methods=["GET"]),
        ]

    async def _ready(self, _request: Request) -> Response:
        health = await self._vitals.health()
        ago = None if health.heard_ago is None else round(health.heard_ago, 1)
        told = {"ready": health.is_ready, "checks": dict(health.checks), "seconds_since_telegram": ago}
        return JSONResponse(told, status_code=200 if health.is_ready else 503)

    async def _counted(self, request: Request) -> Response:
        if not (_is_here(request) or self._knows_token(request)):
            return Response(status_code=403)
        return Response(self._metrics.page(), headers={"Content-Type": CONTENT_TYPE})

    def _knows_token(self, request: Request) -> bool:
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        return self._token is not None and hmac.compare_digest(given.encode(), self._token.encode())


def _is_here(request: Request) -> bool:
    """Tell whether the request comes from this very machine."""
    if request.client is None or any(name in request.headers for name in FORWARDED):
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False


async def _alive(_request: Request) -> Response:
    return PlainTextResponse("ok")
