"""What people can see of what is kept about them, and how they have it deleted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from bot.conversation.brain import Brain
from bot.conversation.privacy import copy_of
from bot.conversation.turn import Conversation
from bot.model.choices import CANCEL, FORGET, FORGET_ALL, KEPT, ask, set_language
from bot.model.kept import Operator
from bot.model.message import Message
from bot.model.reply import Reply, plain_text
from bot.service.commands import COMMANDS
from bot.store import Kept, MemoryStore, Note, Subscription
from tests.builders import NOW, a_context

pytestmark = pytest.mark.asyncio


@dataclass
class Chat:
    """One person's talk."""

    brain: Brain
    memory: MemoryStore = field(default_factory=MemoryStore)

    async def taps(self, data: str) -> Reply:
        """Tap a button or send a command."""
        return await Conversation(self.brain, self.memory).turn(Message("telegram:7", choice=data), NOW)

    async def says(self, text: str) -> Reply:
        """Write something."""
        return await Conversation(self.brain, self.memory).turn(Message("telegram:7", text=text), NOW)


@pytest.fixture
def chat(small_brain: Brain) -> Chat:
    """Begin a talk."""
    return Chat(small_brain)


async def test_a_copy_shows_what_is_kept(chat: Chat) -> None:
    """What is talked about by its title, the chosen language, when somebody wrote, and how to delete it."""
    await chat.taps(set_language("de"))
    await chat.says("wann startet der schweißkurs")
    copy = await chat.taps(KEPT)

    text = plain_text(copy)
    assert "Nummer des Chats, damit die Antwort ankommt: 7" in text
    assert "Zuletzt geschrieben: 04.03.2027, 13:00" in text
    assert "Worum es gerade geht, 30 Minuten lang: Schweißkurs" in text
    assert "Festgelegte Sprache: Deutsch" in text
    assert [choice.data for choice in copy.choices] == [FORGET]


async def test_of_a_stranger_nothing_is_kept(chat: Chat) -> None:
    """And that is what is said."""
    assert "nichts gespeichert" in plain_text(await chat.taps(KEPT))


@pytest.mark.parametrize("yes", ["ja", "Ja bitte", FORGET_ALL])
async def test_everything_is_deleted_after_a_yes(chat: Chat, yes: str) -> None:
    """Tapped or typed; not even the language is left, and nothing of the deleting itself."""
    await chat.taps(set_language("en"))
    await chat.taps(set_language("de"))
    await chat.says("wann startet der schweißkurs")
    asked = await chat.taps(FORGET)
    before = await chat.memory.load("telegram:7")
    done = await (chat.taps(yes) if yes == FORGET_ALL else chat.says(yes))

    assert asked.choices[0].data == FORGET_ALL
    assert before is not None
    assert "Alles gelöscht" in plain_text(done)
    assert await chat.memory.kept("telegram:7") == Kept()


@pytest.mark.parametrize("no", ["keep", "nein", CANCEL])
async def test_without_a_yes_nothing_is_deleted(chat: Chat, no: str) -> None:
    """The question alone changes nothing."""
    await chat.taps(set_language("de"))
    await chat.taps(FORGET)
    await (chat.says(no) if no == "nein" else chat.taps(no))
    left = await chat.memory.load("telegram:7")

    assert left is not None
    assert left.language_fixed


async def test_deleting_twice_is_no_trouble(chat: Chat) -> None:
    """An answer that is given again after a crash finds nothing left."""
    await chat.taps(FORGET_ALL)

    assert "Alles gelöscht" in plain_text(await chat.taps(FORGET_ALL))


async def test_a_yes_to_something_else_deletes_nothing(chat: Chat) -> None:
    """Only right after the question it means that."""
    await chat.taps(FORGET)
    await chat.says("wann startet der schweißkurs")
    await chat.says("ja")

    assert await chat.memory.load("telegram:7") is not None


async def test_a_copy_leaves_out_nothing(small_brain: Brain) -> None:
    """Wishes, what is planned and was told, a path, waiting messages: each has its line, in both languages."""
    note = Note("1", "telegram:7", "schweisskurs", "start", "de", NOW, NOW + timedelta(days=1))
    kept = Kept(
        replace(a_context("schweisskurs", "gone"), path="old-path", language_fixed=True), NOW,
        (Subscription("telegram:7", "schweisskurs", "news", "de"),), (note,), (note,), waiting=3,
    )

    @dataclass
    class Full(MemoryStore):
        def __post_init__(self) -> None:
            super().__init__()

        async def kept(self, chat: str) -> Kept:
            return kept

    for language, words in (("de", ("Weg: old-path", "Bescheid sagen zu: Schweißkurs", "Geplante Nachricht am", "Schon Bescheid", "warten: 2")),
                            ("en", ("Path you began: old-path", "let you know about: Welding course", "planned for", "Already told", "answer: 2"))):
        talk = Conversation(small_brain, Full())
        text = plain_text(await talk.turn(Message("telegram:7", choice=KEPT, language_code=language), NOW))
        assert all(word in text for word in words), text
        assert "gone" in text


async def test_the_message_that_asks_is_not_counted() -> None:
    """It is answered in this moment."""
    assert copy_of("telegram:7", Kept(waiting=1)).waiting == 0
    assert not copy_of("telegram:7", Kept(waiting=1))


@pytest.mark.parametrize(
    ("operator", "said"),
    [
        (None, "Betreiber nicht eingetragen"),
        (Operator("Schulnetz"), "Betrieben von Schulnetz."),
        (Operator("Schulnetz e. V."), "Betrieben von Schulnetz e. V.\n"),
        (Operator("Schulnetz", "hallo@example.org"), "Kontakt: hallo@example.org"),
    ],
)
async def test_the_privacy_text_says_who_runs_the_bot(small_brain: Brain, operator: Operator | None, said: str) -> None:
    """Or that nobody entered it."""
    brain = replace(small_brain, composer=replace(small_brain.composer, operator=operator))
    reply = await Conversation(brain, MemoryStore()).turn(Message("x", choice=ask("privacy")), NOW)

    assert said in f"{plain_text(reply)}\n"


async def test_the_commands_are_there_in_every_channel() -> None:
    """The three that the law of privacy names."""
    assert [COMMANDS[name] for name in ("privacy", "auskunft", "loeschen")] == [ask("privacy"), KEPT, FORGET]
