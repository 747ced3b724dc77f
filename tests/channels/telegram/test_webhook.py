"""The bot behind its webhook, against the strict local server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio

from bot.channels.telegram.errors import BadToken, WebhookRefused
from bot.channels.telegram.run import Staff, serve
from bot.channels.telegram.webhook import BODY_LIMIT, SECRET_HEADER
from bot.service.web import PortTaken, listen
from tests.botapi.faults import Reset
from tests.botapi.laboratory import Laboratory
from tests.botapi.refusal import Refused, flood
from tests.channels.telegram.support import (
    SECRET,
    FakeAnswerer,
    Pauses,
    Running,
    Stuck,
    an_office,
    clock,
    serving,
    settings_for,
)
from tests.ports import free_port

pytestmark = pytest.mark.asyncio

GOOD = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}


@pytest_asyncio.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    """Speak HTTP to the bot, as anybody on the internet can."""
    async with httpx.AsyncClient(trust_env=False, verify=False) as speaking:
        yield speaking


def address(running: Running, path: str = "/telegram") -> str:
    """Return where the bot listens."""
    return f"http://127.0.0.1:{running.port}{path}"


async def ready(lab: Laboratory) -> None:
    """Wait until the webhook is set."""
    await lab.world.until(lambda: lab.world.hook is not None)


async def test_an_update_is_answered(lab: Laboratory) -> None:
    """What is delivered with the secret gets its answer."""
    async with serving(lab):
        answer = await lab.person().asks("hallo")

    assert answer.text == "Antwort: hallo"
    assert lab.world.delivered == 1


async def test_the_webhook_is_set_with_secret_and_kinds(lab: Laboratory) -> None:
    """Telegram learns the address, the secret, and which updates we want."""
    async with serving(lab) as running:
        await ready(lab)

    assert lab.world.hook is not None
    assert (lab.world.hook.url, lab.world.hook.secret) == (address(running), SECRET)
    assert lab.world.allowed == ("message", "edited_message", "callback_query", "inline_query")


async def test_a_flood_limit_at_start_is_waited_for(lab: Laboratory) -> None:
    """A restart right after the last one gets 429 for setWebhook and comes up all the same."""
    pauses = Pauses()
    for fault in (flood(2), Reset(), Refused(502)):
        lab.world.fail_next("setWebhook", fault)
    async with serving(lab, pauses=pauses):
        answer = await lab.person().asks("hallo")

    assert answer.text == "Antwort: hallo"
    assert 2.0 in pauses.real


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Content-Type": "application/json"}, b'{"update_id": 1}', 403),
        ({**GOOD, SECRET_HEADER: SECRET[:-1]}, b'{"update_id": 1}', 403),
        ({**GOOD, SECRET_HEADER: ""}, b'{"update_id": 1}', 403),
        ({SECRET_HEADER: SECRET, "Content-Type": "text/plain"}, b'{"update_id": 1}', 415),
        (GOOD, b"", 400),
        (GOOD, b"{", 400),
        (GOOD, b"\xff\xfe", 400),
        (GOOD, b"[1]", 400),
        (GOOD, b'"text"', 400),
        (GOOD, b'{"update_id": "1"}', 400),
        (GOOD, b"[" * 100_000, 400),
        (GOOD, b" " * (BODY_LIMIT + 1), 413),
        (GOOD, b'{"update_id": 1}', 200),
        (GOOD, b'{"update_id": 2, "message": {"chat": "odd"}}', 200),
        (GOOD, b'{"update_id": 99999999999999999999999}', 200),
        (GOOD, rb'{"update_id": 3, "channel_post": {"text": "\ud800"}}', 200),
    ],
)
async def test_junk_is_refused(
    lab: Laboratory, client: httpx.AsyncClient, headers: dict[str, str], body: bytes, status: int
) -> None:
    """Only Telegram's own deliveries are taken; ours that cannot be read are taken and skipped."""
    async with serving(lab) as running:
        await ready(lab)
        answer = await client.post(address(running), content=body, headers=headers)

    assert answer.status_code == status
    assert running.answerer.asked == []


