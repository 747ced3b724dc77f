"""Everything the content says, and how people ask for it, compared with questions.

Finds the fact somebody means without naming its topic ("wie werd ich sanitäter") or its kind of
question ("haben die da auch mal an ner echten anlage geübt").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from bot.model.catalogue import Catalogue
from bot.model.reading import FactMatch
from bot.model.topics import Person, Place, Topic
from bot.model.values import Language, Prose
from bot.understanding.drawing import some_of
from bot.understanding.head import LeastSquares, Matrix
from bot.understanding.ranker import EXAMINED, Compared, Examined, Labeling, rankers
from bot.understanding.sight import Sight
from bot.understanding.views import Looks, Neighbours, Words

_NAMED = 5
"""So many of the likeliest topics are handed on."""
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
    """How near a question is to our topics, as calibrated shares (0–1), and how well each intent fits it (about 0–2).

    ``alike`` is how like the question the nearest is that asks an intent of a topic, or its fact (cosines summed over views);
    ``taught`` is the topic and the intent that staff wrote this very question for.
    """

    topics: tuple[FactMatch, ...]
    intents: Mapping[str, float]
    alike: Mapping[tuple[str, str], float]
    taught: tuple[str, str] | None = None


class Alike(Mapping[tuple[str, str], float]):
    """The highest of some *numbers* by a topic and an intent: in most talks none is ever asked for, in others all are."""

    def __init__(self, at: Mapping[tuple[str, str], int], highest: Callable[[], Matrix]) -> None:
        """Let *at* tell where that of each stands in what *highest* finds out."""
        self._at, self._find = at, highest

    @cached_property
    def _highest(self) -> list[float]:
        found: list[float] = self._find().tolist()
        return found

    def __getitem__(self, asked: tuple[str, str]) -> float:
        """Return the number of a topic and an intent; raises KeyError where nothing of both is asked or said."""
        return self._highest[self._at[asked]]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield each topic and intent."""
        return iter(self._at)

    def __len__(self) -> int:
        """Count them."""
        return len(self._at)


class FactIndex:
    """Compares questions with what is said about all topics and with how people ask for it.

    *asked* are questions that mean no topic of ours, each with its intent: they fit any or none.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        asked: Iterable[tuple[str, Words]],
        normalise: Normalise,
        sight: Sight,
    ) -> None:
        found = [entry for topic in catalogue.topics.values() for entry in _entries(topic, normalise)]
        none = [_Entry(_NO_TOPIC, intent, words) for intent, words in asked]
        self._taught = _of_one_each((*none, *found))
        self._looks: list[Looks] = []
        if not found:
            return
        entries = [*none, *found]
        views = sight.views_of([entry.words for entry in entries])
        self._looks += map(Looks, views)
        names, topics = np.unique([entry.topic for entry in entries], return_inverse=True)
        asked_for, intents = np.unique([entry.intent for entry in entries], return_inverse=True)
        self._topics: list[str] = names.tolist()
        self._intents: list[str] = asked_for.tolist()
        pairs = [(entry.topic, entry.intent) for entry in entries]
        self._pairs = {pair: number for number, pair in enumerate(dict.fromkeys(pairs))}
        self._by_pair = Neighbours(np.array([self._pairs[pair] for pair in pairs]), len(self._pairs))
        # Least squares alone: with thousands of questions discriminant analysis adds time, and none of them right.
        labelings = (Labeling(topics, twiced=True), Labeling(intents, gated=False, twiced=True))
        places = some_of([entry.words for entry in entries], topics, EXAMINED)
        examined = Examined(places, np.zeros(len(places)))
        self._by_topic, self._by_intent = rankers(views, labelings, sight.cache, examined, (LeastSquares,), sight.beside)

    def look_ahead(self, questions: Sequence[Words]) -> None:
        """Compare *questions*, one at least, in one go: matching them one by one is quicker then."""
        for look in self._looks:
            look.at(questions)

    def match(self, words: Words) -> Nearness | None:
        """Return how near our facts are to the question; None where there are none."""
        if not self._looks:
            return None
        compared = Compared([look.at([words]) for look in self._looks])
        topics, intents = self._by_topic.scores(compared), self._by_intent.scores(compared)
        shares = _shares(topics.score[0], self._by_topic.confidence(topics.score[0], topics.likeness[0]))
        order = [int(number) for number in np.argsort(-shares, kind="stable")[: _NAMED + 1]]
        near = [FactMatch(self._topics[each], round(float(shares[each]), 4)) for each in order if self._topics[each]]
        fits = dict(zip(self._intents, intents.score[0].tolist(), strict=True))
        alike = Alike(self._pairs, partial(self._by_pair.likeness, compared.alike[0]))
        return Nearness(tuple(near[:_NAMED]), fits, alike, self._taught.get(tuple(words)))


def _shares(scores: Matrix, sure: float) -> Matrix:
    """Give the first its confidence and the others less, by how far behind they are."""
    return np.asarray(sure * np.exp(_SHARPNESS * (scores - scores.max())), dtype=np.float32)


def _of_one_each(entries: Iterable[_Entry]) -> dict[Words, tuple[str, str]]:
    """Return what each wording was written for, where that is just one intent of one topic."""
    found: dict[Words, tuple[str, str] | None] = {}
    for entry in entries:
        asked, words = (entry.topic, entry.intent) if entry.topic else None, tuple(entry.words)
        found[words] = asked if found.get(words, asked) == asked else None
    return {words: asked for words, asked in found.items() if asked}


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
