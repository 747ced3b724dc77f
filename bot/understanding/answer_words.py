"""Which answer a question is after, by the words the answers say."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from bot.language.fold import words
from bot.language.languages import of_any
from bot.model.answer_texts import answer_texts
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.understanding.vocabulary import Split

_BY_WORDS = 0.15
"""A conditional logit on 3,000 of our own questions: which of their likeliest answers is right."""
_SAME_START = 6
_SHORTEST = 3
_EMPTY = of_any(lambda grammar: grammar.stop_words | grammar.asking)


class AnswerWords:
    """Knows the words of all answers about topics; fitted when made.

    Words are the same where their stems begin alike: "Landarzt" and "Landarztquote". *split* takes texts apart.
    """

    def __init__(self, catalogue: Catalogue, stem: Callable[[str], str], split: Split = words) -> None:
        self._stem = stem
        said_by = _said_by_answers(catalogue, lambda text: self._starts(word.folded for word in split(text)))
        where: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for answer, starts in said_by.items():
            for start in starts:
                where[start].append(answer)
        self._where = dict(where)
        self._telling = {start: math.log((len(said_by) + 1) / (len(found) + 0.5)) for start, found in where.items()}

    def speak_for(self, words: Iterable[str]) -> Mapping[tuple[str, str], float]:
        """Return for the answers, each a topic and an intent, that say any of the folded *words* what that speaks for them.

        That is in proportion to the square root of the summed inverse document frequencies (log-odds).
        """
        said: dict[tuple[str, str], float] = defaultdict(float)
        for start in self._starts(words):
            for answer in self._where.get(start, ()):
                said[answer] += self._telling[start]
        return {answer: _BY_WORDS * math.sqrt(idf) for answer, idf in said.items()}

    def _starts(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(self._stem(word)[:_SAME_START] for word in words if len(word) >= _SHORTEST and word not in _EMPTY)


def _said_by_answers(
    catalogue: Catalogue, starts: Callable[[str], frozenset[str]]
) -> Mapping[tuple[str, str], frozenset[str]]:
    """Return how the telling words begin that each answer says, the title of its topic among them."""
    starts_of = cache(starts)
    return {
        (topic.id, intent.id): frozenset[str]().union(
            *(starts_of(text) for text in (*topic.title.values(), *answer_texts(catalogue, topic, intent)))
        )
        for topic in catalogue.topics.values()
        for intent in catalogue.intents.values()
        if intent.needs and can_answer(topic, intent)
    }
