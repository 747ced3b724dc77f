"""What the word that asks for a time or a place speaks for: who asks "wann" hardly asks for a certificate."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from bot.language.fold import folded_words, words
from bot.language.languages import of_any
from bot.language.questions import last_asking
from bot.model.catalogue import Catalogue
from bot.understanding.vocabulary import Split

_LEAST, _MOST = -2.0, 1.0
"""What such a word speaks against an intent at most, and for one (log-odds)."""
_SMOOTHED = 20
"""An intent is asked with each word as often as all are, until so many of its own questions are known."""
_WHENCE = of_any(lambda grammar: grammar.whence)
_LEADING = of_any(lambda grammar: grammar.leading)
_INTERROGATIVES = of_any(lambda grammar: grammar.interrogatives | grammar.measuring)


class AskingWords:
    """Knows how often each intent is asked with "wann", "wo": in its examples, and in what staff wrote down of its topics.

    Fitted when made; *split* takes texts apart. Other interrogatives ask for too much: "was kostet das", "welche Adresse".
    """

    def __init__(self, catalogue: Catalogue, split: Split = words) -> None:
        asked: dict[str, Counter[str]] = defaultdict(Counter)
        for intent, text in _questions(catalogue):
            asked[intent][_interrogative([word.folded for word in split(text)])] += 1
        self._speaks = {word: _spoken_for(word, asked) for word in _WHENCE if any(counts[word] for counts in asked.values())}

    def speak_for(self, text: str) -> Mapping[str, float]:
        """Return what the interrogative of *text* speaks for each intent (log-odds), nothing where it asks for anything else."""
        word = _interrogative(folded_words(last_asking(text)))
        return self._speaks.get(word, {})


def _spoken_for(word: str, asked: Mapping[str, Counter[str]]) -> Mapping[str, float]:
    """Return what *word* speaks for each intent, by how often each was *asked* with which word."""
    usual = sum(counts[word] / counts.total() for counts in asked.values()) / len(asked)
    shares = {name: (counts[word] + _SMOOTHED * usual) / (counts.total() + _SMOOTHED) for name, counts in asked.items()}
    return {name: max(_LEAST, min(_MOST, math.log(share / usual))) for name, share in shares.items()}


def _questions(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return each of our own questions behind the intent it asks."""
    examples = [(each.id, text) for each in catalogue.intents.values() for texts in each.examples.values() for text in texts]
    taught = [(name, text) for topic in catalogue.topics.values() for name, texts in topic.questions.items() for text in texts]
    return examples + taught


def _interrogative(read: Iterable[str]) -> str:
    """Return the word that asks; none behind a preposition: "ab wann" asks for an age as well, "bis wann" for a deadline."""
    asked = next(((before, word) for before, word in pairwise(("", *read)) if word in _INTERROGATIVES), ("", ""))
    return "" if asked[0] in _LEADING else asked[1]
