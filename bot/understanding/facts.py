"""Everything the content says, and how people ask for it, compared with questions.

Finds the fact somebody means without naming its topic ("wie werd ich sanitäter") or its kind of
question ("haben die da auch mal an ner echten anlage geübt").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language.dictionary import ArrayCache
from bot.model.catalogue import Catalogue
from bot.model.reading import FactMatch
from bot.model.topics import Person, Place, Topic
from bot.model.values import Language, Prose
from bot.understanding.gate import Gate, evidence, fit_gate
from bot.understanding.head import Matrix
from bot.understanding.lexical import LexicalView
from bot.understanding.semantic import Encoder, SemanticView
from bot.understanding.views import View, Words

_LEXICAL_LIKENESS = 0.6
_SEMANTIC_LIKENESS = 0.5
_NAMED, _FACTS_OF_ONE = 5, 3
_NO_TOPIC = ""
_SHARPNESS = 4.0

Normalise = Callable[[str, Language | None], Words]
"""Turns a text in a language (None: whichever it is in) into comparable words."""
Merge = Callable[[Matrix], Matrix]
"""Sums up the pairs of each topic."""


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
    """Compares questions with what is said about all topics and with how people ask for it."""

    def __init__(
        self,
        catalogue: Catalogue,
        normalise: Normalise,
        stem: Callable[[str], str],
        encoder: Encoder | None,
        cache: ArrayCache,
    ) -> None:
        found = [entry for topic in catalogue.topics.values() for entry in _entries(topic, normalise)]
        entries = sorted((*_about_nothing(catalogue, normalise), *found), key=lambda entry: (entry.topic, entry.intent))
        self._pairs = list(dict.fromkeys((entry.topic, entry.intent) for entry in entries))
        self._topics = list(dict.fromkeys(topic for topic, _ in self._pairs))
        self._views: list[tuple[View, np.float32]] = []
        if not found:
            return
        self._starts = np.searchsorted([topic for topic, _ in self._pairs], self._topics)
        numbers = {pair: number for number, pair in enumerate(self._pairs)}
        labels = np.array([numbers[entry.topic, entry.intent] for entry in entries])
        texts = [entry.words for entry in entries]
        self._views.append((LexicalView(texts, labels, len(numbers), stem), np.float32(_LEXICAL_LIKENESS)))
        if encoder is not None:
            view = SemanticView(texts, labels, len(numbers), encoder, cache)
            self._views.append((view, np.float32(_SEMANTIC_LIKENESS)))
        topics = np.array([self._topics.index(entry.topic) for entry in entries])
        self._topic_gate = self._fitted_gate(topics, self._sum, self._most)
        self._pair_gate = self._fitted_gate(labels, _as_it_is, _as_it_is)

    def _fitted_gate(self, right: NDArray[np.intp], heads: Merge, likenesses: Merge) -> Gate:
        """Fit a gate on every entry, left out, with what is *right* for it."""
        alike = [likenesses(view.left_out_likeness) for view, _ in self._views]
        scores = [heads(view.left_out_head) + weight * like for (view, weight), like in zip(self._views, alike, strict=True)]
        return fit_gate(_total(scores), _total(alike), right, np.zeros(len(right)))

    def match(self, words: Words) -> Nearness | None:
        """Return how near our facts are to the question; None where there are none."""
        if not self._views:
            return None
        seen = [(view.scores([words])[0], weight) for view, weight in self._views]
        pairs = _total([each.head + weight * each.likeness for each, weight in seen])
        alike = _total([each.likeness for each, _ in seen])
        topics = _total([self._sum(each.head) + weight * self._most(each.likeness) for each, weight in seen])
        likeness = _total([self._most(each.likeness) for each, _ in seen])
        sure_of_pair = self._pair_gate.confidence(evidence(pairs, alike, np.float64(0.0)))
        sure_of_topic = self._topic_gate.confidence(evidence(topics, likeness, np.float64(0.0)))
        return Nearness(pairs, topics, _shares(pairs, sure_of_pair), _shares(topics, sure_of_topic))

    def _sum(self, pairs: Matrix) -> Matrix:
        """The head of a topic is the sum of those of its facts: least squares is linear in its targets."""
        return np.asarray(np.add.reduceat(pairs, self._starts, axis=-1), dtype=np.float32)

    def _most(self, pairs: Matrix) -> Matrix:
        return np.asarray(np.maximum.reduceat(pairs, self._starts, axis=-1), dtype=np.float32)

    def best(self, near: Nearness | None) -> tuple[FactMatch, ...]:
        """Return the topics most likely meant, best first, each with the intents of its nearest facts."""
        if near is None:
            return ()
        order = np.argsort(-near.topics, kind="stable")[: _NAMED + 1]
        meant = [int(number) for number in order if self._topics[number] != _NO_TOPIC]
        return tuple(match for number in meant for match in self._matches(number, near))

    def _matches(self, topic: int, near: Nearness) -> Iterable[FactMatch]:
        ends = (*self._starts[1:], len(self._pairs))
        first = int(self._starts[topic])
        nearest = np.argsort(-near.pairs[first : ends[topic]], kind="stable")[:_FACTS_OF_ONE]
        share = round(float(near.topic_shares[topic]), 4)
        for pair in nearest + first:
            yield FactMatch(*self._pairs[pair], share, round(float(near.pair_shares[pair]), 4))

    def within(self, near: Nearness | None, topics: frozenset[str]) -> Mapping[str, float]:
        """Return for the facts of *topics* how near each intent's fact is to the question."""
        found: dict[str, float] = {}
        if near is None:
            return found
        for number, (topic, intent) in enumerate(self._pairs):
            if topic in topics:
                found[intent] = max(found.get(intent, 0.0), float(near.pairs[number]))
        return found


def _as_it_is(scores: Matrix) -> Matrix:
    return scores


def _total(scores: Sequence[Matrix]) -> Matrix:
    return np.asarray(np.sum(scores, axis=0), dtype=np.float32)


def _shares(scores: Matrix, sure: float) -> Matrix:
    """Give the first its confidence and the others less, by how far behind they are."""
    return np.asarray(sure * np.exp(_SHARPNESS * (scores - scores.max())), dtype=np.float32)


def _about_nothing(catalogue: Catalogue, normalise: Normalise) -> Iterable[_Entry]:
    """Return what is asked without meaning a topic of ours: whatever fits any topic, and what fits none."""
    for intent in catalogue.intents.values():
        for language, texts in intent.examples.items():
            yield from (_Entry(_NO_TOPIC, _NO_TOPIC, normalise(text, language)) for text in texts)


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
