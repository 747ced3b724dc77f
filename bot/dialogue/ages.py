"""Whom something is for by age: which of its answers tells that, and that none does."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.language.ages import age_aside, lowest_age, own_age
from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.model.answer_texts import answer_texts
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent, Doubt, Move, NotKnown
from bot.model.reading import Reading
from bot.model.topics import Topic

_OF_AGE = ("requirements", "audience")
_AT_LARGE = frozenset({*_OF_AGE, "overview"})
"""What tells at large what something is and for whom: there the age that is told is held against the limit."""
_AGE, _YEARS = of_any(lambda grammar: grammar.of_age), of_any(lambda grammar: grammar.age - grammar.stop_words)
_COUNTING = of_any(lambda grammar: grammar.measuring | grammar.counting)
_ASKING = _COUNTING | of_any(lambda grammar: grammar.leading | grammar.interrogatives)


def told_by_age(catalogue: Catalogue, move: Move, reading: Reading, context: Context) -> Move:
    """Return *move*; where an age is asked for and it does not tell one the answer that does, else with a doubt.

    So it is for whom something is, and whatever is told of what is talked about: "bis welches Alter ist das".
    """
    topic = catalogue.topic(_about(move, context))
    if topic is None:
        return move
    if young := _too_young(catalogue, move, topic, reading):
        return young
    if not _asks(move, reading):
        return move
    able = [intent for name in _OF_AGE if (intent := catalogue.intent(name)) and can_answer(topic, intent)]
    telling = [intent.id for intent in able if _tells_age(catalogue, topic, intent)]
    if not able or (isinstance(move, AnswerIntent) and move.intent in telling):
        return move
    return _instead(move, telling[0], topic) if telling else _instead(move, able[0].id, topic, Doubt("doubt-age"))


def _instead(move: Move, intent: str, topic: Topic, doubt: Doubt | None = None) -> AnswerIntent:
    """Return the *intent* that tells of age, of a topic found as surely, and with or without its name, as *move* found it."""
    if isinstance(move, AnswerIntent):
        return replace(move, intent=intent, doubt=doubt, also=None)
    return AnswerIntent(intent, topic.id, doubt=doubt)


def _too_young(catalogue: Catalogue, move: Move, topic: Topic, reading: Reading) -> Move | None:
    """Return the answer that tells the limit of age, where the age told is below it: that comes first."""
    age = age_aside(reading.text) or own_age([word for _, word in reading.words])
    if age is None or not isinstance(move, AnswerIntent) or move.intent not in _AT_LARGE:
        return None
    intents = [intent for name in _OF_AGE if (intent := catalogue.intent(name)) and can_answer(topic, intent)]
    lowest = {intent.id: limit for intent in intents if (limit := _limit(catalogue, topic, intent))}
    name = next((name for name in (move.intent, *lowest) if age < lowest.get(name, 0)), None)
    return _instead(move, name, topic, Doubt("doubt-too-young", str(age))) if name else None


def _limit(catalogue: Catalogue, topic: Topic, intent: Intent) -> int | None:
    limits = (lowest_age(" ".join(folded_words(text))) for text in answer_texts(catalogue, topic, intent))
    return next((limit for limit in limits if limit), None)


def _about(move: Move, context: Context) -> str | None:
    """Return the topic that is told of; where nothing is known, what is talked about."""
    if isinstance(move, NotKnown):
        return move.topic or next(iter(context.topics), None)
    return move.topic if isinstance(move, AnswerIntent) else None


def _asks(move: Move, reading: Reading) -> bool:
    """Tell whether an age is asked for: by its name of anything, by years where it is asked for whom it is.

    Its name never opens the message nor is set off by a comma, but behind what asks, and that stands right before years too:
    "Alter, wie viele sind das", "was ist das Alter, klingt gut" and "Messen übers Jahr" ask for none.
    """
    words = [word for _, word in reading.words]
    asked = {word for before, word in pairwise(words) if before in _ASKING or before.isdecimal()}
    counted = {word for before, word in pairwise(words) if before in _COUNTING or before.isdecimal()}
    for_whom = isinstance(move, AnswerIntent) and move.intent in _OF_AGE and not _YEARS.isdisjoint(counted)
    named = {word for written, word in reading.words[1:] if word in asked or f"{written}," not in reading.text}
    return not _AGE.isdisjoint(named) or (for_whom and not _ASKING.isdisjoint(words))


def _tells_age(catalogue: Catalogue, topic: Topic, intent: Intent) -> bool:
    told = " ".join(answer_texts(catalogue, topic, intent))
    return any(letter.isdigit() for letter in told) or not _AGE.isdisjoint(folded_words(told))
