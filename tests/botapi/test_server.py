"""The strict server refuses what Telegram refuses, in Telegram's words."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from tests.botapi.laboratory import Laboratory, laboratory
from tests.botapi.people import Person
from tests.botapi.refusal import Refused
from tests.botapi.spec import Spec
from tests.botapi.world import BOT_NAME, TOKEN, World

BUTTON = {"text": "Wo?", "callback_data": "q:place"}
COMMAND = {"command": "start", "description": "los"}


class Bot:
    """Calls methods like a bot."""

    def __init__(self, lab: Laboratory, client: httpx.AsyncClient) -> None:
        self.lab = lab
        self.client = client

    async def call(
        self, method: str, values: Mapping[str, object] | None = None, token: str = TOKEN
    ) -> tuple[int, str]:
        """Return status and description; the result as JSON where it went well."""
        answer = await self.client.post(f"{self.lab.api_url}{token}/{method}", json=dict(values or {}))
        body = answer.json()
        assert body["ok"] == (answer.status_code == 200)
        return answer.status_code, json.dumps(body["result"]) if body["ok"] else body["description"]

    async def send(self, text: str = "Hallo", **values: object) -> tuple[int, str]:
        """Send a message to person 7."""
        return await self.call("sendMessage", {"chat_id": 7, "text": text, "parse_mode": "HTML", **values})


@pytest_asyncio.fixture
async def bot() -> AsyncIterator[Bot]:
    """Run a Telegram in which person 7 has a chat with the bot."""
    async with laboratory() as lab, httpx.AsyncClient(trust_env=False, verify=False) as client:
        lab.person(7)
        yield Bot(lab, client)


def keyboard(*buttons: object) -> dict[str, object]:
    """Return parameters with a keyboard of one row."""
    return {"reply_markup": {"inline_keyboard": [list(buttons)]}}


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "values", "said"),
    [
        ("sendMessage", {"chat_id": 7}, "message text is empty"),
        ("sendMessage", {"chat_id": 7, "text": ""}, "message text is empty"),
        ("sendMessage", {"chat_id": 7, "text": " \u200b "}, "text must be non-empty"),
        ("sendMessage", {"chat_id": 7, "text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": 7, "text": "🙂" * 2049}, "message is too long"),
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 8, "text": "x"}, "chat not found"),
        ("sendMessage", {"chat_id": "sieben", "text": "x"}, 'parameter "chat_id" must be of type Integer'),
        ("sendMessage", {"chat_id": 7, "text": 5}, 'parameter "text" must be of type String'),
        ("sendMessage", {"chat_id": 7, "text": "x", "txt": "y"}, 'unknown parameter "txt"'),
        ("sendMessage", {"chat_id": 7, "text": "x", "parse_mode": "XML"}, "unsupported parse_mode"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
        ("sendMessage", {"chat_id": 7, "text": "x", **keyboard({"text": "a"})}, "Text buttons are unallowed"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", **keyboard({**BUTTON, "url": "https://a.de"})},
            "exactly one optional field",
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", **keyboard({**BUTTON, "callback_data": "ä" * 33})},
            "BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", **keyboard({"text": "a", "url": "http://localhost"})},
            "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", **keyboard({"text": "a", "url": "tel:110"})},
            "Unsupported URL protocol",
        ),
        ("sendMessage", {"chat_id": 7, "text": "x", **keyboard({**BUTTON, "text": " "})}, "button text"),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": {"rows": []}}, "reply markup"),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": "{"}, "can't parse reply_markup"),
        ("editMessageText", {"chat_id": 7, "message_id": 99, "text": "x"}, "message to edit not found"),
        ("answerCallbackQuery", {"callback_query_id": "x"}, "query is too old"),
        ("sendChatAction", {"chat_id": 7, "action": "dance"}, "wrong parameter action"),
        ("setWebhook", {"url": "http://example.org"}, "An HTTPS URL must be provided"),
        ("setWebhook", {"url": "https://a.de", "secret_token": "ä"}, "secret token contains"),
        ("setMyCommands", {"commands": [{**COMMAND, "command": "Los!"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{**COMMAND, "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyCommands", {"commands": [COMMAND], "language_code": "deutsch"}, "LANG_CODE_INVALID"),
        ("setMyCommands", {}, 'parameter "commands" is required'),
        ("setMyDescription", {"description": "x" * 513}, "description is too long"),
        ("setMyShortDescription", {"short_description": "x" * 121}, "short description is too long"),
    ],
)
async def test_what_telegram_refuses_is_refused(
    bot: Bot, method: str, values: dict[str, object], said: str
) -> None:
    """A call that breaks a rule gets 400 and the rule."""
    status, description = await bot.call(method, values)

    assert status == 400
    assert description.startswith("Bad Request: ")
    assert said in description


@pytest.mark.asyncio
@pytest.mark.parametrize(("token", "status"), [("1:wrong", 401), ("wrong", 404), (TOKEN + "x", 401)])
async def test_only_the_right_token_is_let_in(bot: Bot, token: str, status: int) -> None:
    """Any other is unauthorised, one of the wrong form is not even found."""
    assert (await bot.call("getMe", token=token))[0] == status


@pytest.mark.asyncio
async def test_unknown_methods_are_not_found(bot: Bot) -> None:
    """A method nobody wrote here is 404, as at Telegram."""
    assert await bot.call("sendLove") == (404, "Not Found")


@pytest.mark.asyncio
async def test_a_message_is_shown_as_it_was_meant(bot: Bot) -> None:
    """HTML is read, buttons are kept, an unchanged edit is refused."""
    await bot.send("<i>Stand</i> &amp; &lt;Quelle&gt;", **keyboard(BUTTON))
    sent = bot.lab.world.sent[0]
    same = await bot.call(
        "editMessageText",
        {"chat_id": 7, "message_id": sent.message_id, "text": sent.html, "parse_mode": "HTML"}
        | keyboard(BUTTON),
    )

    assert (sent.text, sent.labels) == ("Stand & <Quelle>", ("Wo?",))
    assert "message is not modified" in same[1]


@pytest.mark.asyncio
async def test_forms_and_addresses_carry_parameters_too(bot: Bot) -> None:
    """The library sends forms, people try things in the address bar."""
    form = await bot.client.post(
        f"{bot.lab.api_url}{TOKEN}/sendMessage",
        data={"chat_id": "7", "text": "a", "reply_markup": json.dumps({"inline_keyboard": [[BUTTON]]})},
    )
    query = await bot.client.get(f"{bot.lab.api_url}{TOKEN}/sendMessage?chat_id=7&text=b")

    assert (form.status_code, query.status_code) == (200, 200)
    assert [sent.text for sent in bot.lab.world.sent] == ["a", "b"]


@pytest.mark.asyncio
async def test_updates_wait_until_they_are_confirmed(bot: Bot) -> None:
    """The same update comes again until a higher offset is asked for."""
    bot.lab.person(7).says("eins")
    first = json.loads((await bot.call("getUpdates"))[1])
    again = json.loads((await bot.call("getUpdates"))[1])
    after = json.loads((await bot.call("getUpdates", {"offset": first[0]["update_id"] + 1}))[1])

    assert first == again
    assert first[0]["message"]["text"] == "eins"
    assert after == []


@pytest.mark.asyncio
async def test_a_second_poller_ends_the_first(bot: Bot) -> None:
    """Two long polls cannot run at once, and none runs beside a webhook."""
    first = asyncio.create_task(bot.call("getUpdates", {"timeout": 50}))
    await bot.lab.world.until(lambda: bot.lab.world.poll_turn == 1)
    second = asyncio.create_task(bot.call("getUpdates", {"timeout": 50}))
    ended = await first
    bot.lab.person(7).says("da")
    await second
    await bot.call("setWebhook", {"url": "https://example.org/x"})
    beside = await bot.call("getUpdates")

    assert (ended[0], beside[0]) == (409, 409)
    assert "terminated by other getUpdates request" in ended[1]
    assert "webhook is active" in beside[1]


@pytest.mark.asyncio
async def test_kinds_not_asked_for_are_not_delivered(bot: Bot) -> None:
    """allowed_updates holds for everything that comes after it."""
    await bot.call("getUpdates", {"allowed_updates": ["callback_query"]})
    bot.lab.person(7).says("eins")
    bot.lab.person(7).sends_data("more")
    updates = json.loads((await bot.call("getUpdates"))[1])

    assert [set(update) - {"update_id"} for update in updates] == [{"callback_query"}]


@pytest.mark.asyncio
async def test_another_process_can_act_and_read(bot: Bot) -> None:
    """The admin side speaks for people, plans failures and tells what happened."""
    admin = f"{bot.lab.address}/admin"

    async def post(path: str, **body: object) -> httpx.Response:
        return await bot.client.post(f"{admin}/{path}", json=body)

    await post("say", user=7, text="hallo", language="en")
    await post("fail", method="sendMessage", code=429, retry_after=3)
    flood = await bot.client.post(f"{bot.lab.api_url}{TOKEN}/sendMessage", json={"chat_id": 7, "text": "x"})
    await bot.send("Na?", **keyboard(BUTTON))
    heard = (await post("wait", sent=1)).json()["result"]
    await post("tap", user=7, label="Wo?")
    missing = await post("tap", user=7, label="Gibt es nicht")
    await post("block", chat=7)
    state = (await post("state")).json()["result"]

    assert flood.json()["parameters"] == {"retry_after": 3}
    assert [message["text"] for message in heard] == ["Na?"]
    assert missing.status_code == 400
    assert state["pending"] == 2
    assert (await bot.send())[0] == 403
    assert "7 in 7: hallo" in (await bot.client.get(f"{admin}/transcript")).text


def test_an_outside_table_is_held_against_calls(tmp_path: Path) -> None:
    """With a table of methods given, names, kinds and needs are checked by it as well."""
    table = {
        "methods": {
            "sendMessage": {"fields": {"chat_id": [["Integer"], True], "tags": [["Array of String"], False]}}
        }
    }
    path = tmp_path / "spec.json"
    path.write_text(json.dumps(table), encoding="utf-8")
    spec = Spec(path)

    spec.check("sendMessage", {"chat_id": 1, "tags": []})
    for method, values in (
        ("sendMessage", {"chat_id": "x"}),
        ("sendMessage", {}),
        ("sendMessage", {"chat_id": 1, "y": 1}),
        ("other", {}),
    ):
        with pytest.raises(Refused):
            spec.check(method, values)
    assert World(spec=spec).spec is spec


def test_a_person_marks_mentions_as_telegram_does() -> None:
    """Offsets count UTF-16 units."""
    world = World()
    Person(world, 7).says(f"🙂 @{BOT_NAME} hallo")
    message = world.pending[0]["message"]

    assert isinstance(message, dict)
    assert message["entities"] == [{"type": "mention", "offset": 3, "length": len(BOT_NAME) + 1}]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "values", "files", "said"),
    [
        ("sendPhoto", {}, {"photo": ("a.png", b"no picture")}, "IMAGE_PROCESS_FAILED"),
        ("sendPhoto", {"caption": "x" * 1025}, {"photo": ("a.png", b"\x89PNG\r\n\x1a\n")}, "caption is too long"),
        ("sendPhoto", {"photo": "text"}, {}, 'parameter "photo" must be of type InputFile'),
        ("sendDocument", {}, {"document": ("a.ics", b"")}, "file must be non-empty"),
        ("sendDocument", {}, {}, 'parameter "document" is required'),
        ("sendContact", {"phone_number": "anrufen", "first_name": "A"}, {}, "PHONE_NUMBER_INVALID"),
        ("sendContact", {"phone_number": "0355 1", "first_name": " "}, {}, "first name must be non-empty"),
        ("sendVenue", {"latitude": 91, "longitude": 0, "title": "A", "address": "B"}, {}, "wrong latitude"),
        ("sendVenue", {"latitude": 51, "longitude": 14, "title": "A", "address": " "}, {}, "must be non-empty"),
        ("sendVenue", {"latitude": "ost", "longitude": 14, "title": "A", "address": "B"}, {}, "must be of type Float"),
    ],
)
async def test_attachments_that_telegram_refuses_are_refused(
    bot: Bot, method: str, values: dict[str, object], files: dict[str, tuple[str, bytes]], said: str
) -> None:
    """As a form with a file, like every library sends them."""
    form = {"chat_id": "7", **{name: str(value) for name, value in values.items()}}
    answer = await bot.client.post(f"{bot.lab.api_url}{TOKEN}/{method}", data=form, files=files)

    assert answer.status_code == 400
    assert said in answer.json()["description"]


@pytest.mark.asyncio
async def test_attachments_are_taken_and_told(bot: Bot) -> None:
    """Each stands in the chat with what it shows, and the state of the world can be read."""
    url = f"{bot.lab.api_url}{TOKEN}"
    await bot.client.post(f"{url}/sendDocument", data={"chat_id": "7"}, files={"document": ("a.ics", b"BEGIN")})
    await bot.call("sendContact", {"chat_id": 7, "phone_number": "+49 355 1", "first_name": "Amt"})
    await bot.call("sendVenue", {"chat_id": 7, "latitude": 51.5, "longitude": 14, "title": "Amt", "address": "Cottbus"})
    state = await bot.client.post(f"{bot.lab.address}/admin/state", json={})

    sent = bot.lab.world.sent
    assert [each.kind for each in sent] == ["document", "contact", "venue"]
    assert sent[0].attached["content"] == "BEGIN"
    assert state.json()["result"]["calls"][0]["values"] == {"chat_id": "7", "document": "a.ics"}
