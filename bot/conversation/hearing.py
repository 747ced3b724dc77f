"""How a text is heard within a talk: as a whole, or its questions one by one, and in which language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial

from bot.conversation.brain import Brain
from bot.dialogue.chatting import is_hardly_meant, is_in_vain, surest_chat, surest_of_ours
from bot.dialogue.decisions import Decision
from bot.dialogue.leaning import returned_to
from bot.dialogue.pointing import counted
from bot.dialogue.several import TOGETHER, are_two_of_one, ask_of_one, decide_several
from bot.dialogue.tongues import in_language_of
from bot.language.fold import folded_words
from bot.language.framing import asks, denying, in_language, protesting, returning, unframed, without_excuse
from bot.language.questions import halves_of, questions_of, sayings_of
from bot.model.context import Context
from bot.model.moves import AnswerIntent, Remark
from bot.model.reading import Reading
from bot.model.values import Language, base_of

_HELD_DOWN = 3
"""A letter written so often is none of a word: it is stretched."""


def sentences_ahead(brain: Brain, text: str, context: Context, today: date) -> Sequence[str]:
    """Return the sentences that the encoder will be asked for to answer *text*."""
    return brain.reader.sentences(_read_together(text, _asked(brain, text, context, today)), today, context.language)


def _asked(brain: Brain, text: str, context: Context, today: date) -> tuple[str, ...]:
    """Return the questions of *text*; those of "Preis und Dauer vom Kurs" where only one half names something."""
    asked = questions_of(text)
    halves = halves_of(text) if len(asked) == 1 else None
    find = partial(brain.reader.named_in, today=today, language=context.language)
    return halves if halves and ask_of_one(halves, find) else asked


def _read_together(text: str, asked: Sequence[str]) -> tuple[str, ...]:
    """Return what may be read of a text with the questions *asked*: each, and the whole unless they are many."""
    return tuple(asked) if len(asked) > TOGETHER else (text, *asked) if len(asked) > 1 else (text,)


def heard(brain: Brain, text: str, context: Context, today: date) -> tuple[Reading, Decision]:
    """Return what to do about a text, and how it was read: its questions one by one where each is clear, else the whole."""
    text = _meant(brain, unframed(text), context, today)
    if wished := in_language(text):
        context, text = _wished(wished[0], context), wished[1]
    if again := returning(text):
        text, context = _returned(brain, *again, context, today)
    asked = _asked(brain, text, context, today)
    if len(asked) > 1 and (several := _several(brain, text, asked, context, today)):
        return several
    reading = read(brain, text, context, today)
    if _says_nothing(reading):
        return reading, Decision(Remark("empty"), context)
    context = in_language_of(reading, context)
    decision = brain.policy.on_reading(reading, context)
    return _chatting(brain, text, reading, decision, context, today) or (reading, decision)


def _chatting(
    brain: Brain, text: str, reading: Reading, decision: Decision, context: Context, today: date
) -> tuple[Reading, Decision] | None:
    """Return what to do about the part of a text that counts: small talk where the whole means nothing, else what is ours.

    Within a talk little is said that would be about us alone: "danke, kommt aufs Plakat".
    """
    move = decision.move
    chats = isinstance(move, AnswerIntent) and brain.policy.is_small_talk(move)
    find = (None if context.topics else surest_of_ours) if chats else surest_chat if is_hardly_meant(move, reading) else None
    part = find(brain.catalogue, [read(brain, each, context, today) for each in sayings_of(text)]) if find else None
    beside = brain.policy.on_reading(part, context) if part else decision
    tells = isinstance(beside.move, AnswerIntent) and not is_in_vain(beside.move, part or reading)
    return (part, beside) if part and tells else None


def _says_nothing(reading: Reading) -> bool:
    """Tell whether nothing is written but single letters that are held down: "aaaaaa" is no English article."""
    return all(len(read_as) == 1 and len(written) >= _HELD_DOWN for written, read_as in reading.words)


def _meant(brain: Brain, text: str, context: Context, today: date) -> str:
    """Return *text* without a protest before what is meant instead.

    Within a talk it is without an excuse for one's language, and without what is said not to be meant.
    """
    text = without_excuse(text) if context.topics else text
    rest = protesting(text) or (denying(text) if context.topics else None)
    if not rest:
        return text
    tells = asks(rest) or counted(folded_words(rest)) or brain.reader.named_in(rest, today, context.language)
    return _meant(brain, rest, context, today) if tells else text


def _wished(language: Language, context: Context) -> Context:
    """Return the talk in the *language* that is wished for; a register of it stays."""
    same = base_of(context.language) == language
    return replace(context, language=context.language if same else language, language_fixed=True)


def _returned(brain: Brain, opening: str, rest: str, context: Context, today: date) -> tuple[str, Context]:
    """Return what is asked of what the talk goes back to, and the talk about it; of nothing of ours the opening is no return."""
    named = brain.reader.named_in(opening, today, context.language)
    topic = returned_to(brain.catalogue, opening, named, context)
    return (rest, context.with_topics(topic)) if topic else (opening + rest, context)


def _several(
    brain: Brain, text: str, asked: tuple[str, ...], context: Context, today: date
) -> tuple[Reading, Decision] | None:
    # Not all of them may be read, but to look at one more takes a fraction of the time of another look.
    brain.reader.read_ahead(_read_together(text, asked), today, context.language)
    read_once = cache(lambda part, language: brain.reader.read(part, today, language))
    first = read_once(asked[0], context.language)
    first = first if first.language else replace(first, language=brain.reader.language_of(text))
    context = in_language_of(first, context)
    decision = decide_several(
        brain.policy, first, asked[1:],
        lambda part, talk: read_once(part, talk.language),
        lambda part, talk: brain.reader.named_in(part, today, talk.language),
        context,
    )
    if decision is None or not (are_two_of_one(decision) or len(questions_of(text)) > 1):
        return None
    return first, decision


def read(brain: Brain, text: str, context: Context, today: date) -> Reading:
    """Return how *text* reads in the talk."""
    return brain.reader.read(text, today, context.language)
