"""The columns (see `crisis_vectors`) of sentences the net learns from, kept from one fit to the next.

They follow from a sentence alone, so that an edit costs the reading of one sentence, not of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from bot.language.dictionary import ArrayCache, key_of
from bot.understanding.crisis_passages import plain_words
from bot.understanding.crisis_vectors import WIDTH, Columns, Sentences, columns_of

_FORM = 2
"""To be raised with every change of how a sentence is read: kept columns are not taken for new ones."""
_HEAD = 3
"""So many numbers stand for a sentence before its columns: what it is known by, in two halves, and how many those are."""


def columns_in(text: str) -> Columns:
    """Return the columns of *text*."""
    return columns_of(plain_words(text))


def columns_cached(cache: ArrayCache, texts: Sequence[str]) -> Sentences:
    """Return *texts* (one at least) as columns, from *cache* where a fit before has read the very same text."""
    key = key_of("crisis-columns", _FORM, WIDTH)
    numbers = [blake2b(text.encode(), digest_size=8).digest() for text in texts]
    known = _unpacked(cache, key)
    read = {number: columns_in(text) for number, text in zip(numbers, texts, strict=True) if number not in known}
    known.update(read)
    if read:
        cache.save(key, _packed({number: known[number] for number in numbers}))
    return Sentences.of([known[number] for number in numbers])


def _packed(columns: dict[bytes, Columns]) -> Columns:
    """Return all in one array: how many sentences, what stands for each, and their columns."""
    head = np.empty((len(columns), _HEAD), dtype=np.int32)
    head[:, :-1] = np.frombuffer(b"".join(columns), dtype=np.int32).reshape(-1, _HEAD - 1)
    head[:, -1] = [len(each) for each in columns.values()]
    return np.concatenate([[len(columns)], head.ravel(), *columns.values()], dtype=np.int32)


def _unpacked(cache: ArrayCache, key: str) -> dict[bytes, Columns]:
    kept = cache.load(key)
    if kept is None:
        return {}
    table = kept.astype(np.int32, copy=False)
    behind = 1 + _HEAD * int(table[0])
    head = table[1:behind].reshape(-1, _HEAD)
    names = np.ascontiguousarray(head[:, :-1]).tobytes()
    size = len(names) // max(1, len(head))
    ends = behind + np.cumsum(head[:, -1])
    starts = (ends - head[:, -1]).tolist()
    return {
        names[at * size : (at + 1) * size]: table[start:end]
        for at, (start, end) in enumerate(zip(starts, ends.tolist(), strict=True))
    }
