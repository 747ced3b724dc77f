"""Questions as vectors of hashed word and character n-grams.

Feature hashing (Weinberger et al. 2009) keeps the width fixed whatever staff add; weights are
tf-idf with the idf of scikit-learn, ``ln((1 + n) / (1 + df)) + 1``, and rows have unit length.
N-grams never seen in the examples add to a question's length but to no component, so that a
foreign question is unlike everything.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.language.fold import without_umlauts

Vectors = NDArray[np.float32]
Counted = Mapping[int, float]

WIDTH = 1024
"""Components of a vector; collisions of 150 n-grams then blur a cosine by about 0.03."""

_SIGN_BIT = 1 << 20
_CHARACTERS = (2, 3, 4, 5)
_WORD, _STEM, _PAIR, _PIECE = 1.0, 1.0, 0.9, 0.45
_REMEMBERED_WORDS = 20_000


class Vectoriser:
    """Turns folded words into hashed tf-idf vectors; ``fit`` learns how telling each n-gram is."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._idf: dict[int, float] = {}
        self._rarest = 1.0

    def fit(self, texts: Sequence[Sequence[str]]) -> Vectors:
        """Learn the idf of the n-grams of *texts* and return their vectors, one row a text."""
        frequency = Counter(key for words in texts for key in self._grams(words))
        total = len(texts)
        self._idf = {key: math.log((1 + total) / (1 + count)) + 1 for key, count in frequency.items()}
        self._rarest = math.log(1 + total) + 1
        rows = np.zeros((total, WIDTH), dtype=np.float32)
        for row, words in enumerate(texts):
            columns, values = self.vector(words)
            np.add.at(rows[row], columns, values)
        return rows

    @property
    def learnt(self) -> NDArray[np.float64]:
        """What `fit` learnt: n-grams and their idf, in two rows; the first column is the idf of what was never seen."""
        keys, values = [0.0, *map(float, self._idf)], [self._rarest, *self._idf.values()]
        return np.array([keys, values])

    def recall(self, learnt: NDArray[np.float64]) -> None:
        """Take over what another one learnt."""
        self._rarest = float(learnt[1, 0])
        self._idf = dict(zip(map(int, learnt[0, 1:]), map(float, learnt[1, 1:]), strict=True))

    def vector(self, words: Sequence[str]) -> tuple[NDArray[np.intp], Vectors]:
        """Return the columns and values of the vector of *words*; a column may stand twice."""
        idf = self._idf
        columns, values, length = [], [], 0.0
        for key, weight in self._grams(words).items():
            known = idf.get(key)
            value = weight * (known or self._rarest)
            length += value * value
            if known is not None:
                columns.append(key % WIDTH)
                values.append(value if key & _SIGN_BIT else -value)
        scale = 1.0 / math.sqrt(length) if length else 0.0
        return np.array(columns, dtype=np.intp), np.array(values, dtype=np.float32) * np.float32(scale)

    def _grams(self, words: Sequence[str]) -> Counted:
        """Return the weight of every n-gram, keyed by its CRC-32."""
        counted: dict[int, float] = {}
        folded = [without_umlauts(word) for word in words]
        stems = [self._stem(word) for word in folded]
        for word, stem in zip(folded, stems, strict=True):
            counted.update(_of_word(word, stem))
        for one, two in zip(["^", *stems], [*stems, "$"], strict=True):
            counted[crc32(f"b{one} {two}".encode())] = _PAIR
        return counted


@lru_cache(_REMEMBERED_WORDS)
def _of_word(word: str, stem: str) -> Counted:
    """Return the weights of the word, its stem and its pieces; a placeholder has no pieces."""
    counted = {crc32(f"w{word}".encode()): _WORD, crc32(f"s{stem}".encode()): _STEM}
    if not word.startswith("{"):
        counted.update({crc32(f"c{gram}".encode()): _PIECE for gram in _pieces(word)})
    return counted


def _pieces(word: str) -> Iterable[str]:
    bounded = f" {word} "
    for size in _CHARACTERS:
        for start in range(len(bounded) - size + 1):
            yield bounded[start : start + size]
