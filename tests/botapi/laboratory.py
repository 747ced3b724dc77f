"""The whole server inside a test, on a free port of this machine."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

import uvicorn

from tests.botapi.app import make_app
from tests.botapi.courier import Courier
from tests.botapi.people import Person
from tests.botapi.world import TOKEN, World


class Server(uvicorn.Server):
    """uvicorn that leaves signals to whoever started it, and ends at once: a suite starts it hundreds of times."""

    def __init__(self, config: uvicorn.Config, world: World) -> None:
        super().__init__(config)
        self._world = world
        self._ended = asyncio.Event()

    def end(self) -> None:
        """Cut all connections and stop."""
        self._ended.set()

    async def main_loop(self) -> None:
        """Wait for the end without looking up ten times a second."""
        await self.on_tick(0)
        await self._ended.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close without mercy; what is still being answered finds nobody there."""
        for closing in (*self.servers, *(sockets or ())):
            closing.close()
        for line in list(self._world.lines_open.open.values()):
            line.abort()
        await asyncio.gather(*self.server_state.tasks, return_exceptions=True)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Do nothing about signals."""
        yield


@dataclass(frozen=True, slots=True)
class Laboratory:
    """A running server: its state and its address."""

    world: World
    address: str

    @property
    def api_url(self) -> str:
        """What TELEGRAM_API_URL has to be."""
        return f"{self.address}/bot"

    def person(self, user: int = 7, language: str | None = "de", group: int | None = None) -> Person:
        """Return somebody to act as."""
        return Person(self.world, user, language, group)


@asynccontextmanager
async def laboratory(
    world: World | None = None, host: str = "127.0.0.1", port: int = 0
) -> AsyncIterator[Laboratory]:
    """Run the server beside the body."""
    world = world or World(TOKEN)
    with socket.create_server((host, port)) as sock:
        config = uvicorn.Config(
            make_app(world),
            http=world.lines_open.protocol(),
            log_config=None,
            access_log=False,
            lifespan="off",
        )
        server = Server(config, world)
        serving = asyncio.create_task(server.serve(sockets=[sock]))
        carrying = asyncio.create_task(Courier(world).run())
        try:
            yield Laboratory(world, f"http://{host}:{sock.getsockname()[1]}")
        finally:
            carrying.cancel()
            # A poll still held back would keep the server from closing.
            world.poll_turn += 1
            world.changed()
            server.end()
            await asyncio.gather(serving, carrying, return_exceptions=True)
