"""The pages for those who run the bot, while polling and behind a webhook."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio

from tests.botapi.faults import Reset
from tests.botapi.laboratory import Laboratory
from tests.botapi.refusal import Refused
from tests.channels.telegram.support import Running, Stuck, polling, serving

pytestmark = pytest.mark.asyncio

TOKEN = "a-token-for-metrics"
PERSON = 76543210123


@pytest_asyncio.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    """Look at the pages, from this machine."""
    async with httpx.AsyncClient(trust_env=False, verify=False) as speaking:
        yield speaking


async def page(client: httpx.AsyncClient, running: Running, path: str, **headers: str) -> httpx.Response:
    """Fetch one page."""
    return await client.get(f"http://127.0.0.1:{running.port}{path}", headers=headers)


async def test_the_pages_are_there_behind_a_webhook(lab: Laboratory, client: httpx.AsyncClient) -> None:
    """Once updates can come in the process is ready; nobody having written yet is no trouble."""
    async with serving(lab) as running:
        await lab.world.until(lambda: ("short_description", "en") in lab.world.profile)
        ready = await page(client, running, "/readyz")
        await lab.person().asks("hallo")
        later = await page(client, running, "/readyz")

    assert (ready.status_code, ready.json()) == (
        200,
        {"ready": True, "checks": {"knowledge": True, "store": True, "telegram": True}, "seconds_since_telegram": None},
    )
    assert later.json()["seconds_since_telegram"] < 10


async def test_the_pages_are_there_while_polling_if_a_port_is_given(
    lab: Laboratory, client: httpx.AsyncClient
) -> None:
    """Liveness, readiness and metrics do not depend on a webhook, nor on anybody having written yet."""
    async with polling(lab, pages={"host": "127.0.0.1"}) as running:
        await lab.world.until(lambda: lab.world.poll_turn > 1)
        answers = [await page(client, running, path) for path in ("/healthz", "/readyz", "/metrics", "/telegram")]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 404]


async def test_a_start_without_telegram_is_alive_and_not_ready(
    lab: Laboratory, client: httpx.AsyncClient
) -> None:
    """As long as Telegram does not answer, hosts are told to send nobody here."""
    stuck = Stuck()
    lab.world.fail_next("getMe", Refused(502))
    async with polling(lab, pauses=stuck, pages={"host": "127.0.0.1"}) as running:
        await stuck.waiting.wait()
        alive, ready = await page(client, running, "/healthz"), await page(client, running, "/readyz")

    assert (alive.status_code, ready.status_code) == (200, 503)
    assert ready.json()["checks"] == {"knowledge": True, "store": True, "telegram": False}


async def test_a_database_out_of_reach_turns_ready_red(lab: Laboratory, client: httpx.AsyncClient) -> None:
    """What is behind the bot is looked at, too."""

    async def unreachable() -> bool:
        raise OSError

    async with polling(lab, checks={"database": unreachable}, pages={"host": "127.0.0.1"}) as running:
        await lab.person().asks("hallo")
        ready = await page(client, running, "/readyz")

    assert ready.status_code == 503
    assert ready.json()["checks"]["database"] is False


async def test_metrics_count_what_happened_and_name_no_one(lab: Laboratory, client: httpx.AsyncClient) -> None:
    """Updates, answers, repeats and unknown fates are counted, without a number or a word of anybody."""
    async with polling(lab, pages={"host": "127.0.0.1"}) as running:
        person = lab.person(PERSON)
        await person.asks("streng geheim")
        for fault in (Refused(502), Reset()):
            lab.world.fail_next("sendMessage", fault)
        await person.asks("noch geheimer")
        lab.world.add_update({"message": "kaputt"})
        lab.person(9, group=-5).says("nicht an den Bot")
        person.chat.blocked = True
        person.says("weg")
        await lab.world.until(lambda: bool(lab.world.calls_of("sendMessage")[-1].refused))
        told = (await page(client, running, "/metrics")).text

    for line in (
        'bot_updates_total{kind="taken"} 3.0',
        'bot_updates_total{kind="unreadable"} 1.0',
        'bot_updates_total{kind="not-ours"} 1.0',
        'bot_answers_total{intent="none",outcome="sent"} 2.0',
        'bot_send_retries_total{reason="network"} 1.0',
        'bot_send_retries_total{reason="cut-off"} 1.0',
        "bot_ambiguous_sends_total 1.0",
        "bot_queue_depth 0.0",
        "bot_turn_seconds_count 3.0",
    ):
        assert line in told
    assert "geheim" not in told
    assert str(PERSON) not in told


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"x-forwarded-for": "203.0.113.9"}, 403),
        ({"forwarded": "for=203.0.113.9"}, 403),
        ({"x-forwarded-for": "203.0.113.9", "authorization": f"Bearer {TOKEN}"}, 200),
        ({"x-forwarded-for": "203.0.113.9", "authorization": f"Bearer {TOKEN}x"}, 403),
        ({"x-forwarded-for": "203.0.113.9", "authorization": "Bearer"}, 403),
        ({"x-forwarded-for": "203.0.113.9", "authorization": "Basic abc"}, 403),
    ],
)
async def test_metrics_are_for_this_machine_and_for_whoever_has_the_token(
    lab: Laboratory, client: httpx.AsyncClient, headers: dict[str, str], status: int
) -> None:
    """A request that a proxy brought from elsewhere needs the token."""
    async with polling(lab, pages={"metrics_token": TOKEN}) as running:
        answer = await page(client, running, "/metrics", **headers)

    assert answer.status_code == status
    assert ("bot_queue_depth" in answer.text) == (status == 200)


async def test_without_a_token_nobody_else_reads_metrics(lab: Laboratory, client: httpx.AsyncClient) -> None:
    """An empty token in the header is not the token that is not set."""
    async with polling(lab, pages={"host": "127.0.0.1"}) as running:
        answer = await page(client, running, "/metrics", **{"x-forwarded-for": "1.1.1.1", "authorization": "Bearer"})

    assert answer.status_code == 403


