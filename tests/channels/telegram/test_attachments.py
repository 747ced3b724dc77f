"""What people get beside words: pictures, files, cards."""

from __future__ import annotations

import pytest

from bot.model.reply import Attached, CalendarFile, Choice, ContactCard, Reply, StartCode, Text, Venue
from tests.botapi.laboratory import Laboratory
from tests.botapi.refusal import bad_request
from tests.botapi.world import BOT_NAME, Sent
from tests.channels.telegram.support import FakeAnswerer, polling

pytestmark = pytest.mark.asyncio


async def received(lab: Laboratory, attached: Attached) -> list[Sent]:
    """Return what a person gets who is answered with words, a button and *attached*."""
    reply = Reply((Text("Bitte schön."), Choice("Wo?", "q:place"), attached))
    async with polling(lab, FakeAnswerer(lambda _message: reply)):
        person = lab.person()
        person.says("hallo")
        return await person.hears(2)


async def test_a_start_link_comes_as_a_qr_code(lab: Laboratory) -> None:
    """The words first, with their buttons; then a picture with the link under it, in the bot's own name."""
    words, picture = await received(lab, StartCode("Link & Code", "qlee_messe"))

    assert (words.text, words.labels) == ("Bitte schön.", ("Wo?",))
    assert (picture.kind, picture.attached) == ("photo", {"file_name": "qlee_messe.png"})
    assert picture.text == f"Link & Code: https://t.me/{BOT_NAME}?start=qlee_messe"


async def test_dates_come_as_a_file(lab: Laboratory) -> None:
    """With the words under it, and the text as it was composed."""
    _, file = await received(lab, CalendarFile("Für <dich>", "kurs.ics", "BEGIN:VCALENDAR\r\nSUMMARY:Schweißkurs"))

    assert (file.kind, file.text, file.attached["file_name"]) == ("document", "Für <dich>", "kurs.ics")
    assert file.attached["content"] == "BEGIN:VCALENDAR\r\nSUMMARY:Schweißkurs"


async def test_a_number_comes_as_a_contact(lab: Laboratory) -> None:
    """However long the name of an office is."""
    _, card = await received(lab, ContactCard("Zum Speichern", "Amt für " + "sehr " * 20 + "viel", "+493551"))

    assert card.kind == "contact"
    assert card.attached["phone_number"] == "+493551"


async def test_a_place_comes_as_a_venue(lab: Laboratory) -> None:
    """Title, address and where it is."""
    _, place = await received(lab, Venue("Karte", "Halle", "Cottbus", 51.75631, 14.33286))

    assert place.attached == {"latitude": 51.75631, "longitude": 14.33286, "title": "Halle", "address": "Cottbus"}


async def test_a_refused_attachment_costs_no_words(lab: Laboratory) -> None:
    """The answer itself has arrived by then, and the next question is answered."""
    lab.world.fail_next("sendPhoto", bad_request("IMAGE_PROCESS_FAILED"))
    reply = Reply((Text("Bitte schön."), StartCode("Link", "qlee")))
    async with polling(lab, FakeAnswerer(lambda _message: reply)):
        person = lab.person()
        first = await person.asks("hallo")
        second = await person.asks("nochmal")

    assert first.text == second.text == "Bitte schön."
