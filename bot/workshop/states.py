"""A state of the files, and how it answers its test sentences: asked once, and kept as long as nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime

from pydantic import TypeAdapter

from bot.conversation.turn import Conversation
from bot.model.catalogue import Catalogue
from bot.model.message import Message
from bot.model.reply import Reply, SourceNote, plain_text
from bot.workshop.difference import Answered, Question, Tests
from bot.workshop.remembered import Remembered
from bot.workshop.sentences import sentences_of

Bar = Callable[[str, int], AbstractContextManager[Callable[[], object]]]
"""Shows how far something is: what it is and how many steps it has; gives what is called after each step."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of a state: its test sentences with their intents, what it answered, and a word about its files."""

    tests: tuple[tuple[Question, str], ...]
    answers: tuple[tuple[Question, Answered], ...]
    hint: str


_KNOWN: TypeAdapter[Known] = TypeAdapter(Known)


@dataclass
class State:
    """One state of the files.

    ``build`` reads it and returns who answers, with a word for staff where something in the files is wrong; it is
    called only for what was never asked. ``of`` is all the answers depend on, kept in ``remembered``.
    """

    build: Callable[[], tuple[Conversation, str]]
    remembered: Remembered
    of: tuple[object, ...]
    now: datetime
    _known: Known | None = None
    _conversation: Conversation | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Look up what is kept."""
        self._known = self.remembered.load("answers", (*self.of, self.now), _KNOWN)

    @property
    def tests(self) -> Tests:
        """Its own test sentences."""
        return dict(self._found().tests)

    @property
    def hint(self) -> str:
        """A word for staff where something in its files is wrong."""
        return self._found().hint

    async def answers(self, questions: Iterable[Question], bar: Bar) -> Mapping[Question, Answered]:
        """Return how it answers *questions*, each in a talk of its own."""
        known = self._found()
        answers = dict(known.answers)
        if missing := [question for question in questions if question not in answers]:
            with bar("Testsätze fragen", len(missing)) as step:
                for question in missing:
                    answers[question] = await self._answer(question)
                    step()
            self._known = Known(known.tests, tuple(answers.items()), known.hint)
            self.remembered.save("answers", (*self.of, self.now), _KNOWN, self._known)
        return answers

    def _found(self) -> Known:
        if self._known is None:
            conversation, hint = self._opened()
            self._known = Known(tuple(_tests(conversation.brain.catalogue).items()), (), hint)
        return self._known

    def _opened(self) -> tuple[Conversation, str]:
        conversation, hint = self.build()
        self._conversation = conversation
        return conversation, hint

    async def _answer(self, question: Question) -> Answered:
        conversation = self._conversation or self._opened()[0]
        chat = f"{question.language}:{question.sentence}"
        message = Message(chat, text=question.sentence, language_code=question.language)
        return _answered(await conversation.turn(message, self.now), conversation.brain.catalogue)


def _tests(catalogue: Catalogue) -> Tests:
    found: dict[Question, str] = {}
    for intent in catalogue.intents.values():
        for language, each in sentences_of(intent):
            found.setdefault(Question(language, each.ask), intent.id)
    return found


def _answered(reply: Reply, catalogue: Catalogue) -> Answered:
    buttons = " ".join(f"[{choice.label}]" for choice in reply.choices)
    sources = "\n".join(block.text for block in reply.blocks if isinstance(block, SourceNote))
    said = replace(reply, blocks=tuple(block for block in reply.blocks if not isinstance(block, SourceNote)))
    intent = catalogue.intents.get(reply.intent or "")
    is_list = intent is not None and intent.answer.list is not None
    return Answered(reply.intent or "", reply.topics, plain_text(said), sources, buttons, is_list)
