"""What the process tells while its knowledge is being loaded."""

from __future__ import annotations

import asyncio
import threading

import httpx
import pytest

from bot.errors import NothingToAsk
from bot.service.loading import while_loading
from bot.service.web import PortTaken, listen
from bot.settings import Settings
from tests.ports import free_port

pytestmark = pytest.mark.asyncio


def settings_at(port: int) -> Settings:
    """Return settings with a port for the pages."""
    return Settings.model_validate({"host": "127.0.0.1", "port": port})


async def test_while_knowledge_is_loaded_the_process_is_alive_but_not_ready() -> None:
    """Who watches it does not kill it, nobody sends it traffic, and deliveries come again; then the port is free."""
    port, enough = free_port(), threading.Event()
    loading = asyncio.create_task(while_loading(settings_at(port), lambda: enough.wait(30) and "knowledge", listens=True))
    transport = httpx.AsyncHTTPTransport(retries=5)
    async with httpx.AsyncClient(trust_env=False, transport=transport, base_url=f"http://127.0.0.1:{port}") as client:
        alive, ready, update = await client.get("/healthz"), await client.get("/readyz"), await client.post("/hook", content=b"{}")
    enough.set()

    assert await loading == "knowledge"
    assert (alive.status_code, ready.status_code, update.status_code) == (200, 503, 503)
    assert ready.json()["checks"]["knowledge"] is False
    listen("127.0.0.1", port).close()


async def test_what_cannot_be_loaded_ends_the_start() -> None:
    """With the same sentence as ever; so does a port somebody else has."""
    def fails() -> str:
        raise NothingToAsk("Der Bot hat nichts zu beantworten.")

    with pytest.raises(NothingToAsk):
        await while_loading(settings_at(free_port()), fails, listens=True)
    port = free_port()
    with listen("127.0.0.1", port), pytest.raises(PortTaken):
        await while_loading(settings_at(port), lambda: "knowledge", listens=True)


async def test_without_a_port_nothing_is_opened() -> None:
    """Polling needs none."""
    assert await while_loading(Settings(), lambda: threading.current_thread() is not threading.main_thread(), listens=False)
