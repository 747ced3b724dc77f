"""The ways a question can be answered, weighed against each other.

Three hints are combined: how sure the intent is, whether its topic is named or still talked about,
and how near one of our facts is to the question.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from bot.dialogue.topics import About, TopicResolver, accepted_kinds
from bot.model.answerable import can_answer, runs_of
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import Intent
from bot.model.reading import Candidate, FactMatch, Reading
from bot.model.topics import Topic

_CONSIDERED = 5
_LEAST = 0.04
_CERTAIN = 0.5
ELLIPSIS = 3
"""A question of at most so many words leans on the talk; a longer one without topic may mean a fact."""

_FACT_WEIGHT, _WHOLLY_ALIKE = 1.0, 2.0
_INTENT_BESIDE_FACT = 0.2
_VAGUE, _SILENT = 0.25, 0.9
_SMALL_TALK = 0.4
_BESIDE_TOPIC = 0.7
_HISTORY_OF_DATED = 0.7
_NAMED_ALONE = 0.27
_KEYWORDS = 4
_MEANT = 0.1
_LEANING = 0.1


@dataclass(frozen=True, slots=True)
class Option:
    """One way to answer: an intent, what it would be about, and its weight (about 0–1)."""

    intent: Intent
    about: About
    weight: float

    @property
    def topic(self) -> Topic | None:
        """The topic, where there is just one."""
        return self.about.clear


class OptionFinder:
    """Weighs the intents of a reading and the facts near it."""

    def __init__(self, catalogue: Catalogue, resolver: TopicResolver) -> None:
        self._catalogue = catalogue
        self._resolver = resolver

    def options(self, reading: Reading, context: Context) -> tuple[Option, ...]:
        """Return the options, best first, one per intent and topic."""
        found: dict[tuple[str, str | None], Option] = {}
        for option in self._all(reading, context):
            key = (option.intent.id, option.topic.id if option.topic else None)
            if key not in found or found[key].weight < option.weight:
                found[key] = option
        return tuple(sorted(found.values(), key=lambda option: -option.weight))

    def _all(self, reading: Reading, context: Context) -> Iterable[Option]:
        likely = [each for each in reading.ranked[:_CONSIDERED] if each.confidence >= _LEAST]
        for candidate in likely:
            yield from self._by_intent(candidate, reading, context)
        yield from self._by_keywords(reading, context)
        yield from self._by_fact(likely, reading)

    def _by_intent(self, candidate: Candidate, reading: Reading, context: Context) -> Iterable[Option]:
        intent = self._catalogue.intents[candidate.intent]
        if not intent.needs:
            yield Option(intent, About(), candidate.confidence * _doubt(intent, candidate, reading))
            return
        about = self._resolver.resolve(intent, reading, context)
        vague = not about.topics and len(reading.words) > ELLIPSIS and _means_a_fact(reading)
        silent = about.clear is not None and not can_answer(about.clear, intent)
        leaning = len(reading.words) <= ELLIPSIS and about.clear is not None and not silent
        weight = candidate.confidence * (_VAGUE if vague else _SILENT if silent else _since(intent, about))
        yield Option(intent, about, weight + (_LEANING if leaning else 0.0))

    def _by_keywords(self, reading: Reading, context: Context) -> Iterable[Option]:
        """A name among few words asks at least what it is."""
        intent = self._catalogue.intent("overview")
        if intent and reading.named("topic") and len(reading.words) <= _KEYWORDS:
            yield Option(intent, self._resolver.resolve(intent, reading, context), _NAMED_ALONE)

    def _by_fact(self, likely: list[Candidate], reading: Reading) -> Iterable[Option]:
        """The near facts themselves, and what else their topics say; a name may mislead more than a description.

        What is asked of a place elsewhere is no fact of ours.
        """
        if reading.named("elsewhere") and not reading.named("topic"):
            return
        confidences = {candidate.intent: candidate.confidence for candidate in likely}
        for fact in reading.facts:
            topic, asked = self._catalogue.topic(fact.topic), self._catalogue.intent(fact.intent)
            if topic is None or asked is None:
                continue
            yield Option(asked, About((topic,)), _weight(fact, confidences.get(asked.id, 0.0)))
            for candidate in likely:
                intent = self._catalogue.intents[candidate.intent]
                placed = intent.answer.show == ("place",) and _names_place_and_topic(reading)
                if topic.kind in accepted_kinds(intent) and can_answer(topic, intent) and not placed:
                    yield Option(intent, About((topic,)), math.sqrt(fact.nearness * candidate.confidence))


def _names_place_and_topic(reading: Reading) -> bool:
    """Tell whether something is looked for in a place: then nobody asks where something else is."""
    return bool(reading.named("place") and reading.named("topic"))


def _means_a_fact(reading: Reading) -> bool:
    return bool(reading.facts) and reading.facts[0].nearness >= _MEANT


def _doubt(intent: Intent, candidate: Candidate, reading: Reading) -> float:
    """Small talk needs to be certain, and who names a topic asks about it."""
    if intent.kind == "question" and reading.named("topic"):
        return _BESIDE_TOPIC
    return _SMALL_TALK if intent.kind == "small_talk" and candidate.confidence < _CERTAIN else 1.0


def _since(intent: Intent, about: About) -> float:
    """Asked for a time, what has dates means these before its history."""
    dated = about.clear is not None and bool(runs_of(about.clear))
    return _HISTORY_OF_DATED if dated and intent.answer.show == ("history",) else 1.0


def _weight(fact: FactMatch, confidence: float) -> float:
    alike = min(1.0, max(0.0, fact.score / _WHOLLY_ALIKE))
    return _FACT_WEIGHT * fact.nearness * alike + _INTENT_BESIDE_FACT * confidence * fact.nearness
