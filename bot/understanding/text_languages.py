"""In which language our own texts are, kept from one start to the next: to ask for all of them takes a tenth of a start."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

import numpy as np

from bot.language.dictionary import ArrayCache
from bot.model.values import Language

_TEXT, _LANGUAGE = "text", "language"
_KEPT = np.dtype([(_TEXT, np.uint64), (_LANGUAGE, "S16")])


class TextLanguages:
    """Knows texts by their numbers (among a million, two share one once in 30 million); *key* stands for who judges them."""

    def __init__(self, cache: ArrayCache, key: str) -> None:
        self._key = key
        kept = cache.load(key)
        table = np.empty(0, dtype=_KEPT) if kept is None else np.asarray(kept, dtype=_KEPT)
        self._known: dict[int, bytes] = dict(zip(table[_TEXT].tolist(), table[_LANGUAGE].tolist(), strict=True))
        self._asked: dict[int, bytes] = {}

    def of(self, text: str, identify: Callable[[str], Language | None]) -> Language | None:
        """Return what *identify* says of *text*, asked if the text is new."""
        number = int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")
        found = self._asked.get(number, self._known.get(number))
        found = self._asked[number] = (identify(text) or "").encode() if found is None else found
        return found.decode() or None

    def keep(self, cache: ArrayCache) -> None:
        """Keep what was asked for in *cache*, if any of it was new."""
        if self._asked.keys() - self._known.keys():
            cache.save(self._key, np.array(list(self._asked.items()), dtype=_KEPT))
        self._known, self._asked = self._asked, {}
