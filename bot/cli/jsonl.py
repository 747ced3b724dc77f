"""Questions as JSON lines, answers as JSON lines: one for one, in order.

In: ``{"id", "question", "chat"}``, or ``choice`` (the data of a button) in place of ``question``; a question
like ``/start`` is that command.
Out: ``{"id", "text", "buttons", "intent", "topics", "confidence"}``, or ``{"id", "error"}``.
Lines of the same ``chat`` are one talk; without it each line stands alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import structlog
from pydantic_core import from_json

from bot.conversation.turn import Conversation
from bot.errors import BotError
from bot.model.choices import set_language
from bot.model.message import Message
from bot.model.reply import Choice, Link, Reply, plain_text
from bot.service.commands import typed
from bot.service.ports import Clock

LONGEST = 1 << 20
"""Bytes a line may have."""


class BadLine(BotError):
    """A line that is no question; ``id`` is the one it carries, as far as that can be told."""

    def __init__(self, sentence: str, identifier: object = None) -> None:
        """Keep what to say and to whom."""
        super().__init__(sentence)
        self.id = identifier


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of *stream* as they come; of one that is too long only its beginning."""
    while raw := stream.readline(LONGEST + 1):
        if len(raw) > LONGEST:
            _skip_rest(stream, raw)
        yield raw


def _skip_rest(stream: BinaryIO, part: bytes) -> None:
    while part and not part.endswith(b"\n"):
        part = stream.readline(LONGEST)


class LineAnswerer:
    """Answers lines, whatever is in them."""

    def __init__(self, conversation: Conversation, clock: Clock, language: str | None) -> None:
        """Answer in *language* throughout, or without it in the language of each question."""
        self._conversation = conversation
        self._clock = clock
        self._language = language
        self._begun: set[str] = set()

    async def answer(self, raw: bytes, number: int) -> bytes:
        """Return the answer to line *number* as a line of JSON; never raises."""
        identifier: object = None
        try:
            identifier, message = read_line(raw, number)
            told = {"id": identifier, **answered(await self._turn(message))}
        except BadLine as bad:
            told = {"id": bad.id, "error": str(bad)}
        except Exception:  # noqa: BLE001 - the other lines want their answers
            structlog.get_logger().exception("turn_failed")
            told = {"id": identifier, "error": "Bei dieser Frage ist im Bot etwas schiefgegangen."}
        return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n"

    async def _turn(self, message: Message) -> Reply:
        if self._language and message.chat not in self._begun:
            self._begun.add(message.chat)
            chosen = Message(message.chat, choice=set_language(self._language))
            await self._conversation.turn(chosen, self._clock())
        return await self._conversation.turn(message, self._clock())


def answered(reply: Reply) -> dict[str, object]:
    """Return a reply as the fields of an answer line."""
    return {
        "text": plain_text(reply),
        "buttons": list(_buttons(reply)),
        "intent": reply.intent,
        "topics": list(reply.topics),
        "confidence": reply.confidence,
    }


def _buttons(reply: Reply) -> Iterator[Mapping[str, str]]:
    for block in reply.blocks:
        match block:
            case Link(label, url):
                yield {"text": label, "url": url}
            case Choice(label, data):
                yield {"text": label, "data": data}


def read_line(raw: bytes, number: int) -> tuple[object, Message]:
    """Return the id and the message of a line; raises `BadLine`."""
    fields = fields_of(raw)
    identifier = fields.get("id")
    question, choice = text_in(fields, "question"), text_in(fields, "choice")
    if (question is None) == (choice is None):
        raise BadLine("Die Zeile braucht entweder question oder choice.", identifier)
    chat = _chat(fields, number)
    return identifier, Message(chat, choice=choice) if question is None else typed(chat, question)


def fields_of(raw: bytes) -> Mapping[str, object]:
    """Return what a line says; raises `BadLine` where it is too long or no JSON object."""
    if len(raw) > LONGEST:
        raise BadLine("Die Zeile ist länger als 1 MiB.")
    if not raw.strip():
        raise BadLine("Die Zeile ist leer.")
    try:
        fields: object = from_json(raw.removeprefix(b"\xef\xbb\xbf"), allow_inf_nan=False)
    except ValueError:
        raise BadLine("Die Zeile ist kein gültiges JSON in UTF-8.") from None
    if not isinstance(fields, dict):
        raise BadLine("Die Zeile muss ein JSON-Objekt sein: {…}.")
    return fields


def text_in(fields: Mapping[str, object], name: str) -> str | None:
    """Return the text under *name*, None where there is none; raises `BadLine` for anything else."""
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise BadLine(f"{name} muss ein Text sein.", fields.get("id"))
    return value


def _chat(fields: Mapping[str, object], number: int) -> str:
    chat = fields.get("chat")
    if chat is None:
        return f"line:{number}"
    if isinstance(chat, bool) or not isinstance(chat, str | int):
        raise BadLine("chat muss ein Text oder eine Zahl sein.", fields.get("id"))
    return f"chat:{chat}"
