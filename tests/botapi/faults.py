"""What can go wrong between the bot and Telegram beyond a plain refusal.

A fault is planned with `World.fail_next` and plays out on the line of one call: the call is
carried out or not, and answered well, badly, late or never.
"""

from __future__ import annotations

import asyncio
import random
import socket
import struct
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response
from uvicorn.protocols.http.h11_impl import H11Protocol

Address = tuple[str, int]
Answer = Callable[[], Awaitable[Response]]
End = Literal["reset", "silence"]

_NO_LINGER = struct.pack("ii", 1, 0)


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is reset; with *handled* only after the call was carried out: a lost reply."""

    handled: bool = False


@dataclass(frozen=True, slots=True)
class Silence:
    """No answer ever comes; with *handled* the call was carried out: a lost reply."""

    handled: bool = False


@dataclass(frozen=True, slots=True)
class Slow:
    """The call is carried out, the answer takes its time."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Garbage:
    """The answer cannot be read; the call is not carried out unless *handled*."""

    body: bytes = b"<html><h1>Bad Gateway</h1>"
    status: int = 200
    handled: bool = False


Fault = Reset | Silence | Slow | Garbage


@dataclass(slots=True)
class Lines:
    """The open connections, so that one can be cut."""

    open: dict[Address, asyncio.Transport] = field(default_factory=dict)

    def protocol(self) -> type[asyncio.Protocol]:
        """Return uvicorn's protocol that enters its connections here."""
        lines = self.open

        class Line(H11Protocol):
            """A connection that can be found by who is at its other end."""

            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                """Enter it."""
                lines[transport.get_extra_info("peername")[:2]] = transport
                super().connection_made(transport)

            def connection_lost(self, exc: Exception | None) -> None:
                """Strike it off."""
                if self.client:
                    lines.pop(self.client, None)
                super().connection_lost(exc)

        return Line

    def cut(self, request: Request) -> None:
        """Reset the connection a request came over."""
        if request.client and (transport := self.open.get((request.client.host, request.client.port))):
            line: socket.socket = transport.get_extra_info("socket")
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
            transport.abort()


async def play(fault: Fault, request: Request, answer: Answer, lines: Lines) -> Response:
    """Let *fault* happen to a request that *answer* would answer."""
    match fault:
        case Slow(seconds):
            await asyncio.sleep(seconds)
            return await answer()
        case Garbage(body, status, handled):
            await _carry_out(answer, handled=handled)
            return Response(body, status)
        case Reset(handled):
            await _carry_out(answer, handled=handled)
            lines.cut(request)
        case Silence(handled):
            await _carry_out(answer, handled=handled)
            await _until_gone(request)
    return Response(status_code=500)


async def _carry_out(answer: Answer, *, handled: bool) -> None:
    if handled:
        await answer()


async def _until_gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


FAULTS: Mapping[str, Callable[[float], Fault]] = {
    "reset": lambda _seconds: Reset(),
    "timeout": lambda _seconds: Silence(),
    "lost-reset": lambda _seconds: Reset(handled=True),
    "lost": lambda _seconds: Silence(handled=True),
    "slow": Slow,
    "garbage": lambda _seconds: Garbage(),
    "lost-garbage": lambda _seconds: Garbage(handled=True),
}
"""Faults by the name other processes plan them by; only ``slow`` takes the seconds."""


@dataclass(slots=True)
class Disorder:
    """How updates are delivered out of order: each *doubled*, or *shuffled* by a seeded die."""

    doubled: bool = False
    shuffled: bool = False
    die: random.Random = field(default_factory=lambda: random.Random(7))

    def of(self, updates: list[Mapping[str, object]]) -> list[Mapping[str, object]]:
        """Return the updates as they arrive."""
        arriving = [copy for update in updates for copy in ([update, update] if self.doubled else [update])]
        if self.shuffled:
            self.die.shuffle(arriving)
        return arriving
