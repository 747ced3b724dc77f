"""The bot by polling: start, trouble, end."""

from __future__ import annotations

import asyncio
from itertools import count

import pytest

from bot.channels.telegram.errors import BadToken, PollConflict, WebhookIsSet
from tests.botapi.faults import Garbage, Reset
from tests.botapi.laboratory import Laboratory, laboratory
from tests.botapi.refusal import Refused, flood
from tests.botapi.world import Hook
from tests.channels.telegram.support import (
    FakeAnswerer,
    Pauses,
    polling,
)
from tests.ports import free_port

pytestmark = pytest.mark.asyncio


class Trying(Pauses):
    """Tells when a call has failed twice."""

    def __init__(self) -> None:
        super().__init__()
        self.twice = asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        """Remember."""
        await super().__call__(seconds)
        if len(self.real) > 1:
            self.twice.set()


async def test_an_unreadable_update_is_skipped(lab: Laboratory) -> None:
    """One update of a shape nobody knows does not keep the next person from an answer."""
    async with polling(lab):
        lab.world.add_update({"message": {"message_id": "x", "chat": 7}})
        lab.world.add_update({"message": "kaputt"})
        answer = await lab.person().asks("geht noch?")
        await lab.world.until(lambda: not lab.world.pending)

    assert answer.text == "Antwort: geht noch?"


async def test_fields_nobody_knows_do_no_harm(lab: Laboratory) -> None:
    """An update with parts newer than any library is answered like every other."""
    async with polling(lab):
        person = lab.person()
        person.says("hallo", entities=[{"type": "hologram", "offset": 0, "length": 1}], aura={"colour": 3})
        answers = await person.hears()

    assert answers[0].text == "Antwort: hallo"


async def test_the_same_update_is_answered_once(lab: Laboratory) -> None:
    """An update delivered again is known."""
    async with polling(lab) as running:
        person = lab.person()
        person.says("einmal")
        lab.world.pending.append(lab.world.pending[-1])
        await person.hears()
        await person.asks("noch etwas")

    assert [message.text for message in running.answerer.asked] == ["einmal", "noch etwas"]


async def test_what_was_taken_does_not_come_again_after_a_restart(lab: Laboratory) -> None:
    """Stopping confirms the last update, so the next start begins behind it."""
    async with polling(lab) as first:
        await lab.person().asks("eins")
        await first.end()
    async with polling(lab) as second:
        await lab.person().asks("zwei")

    assert [message.text for message in second.answerer.asked] == ["zwei"]


async def test_polling_goes_on_after_trouble(lab: Laboratory) -> None:
    """Server errors and limits while polling are waited out, longer each time."""
    pauses = Pauses()
    for refusal in (Refused(502), Refused(500), flood(9), Refused(400, "odd")):
        lab.world.fail_next("getUpdates", refusal)
    async with polling(lab, pauses=pauses):
        answer = await lab.person().asks("hallo")

    assert answer.text == "Antwort: hallo"
    assert [1.0, 2.0, 9.0, 4.0] == [seconds for seconds in pauses.real if seconds]


async def test_polling_beside_another_poller_gives_up(lab: Laboratory) -> None:
    """A lasting 409 ends after half a minute with a sentence that names the cause, and a code that says so."""
    lab.world.fail_next("getUpdates", Refused(409, "terminated by other getUpdates request"), times=99)
    pauses = Pauses()
    async with polling(lab, pauses=pauses) as running:
        with pytest.raises(PollConflict) as caught:
            await running.task

    assert "anderer Prozess" in str(caught.value)
    assert (round(sum(pauses.real)), caught.value.exit_code) == (30, 3)


