"""Words given back their spelling, before anything reads them.

A word that neither our own vocabulary nor any language we answer in knows is replaced by the
nearest word of the vocabulary: optimal string alignment distance (rapidfuzz), cut off by length.
Reading misspelt words was the largest single loss measured for encoders and n-grams alike.

What is further off may be a name, or a word of nobody's: of that there is but a guess, for those who
read a question in several ways.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from math import log

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.remembering import remembered

_SHORTEST = 4
_SHORTEST_PART = 4
_LINKS = ("", "s", "es", "n", "en", "e")

_FIRST_LETTER, _COMMON = 0.5, 0.3
"""What another first letter counts beside an edit, and how much common words are preferred, by the logarithm of their number."""

Letters = NDArray[np.uint32]
_NONE: tuple[list[str], Letters] = ([], np.zeros(0, np.uint32))


def allowed_distance(length: int) -> int:
    """Return how many edits a word of *length* letters may be away from its repair."""
    if length < _SHORTEST:
        return 0
    return 1 if length < 7 else 2 if length < 12 else 3


def guessed_distance(length: int) -> int:
    """Return how many edits a word of *length* letters may be away from what it is guessed to mean."""
    return 2 * length // 5


def _off_a_compound(length: int) -> int:
    """Return how many edits a word of *length* letters may be away that might be a compound too: "inter-ship", "plat-from"."""
    return 2 if length >= 10 else 1


def _letters(some: Sequence[str]) -> Letters:
    """Return which letters each of *some* words of one length has, a bit for each; those rare among ours share one."""
    codes = np.frombuffer("".join(some).encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.asarray(np.bitwise_or.reduce(np.uint32(1) << codes.reshape(len(some), -1) % 32, axis=1))


class Repairer:
    """Repairs words to a vocabulary and splits compounds over it.

    *vocabulary* maps folded words to how often we use them; *is_known* tells whether a word
    exists in one of our languages and is therefore left alone.
    """

    def __init__(
        self, vocabulary: Mapping[str, int], is_known: Callable[[str], bool], sounds: Sequence[tuple[str, str]] = ()
    ) -> None:
        self._vocabulary = dict(vocabulary)
        self._is_known = is_known
        self._sounds = tuple(sounds)
        self.repair = remembered(self._repair)
        self.guess = remembered(self._guess)
        self.parts = remembered(self._parts)

    def _repair(self, word: str) -> str:
        """Return the vocabulary's word meant by *word*, or *word* itself."""
        limit = allowed_distance(len(word))
        if not limit or not word.isalpha() or word in self._vocabulary or self._is_known(word):
            return word
        parts = self.parts(word)
        if parts:
            limit = 0 if parts[0] in self._vocabulary else min(limit, _off_a_compound(len(word)))
        return self._without_dialect(word) or self._nearest(word, limit)

    @cached_property
    def _by_length(self) -> Mapping[int, tuple[list[str], Letters]]:
        """The words of each length, and the letters they have."""
        found: dict[int, list[str]] = {}
        for word in sorted(self._vocabulary):
            found.setdefault(len(word), []).append(word)
        return {length: (some, _letters(some)) for length, some in found.items()}

    def _without_dialect(self, word: str) -> str:
        """Return the standard word behind dialect sounds ("jenau" → "genau"), empty where there is none."""
        for dialect, standard in self._sounds:
            shifted = word.replace(dialect, standard)
            if shifted != word and (shifted in self._vocabulary or self._is_known(shifted)):
                return shifted
        return ""

    def _guess(self, word: str) -> str:
        """Return the vocabulary's word most likely meant by *word*, which may be further off than is repaired; empty if none is.

        As in a noisy channel (Kernighan, Church, Gale 1990) a common word may be an edit further off than a rare one.
        """
        if not word.isalpha() or word in self._vocabulary or self._is_known(word) or self.parts(word):
            return ""
        found = self._within(word, guessed_distance(len(word)))
        likely = [
            (distance + _FIRST_LETTER * (choice[0] != word[0]) - _COMMON * log(self._vocabulary[choice]), choice)
            for choice, distance in found
            if distance <= guessed_distance(len(choice))
        ]
        return min(likely)[1] if likely else ""

    def _nearest(self, word: str, limit: int) -> str:
        found = self._within(word, limit)
        ranked = sorted(found, key=lambda hit: (hit[1] + (hit[0][0] != word[0]), -self._vocabulary[hit[0]], hit[0]))
        return ranked[0][0] if ranked and self._is_near(word, *ranked[0]) else word

    def _within(self, word: str, limit: int) -> list[tuple[str, int]]:
        """Return the vocabulary's words at most so many edits from *word*, and how many they are.

        An edit changes which letters a word has by two at most: by that nearly all others are passed over at once.
        """
        near, letters = list[str](), _letters([word])
        for length in range(len(word) - limit, len(word) + limit + 1):
            some, of_each = self._by_length.get(length, _NONE)
            near += [some[at] for at in np.flatnonzero(np.bitwise_count(of_each ^ letters) <= 2 * limit).tolist()]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=limit, limit=None)
        return [(choice, int(distance)) for choice, distance, _ in found]

    @staticmethod
    def _is_near(word: str, choice: str, distance: int) -> bool:
        """A changed first letter counts as one more edit: it changes the word most."""
        return distance + (word[0] != choice[0]) <= allowed_distance(min(len(word), len(choice)))

    def _parts(self, word: str) -> tuple[str, ...]:
        """Return the two vocabulary words a compound is made of, the longest first part winning; else nothing."""
        for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            rest = word[cut:]
            if rest not in self._vocabulary:
                continue
            for link in _LINKS:
                head = word[: cut - len(link)] if word[:cut].endswith(link) else ""
                if len(head) >= _SHORTEST_PART and (head in self._vocabulary or self._is_known(head)):
                    return head, rest
        return ()
