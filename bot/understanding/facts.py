"""Everything the content says, compared with questions by wording and meaning.

Finds the fact somebody means without naming its topic ("wie werd ich sanitäter") or its kind of
question ("haben die da auch mal an ner echten anlage geübt").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language.dictionary import ArrayCache
from bot.language.fold import folded_words
from bot.model.catalogue import Catalogue
from bot.model.reading import FactMatch
from bot.model.topics import Person, Place, Topic
from bot.model.values import DEFAULT_LANGUAGE, Prose
from bot.understanding.features import Vectoriser
from bot.understanding.head import Matrix
from bot.understanding.semantic import Encoder, encode_cached

_MEANING = 0.65
_NAMED = 5


@dataclass(frozen=True, slots=True)
class _Entry:
    """One fact: its topic, the intent that asks for it, and its wording in all languages and in German."""

    topic: str
    intent: str
    wording: tuple[str, ...]
    german: str


class FactIndex:
    """Compares questions with the summaries, facets, parts and history of all topics."""

    def __init__(
        self, catalogue: Catalogue, stem: Callable[[str], str], encoder: Encoder | None, cache: ArrayCache
    ) -> None:
        self._entries = tuple(entry for topic in catalogue.topics.values() for entry in _entries(topic))
        self._encoder = encoder
        self._vectoriser = Vectoriser(stem)
        rows = self._vectoriser.fit([entry.wording for entry in self._entries])
        self._columns = np.asfortranarray(rows, dtype=np.float16)
        self._meanings: Matrix | None = None
        if encoder is not None:
            self._meanings = encode_cached(encoder, cache, [entry.german for entry in self._entries])

    def match(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Return how near each fact is to the question (0–1)."""
        columns, values = self._vectoriser.vector(words)
        near = self._columns[:, columns].astype(np.float32) @ values
        if self._encoder is None or self._meanings is None:
            return np.asarray(near, dtype=np.float32)
        meaning = self._meanings @ self._encoder.encode([" ".join(words)])[0]
        return np.asarray(_MEANING * meaning + (1 - _MEANING) * near, dtype=np.float32)

    def best(self, nearness: NDArray[np.float32]) -> tuple[FactMatch, ...]:
        """Return the nearest facts, best first, one a topic."""
        found: dict[str, FactMatch] = {}
        for number in np.argsort(-nearness)[: 4 * _NAMED]:
            entry = self._entries[int(number)]
            found.setdefault(entry.topic, FactMatch(entry.topic, entry.intent, round(float(nearness[number]), 4)))
        return tuple(found.values())[:_NAMED]

    def within(self, nearness: NDArray[np.float32], topics: frozenset[str]) -> Mapping[str, float]:
        """Return for the facts of *topics* how near each intent's fact is to the question."""
        found: dict[str, float] = {}
        for number, entry in enumerate(self._entries):
            if entry.topic in topics:
                found[entry.intent] = max(found.get(entry.intent, 0.0), float(nearness[number]))
        return found


def _entries(topic: Topic) -> Iterable[_Entry]:
    if isinstance(topic, Place | Person):
        return
    names = " ".join((*topic.title.values(), *topic.also_called))
    if topic.summary:
        yield _entry(topic, "overview", topic.summary.text, names)
    for facet, fact in topic.facets.items():
        yield _entry(topic, facet, fact.text)
    for milestone in topic.history:
        yield _entry(topic, "history", milestone.what)
    for part in topic.parts:
        yield _entry(topic, "working-groups", part.title)


def _entry(topic: Topic, intent: str, prose: Prose, names: str = "") -> _Entry:
    title = topic.title[DEFAULT_LANGUAGE]
    wording = folded_words(" ".join((names or title, *prose.values())))
    return _Entry(topic.id, intent, wording, f"{title}: {prose[DEFAULT_LANGUAGE]}")
