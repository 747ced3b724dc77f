"""What a typed line leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.answers.dates import local_day, say_day
from bot.channels.terminal import Talk
from bot.channels.terminal.talk import Remark
from bot.conversation.brain import Brain
from bot.conversation.turn import Conversation, Turn
from bot.errors import BotError
from bot.model.message import Message
from bot.model.reply import Choice, Reply, plain_text
from bot.service.clocks import clock_of
from bot.store import MemoryStore

pytestmark = pytest.mark.asyncio
NOW = clock_of(date(2026, 11, 22))


class Recording(Conversation):
    """A conversation that remembers what it was told and when; breaks where *fault* is set."""

    def __init__(self, brain: Brain, fault: Exception | None = None) -> None:
        super().__init__(brain, MemoryStore())
        self.told: list[Message] = []
        self.days: list[date] = []
        self.fault = fault

    async def explained_turn(self, message: Message, now: datetime) -> Turn:
        """Note the message, then answer or break."""
        self.told.append(message)
        self.days.append(local_day(now))
        if self.fault:
            raise self.fault
        return await super().explained_turn(message, now)


@pytest.fixture
def talk(small_brain: Brain) -> Talk:
    """Begin a talk."""
    return Talk(Conversation(small_brain, MemoryStore()), NOW)


async def said(talk: Talk, line: str) -> str:
    """Return what is shown after *line*."""
    heard = await talk.hear(line)
    assert heard is not None
    return heard.text if isinstance(heard, Remark) else plain_text(heard)


async def test_a_number_taps_the_button(small_brain: Brain) -> None:
    """The second choice of the last reply is what 2 means, also written [2] or 2."""
    for typed in ("2", "[2]", "2."):
        conversation = Recording(small_brain)
        talk = Talk(conversation, NOW)
        reply = await talk.hear("was ist der schweißkurs")
        assert isinstance(reply, Reply)

        await talk.hear(typed)

        assert conversation.told[-1].choice == reply.choices[1].data


@pytest.mark.parametrize("number", ["0", "9", "99", "-1"])
async def test_a_number_without_a_button_is_told(talk: Talk, number: str) -> None:
    """There are only as many buttons as were shown."""
    assert f"Knopf {number}" in await said(talk, number)
    await talk.hear("was ist der schweißkurs")

    assert f"Knopf {number}" in await said(talk, number)


class AskingForTheClass(Recording):
    """A conversation that always asks for the class."""

    async def explained_turn(self, message: Message, now: datetime) -> Turn:
        """Put the class on the first button."""
        turn = await super().explained_turn(message, now)
        return replace(turn, reply=replace(turn.reply, blocks=(Choice("10. Klasse", "q:dates:schweisskurs"),)))


async def test_a_number_that_stands_on_a_button_is_an_answer(small_brain: Brain) -> None:
    """Asked "in welcher Klasse bist du", 10 is the class and not a tenth button."""
    conversation = AskingForTheClass(small_brain)
    talk = Talk(conversation, NOW)
    await talk.hear("was ist der schweißkurs")

    await talk.hear("10")

    assert conversation.told[-1] == Message("terminal", text="10")
    assert "Knopf 11" in await said(talk, "11")


async def test_long_numbers_are_questions(small_brain: Brain) -> None:
    """Nobody has a hundred buttons: 116111 is read, not tapped."""
    conversation = Recording(small_brain)
    await Talk(conversation, NOW).hear("116111")

    assert conversation.told == [Message("terminal", text="116111")]


@pytest.mark.parametrize("line", ["/ende", "/ENDE", "  /exit  ", "/quit"])
async def test_the_talk_ends_when_asked(talk: Talk, line: str) -> None:
    """Several words end it, in any case."""
    assert await talk.hear(line) is None


@pytest.mark.parametrize(
    ("line", "choice"),
    [("/start", "q:greeting"), ("/start schweisskurs", "start:schweisskurs"), ("/help", "q:abilities"), ("/privacy", "q:privacy"), ("/Sprache", "q:language"),
     ("/abbrechen", "cancel")],
)
async def test_commands_do_what_they_do_on_telegram(small_brain: Brain, line: str, choice: str) -> None:
    """The shared commands are choices like those of buttons."""
    conversation = Recording(small_brain)
    await Talk(conversation, NOW).hear(line)

    assert conversation.told == [Message("terminal", choice=choice)]


async def test_an_unknown_command_is_told(talk: Talk) -> None:
    """A mistyped command is no question."""
    assert "Befehl" in await said(talk, "/strat")


async def test_a_path_is_no_command(small_brain: Brain) -> None:
    """Only one word after the slash makes a command."""
    conversation = Recording(small_brain)
    await Talk(conversation, NOW).hear("/a/b ist das ein kurs")

    assert conversation.told[0].text == "/a/b ist das ein kurs"


async def test_the_day_can_be_set(small_brain: Brain) -> None:
    """After /heute the talk goes on at noon of that day."""
    conversation = Recording(small_brain)
    talk = Talk(conversation, NOW)

    assert "4. März 2027" in await said(talk, "/heute 2027-03-04")
    await talk.hear("wann startet der schweißkurs")

    assert conversation.days == [date(2027, 3, 4)]


async def test_without_a_day_it_is_told_which_one_it_is(small_brain: Brain) -> None:
    """And how another is set; the clock stays."""
    talk = Talk(Recording(small_brain), NOW)

    heard = await said(talk, "/heute")
    assert (say_day(local_day(NOW()), "de") in heard, "/heute 2027-03-01" in heard) == (True, True)
    assert "„“" not in heard


@pytest.mark.parametrize("day", ["morgen", "31.2.2027"])
async def test_a_day_that_is_none_is_told(talk: Talk, day: str) -> None:
    """The example shows how to write it, and the clock stays."""
    assert "2027-03-01" in await said(talk, f"/heute {day}")


async def test_why_needs_a_question_first(talk: Talk) -> None:
    """Before the first turn there is nothing to explain."""
    assert "Stell zuerst eine Frage" in await said(talk, "/why")


async def test_why_tells_repair_mention_and_rivals(talk: Talk) -> None:
    """The reasons of the last answer: what was mended, what was recognised, what came close."""
    await talk.hear("wan startet der schweiskurs")
    reasons = await said(talk, "/warum")

    assert "schweiskurs → schweisskurs" in reasons
    assert "«Schweißkurs» (schweisskurs)" in reasons
    assert "«Wann?» (dates), Sicherheit" in reasons
    assert "Knapp dahinter" in reasons


async def test_why_after_a_button_says_that_it_was_one(talk: Talk) -> None:
    """A tap has no reading."""
    await talk.hear("/start")

    assert "Knopf oder Befehl" in await said(talk, "/why")


async def test_why_after_a_crisis_names_the_rules(talk: Talk) -> None:
    """A crisis is decided before anything is read."""
    await talk.hear("ich will nicht mehr leben")

    assert "Notlage" in await said(talk, "/why")


async def test_a_chosen_language_stays(small_brain: Brain) -> None:
    """With a language fixed, German questions are answered in it too."""
    talk = Talk(Conversation(small_brain, MemoryStore()), NOW, "en")

    assert "You learn to weld." in await said(talk, "was ist der schweißkurs")
    assert talk.language == "en"


@pytest.mark.parametrize(
    ("fault", "expected"),
    [(lambda: ValueError("geheim"), "schiefgegangen"), (lambda: BotError("Der Text «x» fehlt."), "Der Text «x» fehlt.")],
)
async def test_a_turn_that_breaks_does_not_end_the_talk(
    small_brain: Brain, fault: Callable[[], Exception], expected: str
) -> None:
    """People get a sentence and can go on."""
    conversation = Recording(small_brain, fault())
    talk = Talk(conversation, NOW)

    heard = await said(talk, "was ist der schweißkurs")
    conversation.fault = None

    assert expected in heard
    assert "geheim" not in heard
    assert "Schweißen" in await said(talk, "was ist der schweißkurs")
