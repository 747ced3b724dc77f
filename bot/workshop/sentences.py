"""Puts every test sentence of the intents and every crisis example to the brain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Literal

from bot.answers.dates import BERLIN
from bot.conversation.brain import Brain
from bot.conversation.turn import Turn, answer, decide, finish
from bot.model.answerable import WHAT_IT_IS, can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context, fresh
from bot.model.crisis import HARMLESS
from bot.model.intents import LANGUAGE, Intent, TestSentence
from bot.model.message import Message
from bot.model.moves import AnswerIntent, AskWhich, Help, Move, NotKnown, OfferChoices, Remark
from bot.model.reply import Reply, Text
from bot.model.topics import type_of
from bot.model.values import Language

_TOP = 3
_FOREIGN = "out_of_scope"


Lost = Literal["stolen", "foreign", "asked back", "unknown", "remark", "distress", "no answer"]
"""What becomes of a sentence that does not reach its question.

Another question is answered, it is declined as foreign, asked back, not known, taken for no question or for
distress; or its question is understood and the entry it names has nothing on it.
"""

_FATES: tuple[tuple[tuple[type, ...], Lost], ...] = (
    ((Help,), "distress"),
    ((AskWhich, OfferChoices), "asked back"),
    ((NotKnown,), "unknown"),
    ((Remark,), "remark"),
)


@dataclass(frozen=True, slots=True)
class Tried:
    """How one test sentence of an intent fared: the intents that were ranked, best first, and what became of it if it was lost.

    ``instead`` is the intent that is answered or asked back for, where there is one, ``topic`` the entry that is spoken of.
    """

    intent: str
    sentence: str
    ranked: tuple[str, ...]
    lost: Lost | None = None
    instead: str | None = None
    topic: str | None = None

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
    """Yield how each test sentence fares that opens a talk at noon; each is a step.

    One that names no entry where its question needs one is said within a talk: it may reach its question there as well.
    """
    now = datetime.combine(today, time(12), BERLIN)
    for intent in brain.catalogue.intents.values():
        within = _talked_about(brain, intent)
        for language, sentence in sentences_of(intent):
            opening = _tried(brain, intent, sentence, fresh(language, now))
            names_none = sentence.topic is None and opening.topic is None
            if opening.lost and within and names_none:
                later = _tried(brain, intent, sentence, fresh(language, now).with_topics(within))
                opening = replace(opening, lost=None, instead=None) if later.lost is None else opening
            progress()
            yield opening


def _talked_about(brain: Brain, intent: Intent) -> str | None:
    """Return an entry that answers *intent*, where it needs one."""
    kinds = intent.needs.get("topic", ())
    topics = (topic for topic in brain.catalogue.topics.values() if topic.kind in kinds and can_answer(topic, intent))
    return next((topic.id for topic in topics), None)


def _tried(brain: Brain, intent: Intent, sentence: TestSentence, context: Context) -> Tried:
    said = sentence.ask
    turn, move = _turn(brain, said, context)
    ranked = tuple(candidate.intent for candidate in turn.reading.ranked) if turn.reading else ()
    topic = getattr(move, "topic", None)
    answered = _answered(brain.catalogue, move, turn.reply.intent, ranked)
    if _reaches(brain.catalogue, intent, move, answered) or _is_told(brain, intent, sentence.topic or topic, turn.reply, context):
        return Tried(intent.id, said, ranked, topic=topic)
    lost = _fate(brain.catalogue, intent, move, answered)
    if lost == "stolen" and topic is not None and topic == sentence.topic and not _has_answer(brain.catalogue, topic, intent):
        lost = "no answer"
    return Tried(intent.id, said, ranked, lost, answered, topic)


def _answered(catalogue: Catalogue, move: Move, answered: str | None, ranked: tuple[str, ...]) -> str | None:
    """Return the question that is answered; what is done rather than answered was understood as the first that was ranked."""
    if answered in catalogue.intents:
        return answered
    return None if isinstance(move, NotKnown | Remark | Help | OfferChoices) else next(iter(ranked), None)


def _is_told(brain: Brain, intent: Intent, topic: str | None, reply: Reply, context: Context) -> bool:
    """Tell whether *reply*, to whichever question, says too what *intent* says about the topic first."""
    about = brain.catalogue.topic(topic) if intent.needs else None
    if intent.answer.list or intent.answer.path or (intent.needs and not (about and can_answer(about, intent))):
        return False
    own = brain.composer.compose(AnswerIntent(intent.id, about.id if about else None), reply.language, context.touched.date())
    first = next((block.text for block in own.blocks if isinstance(block, Text)), "")
    return first != "" and any(first in block.text for block in reply.blocks if isinstance(block, Text))


def _has_answer(catalogue: Catalogue, topic: str, intent: Intent) -> bool:
    return "topic" not in intent.needs or can_answer(catalogue.topics[topic], intent)


def _turn(brain: Brain, said: str, context: Context) -> tuple[Turn, Move]:
    decided = decide(brain, Message("", text=said), context, context.touched)
    return finish(brain, decided, context.touched), decided.decision.move


def _reaches(catalogue: Catalogue, intent: Intent, move: Move, answered: str | None) -> bool:
    """Tell whether a sentence of *intent* is answered as it should be, or as well.

    Without a topic another question may stand in for it; what sets a language is answered as what speaks of languages; who is
    declined is declined, whichever refusal says so; who is to choose sees it; and one entry of a list may be all there is.
    """
    own = {intent.id, intent.without_topic or intent.id, LANGUAGE if intent.answer.language else intent.id}
    other = catalogue.intent(answered)
    if isinstance(move, OfferChoices):
        return any(choice in own for choice, _ in move.options)
    declined = other is not None and other.kind == intent.kind == _FOREIGN
    return answered in own or declined or _is_one_of_its_list(catalogue, intent, move)


def _is_one_of_its_list(catalogue: Catalogue, intent: Intent, move: Move) -> bool:
    """Tell whether what an entry is is told, which a list of *intent* would name."""
    listed, topic = intent.answer.list, catalogue.topic(getattr(move, "topic", None))
    told = isinstance(move, AnswerIntent) and move.intent in WHAT_IT_IS
    return told and listed is not None and topic is not None and topic.kind in listed.of and (
        not listed.types or type_of(topic) in listed.types
    )


def _fate(catalogue: Catalogue, intent: Intent, move: Move, answered: str | None) -> Lost:
    """Return what becomes of a sentence that does not reach its *intent*."""
    for kinds, lost in _FATES:
        if isinstance(move, kinds):
            return lost
    other = catalogue.intent(answered)
    return "foreign" if other and other.kind == _FOREIGN != intent.kind else "stolen"


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
