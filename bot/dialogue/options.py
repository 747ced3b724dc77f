"""The ways a question can be answered, weighed against each other.

Hints of three kinds are combined: how sure the intent is, whether its topic is named or still
talked about, and how near what we know and are asked about it is to the question.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from bot.dialogue.topics import About, TopicResolver, accepted_kinds
from bot.model.answerable import can_answer, runs_of
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import Intent
from bot.model.reading import Candidate, FactMatch, Reading
from bot.model.topics import Topic

_CONSIDERED = 5
_LEAST = 0.04
_WIDENED = 3
ELLIPSIS = 3
"""A question of at most so many words leans on the talk; a longer one without topic may mean a fact."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What speaks for an option; all 0–1.

    ``intent``, ``topic`` and ``fact`` are calibrated probabilities. ``lead`` is the intent's share of
    the likeliest one's. ``named``, ``described``, ``talked`` tell how the question points to the topic,
    ``rival`` how likely another topic's facts are, ``beside`` that another topic is named. ``able``:
    the topic holds the answer. The rest are kinds of intents and questions.
    """

    intent: float = 0.0
    lead: float = 0.0
    topic: float = 0.0
    fact: float = 0.0
    named: float = 0.0
    described: float = 0.0
    talked: float = 0.0
    talked_briefly: float = 0.0
    rival: float = 0.0
    beside: float = 0.0
    able: float = 0.0
    unclear: float = 0.0
    topicless: float = 0.0
    small_talk: float = 0.0
    foreign: float = 0.0
    listing: float = 0.0
    foreign_beside: float = 0.0
    rival_topicless: float = 0.0
    old_dates: float = 0.0


WEIGHTS = Hints()
CONSTANT = 0.0


@dataclass(frozen=True, slots=True)
class Option:
    """One way to answer: an intent, what it would be about, and its weight (about 0–1)."""

    intent: Intent
    about: About
    weight: float
    hints: Hints = Hints()

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
        for intent, about in self._all(reading, context):
            key = (intent.id, about.clear.id if about.clear else None)
            if key not in found:
                found[key] = self._weighed(intent, about, reading, context)
        return tuple(sorted(found.values(), key=lambda option: -option.weight))

    def _all(self, reading: Reading, context: Context) -> Iterable[tuple[Intent, About]]:
        likely = [self._catalogue.intents[each.intent] for each in _likely(reading)]
        for intent in likely:
            yield intent, self._resolver.resolve(intent, reading, context) if intent.needs else About()
        overview = self._catalogue.intent("overview")
        if overview and reading.named("topic"):
            yield overview, self._resolver.resolve(overview, reading, context)
        for fact in reading.facts:
            yield from self._by_fact(fact, likely)

    def _by_fact(self, fact: FactMatch, likely: list[Intent]) -> Iterable[tuple[Intent, About]]:
        """The near fact itself, and what else its topic says."""
        topic, asked = self._catalogue.topic(fact.topic), self._catalogue.intent(fact.intent)
        if topic is None or asked is None:
            return
        yield asked, About((topic,))
        for intent in likely:
            if topic.kind in accepted_kinds(intent) and can_answer(topic, intent):
                yield intent, About((topic,))

    def _weighed(self, intent: Intent, about: About, reading: Reading, context: Context) -> Option:
        hints = _hints(intent, about, reading, context)
        sum_ = CONSTANT + sum(weight * hint for weight, hint in zip(astuple(WEIGHTS), astuple(hints), strict=True))
        return Option(intent, about, 1.0 / (1.0 + math.exp(-sum_)), hints)


def _likely(reading: Reading) -> list[Candidate]:
    return [each for each in reading.ranked[:_CONSIDERED] if each.confidence >= _LEAST]


def _hints(intent: Intent, about: About, reading: Reading, context: Context) -> Hints:
    """Return what speaks for answering *intent* about *about*."""
    sure = {each.intent: each.confidence for each in reading.ranked}
    most = max(sure.values(), default=0.0) or 1.0
    topic = about.clear
    named = {name: mention.score for mention in reading.named("topic") for name in mention.ids}
    near = {fact.topic: fact.nearness for fact in reading.facts}
    facts = {(fact.topic, fact.intent): fact.score for fact in reading.facts}
    rival = max((share for name, share in near.items() if not topic or name != topic.id), default=0.0)
    is_talked = topic is not None and topic.id in context.topics and topic.id not in named
    is_described = topic is not None and bool(set(topic.themes) & _themes(reading))
    return Hints(
        intent=sure.get(intent.id, 0.0),
        lead=sure.get(intent.id, 0.0) / most,
        topic=near.get(topic.id, 0.0) if topic else 0.0,
        fact=facts.get((topic.id, intent.id), 0.0) if topic else 0.0,
        named=named.get(topic.id, 0.0) if topic else 0.0,
        described=float(is_described),
        talked=float(is_talked),
        talked_briefly=float(is_talked and len(reading.words) <= ELLIPSIS),
        rival=rival if topic else 0.0,
        beside=float(bool(named) and topic is not None and topic.id not in named),
        able=float(topic is not None and can_answer(topic, intent)),
        unclear=float(bool(intent.needs) and topic is None),
        topicless=float(not intent.needs and intent.kind == "question" and not intent.answer.list),
        small_talk=float(intent.kind == "small_talk"),
        foreign=float(intent.kind == "out_of_scope"),
        listing=float(intent.answer.list is not None),
        foreign_beside=float(intent.kind == "out_of_scope" and bool(named)),
        rival_topicless=rival if not topic else 0.0,
        old_dates=float(intent.answer.show == ("history",) and topic is not None and bool(runs_of(topic))),
    )


def _themes(reading: Reading) -> set[str]:
    return {name for mention in reading.named("theme") for name in mention.ids}
