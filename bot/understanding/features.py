"""Questions as vectors of hashed word and character n-grams.

Feature hashing (Weinberger et al. 2009) keeps the width fixed whatever staff add; weights are
tf-idf with the idf of scikit-learn, ``ln((1 + n) / (1 + df)) + 1``, and rows have unit length.
N-grams never seen in the examples add to a question's length but to no component, so that a
foreign question is unlike everything.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.language.fold import without_umlauts
from bot.language.remembering import remembered

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
_NOTHING = np.zeros(0, dtype=np.int64)
_BEGINS, _ENDS = -1, -2
_TEXTS_AT_ONCE, _PLACE = 256, 23
"""Texts looked at together, and bits for the number of an n-gram: 8 million different ones, more than memory holds texts for."""
_IMPORTANCE = np.array([1.0, 1.0, 0.9, 0.45])
_REMEMBERED_WORDS = 20_000
_REMEMBERED_LOOKUPS = 2_000
"""Words whose n-grams need not be looked up again: those asked with most; half a kilobyte each."""
_REMEMBERED_QUESTIONS = 16
"""Both who ranks intents and who looks for facts ask for the same words of a question."""


class Vectoriser:
    """Turns folded words into hashed tf-idf vectors; ``fit`` learns how telling each n-gram is."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._learn(np.array([_NEVER_SEEN]), np.ones(1))

    def fit(self, texts: Sequence[Sequence[str]]) -> Iterator[Vectors]:
        """Learn the idf of the n-grams of *texts* and return their vectors, one row a text, in parts of a few hundred."""
        corpus = _Corpus.of(texts, self._stem)
        idf = np.log((1 + len(texts)) / (1 + corpus.counts)) + 1
        self._learn(np.append(corpus.grams, _NEVER_SEEN), np.append(idf, np.log(1 + len(texts)) + 1))
        return corpus.rows(_IMPORTANCE[corpus.grams >> 32] * idf)

    @property
    def learnt(self) -> NDArray[np.float64]:
        """What `fit` learnt: n-grams and their idf, in two rows; the last column is the idf of what was never seen."""
        return np.array([self._known, self._idf])

    def recall(self, learnt: NDArray[np.float64]) -> None:
        """Take over what another one learnt."""
        self._learn(learnt[0].astype(np.int64), learnt[1].copy())

    def _learn(self, known: Grams, idf: NDArray[np.float64]) -> None:
        self._known, self._idf = known, idf
        self._idf_of_word = remembered(self._looked_up_word, _REMEMBERED_LOOKUPS)

    def vector(self, words: Sequence[str]) -> tuple[NDArray[np.intp], Vectors]:
        """Return the columns and values of the vector of *words*; a column may stand twice."""
        cut = _cut_up(tuple(words), self._stem)
        idf = np.concatenate([self._looked_up(cut.pairs), *(self._idf_of_word(*word) for word in cut.words)])[cut.places]
        known = idf > 0
        values = cut.importance * np.abs(idf)
        values /= math.sqrt(values @ values) or 1.0
        return cut.columns[known], values[known].astype(np.float32)

    def _looked_up_word(self, word: str, stem: str) -> NDArray[np.float64]:
        return self._looked_up(_of_word(word, stem))

    def _looked_up(self, grams: Grams) -> NDArray[np.float64]:
        """Return the idf of each of *grams*; below zero that of those never seen."""
        places = self._known.searchsorted(grams)
        return np.where(self._known[places] == grams, self._idf[places], -self._idf[-1])


@dataclass(frozen=True, slots=True)
class _Cut:
    """A text cut up: *pairs* of words and *words* with their stems, and of all their n-grams each once, in ascending order.

    Those are known by their *places* among all; with what follows from them alone: columns and signed importance.
    """

    pairs: Grams
    words: Sequence[tuple[str, str]]
    places: NDArray[np.intp]
    columns: NDArray[np.intp]
    importance: NDArray[np.float64]


@lru_cache(_REMEMBERED_QUESTIONS)
def _cut_up(words: tuple[str, ...], stem: Callable[[str], str]) -> _Cut:
    """Return all n-grams of *words*."""
    folded = [without_umlauts(word) for word in words]
    stems = [stem(word) for word in folded]
    pairs = np.array([_of_pair(*pair) for pair in pairwise(["^", *stems, "$"])], dtype=np.int64)
    parts = list(zip(folded, stems, strict=True))
    found = np.concatenate([pairs, *(_of_word(*part) for part in parts)])
    order = found.argsort(kind="stable")
    ascending = found[order]
    first = np.ones(len(found), dtype=np.bool_)
    np.not_equal(ascending[1:], ascending[:-1], out=first[1:])
    grams = ascending[first]
    importance = _IMPORTANCE[grams >> 32]
    importance[(grams & _SIGN_BIT) == 0] *= -1
    return _Cut(pairs, parts, order[first], (grams % WIDTH).astype(np.intp), importance)


