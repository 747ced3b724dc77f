"""What people get: answers, buttons, order, and trouble told kindly."""

from __future__ import annotations

import pytest

from bot.channels.telegram.work import MOST_BEHIND
from bot.model.message import Message
from bot.model.reply import Choice, Link, Reply, SourceNote, Text
from tests.botapi.faults import Fault, Garbage, Reset
from tests.botapi.laboratory import Laboratory
from tests.botapi.refusal import Refused, flood
from tests.botapi.world import BOT_NAME
from tests.channels.telegram.support import (
    NOW,
    FakeAnswerer,
    Pauses,
    echo,
    polling,
)

pytestmark = pytest.mark.asyncio


async def test_a_question_is_answered_with_source_and_buttons(lab: Laboratory) -> None:
    """A reply arrives as one message: text, small source line, buttons."""
    reply = Reply(
        (
            Text("Kurs <Wasserstoff> & mehr"),
            Link("QLEE öffnen", "https://qlee.eu"),
            Choice("Wer hilft mir?", "q:who-helps"),
            SourceNote("Quelle: QLEE · Stand 2024"),
        )
    )
    answerer = FakeAnswerer(lambda _message: reply)
    async with polling(lab, answerer):
        answer = await lab.person().asks("wann gehts los")

    assert answer.text == "Kurs <Wasserstoff> & mehr\n\nQuelle: QLEE · Stand 2024"
    assert answer.html.endswith("<i>Quelle: QLEE · Stand 2024</i>")
    assert answer.labels == ("QLEE öffnen", "Wer hilft mir?")
    assert answerer.moments == [NOW]


async def test_the_message_says_who_and_in_which_language(lab: Laboratory) -> None:
    """A turn gets a stable chat name and Telegram's idea of the language."""
    async with polling(lab) as running:
        await lab.person(42, language="en-GB").asks("hello")

    message = running.answerer.asked[0]
    assert (message.chat, message.text, message.language_code) == ("telegram:42", "hello", "en-GB")


async def test_a_tap_is_a_choice_and_loses_its_waiting_sign(lab: Laboratory) -> None:
    """Button data comes back as it was sent, and the query is answered."""
    answerer = FakeAnswerer(lambda _message: Reply((Text("Und?"), Choice("Wo?", "q:place:qlee"))))
    async with polling(lab, answerer):
        person = lab.person()
        await person.asks("qlee")
        query = person.taps("Wo?")
        await person.hears()

    assert answerer.asked[1].choice == "q:place:qlee"
    assert lab.world.answered_queries == [query]


async def test_what_reads_better_there_changes_where_it_was_tapped(lab: Laboratory) -> None:
    """A turned page takes the place of the one before; tapped again it is as it is."""

    def turned(message: Message) -> Reply:
        page = message.choice or "1"
        return Reply((Text(f"Seite {page}"), Choice("Weiter", "2")), in_place=message.choice is not None)

    async with polling(lab, FakeAnswerer(turned)):
        person = lab.person()
        first = await person.asks("liste")
        person.taps("Weiter")
        second = (await person.hears())[0]
        person.taps("Weiter")
        await lab.world.until(lambda: len(lab.world.answered_queries) == 2)
        third = await person.asks("liste")

    assert second.message_id == first.message_id
    assert second.text == "Seite 2"
    assert third.message_id != first.message_id
    assert [call.refused.partition(":")[2].strip()[:23] for call in lab.world.calls_of("editMessageText")] == ["", "message is not modified"]


async def test_what_cannot_be_changed_is_said_anew(lab: Laboratory) -> None:
    """The message is gone, or is not ours."""
    async with polling(lab, FakeAnswerer(lambda _message: Reply((Text("Seite 2"),), in_place=True))):
        person = lab.person()
        person.sends_data("page:6:x", message_id=999)
        answer = (await person.hears())[0]

    assert answer.text == "Seite 2"
    assert lab.world.calls_of("editMessageText")[0].refused.endswith("message to edit not found")


async def test_forged_and_stale_data_reach_the_conversation(lab: Laboratory) -> None:
    """Whatever the data is, the person gets an answer, even if the query is too old to be acknowledged."""
    async with polling(lab) as running:
        person = lab.person()
        query = person.sends_data("'; DROP TABLE <b>", message_id=999)
        lab.world.open_queries.discard(query)
        await person.hears()

    assert running.answerer.asked[0].choice == "'; DROP TABLE <b>"
    assert lab.world.calls_of("answerCallbackQuery")[0].refused.startswith("Bad Request: query is too old")


async def test_messages_of_one_chat_stay_in_order_and_others_pass(lab: Laboratory) -> None:
    """A slow answer holds up its own chat only."""
    answerer = FakeAnswerer()
    gate = answerer.hold("langsam")
    async with polling(lab, answerer):
        slow, quick = lab.person(1), lab.person(2)
        slow.says("langsam")
        slow.says("danach")
        await quick.asks("schnell")
        before = list(slow.from_bot)
        gate.set()
        answers = await slow.hears(2)

    assert before == []
    assert [answer.text for answer in answers] == ["Antwort: langsam", "Antwort: danach"]


async def test_a_broken_turn_is_told(lab: Laboratory) -> None:
    """When the conversation fails, the person gets its sentence for that, and the next question works."""

    def answer(message: object) -> Reply:
        if getattr(message, "text", None) == "bumm":
            raise RuntimeError("bumm")
        return echo(message)  # type: ignore[arg-type]

    async with polling(lab, FakeAnswerer(answer)):
        person = lab.person()
        first = await person.asks("bumm")
        second = await person.asks("und jetzt")

    assert (first.text, second.text) == ("Antwort: notice-failed", "Antwort: und jetzt")


