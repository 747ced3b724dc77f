"""Puts every test sentence of the intents and every crisis example to the brain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.answers.dates import BERLIN
from bot.conversation.brain import Brain
from bot.conversation.turn import answer
from bot.model.context import fresh
from bot.model.crisis import HARMLESS
from bot.model.intents import LANGUAGE, Intent, TestSentence
from bot.model.message import Message
from bot.model.values import Language

_TOP = 3


@dataclass(frozen=True, slots=True)
class Tried:
    """How one test sentence of an intent fared: the intents that were ranked, best first, and who has it in the end.

    ``thief`` is the other intent that is answered; where none is answered, the one ranked before its own.
    """

    intent: str
    sentence: str
    ranked: tuple[str, ...]
    thief: str | None = None

    @property
    def is_first(self) -> bool:
        """Tell whether the intent won."""
        return self.ranked[:1] == (self.intent,)

    @property
    def is_near(self) -> bool:
        """Tell whether the intent is among the first three."""
        return self.intent in self.ranked[:_TOP]


@dataclass(frozen=True, slots=True)
class Slip:
    """A sentence that was read wrongly: the intent (or crisis kind) it stands under and what was read."""

    under: str
    sentence: str
    read_as: str


Progress = Callable[[], object]
"""Told of each step."""


def silent() -> None:
    """Tell nobody."""


def tried(brain: Brain, today: date, progress: Progress = silent) -> Iterator[Tried]:
    """Yield how each test sentence fares that opens a talk at noon; each is a step."""
    now = datetime.combine(today, time(12), BERLIN)
    for intent in brain.catalogue.intents.values():
        for language, sentence in sentences_of(intent):
            turn = answer(brain, Message("", text=sentence.ask), fresh(language, now), now)
            ranked = tuple(candidate.intent for candidate in turn.reading.ranked) if turn.reading else ()
            progress()
            yield Tried(intent.id, sentence.ask, ranked, _thief(intent, turn.reply.intent, ranked, brain))


def _thief(intent: Intent, answered: str | None, ranked: tuple[str, ...], brain: Brain) -> str | None:
    """Return who takes a sentence from *intent*: without a topic another question may be answered in its place.

    What sets a language is answered as what speaks of languages.
    """
    own = {intent.id, intent.without_topic, LANGUAGE if intent.answer.language else intent.id}
    if answered in own:
        return None
    if answered in brain.catalogue.intents:
        return answered
    return next((first for first in ranked[:1] if first != intent.id), None if ranked else "nichts")


def sentences_of(intent: Intent) -> Iterable[tuple[Language, TestSentence]]:
    """Return the intent's test sentences with their languages."""
    return ((language, sentence) for language, sentences in intent.tests.items() for sentence in sentences)


def strayed(brain: Brain, today: date) -> Iterator[Slip]:
    """Yield the sentences of ``not_this`` that their intent answers all the same, opening a talk at noon."""
    now = datetime.combine(today, time(12), BERLIN)
    for intent in brain.catalogue.intents.values():
        for language, entries in intent.not_this.items():
            for sentence in (sentence for entry in entries for sentence in entry):
                if answer(brain, Message("", text=sentence), fresh(language, now), now).reply.intent == intent.id:
                    yield Slip(intent.id, sentence, intent.id)


def missed_crises(brain: Brain, progress: Progress = silent) -> Iterator[Slip]:
    """Yield the crisis examples that are not recognised though they were taught, or harmless ones that are; each is a step."""
    for kind, by_language in brain.catalogue.crisis.examples.items():
        for sentence in (sentence for sentences in by_language.values() for sentence in sentences):
            progress()
            if brain.crisis.notices(sentence) == (kind == HARMLESS):
                yield Slip(kind, sentence, brain.crisis.detect(sentence) or HARMLESS)


def false_alarms(brain: Brain, progress: Progress = silent) -> Iterator[Slip]:
    """Yield the examples and test sentences of intents that are taken for a crisis; each intent is a step."""
    for intent in brain.catalogue.intents.values():
        progress()
        examples = [example for texts in intent.examples.values() for example in texts]
        for sentence in (*examples, *(sentence.ask for _, sentence in sentences_of(intent))):
            if found := brain.crisis.detect(sentence):
                yield Slip(intent.id, sentence, found)
