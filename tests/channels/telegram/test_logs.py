"""What the logs may hold: no token, no wording, nobody's number."""

from __future__ import annotations

import io
import logging

import pytest

from bot.model.message import Message
from bot.model.reply import Reply, Text
from tests.botapi.faults import Garbage, Reset
from tests.botapi.laboratory import Laboratory
from tests.botapi.refusal import Refused, flood
from tests.botapi.world import BOT_NAME, TOKEN
from tests.channels.telegram.support import SECRET, FakeAnswerer, echo, polling, serving

pytestmark = pytest.mark.asyncio

PERSON = 76543210123
WORDS = "geheimnisvolle-woerter"


def broken(message: object) -> Reply:
    """Fail with the person's own words in the error."""
    if getattr(message, "text", None):
        raise RuntimeError(f"{WORDS} {PERSON}")
    return echo(message)  # type: ignore[arg-type]


async def trouble(lab: Laboratory) -> None:
    """Let everything go wrong that logs something."""
    person = lab.person(PERSON)
    person.says(WORDS)
    await person.hears()
    lab.world.add_update({"message": {"chat": {"id": PERSON}, "text": WORDS}})
    lab.world.fail_next("sendMessage", Refused(400, f"can't parse entities: {WORDS}"))
    person.says(WORDS)
    for fault in (flood(3), Reset(), Garbage(WORDS.encode()), Garbage(WORDS.encode(), 502)):
        lab.world.fail_next("sendMessage", fault)
    person.says(WORDS)
    await person.hears()
    lab.person(PERSON, group=-PERSON).says(f"@{BOT_NAME} {WORDS}")
    lab.world.migrate(-PERSON, -PERSON - 1)
    person.chat.blocked = True
    person.says(WORDS)
    # What comes of these two is logged before the bot ends: what is in hand then is finished.
    await lab.world.until(lambda: any("blocked" in call.refused for call in lab.world.calls))
    await lab.world.until(lambda: any(sent.chat == -PERSON - 1 for sent in lab.world.sent))


async def test_polling_logs_name_no_one(lab: Laboratory, logs: io.StringIO) -> None:
    """With the most talkative level, trouble is told by class and place only."""
    async with polling(lab, FakeAnswerer(broken)):
        await trouble(lab)

    told = logs.getvalue()
    assert not any(secret in told for secret in (TOKEN, WORDS, str(PERSON)))
    for event in ("turn_failed", "RuntimeError", "update_unreadable", '"reason": "refused"', "blocked"):
        assert event in told


async def test_webhook_logs_name_no_one(lab: Laboratory, logs: io.StringIO) -> None:
    """The same behind a webhook, where the secret of the header stays out too."""
    async with serving(lab, FakeAnswerer(broken)):
        await trouble(lab)

    told = logs.getvalue()
    assert not any(secret in told for secret in (TOKEN, SECRET, WORDS, str(PERSON)))


async def test_libraries_are_held_back(logs: io.StringIO) -> None:
    """The address line of httpx is not logged; of a warning only its template and logger are."""
    logging.getLogger("httpx").info('HTTP Request: POST "%s"', f"https://api.telegram.org/bot{TOKEN}/getMe")
    logging.getLogger("telegram.request").warning('Can not load "%s"', WORDS)
    logging.getLogger("telegram.Bot").error(f"{WORDS} {TOKEN}")
    try:
        raise LookupError(WORDS)
    except LookupError:
        logging.getLogger("uvicorn.error").exception("failed")

    told = logs.getvalue()
    assert "HTTP Request" not in told
    assert "Can not load" in told
    assert "LookupError" in told
    assert WORDS not in told


@pytest.mark.asyncio
async def test_a_link_with_a_code_is_counted_without_a_name(lab: Laboratory, logs: io.StringIO) -> None:
    """Which link and which code; a link that leads nowhere, and one without a code, are not."""

    def answer(message: Message) -> Reply:
        return Reply((Text("Hallo"),), intent="start-unknown" if "weg" in (message.choice or "") else "overview")

    async with polling(lab, FakeAnswerer(answer)):
        person = lab.person(4711)
        for text in ("/start qlee_messe-1", "/start weg_x", "/start qlee", "/start Q-dates_flyer"):
            await person.asks(text)

    counted = [line for line in logs.getvalue().splitlines() if "link_opened" in line]
    assert [("qlee" in line, "messe-1" in line) for line in counted] == [(True, True), (False, False)]
    assert "4711" not in "".join(counted)
