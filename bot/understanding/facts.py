"""Everything the content says, and how people ask for it, compared with questions.

Finds the fact somebody means without naming its topic ("wie werd ich sanitäter") or its kind of
question ("haben die da auch mal an ner echten anlage geübt").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from bot.language.dictionary import ArrayCache
from bot.model.catalogue import Catalogue
from bot.model.reading import FactMatch
from bot.model.topics import Person, Place, Topic
from bot.model.values import Language, Prose
from bot.understanding.head import Matrix
from bot.understanding.lexical import LexicalView
from bot.understanding.ranker import Ranker
from bot.understanding.semantic import Encoder, SemanticView
from bot.understanding.views import View, Words

_NAMED, _FACTS_OF_ONE = 5, 3
_NO_TOPIC = ""
_SHARPNESS = 4.0

Normalise = Callable[[str, Language | None], Words]
"""Turns a text in a language (None: whichever it is in) into comparable words."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One fact or question: its topic, the intent that asks for it, and its words."""

    topic: str
    intent: str
    words: Words


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a question is to our facts: scores and calibrated shares (0–1) of pairs of topic and intent, and of topics."""

    pairs: Matrix
    topics: Matrix
    pair_shares: Matrix
    topic_shares: Matrix


class FactIndex:
    """Compares questions with what is said about all topics and with how people ask for it.

    *asked* are questions that mean no topic of ours: they fit any or none.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        asked: Iterable[Words],
        normalise: Normalise,
        stem: Callable[[str], str],
        encoder: Encoder | None,
        cache: ArrayCache,
    ) -> None:
        found = [entry for topic in catalogue.topics.values() for entry in _entries(topic, normalise)]
        none = (_Entry(_NO_TOPIC, _NO_TOPIC, words) for words in asked)
        entries = sorted((*none, *found), key=lambda entry: (entry.topic, entry.intent))
        self._pairs = list(dict.fromkeys((entry.topic, entry.intent) for entry in entries))
        self._topics = list(dict.fromkeys(topic for topic, _ in self._pairs))
        self._starts = [*np.searchsorted([topic for topic, _ in self._pairs], self._topics), len(self._pairs)]
        self._views: list[View] = []
        if not found:
            return
        texts = [entry.words for entry in entries]
        self._views.append(LexicalView(texts, stem, cache))
        if encoder is not None:
            self._views.append(SemanticView(texts, encoder, cache))
        pairs = {pair: number for number, pair in enumerate(self._pairs)}
        topics = {topic: number for number, topic in enumerate(self._topics)}
        self._by_pair = Ranker(self._views, np.array([pairs[each.topic, each.intent] for each in entries]), len(pairs), cache)
        self._by_topic = Ranker(self._views, np.array([topics[each.topic] for each in entries]), len(topics), cache)

    def match(self, words: Words) -> Nearness | None:
        """Return how near our facts are to the question; None where there are none."""
        if not self._views:
            return None
        vectors = [view.vectors([words]) for view in self._views]
        similar = [view.similar(found) for view, found in zip(self._views, vectors, strict=True)]
        pairs, topics = self._by_pair.scores(vectors, similar), self._by_topic.scores(vectors, similar)
        sure_of_pair = self._by_pair.confidence(pairs.score[0], pairs.likeness[0])
        sure_of_topic = self._by_topic.confidence(topics.score[0], topics.likeness[0])
        pair_shares, topic_shares = _shares(pairs.score[0], sure_of_pair), _shares(topics.score[0], sure_of_topic)
        return Nearness(pairs.score[0], topics.score[0], pair_shares, topic_shares)

    def best(self, near: Nearness | None) -> tuple[FactMatch, ...]:
        """Return the topics most likely meant, best first, each with the intents of its nearest facts."""
        if near is None:
            return ()
        order = np.argsort(-near.topics, kind="stable")[: _NAMED + 1]
        meant = [int(number) for number in order if self._topics[number] != _NO_TOPIC][:_NAMED]
        return tuple(match for number in meant for match in self._matches(number, near))

    def _matches(self, topic: int, near: Nearness) -> Iterable[FactMatch]:
        first, end = int(self._starts[topic]), int(self._starts[topic + 1])
        nearest = np.argsort(-near.pairs[first:end], kind="stable")[:_FACTS_OF_ONE]
        share = round(float(near.topic_shares[topic]), 4)
        for pair in nearest + first:
            topic_id, intent = self._pairs[pair]
            yield FactMatch(topic_id, intent, share, round(float(near.pairs[pair]), 4))

    def within(self, near: Nearness | None, topics: frozenset[str]) -> Mapping[str, float]:
        """Return for the facts of *topics* how near each intent's fact is to the question."""
        found: dict[str, float] = {}
        if near is None:
            return found
        for number, (topic, intent) in enumerate(self._pairs):
            if topic in topics:
                found[intent] = max(found.get(intent, 0.0), float(near.pairs[number]))
        return found


def _shares(scores: Matrix, sure: float) -> Matrix:
    """Give the first its confidence and the others less, by how far behind they are."""
    return np.asarray(sure * np.exp(_SHARPNESS * (scores - scores.max())), dtype=np.float32)


def _entries(topic: Topic, normalise: Normalise) -> Iterable[_Entry]:
    for intent, questions in topic.questions.items():
        yield from (_Entry(topic.id, intent, normalise(text, None)) for text in questions)
    if not isinstance(topic, Place | Person):
        for intent, prose in _facts(topic):
            yield from (
                _Entry(topic.id, intent, normalise(f"{topic.title[language]} {text}", language))
                for language, text in prose.items() if language in topic.title
            )


def _facts(topic: Topic) -> Iterable[tuple[str, Prose]]:
    if topic.summary:
        yield "overview", topic.summary.text
    yield from ((facet, fact.text) for facet, fact in topic.facets.items())
    yield from (("history", milestone.what) for milestone in topic.history)
    yield from (("working-groups", part.title) for part in topic.parts)
