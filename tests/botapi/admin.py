"""The HTTP side for people and tests in other processes: act as a person, read what the bot sent."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from tests.botapi.faults import FAULTS, Fault
from tests.botapi.people import Person
from tests.botapi.refusal import Refused
from tests.botapi.world import World

Handler = Callable[[World, Mapping[str, object]], Awaitable[object]]


def admin_routes(world: World) -> list[Route]:
    """Return the routes under ``/admin``; see the functions below for what each takes."""

    def act(path: str, handler: Handler) -> Route:
        async def endpoint(request: Request) -> Response:
            try:
                body = json.loads(await request.body() or b"{}")
                return JSONResponse({"ok": True, "result": await handler(world, body)})
            except (LookupError, ValueError, TimeoutError) as error:
                return JSONResponse({"ok": False, "error": repr(error)}, status_code=400)

        return Route(path, endpoint, methods=["POST"])

    async def transcript(_request: Request) -> Response:
        return PlainTextResponse("\n".join(world.lines) + "\n")

    return [
        act("/say", _say),
        act("/edit", _edit),
        act("/send", _send),
        act("/tap", _tap),
        act("/update", _update),
        act("/block", _block),
        act("/fail", _fail),
        act("/disorder", _disorder),
        act("/limits", _limits),
        act("/migrate", _migrate),
        act("/wait", _wait),
        act("/state", _state),
        Route("/transcript", transcript, methods=["GET"]),
    ]


async def _say(world: World, body: Mapping[str, object]) -> object:
    """``{"user": 1, "text": "…"}``, optional ``language``, ``group``."""
    _person(world, body).says(str(body["text"]))
    return len(world.sent)


async def _edit(world: World, body: Mapping[str, object]) -> object:
    """As ``say``, for changed wording."""
    _person(world, body).edits(str(body["text"]))
    return len(world.sent)


async def _send(world: World, body: Mapping[str, object]) -> object:
    """``{"user": 1, "kind": "photo"}``."""
    _person(world, body).sends(str(body["kind"]))
    return len(world.sent)


async def _tap(world: World, body: Mapping[str, object]) -> object:
    """``{"user": 1, "label": "…"}`` for a button that is there, or ``"data"`` for any."""
    person = _person(world, body)
    if "data" in body:
        return person.sends_data(str(body["data"]))
    return person.taps(str(body["label"]))


async def _update(world: World, body: Mapping[str, object]) -> object:
    """A raw update; ``update_id`` is given if it has none."""
    world.add_update(body)
    return len(world.sent)


async def _block(world: World, body: Mapping[str, object]) -> object:
    """``{"chat": 1, "blocked": true}``."""
    world.chat(_int(body["chat"])).blocked = bool(body.get("blocked", True))
    return True


async def _fail(world: World, body: Mapping[str, object]) -> object:
    """``{"method": "sendMessage", "code": 429, "reason": "…", "retry_after": 1, "times": 1}``.

    In place of ``code``: ``"fault"``, one of `FAULTS`; ``slow`` with ``seconds``.
    """
    world.fail_next(str(body["method"]), _planned(body), _int(body.get("times", 1)))
    return True


def _planned(body: Mapping[str, object]) -> Refused | Fault:
    if "fault" in body:
        return FAULTS[str(body["fault"])](float(str(body.get("seconds", 1))))
    wait = body.get("retry_after")
    return Refused(_int(body["code"]), str(body.get("reason", "")), None if wait is None else _int(wait))


async def _disorder(world: World, body: Mapping[str, object]) -> object:
    """``{"doubled": true, "shuffled": true}``: how updates are delivered from now on."""
    world.disorder.doubled = bool(body.get("doubled", False))
    world.disorder.shuffled = bool(body.get("shuffled", False))
    return True


async def _limits(world: World, body: Mapping[str, object]) -> object:
    """``{"on": true}``: hold the bot to Telegram's limits."""
    world.limits.on = bool(body.get("on", True))
    return True


async def _migrate(world: World, body: Mapping[str, object]) -> object:
    """``{"chat": -5, "to": -1005}``: a group becomes a supergroup."""
    world.migrate(_int(body["chat"]), _int(body["to"]))
    return True


async def _wait(world: World, body: Mapping[str, object]) -> object:
    """``{"sent": 3, "seconds": 10}``: the messages from the bot, once there are that many; ``since`` skips."""
    wanted = _int(body.get("sent", 0))
    await world.until(lambda: len(world.sent) >= wanted, _int(body.get("seconds", 10)))
    return [asdict(sent) for sent in world.sent[_int(body.get("since", 0)) :]]


async def _state(world: World, _body: Mapping[str, object]) -> object:
    """What the bot set up, and every call with what it was refused."""
    return {
        "webhook": world.hook.url if world.hook else "",
        "pending": len(world.pending),
        "delivered": world.delivered,
        "profile": {f"{what}:{language or 'default'}": v for (what, language), v in world.profile.items()},
        "answered_queries": world.answered_queries,
        "calls": [asdict(call) for call in world.calls],
    }


def _person(world: World, body: Mapping[str, object]) -> Person:
    language, group = body.get("language", "de"), body.get("group")
    return Person(
        world,
        _int(body["user"]),
        None if language is None else str(language),
        None if group is None else _int(group),
    )


def _int(value: object) -> int:
    return int(str(value))
