"""One talk in the terminal: what a typed line means, and what comes back.

A line is a question, the number of a button, or a command. Commands are those of every channel
(`bot.service.commands`) and three of the terminal's own: ``/why``, ``/heute`` and ``/ende``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import structlog

from bot.answers.dates import local_day, say_day
from bot.channels.terminal.why import explain
from bot.conversation.turn import Conversation, Turn
from bot.errors import BotError
from bot.model.choices import set_language
from bot.model.message import Message
from bot.model.reply import Reply
from bot.service.clocks import clock_of, day_of
from bot.service.commands import commanded
from bot.service.ports import Clock

CHAT = "terminal"
END = frozenset({"ende", "end", "exit", "quit"})
WHY = frozenset({"why", "warum"})
TODAY = frozenset({"heute", "today"})

_COMMAND = re.compile(r"/(?P<name>\w{1,32})(?:\s+(?P<rest>.*))?$")
_NUMBER = re.compile(r"\[?(-?\d{1,2})[\].)]?")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence of the terminal itself, not an answer."""

    text: str


class Talk:
    """A talk with one person; remembers the last turn, for buttons and ``/why``."""

    def __init__(self, conversation: Conversation, clock: Clock, language: str | None = None) -> None:
        """Talk in *language* throughout, or without it in the one people write in."""
        self._conversation = conversation
        self._clock = clock
        self._fixed = language
        self._turn: Turn | None = None
        self._asked = Message(CHAT)
        self._begun = False

    @property
    def language(self) -> str:
        """The language the talk is in."""
        return self._turn.context.language if self._turn else self._fixed or "de"

    def say(self, key: str, **arguments: str) -> str:
        """Return one of the terminal's own sentences."""
        return self._conversation.say(self.language, f"terminal-{key}", **arguments)

    async def hear(self, line: str) -> Reply | Remark | None:
        """Return what a typed line leads to; None where it ends the talk."""
        line = line.strip()
        command = _COMMAND.fullmatch(line)
        if command is None:
            return await self._heard(line)
        name, rest = command["name"].lower(), command["rest"] or ""
        if name in END:
            return None
        if name in WHY:
            return self._why()
        if name in TODAY:
            return self._set_day(rest)
        return await self._take(commanded(CHAT, name, rest))

    async def _heard(self, line: str) -> Reply | Remark:
        number = _NUMBER.fullmatch(line)
        if number is None:
            return await self._take(Message(CHAT, text=line))
        offered = self._turn.context.offered if self._turn else ()
        position = int(number[1])
        if 0 < position <= len(offered):
            return await self._take(Message(CHAT, choice=offered[position - 1]))
        if self._is_on_a_button(number[1]):
            return await self._take(Message(CHAT, text=line))
        return Remark(self.say("no-choice", number=number[1]))

    def _is_on_a_button(self, number: str) -> bool:
        """Tell whether a label bears the *number*: "10" means "10. Klasse"."""
        shown = self._turn.reply.choices if self._turn else ()
        return any(number in _DIGITS.findall(choice.label) for choice in shown)

    async def _take(self, message: Message) -> Reply | Remark:
        """Take a turn; one that breaks is told to the person and logged."""
        try:
            await self._begin()
            self._asked = message
            self._turn = await self._conversation.explained_turn(message, self._clock())
        except BotError as error:
            return Remark(str(error))
        except Exception:  # noqa: BLE001 - the talk goes on
            structlog.get_logger().exception("turn_failed")
            return Remark(self._conversation.say(self.language, "notice-failed"))
        return self._turn.reply

    async def _begin(self) -> None:
        """Fix the language before the first turn, as if it had been chosen."""
        if self._fixed and not self._begun:
            await self._conversation.turn(Message(CHAT, choice=set_language(self._fixed)), self._clock())
        self._begun = True

    def _why(self) -> Remark:
        if self._turn is None:
            return Remark(self.say("no-why"))
        return Remark(explain(self._turn, self._conversation.brain, self._asked.text or "", self._clock()))

    def _set_day(self, text: str) -> Remark:
        if not text.strip():
            return Remark(self.say("which-day", day=say_day(local_day(self._clock()), self.language)))
        try:
            day = day_of(text)
        except ValueError:
            return Remark(self.say("bad-day", text=text.strip()))
        self._clock = clock_of(day)
        return Remark(self.say("day", day=say_day(day, self.language)))