async def test_polls_that_are_held_and_cut_off_count_into_the_half_minute(lab: Laboratory, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for the first: until then all was well."""
    moments = count(step=10)
    monkeypatch.setattr("bot.channels.telegram.polling.monotonic", lambda: float(next(moments)))
    lab.world.fail_next("getUpdates", Refused(409, "terminated by other getUpdates request"), times=99)
    pauses = Pauses()
    async with polling(lab, pauses=pauses) as running:
        with pytest.raises(PollConflict):
            await running.task

    assert pauses.real == [1.0, 2.0, 4.0]


async def test_polling_beside_a_webhook_is_refused(lab: Laboratory) -> None:
    """A webhook that is set stays, unless we are told to remove it."""
    lab.world.hook = Hook("https://example.org/telegram", "x")
    async with polling(lab) as running:
        with pytest.raises(WebhookIsSet):
            await running.task

    assert lab.world.hook is not None


async def test_a_webhook_is_removed_when_told_so(lab: Laboratory) -> None:
    """With remove_webhook the bot takes over."""
    lab.world.hook = Hook("https://example.org/telegram", "x")
    async with polling(lab, remove_webhook=True):
        await lab.world.until(lambda: lab.world.hook is None)
        answer = await lab.person().asks("hallo")

    assert answer.text == "Antwort: hallo"


@pytest.mark.parametrize("token", ["123456:wrong", "1:x"])
async def test_a_wrong_token_is_one_sentence(lab: Laboratory, token: str) -> None:
    """The token itself is in no part of the error."""
    async with polling(lab, token=token) as running:
        with pytest.raises(BadToken) as caught:
            await running.task

    assert "TELEGRAM_BOT_TOKEN" in str(caught.value)
    assert token not in str(caught.value)


async def test_telegram_may_be_late(lab: Laboratory) -> None:
    """A start while Telegram is away waits until it is back."""
    odd = Garbage(b'{"ok":true,"result":{"id":"nobody","url":7}}')
    for method in ("getMe", "getWebhookInfo"):
        for fault in (Refused(502), flood(5), Reset(), Garbage(), odd):
            lab.world.fail_next(method, fault)
    async with polling(lab):
        answer = await lab.person().asks("hallo")

    assert answer.text == "Antwort: hallo"


async def test_telegram_may_not_be_there_at_all(lab: Laboratory) -> None:
    """A start without a network waits for it."""
    line, port = lab.address.rpartition(":")[0], free_port()
    tried = Trying()
    async with polling(Laboratory(lab.world, f"{line}:{port}"), pauses=tried):
        await tried.twice.wait()
        async with laboratory(lab.world, port=port):
            answer = await lab.person().asks("hallo")

    assert answer.text == "Antwort: hallo"


async def test_the_bot_introduces_itself_in_both_languages(lab: Laboratory) -> None:
    """Commands and descriptions are set for everybody in German and for English phones in English."""
    lab.world.fail_next("setMyDescription", flood(7))
    async with polling(lab):
        await lab.world.until(lambda: ("short_description", "en") in lab.world.profile)

    assert lab.world.profile["commands", ""] == {
        "start": "command-start de",
        "help": "command-help de",
        "meine": "command-reminders de",
        "privacy": "command-privacy de",
        "sprache": "command-language de",
        "einfach": "command-simple de",
        "abbrechen": "command-cancel de",
    }
    assert lab.world.profile["description", ""] == "bot-description de"
    assert lab.world.profile["short_description", "en"] == "bot-short-description en"


async def test_a_refused_introduction_does_not_stop_the_bot(lab: Laboratory) -> None:
    """What Telegram does not take at start is left as it was."""
    for method in ("setMyCommands", "setMyDescription", "setMyShortDescription"):
        lab.world.fail_next(method, Refused(400, "no"), times=9)
    async with polling(lab):
        answer = await lab.person().asks("hallo")

    assert answer.text == "Antwort: hallo"


async def test_answers_in_hand_are_finished_at_the_end(lab: Laboratory) -> None:
    """Told to stop, the bot still sends what it is working on."""
    answerer = FakeAnswerer()
    gate = answerer.hold("noch schnell")
    async with polling(lab, answerer) as running:
        person = lab.person()
        person.says("noch schnell")
        await answerer.started.wait()
        end = asyncio.create_task(running.end())
        await lab.world.until(lambda: lab.world.calls[-1].values.get("limit") == 1)
        gate.set()
        await end

    assert [sent.text for sent in person.from_bot] == ["Antwort: noch schnell"]


async def test_updates_without_a_number_do_not_spin(lab: Laboratory) -> None:
    """What cannot be confirmed comes again; it is asked for with pauses, and others still pass."""
    pauses = Pauses()
    lab.world.pending.append({"message": "ohne Nummer"})
    async with polling(lab, pauses=pauses):
        await lab.world.until(lambda: lab.world.poll_turn > 2)
        answer = await lab.person().asks("hallo")

    assert answer.text == "Antwort: hallo"
    assert pauses.real[:2] == [1.0, 2.0]


@pytest.mark.parametrize(
    ("refusal", "raised"),
    [
        (Refused(401), BadToken),
        (Refused(404), BadToken),
        (Refused(409, "can't use getUpdates method while webhook is active"), WebhookIsSet),
    ],
)
async def test_what_ends_polling_later_on_is_told(
    lab: Laboratory, refusal: Refused, raised: type[Exception]
) -> None:
    """A token that is withdrawn and a webhook set meanwhile end the bot with their sentence."""
    async with polling(lab) as running:
        await lab.person().asks("hallo")
        lab.world.fail_next("getUpdates", refusal)
        lab.person().says("noch da?")
        with pytest.raises(raised):
            await running.task


async def test_the_end_does_not_depend_on_telegram(lab: Laboratory) -> None:
    """If the last confirmation fails, the bot stops all the same."""
    async with polling(lab) as running:
        await lab.person().asks("hallo")
        await lab.world.until(lambda: not lab.world.pending)
        lab.world.fail_next("getUpdates", Refused(502))
        await running.end()

    assert running.task.cancelled()