@dataclass(frozen=True, slots=True)
class _Corpus:
    """All different *grams* of some texts in ascending order, in how many of the texts each is, and for every text its own.

    Those of a text are places in *grams*; `_TEXTS_AT_ONCE` texts together: where each starts, and the places.
    """

    grams: Grams
    counts: NDArray[np.intp]
    parts: Sequence[tuple[NDArray[np.intp], NDArray[np.int32]]]

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]], stem: Callable[[str], str]) -> _Corpus:
        """Return what `Vectoriser.vector` would find in each of *texts*; every word and pair of words is cut up once."""
        said = _Said.of(texts)
        folded = [without_umlauts(word) for word in said.spelt]
        stems = [stem(word) for word in folded]
        pairs, beside = said.pairs(stems)
        cut = [*map(_of_word, folded, stems), np.array([_of_pair(*pair) for pair in pairs], dtype=np.int64)]
        grams, places = np.unique(np.concatenate([_NOTHING, *cut]), return_inverse=True)
        sizes = np.array([*map(len, cut[:-1]), *([1] * len(pairs))], dtype=np.int32)
        numbers = np.concatenate([said.words[said.is_word], len(folded) + beside])
        owners = np.concatenate([said.owners[said.is_word], said.owners[:-1][said.begins_pair]])
        parts, counts = [], np.zeros(len(grams), dtype=np.intp)
        for first in range(0, len(texts), _TEXTS_AT_ONCE):
            some = (owners >= first) & (owners < first + _TEXTS_AT_ONCE)
            count = min(_TEXTS_AT_ONCE, len(texts) - first)
            parts.append(_once_each(numbers[some], owners[some] - first, count, places.astype(np.int32), sizes))
            counts += np.bincount(parts[-1][1], minlength=len(grams))
        return cls(grams, counts, parts)

    def rows(self, weights: NDArray[np.float64]) -> Iterator[Vectors]:
        """Yield the vectors of the texts, `_TEXTS_AT_ONCE` together, given how much each gram counts."""
        signed = np.where(self.grams & _SIGN_BIT, weights, -weights)
        columns = (self.grams % WIDTH).astype(np.intp)
        for starts, own in self.parts:
            rows = np.zeros((len(starts), WIDTH), dtype=np.float32)
            owners = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(own))))
            lengths = np.sqrt(np.add.reduceat(weights[own] ** 2, starts))
            values = (signed[own] / lengths[owners]).astype(np.float32)
            np.add.at(rows.reshape(-1), owners * WIDTH + columns[own], values)
            yield rows


@dataclass(frozen=True, slots=True)
class _Said:
    """The different words of some texts, and all texts in a row: *words* by their numbers between two stops each."""

    spelt: Sequence[str]
    words: NDArray[np.intp]
    owners: NDArray[np.intp]

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]]) -> _Said:
        """Number the words of *texts*."""
        spelt: dict[str, int] = {}
        lists = [[_BEGINS, *(spelt.setdefault(word, len(spelt)) for word in words), _ENDS] for words in texts]
        words = np.fromiter(chain.from_iterable(lists), dtype=np.intp)
        return cls(tuple(spelt), words, np.repeat(np.arange(len(texts)), [len(each) for each in lists]))

    @property
    def is_word(self) -> NDArray[np.bool_]:
        """Where a word stands, and no stop."""
        return np.greater_equal(self.words, 0)

    @property
    def begins_pair(self) -> NDArray[np.bool_]:
        """At which places but the last a pair of neighbours in one text begins."""
        return np.not_equal(self.words[:-1], _ENDS)

    def pairs(self, stems: Sequence[str]) -> tuple[Sequence[tuple[str, str]], NDArray[np.intp]]:
        """Return the different pairs of neighbours by their *stems*, and those of all texts by number."""
        forms = list(dict.fromkeys(("^", "$", *stems)))
        number = {form: at for at, form in enumerate(forms)}
        by_word = np.array([number[form] for form in (*stems, "$", "^")])[self.words]  # the last two are `_ENDS` and `_BEGINS`
        codes, which = np.unique((by_word[:-1] * len(forms) + by_word[1:])[self.begins_pair], return_inverse=True)
        return [(forms[code // len(forms)], forms[code % len(forms)]) for code in codes.tolist()], which


def _once_each(
    numbers: NDArray[np.intp], owners: NDArray[np.intp], texts: int, places: NDArray[np.int32], sizes: NDArray[np.int32]
) -> tuple[NDArray[np.intp], NDArray[np.int32]]:
    """Return where each of so many *texts* starts, and its n-grams, each once in ascending order.

    *numbers* are the words and pairs in them, *owners* the texts these are in; those of number n are the ``sizes[n]``
    n-grams in *places* behind those of the numbers below n.
    """
    own = sizes[numbers]
    at = np.arange(int(own.sum())) + np.repeat(np.cumsum(sizes)[numbers] - np.cumsum(own), own)
    # Text and place in one number: 32 bits are sorted in half the time of 64.
    found = np.repeat((owners << _PLACE).astype(np.int32), own) | places[at]
    found.sort()
    found = found[np.append(np.True_, found[1:] != found[:-1])[: len(found)]]
    return np.searchsorted(found, (np.arange(texts) << _PLACE).astype(np.int32)), found & ((1 << _PLACE) - 1)


def _of_pair(one: str, two: str) -> int:
    return _PAIR | crc32(f"b{one} {two}".encode())


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