async def test_nothing_is_sent_when_even_the_apology_fails(lab: Laboratory) -> None:
    """A conversation that is wholly broken costs its own answer and no other."""

    def answer(message: object) -> Reply:
        if getattr(message, "chat", None) == "telegram:1":
            raise RuntimeError
        return echo(message)  # type: ignore[arg-type]

    async with polling(lab, FakeAnswerer(answer)) as running:
        broken = lab.person(1)
        broken.says("a")
        await lab.person(2).asks("b")
        await running.end()

    assert broken.from_bot == []


async def test_who_blocked_the_bot_costs_nobody_else(lab: Laboratory) -> None:
    """A refusal because of the chat is taken as it is."""
    async with polling(lab):
        gone = lab.person(1)
        gone.chat.blocked = True
        gone.says("hallo")
        answer = await lab.person(2).asks("hallo")
        await lab.world.until(lambda: len(lab.world.calls_of("sendMessage")) == 2)

    refused = [call.refused for call in lab.world.calls_of("sendMessage") if call.refused]
    assert refused == ["Forbidden: bot was blocked by the user"]
    assert answer.text == "Antwort: hallo"


async def test_a_flood_limit_is_waited_for_once(lab: Laboratory) -> None:
    """After 429 the message is sent again when Telegram allows it."""
    pauses = Pauses()
    lab.world.fail_next("sendMessage", flood(3))
    async with polling(lab, pauses=pauses):
        answer = await lab.person().asks("hallo")

    assert answer.text == "Antwort: hallo"
    assert 3.0 in pauses.real


async def test_a_long_reply_comes_in_parts_with_the_buttons_last(lab: Laboratory) -> None:
    """Nothing is cut off, and the buttons hang under the end."""
    long = "\n\n".join(f"{number} " + "Wort " * 190 for number in range(9))
    answerer = FakeAnswerer(lambda _message: Reply((Text(long), Choice("Mehr", "more"))))
    async with polling(lab, answerer):
        person = lab.person()
        person.says("alles")
        parts = await person.hears(3)

    assert [part.labels for part in parts] == [(), (), ("Mehr",)]
    assert " ".join(part.text for part in parts).split() == long.split()


async def test_typing_shows_only_while_an_answer_takes_long(lab: Laboratory) -> None:
    """A quick answer needs no sign; a slow one shows it before it arrives."""
    answerer, pauses = FakeAnswerer(), Pauses()
    gate = answerer.hold("langsam")
    async with polling(lab, answerer, pauses):
        person = lab.person()
        await person.asks("schnell")
        quiet = len(lab.world.calls_of("sendChatAction"))
        pauses.typing = True
        person.says("langsam")
        await lab.world.until(lambda: bool(lab.world.calls_of("sendChatAction")))
        early = len(person.from_bot)
        gate.set()
        await person.hears()

    assert (quiet, early) == (0, 1)
    assert lab.world.calls_of("sendChatAction")[0].values["action"] == "typing"


async def test_a_flood_of_messages_is_told_once(lab: Laboratory) -> None:
    """Where hundreds wait, one sentence says so and all of them are dropped; then things go on."""
    answerer = FakeAnswerer()
    gate = answerer.hold("0")
    async with polling(lab, answerer):
        person = lab.person()
        person.says("0")
        await answerer.started.wait()
        for number in range(1, MOST_BEHIND + 2):
            person.says(str(number))
        await lab.world.until(lambda: not lab.world.pending)
        gate.set()
        answers = await person.hears(2)
        again = await person.asks("wieder da")

    assert [answer.text for answer in answers] == ["Antwort: 0", "Antwort: notice-too-many"]
    assert again.text == "Antwort: wieder da"


async def test_in_groups_only_what_is_addressed_is_answered(lab: Laboratory) -> None:
    """Chatter is left alone; a mention, a reply and a command get an answer to that very message."""
    async with polling(lab) as running:
        person = lab.person(7, group=-1001)
        person.says("wer kommt mit essen?")
        answer = await person.asks(f"@{BOT_NAME} wann startet der Kurs?")
        person.says("und wo", reply_to_message={"message_id": answer.message_id, "from": lab.world.bot_json})
        person.says("/help")
        person.says("/help@other_bot")
        await person.hears(2)

    asked = [(message.text, message.choice) for message in running.answerer.asked]
    assert asked == [("wann startet der Kurs?", None), ("und wo", None), (None, "q:abilities")]
    assert answer.reply_to is not None


@pytest.mark.parametrize(
    "fault", [flood(3), Refused(502), Reset(), Garbage(), Garbage(status=503), Reset(handled=True)], ids=str
)
async def test_no_answer_is_lost_to_one_failed_send(lab: Laboratory, fault: Refused | Fault) -> None:
    """Whatever happens on the way, the answer arrives; twice only where its reply got lost."""
    lab.world.fail_next("sendMessage", fault)
    copies = 2 if isinstance(fault, Reset) and fault.handled else 1
    async with polling(lab):
        person = lab.person()
        person.says("hallo")
        await person.hears(copies)
        await person.asks("noch da?")

    assert [sent.text for sent in person.from_bot] == ["Antwort: hallo"] * copies + ["Antwort: noch da?"]


async def test_whoever_unblocks_the_bot_is_answered_again(lab: Laboratory) -> None:
    """A blocked chat is left alone until somebody writes there."""
    async with polling(lab):
        person = lab.person()
        person.chat.blocked = True
        person.says("hallo")
        await lab.world.until(lambda: bool(lab.world.calls_of("sendMessage")))
        person.chat.blocked = False
        answer = await person.asks("bin wieder da")

    assert answer.text == "Antwort: bin wieder da"
