"""What the process tells while its knowledge is being loaded."""

from __future__ import annotations

import asyncio
import threading

import httpx
import pytest

from bot.errors import NothingToAsk
from bot.service.loading import while_loading
from bot.service.metrics import Metrics
from bot.service.pages import Pages
from bot.service.vitals import Vitals
from bot.service.web import listen, served
from bot.settings import Settings
from tests.ports import free_port

pytestmark = pytest.mark.asyncio


async def test_while_knowledge_is_loaded_the_process_is_alive_but_not_ready() -> None:
    """Who watches it does not kill it, nobody sends it traffic, and deliveries come again; then the port is free."""
    port, enough = free_port(), threading.Event()
    with listen("127.0.0.1", port) as sock:
        loading = asyncio.create_task(while_loading(Settings(), lambda: enough.wait(30) and "knowledge", sock))
        async with httpx.AsyncClient(trust_env=False, base_url=f"http://127.0.0.1:{port}") as client:
            alive, ready, update = await client.get("/healthz"), await client.get("/readyz"), await client.post("/hook", content=b"{}")
        enough.set()
        knowledge = await loading

    assert knowledge == "knowledge"
    assert (alive.status_code, ready.status_code, update.status_code) == (200, 503, 503)
    assert ready.json()["checks"]["knowledge"] is False
    listen("127.0.0.1", port).close()


async def test_whoever_comes_between_two_servers_is_answered_by_the_second() -> None:
    """After loading another one takes the port over: nobody finds it closed."""
    port = free_port()
    with listen("127.0.0.1", port) as sock:
        await while_loading(Settings(), lambda: "knowledge", sock)
        async with httpx.AsyncClient(trust_env=False) as client:
            asked = asyncio.create_task(client.get(f"http://127.0.0.1:{port}/healthz"))
            await asyncio.sleep(0)
            async with served(sock, Pages(Vitals({}), Metrics(), None).routes()):
                answer = await asked

    assert answer.text == "ok"


async def test_what_cannot_be_loaded_ends_the_start() -> None:
    """With the same sentence as ever."""
    def fails() -> str:
        raise NothingToAsk("Der Bot hat nichts zu beantworten.")

    with pytest.raises(NothingToAsk):
        await while_loading(Settings(), fails)


async def test_without_a_port_nothing_is_opened() -> None:
    """Polling needs none."""
    assert await while_loading(Settings(), lambda: threading.current_thread() is not threading.main_thread())
