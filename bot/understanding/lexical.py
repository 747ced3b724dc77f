"""The lexical view: word and character n-grams."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from bot.language.dictionary import ArrayCache, key_of
from bot.understanding.features import WIDTH, Vectoriser
from bot.understanding.head import Matrix
from bot.understanding.views import Words

_FORM = 2
"""Changes with the way vectors are made, so that kept ones are not taken for new."""


class LexicalView:
    """Fitted on the words of all examples, or taken from the cache where these very words were fitted before."""

    scale = 1.0

    def __init__(self, texts: Sequence[Words], stem: Callable[[str], str], cache: ArrayCache) -> None:
        self.key = key_of("words-seen", _FORM, WIDTH, [tuple(words) for words in texts])
        self._vectoriser = Vectoriser(stem)
        kept, learnt = cache.load(f"{self.key}-rows"), cache.load(f"{self.key}-idf")
        if kept is None or learnt is None or len(kept) != len(texts):
            kept = self._vectoriser.fit(texts).astype(np.float16)
            cache.save(f"{self.key}-rows", kept)
            cache.save(f"{self.key}-idf", self._vectoriser.learnt)
        else:
            self._vectoriser.recall(learnt.astype(np.float64))
        self._columns = np.asfortranarray(kept, dtype=np.float32)

    @property
    def rows(self) -> Matrix:
        """The vectors of the examples."""
        return self._columns

    def vectors(self, variants: Sequence[Words]) -> Matrix:
        """Return one vector for each way to read a question."""
        found = np.zeros((len(variants), WIDTH), dtype=np.float32)
        for row, words in zip(found, variants, strict=True):
            np.add.at(row, *self._vectoriser.vector(words))
        return found

    def similar(self, vectors: Matrix) -> Matrix:
        """Return the cosine of each of *vectors* to every example; only columns that hold something are read."""
        used = [np.flatnonzero(vector) for vector in vectors]
        found = [self._columns[:, at] @ vector[at] for at, vector in zip(used, vectors, strict=True)]
        return np.stack(found)
