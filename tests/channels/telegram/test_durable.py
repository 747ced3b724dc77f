"""What is stored is answered: across restarts, redelivery, and a store that fails for a while."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.channels.telegram import run
from bot.channels.telegram.intake import packed, unpacked
from bot.channels.telegram.run import Staff, poll, serve
from bot.channels.telegram.webhook import SECRET_HEADER
from bot.channels.telegram.wire import Update
from bot.channels.telegram.work import MOST_ATTEMPTS
from bot.model.reply import Reply, Text
from bot.service.backing import Backing
from bot.service.web import listen
from bot.store import Arrival
from bot.store.opening import open_store
from tests.botapi.laboratory import Laboratory
from tests.channels.telegram.support import (
    NOW,
    SECRET,
    FakeAnswerer,
    Pauses,
    clock,
    ended,
    polling,
    settings_for,
)
from tests.ports import free_port
from tests.service.support import MoodyInbox, a_moody_office

pytestmark = pytest.mark.asyncio


def an_update(number: int, text: str, user: int = 7) -> Update:
    """Return what *user* wrote."""
    chat = {"id": user, "type": "private", "first_name": "Vorname", "last_name": "Nachname"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": {**chat, "is_bot": False, "language_code": "de"}, "text": text}
    return Update.model_validate({"update_id": number, "message": message})


async def store_one(folder: Path, update: Update, *, attempts: int = 0, sent: int = 0) -> None:
    """Leave an update in the database of *folder*, as a process that ended did."""
    async with open_store(None, folder) as store:
        await store.inbox.put([Arrival(update.update_id, "telegram:7", packed(update))], NOW)
    for _ in range(attempts):
        async with open_store(None, folder, alone=True) as store:
            [claim] = await store.inbox.claim(1)
            await store.inbox.note_sent(claim, sent)


async def test_of_an_update_only_what_an_answer_needs_is_stored() -> None:
    """No name; a photo stays a photo, and odd halves of characters do no harm."""
    stored = packed(an_update(1, "halb \ud83d"))
    photo = Update.model_validate({"update_id": 2, "message": {"message_id": 1, "chat": {"id": 7, "type": "private"}, "photo": [1]}})

    assert "name" not in stored
    assert set(json.loads(stored)["message"]) == {"message_id", "chat", "from", "text"}
    assert unpacked(stored) == an_update(1, "halb \ud83d")
    assert unpacked(packed(photo)) == photo


async def test_an_update_that_comes_again_after_a_restart_is_not_answered_again(
    lab: Laboratory, tmp_path: Path
) -> None:
    """Telegram may bring what it did not hear was taken."""
    async with polling(lab, folder=tmp_path) as first:
        lab.person().says("eins")
        lab.world.pending.extend(list(lab.world.pending))
        taken = list(lab.world.pending)
        await lab.person().hears()
        await first.end()
    lab.world.pending[:0] = taken
    async with polling(lab, folder=tmp_path) as second:
        await lab.person().asks("zwei")

    assert [message.text for message in second.answerer.asked] == ["zwei"]


async def test_what_was_stored_by_a_process_that_ended_is_answered_by_the_next(lab: Laboratory, tmp_path: Path) -> None:
    """Though Telegram does not bring it again."""
    await store_one(tmp_path, an_update(1, "liegt noch da"))
    async with polling(lab, folder=tmp_path):
        answers = await lab.person().hears()

    assert answers[0].text == "Antwort: liegt noch da"


async def test_of_an_answer_in_parts_only_the_rest_is_sent_after_a_crash(lab: Laboratory, tmp_path: Path) -> None:
    """What got through is not sent again."""
    long = "\n\n".join(f"{number} " + "Wort " * 190 for number in range(9))
    await store_one(tmp_path, an_update(1, "alles"), attempts=1, sent=1)
    async with polling(lab, FakeAnswerer(lambda _message: Reply((Text(long),))), folder=tmp_path):
        parts = await lab.person().hears(2)
        await lab.person().hears(0)

    assert [part.text[0] for part in parts] == ["4", "8"]


async def test_what_ends_processes_again_and_again_is_given_up(lab: Laboratory, tmp_path: Path) -> None:
    """The person is told so, and the process lives on."""
    await store_one(tmp_path, an_update(1, "gift"), attempts=MOST_ATTEMPTS)
    async with polling(lab, folder=tmp_path) as running:
        answers = await lab.person().hears()

    assert answers[0].text == "Antwort: notice-failed"
    assert [message.text for message in running.answerer.asked] == [None]


async def test_what_is_not_finished_in_time_is_answered_by_the_next_start(
    lab: Laboratory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopping puts it back."""
    monkeypatch.setattr(run, "GRACE", 0.05)
    answerer = FakeAnswerer()
    answerer.hold("langsam")
    async with polling(lab, answerer, folder=tmp_path) as first:
        lab.person().says("langsam")
        await answerer.started.wait()
        await first.end()
    before = len(lab.world.sent)
    async with polling(lab, folder=tmp_path):
        await lab.world.until(lambda: len(lab.world.sent) == 1)

    assert before == 0


async def test_polling_waits_for_a_store_that_fails(lab: Laboratory, tmp_path: Path) -> None:
    """Nothing is acknowledged meanwhile, and nothing is lost."""
    pauses = Pauses()
    async with a_moody_office(tmp_path) as (office, moody):
        moody.failing += ["put", "put"]
        staff = Staff(FakeAnswerer(), office, clock, Backing(pause=pauses))
        bot = asyncio.create_task(poll(settings_for(lab), staff))
        answer = await lab.person().asks("hallo")
        await ended(bot)

    assert answer.text == "Antwort: hallo"
    assert pauses.real[:2] == [1.0, 2.0]
    assert office.health.store_works


@asynccontextmanager
async def a_moody_webhook(lab: Laboratory, folder: Path) -> AsyncIterator[tuple[int, MoodyInbox]]:
    """Run the bot behind a webhook on a store that can fail; yields its port."""
    port = free_port()
    async with a_moody_office(folder) as (office, moody):
        staff = Staff(FakeAnswerer(), office, clock, Backing(pause=Pauses()))
        with listen("127.0.0.1", port) as sock:
            bot = asyncio.create_task(serve(settings_for(lab, port=port), staff, sock))
            await lab.world.until(lambda: lab.world.hook is not None)
            yield port, moody
            await ended(bot)


async def test_the_webhook_takes_only_what_is_stored(lab: Laboratory, tmp_path: Path) -> None:
    """While the store fails, deliveries get 503 and come again, and /readyz says no."""
    headers = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}
    body = {"update_id": 1, "message": {"message_id": 1, "chat": {"id": 7, "type": "private"}, "text": "hallo"}}
    lab.world.chat(7)
    async with a_moody_webhook(lab, tmp_path) as (port, moody), httpx.AsyncClient(trust_env=False) as client:
        moody.failing += ["put", "waiting"]
        refused = await client.post(f"http://127.0.0.1:{port}/telegram", json=body, headers=headers)
        ready = await client.get(f"http://127.0.0.1:{port}/readyz")
        taken = await client.post(f"http://127.0.0.1:{port}/telegram", json=body, headers=headers)
        answers = await lab.person().hears()

    assert (refused.status_code, ready.status_code, taken.status_code) == (503, 503, 200)
    assert ready.json()["checks"]["store"] is False
    assert answers[0].text == "Antwort: hallo"
