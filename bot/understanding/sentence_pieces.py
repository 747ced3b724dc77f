"""Sentences cut into pieces of words, as the sentence encoder learnt them.

A unigram model (Kudo 2018): of all ways to cut a word into known pieces the most probable one is
taken. No piece crosses a space, so words are cut one by one, and each only once.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

_UNKNOWN, _BEGIN, _END = 0, 1, 2
_SPACE, _WRITTEN_SPACE = " ", "▁"
"""What stands before a word, and for that in the model file; most pieces then take a byte a letter instead of two."""
_UNKNOWN_PENALTY = 10.0
_PIECE, _TEXT, _SCORE = 0x0A, 0x0A, 0x15
"""Tags of a model file (protocol buffers): a piece, and in it its text and its score."""
_REMEMBERED_WORDS = 20_000

_score = itemgetter(0)
Cut = tuple[int, ...]


class SentencePieces:
    """Cuts sentences by the *model* file of sentencepiece, given as its bytes."""

    def __init__(self, model: bytes) -> None:
        texts, self._scores = _pieces(model)
        self._known = dict(zip(texts, range(len(texts)), strict=True))
        self._longest = max(map(len, texts))
        self._unknown = min(self._scores) - _UNKNOWN_PENALTY
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
        spelt, known = _SPACE + word, self._known
        best: list[tuple[float, int, int]] = [(0.0, 0, 0), *[(float("-inf"), 0, 0)] * len(spelt)]
        for start in range(len(spelt)):
            so_far = best[start][0]
            if spelt[start] not in known:
                best[start + 1] = max(best[start + 1], (so_far + self._unknown, start, _UNKNOWN), key=_score)
            for end in range(start + 1, min(start + self._longest, len(spelt)) + 1):
                number = known.get(spelt[start:end])
                if number is not None and (score := so_far + self._scores[number]) > best[end][0]:
                    best[end] = (score, start, number)
        return tuple(_way_back(best))[::-1]


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


def _pieces(model: bytes) -> tuple[list[str], array[float]]:
    """Return the text and the score of every piece; they stand first in the file, each shorter than 128 bytes."""
    texts, scores = [], []
    at = 0
    while model[at] == _PIECE and model[at + 2] == _TEXT:
        end = at + 4 + model[at + 3]
        texts.append(model[at + 4 : end])
        scores.append(model[end + 1 : end + 5] if model[end] == _SCORE else bytes(4))
        at += 2 + model[at + 1]
    # To decode them one by one takes as long as all else; no piece has the end of a line.
    return b"\n".join(texts).decode().replace(_WRITTEN_SPACE, _SPACE).split("\n"), array("f", b"".join(scores))
