"""The lexical view: word and character n-grams."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from bot.language.dictionary import ArrayCache, key_of
from bot.understanding.features import WIDTH, Vectoriser
from bot.understanding.head import Matrix
from bot.understanding.quantised import columns, quantised, quantised_rows, scales
from bot.understanding.views import Words

_FORM = 4
"""Changes with the way vectors are made, so that kept ones are not taken for new."""
_IN_CACHE, _FEWEST, _MOST = 320_000, 4, 48
"""Numbers that fit into the cache of a processor, and columns multiplied at once, at least and at most."""
_UNPACKED = 1_000_000
"""OpenBLAS first packs what it multiplies, which takes half as long again, unless so few multiplications are to be done."""


class LexicalView:
    """Fitted on the words of all examples, or taken from the cache where these very words were fitted before."""

    scale = 1.0

    def __init__(self, texts: Sequence[Words], stem: Callable[[str], str], cache: ArrayCache) -> None:
        self.key = key_of("words-seen", _FORM, WIDTH, [tuple(words) for words in texts])
        self._vectoriser = Vectoriser(stem)
        kept, learnt = quantised_rows(cache.load(f"{self.key}-rows"), len(texts), WIDTH), cache.load(f"{self.key}-idf")
        if kept is None or learnt is None:
            kept = quantised(self._vectoriser.fit(texts), len(texts), WIDTH)
            cache.save(f"{self.key}-rows", kept)
            cache.save(f"{self.key}-idf", self._vectoriser.learnt)
        else:
            self._vectoriser.recall(learnt.astype(np.float64))
        self._scales, self._columns = scales(kept), columns(kept)

    def rows_of(self, some: slice) -> Matrix:
        """Return the vectors of *some* of the examples, made from what is kept of them; hundreds stay in a processor's cache."""
        return np.asarray(self._columns[:, some].T * self._scales[some, None], dtype=np.float32, order="C")

    def vectors(self, variants: Sequence[Words]) -> Matrix:
        """Return one vector for each way to read a question."""
        found = np.zeros((len(variants), WIDTH), dtype=np.float32)
        for row, words in zip(found, variants, strict=True):
            np.add.at(row, *self._vectoriser.vector(words))
        return found

    def similar(self, vectors: Matrix) -> Matrix:
        """Return the cosine of each of *vectors* to every example; only columns that hold something are read."""
        used = np.flatnonzero(vectors.any(axis=0))
        found = np.zeros((len(vectors), len(self._scales)), dtype=np.float32)
        # As many columns at once as stay in the cache of the processor after they were made floats: half the time.
        most = min(max(min(_IN_CACHE, _UNPACKED // len(vectors)) // len(self._scales), _FEWEST), _MOST)
        for at in (used[first : first + most] for first in range(0, len(used), most)):
            found += vectors[:, at] @ self._columns.take(at, axis=0).astype(np.float32)
        return np.asarray(found * self._scales, dtype=np.float32)
