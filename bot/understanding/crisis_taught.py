"""Sentences that are examples themselves, and are judged as they were taught."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from bot.language.dictionary import ArrayCache
from bot.language.fold import fold
from bot.model.crisis import HARMLESS
from bot.understanding.crisis_lessons import Lesson

_MARGIN = 2.0
_DISTRESS = 1
"""The bit of a number that tells that its sentence is of distress."""
_REMEMBERED = 32_000


class Taught:
    """Knows every sentence by a number of 63 bits, so that many take neither memory nor time; *numbers* are in order."""

    def __init__(self, numbers: NDArray[np.uint64]) -> None:
        self._numbers = numbers

    @classmethod
    def of(cls, lessons: Sequence[Lesson], cache: ArrayCache, key: str) -> Taught:
        """Return what was taught with *lessons*, from *cache* where it was asked for before; *key* stands for them."""
        kept = cache.load(key)
        if kept is None:
            # The first of the same wording counts: what staff wrote here stands before the questions.
            found = {_remembered(lesson.text): lesson.kind != HARMLESS for lesson in reversed(lessons)}
            kept = np.sort(np.array([number | _DISTRESS * is_distress for number, is_distress in found.items()], dtype=np.uint64))
            cache.save(key, kept)
        return cls(np.asarray(kept, dtype=np.uint64))

    def margin(self, text: str) -> float | None:
        """Return how far above the threshold (below: negative) *text* is; None where it was never taught."""
        number = _number(text)
        place = int(self._numbers.searchsorted(np.uint64(number)))
        found = int(self._numbers[place]) if place < len(self._numbers) else ~number
        if found & ~_DISTRESS != number:
            return None
        return _MARGIN if found & _DISTRESS else -_MARGIN


def _number(text: str) -> int:
    """Return what a sentence is known by, however it is written, without the bit of distress."""
    return int.from_bytes(blake2b(fold(text).encode(), digest_size=8).digest(), "little") & ~_DISTRESS


_remembered = lru_cache(_REMEMBERED)(_number)
"""The numbers of lessons: after an edit nearly all are those of before."""
