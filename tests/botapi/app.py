"""The HTTP side: what the bot calls under ``/bot<token>/``, and ``/admin/`` for people and tests."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from tests.botapi import methods
from tests.botapi.admin import admin_routes
from tests.botapi.faults import play
from tests.botapi.refusal import Refused
from tests.botapi.uploads import read_multipart
from tests.botapi.world import World


def make_app(world: World) -> Starlette:
    """Return the web application of *world*."""

    async def call(request: Request) -> Response:
        method, raw = request.path_params["method"], await _raw_or_refusal(request)

        async def answer() -> Response:
            return await _answer(world, request.path_params["token"], method, raw)

        fault = world.take_fault(method)
        return await (play(fault, request, answer, world.lines_open) if fault else answer())

    return Starlette(
        routes=[
            Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
            Mount("/admin", routes=admin_routes(world)),
        ]
    )


async def _answer(world: World, token: str, method: str, raw: Mapping[str, object] | Refused) -> Response:
    try:
        _check_token(world, token)
        if isinstance(raw, Refused):
            raise raw
        result = await methods.call(world, method, raw)
    except Refused as refusal:
        return JSONResponse(refusal.body(), status_code=refusal.code)
    return JSONResponse({"ok": True, "result": result})


def _check_token(world: World, token: str) -> None:
    number, _, secret = token.partition(":")
    if not number.isdigit() or not secret:
        raise Refused(404)
    if not hmac.compare_digest(token.encode(), world.token.encode()):
        raise Refused(401)


async def _raw_or_refusal(request: Request) -> Mapping[str, object] | Refused:
    try:
        return await _raw(request)
    except Refused as refusal:
        return refusal


async def _raw(request: Request) -> Mapping[str, object]:
    """Return the parameters of a call: from the address, a form, or JSON."""
    values: dict[str, object] = dict(request.query_params)
    if request.headers.get("content-type", "").startswith("application/json"):
        values |= await _json(request)
    elif request.headers.get("content-type", "").startswith("multipart/form-data"):
        values |= read_multipart(request.headers["content-type"], await request.body())
    elif request.method == "POST":
        values |= dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
    return values


async def _json(request: Request) -> Mapping[str, object]:
    try:
        body = json.loads(await request.body())
    except ValueError:
        raise Refused(400, "can't parse JSON object") from None
    if not isinstance(body, dict):
        raise Refused(400, "object expected")
    return body
