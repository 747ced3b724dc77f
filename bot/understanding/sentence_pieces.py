"""Sentences cut into pieces of words, as the sentence encoder learnt them.

A unigram model (Kudo 2018): of all ways to cut a word into known pieces the most probable one is
taken. No piece crosses a space, so words are cut one by one, and each only once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_UNKNOWN, _BEGIN, _END = 0, 1, 2
_SPACE, _WRITTEN_SPACE = " ", "▁"
"""What stands before a word, and for that in the model file; most pieces then take a byte a letter instead of two."""
_UNKNOWN_PENALTY = 10.0
_PIECE, _TEXT, _SCORE = 0x0A, 0x0A, 0x15
"""Tags of a model file (protocol buffers): a piece, and in it its text and its score."""
_REMEMBERED_WORDS = 10_000

Cut = tuple[int, ...]


class SentencePieces:
    """Cuts sentences by the *model* file of sentencepiece, given as its bytes.

    A piece is known by the hash of its text: the texts of all 128,000 take 20 MB, and that two of them share one of 64 bits
    happens once in a billion starts.
    """

    def __init__(self, model: bytes) -> None:
        texts, self._scores = _pieces(model)
        hashes = np.fromiter(map(hash, texts), dtype=np.int64, count=len(texts))
        self._order = hashes.argsort()
        self._hashes = hashes[self._order]
        self._longest = max(len(text.decode()) for text in texts)
        self._unknown = self._scores.min() - _UNKNOWN_PENALTY
        self._cut = lru_cache(_REMEMBERED_WORDS)(self._best_cut)

    def numbers(self, sentence: str) -> list[int]:
        """Return the numbers of the pieces of *sentence*, between those of its beginning and its end."""
        found = [_BEGIN]
        for word in _normal(sentence).split():
            found += self._cut(word)
        if len(found) == 1:
            found.append(_UNKNOWN)
        found.append(_END)
        return found

    def _best_cut(self, word: str) -> Cut:
        """Return the most probable cut of *word* (Viterbi 1967): the best way to each letter, from the first on."""
        spelt = _SPACE + word
        best: list[tuple[float, int, int]] = [(0.0, 0, 0), *[(float("-inf"), 0, 0)] * len(spelt)]
        for start, end, number, own in self._steps(spelt):
            score = best[start][0] + own
            if score > best[end][0]:
                best[end] = (score, start, number)
        return tuple(_way_back(best))[::-1]

    def _steps(self, spelt: str) -> Iterator[tuple[int, int, int, float]]:
        """Yield where each known piece in *spelt* starts and ends, its number and its score; and each letter that is none."""
        starts, ends = _windows(len(spelt), self._longest)
        parts = [spelt[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        # Of strings, "pf" and "晰" have the same hash: that of the bytes in memory, two of which may be two letters or one.
        asked = np.fromiter(map(hash, map(str.encode, parts)), dtype=np.int64, count=len(parts))
        places = self._hashes.searchsorted(asked)
        known = self._hashes.take(places, mode="clip") == asked
        numbers = np.where(known, self._order.take(places, mode="clip"), _UNKNOWN)
        scores = np.where(known, self._scores[numbers], self._unknown)
        some = known | (ends == starts + 1)
        found = (starts[some].tolist(), ends[some].tolist(), numbers[some].tolist(), scores[some].tolist())
        return zip(*found, strict=True)


@lru_cache
def _windows(size: int, longest: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return where each part of a word of *size* letters starts and ends, those of up to *longest* letters."""
    starts, lengths = np.divmod(np.arange(size * longest), longest)
    inside = starts + lengths < size
    return starts[inside], (starts + lengths)[inside] + 1


def _normal(sentence: str) -> str:
    """Return *sentence* in Unicode NFKC, without the characters that are no text."""
    if sentence.isascii() and sentence.isprintable():
        return sentence
    composed = unicodedata.normalize("NFKC", sentence)
    if composed.isprintable():
        return composed
    return "".join(char for char in composed if char.isspace() or unicodedata.category(char) != "Cc")


def _way_back(best: list[tuple[float, int, int]]) -> Iterator[int]:
    end = len(best) - 1
    while end:
        _, end, number = best[end]
        yield number


def _pieces(model: bytes) -> tuple[list[bytes], NDArray[np.float64]]:
    """Return the text and the score of every piece; they stand first in the file, each shorter than 128 bytes."""
    texts, scores = [], []
    at = 0
    while model[at] == _PIECE and model[at + 2] == _TEXT:
        end = at + 4 + model[at + 3]
        texts.append(model[at + 4 : end])
        scores.append(model[end + 1 : end + 5] if model[end] == _SCORE else bytes(4))
        at += 2 + model[at + 1]
    # No piece has the end of a line.
    spelt = b"\n".join(texts).replace(_WRITTEN_SPACE.encode(), _SPACE.encode()).split(b"\n")
    return spelt, np.frombuffer(b"".join(scores), dtype="<f4").astype(np.float64)