async def test_half_a_character_is_taken_like_any_text(lab: Laboratory, client: httpx.AsyncClient) -> None:
    """What is refused Telegram brings again and again, and nobody behind it gets an answer."""
    message = {"message_id": 1, "chat": {"id": 7, "type": "private"}, "from": {"id": 7}, "text": "was \ud800"}
    body = json.dumps({"update_id": 1, "message": message}).encode()
    async with serving(lab) as running:
        await ready(lab)
        lab.person(7)
        answer = await client.post(address(running), content=body, headers=GOOD)
        await lab.world.until(lambda: bool(running.answerer.asked))

    assert answer.status_code == 200


async def test_an_endless_body_is_cut_short(lab: Laboratory, client: httpx.AsyncClient) -> None:
    """A body that never says how long it is gets 413 as soon as it is too long."""

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b" " * 65536

    async with serving(lab) as running:
        await ready(lab)
        try:
            status = (await client.post(address(running), content=endless(), headers=GOOD)).status_code
        except httpx.WriteError:  # the bot may hang up before everything is written
            status = 413
        healthy = await client.get(address(running, "/healthz"))

    assert (status, healthy.status_code) == (413, 200)


async def test_other_ways_in_are_closed(lab: Laboratory, client: httpx.AsyncClient) -> None:
    """Reading the webhook's path and guessing other paths leads nowhere."""
    async with serving(lab) as running:
        await ready(lab)
        answers = [
            await client.get(address(running), headers=GOOD),
            await client.put(address(running), headers=GOOD, content=b"{}"),
            await client.post(address(running, "/"), headers=GOOD, content=b"{}"),
            await client.post(address(running, "/healthz"), headers=GOOD, content=b"{}"),
        ]

    assert [answer.status_code for answer in answers] == [405, 405, 404, 405]


async def test_the_process_is_healthy_before_telegram_is_there(
    lab: Laboratory, client: httpx.AsyncClient
) -> None:
    """The port answers at once; deliveries are asked to come again until we know who we are."""
    stuck = Stuck()
    lab.world.fail_next("getMe", Refused(502))
    async with serving(lab, pauses=stuck) as running:
        async with asyncio.timeout(10):
            await stuck.waiting.wait()
        healthy = await client.get(address(running, "/healthz"))
        early = await client.post(address(running), headers=GOOD, content=b'{"update_id": 1}')

    assert (healthy.status_code, early.status_code) == (200, 503)


async def test_an_update_is_delivered_until_it_is_taken(lab: Laboratory) -> None:
    """What came while the bot was away is answered after its return, and only once."""
    async with serving(lab) as running:
        await lab.person().asks("eins")
        await running.end()
    lab.person().says("zwei")
    await lab.world.until(lambda: bool(lab.world.hook_error))
    async with serving(lab) as later:
        await lab.world.until(lambda: len(lab.world.sent) == 2)

    assert [message.text for message in later.answerer.asked] == ["zwei"]


async def test_a_refused_address_is_one_sentence(lab: Laboratory) -> None:
    """What Telegram has against WEBHOOK_URL is told."""
    lab.world.fail_next("setWebhook", Refused(400, "bad webhook: Failed to resolve host"))
    async with serving(lab) as running:
        with pytest.raises(WebhookRefused) as caught:
            await running.task

    assert "WEBHOOK_URL" in str(caught.value)
    assert "resolve host" in str(caught.value)


async def test_a_taken_port_is_one_sentence() -> None:
    """HOST and PORT are named when somebody else listens there."""
    port = free_port()
    with listen("127.0.0.1", port), pytest.raises(PortTaken) as caught:
        listen("127.0.0.1", port)

    assert f"127.0.0.1:{port}" in str(caught.value)


async def test_a_wrong_token_ends_the_server(lab: Laboratory) -> None:
    """Behind a webhook too, a token Telegram does not know is told and nothing keeps running."""
    settings = settings_for(lab, port=free_port(), token="123456:wrong")
    async with an_office() as office:
        with listen("127.0.0.1", settings.port) as sock, pytest.raises(BadToken):
            await serve(settings, Staff(FakeAnswerer(), office, clock), sock)

    assert lab.world.hook is None
