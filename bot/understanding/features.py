"""Questions as vectors of hashed word and character n-grams.

Feature hashing (Weinberger et al. 2009) keeps the width fixed whatever staff add; weights are
tf-idf with the idf of scikit-learn, ``ln((1 + n) / (1 + df)) + 1``, and rows have unit length.
N-grams never seen in the examples add to a question's length but to no component, so that a
foreign question is unlike everything.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.language.fold import without_umlauts

Vectors = NDArray[np.float32]
Grams = NDArray[np.int64]
"""N-grams as numbers: the CRC-32 of each, and above its 32 bits of which kind it is."""

WIDTH = 1024
"""Components of a vector; collisions of 150 n-grams then blur a cosine by about 0.03."""

_SIGN_BIT = 1 << 20
_CHARACTERS = (2, 3, 4, 5)
_WORD, _STEM, _PAIR, _PIECE = (kind << 32 for kind in range(4))
_NEVER_SEEN = 1 << 40
"""Above all n-grams: stands at the end of the known ones, with the idf of those never seen."""
_IMPORTANCE = np.array([1.0, 1.0, 0.9, 0.45])
_REMEMBERED_WORDS = 20_000
_REMEMBERED_QUESTIONS = 16
"""Both who ranks intents and who looks for facts ask for the same words of a question."""


class Vectoriser:
    """Turns folded words into hashed tf-idf vectors; ``fit`` learns how telling each n-gram is."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._known = np.array([_NEVER_SEEN])
        self._idf = np.ones(1)

    def fit(self, texts: Sequence[Sequence[str]]) -> Vectors:
        """Learn the idf of the n-grams of *texts* and return their vectors, one row a text."""
        found = [self._grams(words) for words in texts]
        seen, counts = np.unique(np.concatenate([self._known[-1:], *found]), return_counts=True)
        counts[-1] = 0
        self._known, self._idf = seen, np.log((1 + len(texts)) / (1 + counts)) + 1
        rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for row, grams in zip(rows, found, strict=True):
            np.add.at(row, *self._weighed(grams))
        return rows

    @property
    def learnt(self) -> NDArray[np.float64]:
        """What `fit` learnt: n-grams and their idf, in two rows; the last column is the idf of what was never seen."""
        return np.array([self._known, self._idf])

    def recall(self, learnt: NDArray[np.float64]) -> None:
        """Take over what another one learnt."""
        self._known, self._idf = learnt[0].astype(np.int64), learnt[1].copy()

    def vector(self, words: Sequence[str]) -> tuple[NDArray[np.intp], Vectors]:
        """Return the columns and values of the vector of *words*; a column may stand twice."""
        return self._weighed(self._grams(words))

    def _weighed(self, grams: Grams) -> tuple[NDArray[np.intp], Vectors]:
        places = np.searchsorted(self._known, grams)
        known = self._known[places] == grams
        values = _IMPORTANCE[grams >> 32] * self._idf[np.where(known, places, -1)]
        values /= math.sqrt(values @ values) or 1.0
        values[(grams & _SIGN_BIT) == 0] *= -1
        return (grams[known] % WIDTH).astype(np.intp), values[known].astype(np.float32)

    def _grams(self, words: Sequence[str]) -> Grams:
        return _grams_of(tuple(words), self._stem)


@lru_cache(_REMEMBERED_QUESTIONS)
def _grams_of(words: tuple[str, ...], stem: Callable[[str], str]) -> Grams:
    """Return all n-grams of *words*, each once, in ascending order."""
    folded = [without_umlauts(word) for word in words]
    stems = [stem(word) for word in folded]
    pairs = [_PAIR | crc32(f"b{one} {two}".encode()) for one, two in pairwise(["^", *stems, "$"])]
    parts = [_of_word(word, own) for word, own in zip(folded, stems, strict=True)]
    found = np.concatenate([np.array(pairs, dtype=np.int64), *parts])
    found.sort()
    first = np.empty(len(found), dtype=np.bool_)
    first[:1] = True
    np.not_equal(found[1:], found[:-1], out=first[1:])
    return np.asarray(found[first])


@lru_cache(_REMEMBERED_WORDS)
def _of_word(word: str, stem: str) -> Grams:
    """Return the word, its stem and its pieces; a placeholder has no pieces."""
    pieces: Iterable[str] = () if word.startswith("{") else _pieces(word)
    cut = (_PIECE | crc32(f"c{piece}".encode()) for piece in pieces)
    return np.array([_WORD | crc32(f"w{word}".encode()), _STEM | crc32(f"s{stem}".encode()), *cut], dtype=np.int64)


def _pieces(word: str) -> Iterator[str]:
    bounded = f" {word} "
    for size in _CHARACTERS:
        for start in range(len(bounded) - size + 1):
            yield bounded[start : start + size]
