"""Which test sentences are answered otherwise by another state of the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.conversation.turn import Conversation
from bot.model.catalogue import Catalogue
from bot.model.choices import set_language
from bot.model.message import Message
from bot.model.reply import Reply, plain_text
from bot.workshop.sentences import sentences_of

Question = tuple[str, str]
"""Language and sentence."""


@dataclass(frozen=True, slots=True)
class Answered:
    """How a state answered: the question it read, about which topics, and the text."""

    intent: str
    topics: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One sentence that two states answer otherwise."""

    language: str
    sentence: str
    old: Answered
    new: Answered

    @property
    def is_read_otherwise(self) -> bool:
        """Tell whether another question or topic was understood, not only another text said."""
        return (self.old.intent, self.old.topics) != (self.new.intent, self.new.topics)


def sentences_to_ask(*catalogues: Catalogue) -> tuple[Question, ...]:
    """Return the test sentences of all *catalogues*, each once."""
    intents = (intent for catalogue in catalogues for intent in catalogue.intents.values())
    asked = ((language, each.ask) for intent in intents for language, each in sentences_of(intent))
    return tuple(dict.fromkeys(asked))


async def differences(old: Conversation, new: Conversation, asked: Iterable[Question], now: datetime) -> tuple[Difference, ...]:
    """Ask both states each sentence in a talk of its own and return where they differ."""
    found: list[Difference] = []
    for language, sentence in asked:
        before, after = await _answer(old, language, sentence, now), await _answer(new, language, sentence, now)
        if before != after:
            found.append(Difference(language, sentence, before, after))
    return tuple(found)


async def _answer(conversation: Conversation, language: str, sentence: str, now: datetime) -> Answered:
    chat = f"{language}:{sentence}"
    await conversation.turn(Message(chat, choice=set_language(language)), now)
    return _answered(await conversation.turn(Message(chat, text=sentence), now))


def _answered(reply: Reply) -> Answered:
    buttons = " ".join(f"[{choice.label}]" for choice in reply.choices)
    return Answered(reply.intent or "", reply.topics, f"{plain_text(reply)}\n{buttons}".strip())


def in_words(found: Iterable[Difference]) -> Iterator[str]:
    """Yield what differs, sentence by sentence; those that are read otherwise first."""
    for each in sorted(found, key=lambda one: not one.is_read_otherwise):
        yield f"«{each.sentence}» ({each.language})"
        if each.is_read_otherwise:
            yield f"  vorher: {_read_as(each.old)}"
            yield f"  jetzt:  {_read_as(each.new)}"
        else:
            yield from _changed_lines(each)
        yield ""


def _read_as(answered: Answered) -> str:
    return " · ".join((answered.intent or "nicht verstanden", *answered.topics))


def _changed_lines(each: Difference) -> Iterator[str]:
    old, new = each.old.text.splitlines(), each.new.text.splitlines()
    yield from (f"  − {line}" for line in old if line not in new)
    yield from (f"  + {line}" for line in new if line not in old)
