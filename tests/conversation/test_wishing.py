"""Wishes are kept, listed and ended in a talk."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from bot.conversation.turn import Conversation
from bot.conversation.wishing import WishBook
from bot.model.choices import wish
from bot.model.context import Context
from bot.model.message import Message
from bot.model.reply import Reply, plain_text
from bot.store import MemoryStore
from tests.builders import NOW
from tests.conversation.world import the_brain
from tests.service.memory import MemoryShelf

pytestmark = pytest.mark.asyncio


@dataclass
class Talk:
    """A chat whose wishes are kept."""

    shelf: MemoryShelf = field(default_factory=MemoryShelf)
    now: datetime = NOW
    conversation: Conversation = field(init=False)

    def __post_init__(self) -> None:
        """Begin to talk."""
        book = WishBook(self.shelf.subscriptions, self.shelf.outbox)
        self.conversation = Conversation(the_brain(), MemoryStore(), book)

    async def taps(self, data: str, chat: str = "c") -> Reply:
        """Tap a button."""
        return await self.conversation.turn(Message(chat, choice=data, language_code="de"), self.now)

    async def types(self, text: str) -> Reply:
        """Type a line."""
        return await self.conversation.turn(Message("c", text=text), self.now)

    @property
    def kept(self) -> list[tuple[str, str, str, str]]:
        """What is kept: chat, topic, run, kind."""
        return sorted(self.shelf.subscriptions.kept)

    @property
    def planned(self) -> list[str]:
        """What is planned."""
        return sorted(note.kind for note in self.shelf.outbox.notes.values())


@pytest.fixture
def talk() -> Talk:
    """Begin a talk."""
    return Talk()


class SlowStore(MemoryStore):
    """Lets others run in the middle of each turn."""

    async def load(self, chat: str) -> Context | None:
        """Return what is remembered, a moment later."""
        await asyncio.sleep(0)
        return await super().load(chat)


async def test_a_wish_is_of_the_knowledge_its_turn_began_with() -> None:
    """A topic that goes in the middle of a turn is still wished for, and no answer is lost."""
    shelf, brain = MemoryShelf(), the_brain()
    conversation = Conversation(brain, SlowStore(), WishBook(shelf.subscriptions, shelf.outbox))
    turn = asyncio.create_task(conversation.turn(Message("c", choice=wish("imkerkurs"), language_code="de"), NOW))
    await asyncio.sleep(0)
    conversation.brain = replace(brain, catalogue=replace(brain.catalogue, topics={}))

    assert "Imkerkurs" in plain_text(await turn)
    assert [topic for _, topic, _, _ in shelf.subscriptions.kept] == ["imkerkurs"]


async def test_one_tap_subscribes_to_the_next_date(talk: Talk) -> None:
    """The course of last year has none ahead; the bell is the first button under its dates."""
    told = await talk.types("wann startet der imkerkurs")
    reply = await talk.taps(told.choices[0].data)

    assert told.choices[0].label == "🔔 Sag mir Bescheid"
    assert "sobald ein neuer Termin von „Imkerkurs“ feststeht" in plain_text(reply)
    assert talk.kept == [("c", "imkerkurs", "", "dates")]
    assert talk.planned == []


async def test_one_tap_sets_both_reminders_at_once(talk: Talk) -> None:
    """They are planned in the same breath: their moment cannot pass unseen."""
    reply = await talk.taps("wish:windkurs")

    assert "eine Woche und einen Tag vorher" in plain_text(reply)
    assert talk.kept == [("c", "windkurs", "2027-05-03", "day:2027-05-03"), ("c", "windkurs", "2027-05-03", "week:2027-05-03")]
    assert talk.planned == ["start-day:2027-05-03", "start-week:2027-05-03"]


async def test_one_of_the_reminders_is_chosen(talk: Talk) -> None:
    """It takes the place of both."""
    await talk.taps("wish:windkurs")
    await talk.taps("lead:day:windkurs")

    assert [kind for *_, kind in talk.kept] == ["day:2027-05-03"]
    assert talk.planned == ["start-day:2027-05-03"]


async def test_a_choice_of_few_is_answered_in_its_place(talk: Talk) -> None:
    """Which reminder it is replaces what was promised; a stale tap is told below."""
    promised = await talk.taps("wish:windkurs")
    chosen, stale = await talk.taps("lead:week:windkurs"), await talk.taps("lead:week:weg")

    assert (promised.in_place, chosen.in_place, stale.in_place) == (False, True, False)


async def test_the_same_tap_twice_is_one_wish(talk: Talk) -> None:
    """A message that is answered again after a crash changes nothing."""
    first = await talk.taps("wish:windkurs")
    kept, planned = talk.kept, talk.planned

    assert await talk.taps("wish:windkurs") == first
    assert (talk.kept, talk.planned) == (kept, planned)


async def test_a_date_that_is_today_is_not_promised(talk: Talk) -> None:
    """The fair is on this very day."""
    reply = await talk.taps("wish:jobmesse")

    assert "zu nah dran" in plain_text(reply)
    assert talk.kept == []


async def test_what_was_wished_is_listed_and_ended(talk: Talk) -> None:
    """By its own button, with all that waits; other chats go on."""
    await talk.taps("wish:windkurs")
    await talk.taps("wish:imkerkurs")
    await talk.taps("wish:windkurs", chat="d")
    listed = await talk.taps("q:my-reminders")
    ended = await talk.taps("end:windkurs")

    assert "• Wind course" not in plain_text(listed)
    assert "• Windkurs – Montag, 3. Mai 2027" in plain_text(listed)
    assert [choice.data for choice in listed.choices] == ["end:windkurs", "end:imkerkurs", "end:"]
    assert "„Windkurs“ melde ich mich nicht mehr" in plain_text(ended)
    assert {chat: topic for chat, topic, *_ in talk.kept} == {"c": "imkerkurs", "d": "windkurs"}
    assert {note.chat for note in talk.shelf.outbox.notes.values()} == {"d"}


async def test_everything_ends_with_one_tap(talk: Talk) -> None:
    """And then there is nothing to list."""
    await talk.taps("wish:windkurs")
    await talk.taps("wish:imkerkurs")
    await talk.taps("end:")

    assert talk.kept == []
    assert "nichts bestellt" in plain_text(await talk.taps("q:my-reminders"))


async def test_sentences_do_what_buttons_do(talk: Talk) -> None:
    """Typed, in one's own words, and without a name while the course is talked about."""
    await talk.types("was kostet der windkurs")
    await talk.types("erinner mich dran")
    kept = talk.kept
    await talk.types("erinner mich nicht mehr an den windkurs")

    assert {topic for _, topic, *_ in kept} == {"windkurs"}
    assert talk.kept == []


