"""What people wished to be told arrives on Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.channels.telegram.run import Staff, poll
from bot.conversation.turn import Conversation
from bot.conversation.wishing import WishBook
from bot.service.backing import Backing
from bot.service.reminding import EVERY, Reminders, Teller
from tests.botapi.laboratory import Laboratory
from tests.botapi.refusal import blocked
from tests.builders import a_composer, a_run, an_offer
from tests.channels.telegram.support import Pauses, an_office, ended, settings_for
from tests.conversation.world import TOPICS, the_brain

pytestmark = pytest.mark.asyncio
NOON = datetime(2027, 3, 4, 12, tzinfo=UTC)


class Bot:
    """A whole bot: conversation, store, reminders; what staff write is known at once."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        self.now = NOON
        self.look = asyncio.Event()

    def staff_add(self, day: str) -> None:
        """Give the bee-keeping course a date."""
        brain = the_brain()
        runs = [a_run("2026-03-01", registration="https://example.org/imker"), a_run(day, id="neu", place="sandow")]
        course = an_offer("imkerkurs", title={"de": "Imkerkurs", "en": "Beekeeping course"}, runs=runs, summary="Bienen halten.")
        composer = a_composer(*(topic for topic in TOPICS if topic.id != "imkerkurs"), course, *brain.catalogue.intents.values())
        catalogue = replace(composer.catalogue, version=day)
        self.conversation.brain = replace(brain, composer=replace(composer, catalogue=catalogue), catalogue=catalogue)
        self.look.set()

    def clock(self) -> datetime:
        """Tell the time."""
        return self.now


@asynccontextmanager
async def a_bot(lab: Laboratory) -> AsyncIterator[Bot]:
    """Run a whole bot by polling beside the body; it looks into the outbox when `look` is set."""
    pauses = Pauses()
    async with an_office() as office:
        store = office.store
        bot = Bot(Conversation(the_brain(), office.hands, WishBook(store.subscriptions, store.outbox)))

        async def pause(seconds: float) -> None:
            if seconds == EVERY:
                await bot.look.wait()
                bot.look.clear()
            else:
                await pauses(seconds)

        def remind(tell: Teller) -> Reminders:
            return Reminders(store, lambda: bot.conversation.brain, tell, bot.clock, pause, office.health)

        staff = Staff(bot.conversation, office, bot.clock, Backing(pause=pauses), reminders=(remind,))
        task = asyncio.create_task(poll(settings_for(lab), staff))
        try:
            yield bot
        finally:
            with suppress(Exception):
                await ended(task)


async def test_a_tap_leads_to_a_message_when_there_is_a_date(lab: Laboratory) -> None:
    """From the question to the news, in one chat, with a button to stop it."""
    async with a_bot(lab) as bot:
        person = lab.person()
        answer = await person.asks("wann startet der imkerkurs")
        person.taps("🔔 Sag mir Bescheid")
        promise = (await person.hears())[0]
        bot.staff_add("2027-06-01")
        news = (await person.hears())[0]
        person.taps("🔕 Nicht mehr")
        end = (await person.hears())[0]

    assert answer.labels[0] == "🔔 Sag mir Bescheid"
    assert promise.text.startswith("Gut, ich sage dir Bescheid")
    assert news.text.startswith("🔔 Für „Imkerkurs“ gibt es einen neuen Termin: Dienstag, 1. Juni 2027, in Sandow.")
    assert news.labels == ("🔔 Erinner mich", "🔕 Nicht mehr")
    assert end.text == "Gut, zu „Imkerkurs“ melde ich mich nicht mehr."


async def test_a_moved_date_brings_its_file(lab: Laboratory) -> None:
    """Words first, then the file that puts the calendar right."""
    async with a_bot(lab) as bot:
        person = lab.person()
        person.sends_data("wish:imkerkurs")
        await person.hears()
        bot.staff_add("2027-06-01")
        await person.hears()
        bot.staff_add("2027-07-01")
        words, file = await person.hears(2)

    assert words.text.startswith("🔔 „Imkerkurs“ ist verschoben auf: Donnerstag, 1. Juli 2027")
    assert (file.kind, file.attached["file_name"]) == ("document", "imkerkurs.ics")
    assert "20270701" in str(file.attached["content"])


async def test_who_blocked_the_bot_is_left_alone(lab: Laboratory) -> None:
    """One refusal, and no further try at the next look."""
    async with a_bot(lab) as bot:
        person = lab.person()
        person.sends_data("wish:imkerkurs")
        await person.hears()
        lab.world.fail_next("sendMessage", blocked())
        bot.staff_add("2027-06-01")
        await lab.world.until(lambda: len(lab.world.calls_of("sendMessage")) == 2)
        bot.look.set()
        other = await lab.person(8).asks("danke")

    assert other.text == "Gern."
    assert len(lab.world.calls_of("sendMessage")) == 3
