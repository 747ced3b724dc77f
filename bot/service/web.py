"""Serves HTTP on one socket; the only door to uvicorn."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from bot.errors import BotError

CLOSING_SECONDS = 2


class PortTaken(BotError):
    """HOST and PORT cannot be listened on."""

    def __init__(self, host: str, port: int) -> None:
        """Name the address."""
        super().__init__(
            f"An {host}:{port} kann der Bot keine Anfragen annehmen. Prüfe HOST und PORT: "
            "Vielleicht läuft dort schon etwas."
        )


class WebServer(uvicorn.Server):
    """uvicorn without its own signal handling: the process ends where it was started, in `run`."""

    def __init__(self, routes: Sequence[Route]) -> None:
        """Serve *routes*; nothing of a request is logged."""
        super().__init__(
            uvicorn.Config(
                Starlette(routes=routes),
                log_config=None,
                access_log=False,
                lifespan="off",
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=CLOSING_SECONDS,
            )
        )

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals alone."""
        yield

    @contextlib.asynccontextmanager
    async def running(self, sock: socket.socket) -> AsyncIterator[None]:
        """Answer on *sock* beside the body; at its end requests in hand finish, and who comes later waits for the next server."""
        task = asyncio.create_task(self.serve(sockets=[sock.dup()]))
        try:
            yield
        finally:
            self.should_exit = True
            await task


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; raises `PortTaken`."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError:
        raise PortTaken(host, port) from None


@contextlib.asynccontextmanager
async def served(sock: socket.socket | None, routes: Sequence[Route]) -> AsyncIterator[None]:
    """Serve *routes* on *sock* beside the body, where there is one."""
    if sock is None:
        yield
    else:
        async with WebServer(routes).running(sock):
            yield