async def test_a_wish_keeps_the_language_it_was_made_in(talk: Talk) -> None:
    """So that what comes later comes in that language."""
    await talk.types("when does the beekeeping course start")
    await talk.taps("wish:imkerkurs")

    assert [each.language for each in talk.shelf.subscriptions.kept.values()] == ["en"]


async def test_without_a_place_to_keep_wishes_that_is_said() -> None:
    """In the terminal nobody can be written to later."""
    conversation = Conversation(the_brain(), MemoryStore())
    replies = [await conversation.turn(Message("c", choice=data), NOW) for data in ("wish:windkurs", "end:", "q:my-reminders")]

    assert all("Auf Telegram geht das." in plain_text(reply) for reply in replies)


async def test_after_a_crisis_nobody_is_asked_for_a_reminder(talk: Talk) -> None:
    """The bell is back in the turn after that."""
    await talk.types("mir ist alles zu viel")
    following = await talk.types("wann startet der imkerkurs")
    talk.now += timedelta(minutes=1)
    later = await talk.types("wann startet der imkerkurs")

    assert "Sorgentelefon" in plain_text(following)
    assert not [choice for choice in following.choices if choice.data.startswith("wish:")]
    assert [choice for choice in later.choices if choice.data.startswith("wish:")]


async def test_where_nothing_can_be_told_later_nothing_is_offered() -> None:
    """No bell under dates; who asks for one hears so, and what is known instead."""
    conversation = Conversation(the_brain(), MemoryStore())
    here = conversation.say("de", "wish-not-here")

    async def said(text: str) -> Reply:
        return await conversation.turn(Message("c", text=text), NOW)

    dates, vague = await said("wann startet der imkerkurs"), await said("erinner mich vielleicht irgendwann mal")
    tapped = await conversation.turn(Message("c", choice="q:notify-me:imkerkurs"), NOW)

    assert not [choice for reply in (dates, vague, tapped) for choice in reply.choices if choice.data.startswith("wish:")]
    assert here in plain_text(vague)
    assert here in plain_text(tapped)
