"""The server fails in each way a network and Telegram can fail."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio

from tests.botapi.faults import Garbage, Reset, Silence, Slow
from tests.botapi.laboratory import Laboratory, laboratory
from tests.botapi.limits import Limits
from tests.botapi.refusal import Refused
from tests.botapi.world import TOKEN

pytestmark = pytest.mark.asyncio

AT_ONCE = 0.05
"""Seconds to wait in vain."""


@pytest_asyncio.fixture
async def lab() -> AsyncIterator[Laboratory]:
    """Run a Telegram in which person 7 has a chat with the bot."""
    async with laboratory() as running:
        running.person(7)
        yield running


async def send(lab: Laboratory, text: str = "x", chat: int = 7, read: float = 10) -> httpx.Response:
    """Send a message as a bot would."""
    async with httpx.AsyncClient(trust_env=False, timeout=httpx.Timeout(10, read=read)) as client:
        return await client.post(f"{lab.api_url}{TOKEN}/sendMessage", json={"chat_id": chat, "text": text})


def texts(lab: Laboratory) -> list[str]:
    """Return what arrived."""
    return [sent.text for sent in lab.world.sent]


@pytest.mark.parametrize("handled", [False, True])
async def test_a_connection_can_be_reset(lab: Laboratory, handled: bool) -> None:
    """The caller gets no answer; the message arrives only where the reply was what got lost."""
    lab.world.fail_next("sendMessage", Reset(handled))
    with pytest.raises(httpx.TransportError):
        await send(lab, "weg")
    await send(lab, "da")

    assert texts(lab) == (["weg", "da"] if handled else ["da"])


@pytest.mark.parametrize("handled", [False, True])
async def test_an_answer_can_stay_away(lab: Laboratory, handled: bool) -> None:
    """The caller waits in vain; the message arrives only where the reply was what got lost."""
    lab.world.fail_next("sendMessage", Silence(handled))
    with pytest.raises(httpx.ReadTimeout):
        await send(lab, "weg", read=AT_ONCE)
    await send(lab, "da")

    assert texts(lab) == (["weg", "da"] if handled else ["da"])


async def test_an_answer_can_be_slow_or_garbage(lab: Laboratory) -> None:
    """A slow call is carried out, one answered by garbage only if told so."""
    lab.world.fail_next("sendMessage", Slow(0.01))
    lab.world.fail_next("sendMessage", Garbage(b"{", 502))
    lab.world.fail_next("sendMessage", Garbage(handled=True))
    slow, junk, lost = [await send(lab, text) for text in ("langsam", "nichts", "etwas")]

    assert slow.json()["ok"]
    assert (junk.status_code, junk.content) == (502, b"{")
    assert lost.status_code == 200
    assert texts(lab) == ["langsam", "etwas"]


async def test_a_fault_is_planned_for_a_number_of_calls(lab: Laboratory) -> None:
    """Refusals and faults follow one another as planned, then all is well."""
    lab.world.fail_next("sendMessage", Refused(502), times=2)
    lab.world.fail_next("sendMessage", Garbage(status=500))
    answers = [(await send(lab)).status_code for _ in range(4)]

    assert answers == [502, 502, 500, 200]


async def test_updates_can_come_twice_and_in_any_order(lab: Laboratory) -> None:
    """In disorder nothing is missing."""
    for number in range(5):
        lab.person(7).says(str(number))
    lab.world.disorder.doubled = lab.world.disorder.shuffled = True
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(f"{lab.api_url}{TOKEN}/getUpdates")
    said = [update["message"]["text"] for update in answer.json()["result"]]

    assert sorted(said) == list("0011223344")
    assert said != sorted(said)


async def test_a_group_that_moved_names_its_new_number(lab: Laboratory) -> None:
    """Messages to the old number are refused with the new one, where they arrive."""
    lab.person(7, group=-5)
    lab.world.migrate(-5, -1005)
    refused, moved = await send(lab, chat=-5), await send(lab, chat=-1005)

    assert refused.json()["parameters"] == {"migrate_to_chat_id": -1005}
    assert moved.status_code == 200


async def test_limits_hold_where_they_are_switched_on() -> None:
    """Thirty a second overall, bursts of four in a chat, twenty a minute in a group."""
    now = [0.0]
    limits = Limits(lambda: now[0])
    limits.on = True
    for chat in range(30):
        limits.count(chat)
    with pytest.raises(Refused) as overall:
        limits.count(31)
    now[0] += 1
    for _ in range(4):
        now[0] += 0.3
        limits.count(50)
    with pytest.raises(Refused) as one_chat:
        limits.count(50)
    for _ in range(20):
        now[0] += 2
        limits.count(-5)
    with pytest.raises(Refused) as group:
        limits.count(-5)

    assert [caught.value.retry_after for caught in (overall, one_chat, group)] == [1, 2, 22]


async def test_another_process_can_plan_all_of_it(lab: Laboratory) -> None:
    """The admin side plans faults by name, disorder, limits and a move."""
    async with httpx.AsyncClient(trust_env=False, base_url=f"{lab.address}/admin") as client:
        answers = [
            await client.post("/fail", json={"method": "sendMessage", "fault": "lost-reset"}),
            await client.post("/fail", json={"method": "sendMessage", "fault": "love"}),
            await client.post("/disorder", json={"doubled": True}),
            await client.post("/limits", json={}),
            await client.post("/migrate", json={"chat": -5, "to": -1005}),
        ]
    with pytest.raises(httpx.TransportError):
        await send(lab, "weg")

    assert [answer.status_code for answer in answers] == [200, 400, 200, 200, 200]
    assert texts(lab) == ["weg"]
    assert (lab.world.disorder.doubled, lab.world.limits.on, lab.world.chats[-5].moved_to) == (
        True,
        True,
        -1005,
    )
