"""Samples of our own sentences, drawn by their words: one more sentence changes no sample but by itself.

By its place among the others, every second sentence after a new one would change places with its
neighbour: an example of small talk changed 70 of 682 test answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.understanding.views import Words

_SEED = 1
"""As good as any: with others about as many questions are right."""


def drawn(words: Words, one_in: int) -> bool:
    """Tell whether a sentence belongs to a sample of *one_in* so many."""
    return ticket(words) % one_in == 0


def some_of(texts: Sequence[Words], labels: NDArray[np.intp], most: int) -> NDArray[np.intp]:
    """Return where at most so many of *texts* stand that were drawn, in order: of each label the same share."""
    tickets = np.array([ticket(words) for words in texts], dtype=np.uint32)
    by_label = np.lexsort((tickets, labels))
    sizes = np.bincount(labels)
    starts = np.cumsum(sizes) - sizes
    share = np.empty(len(texts))
    share[by_label] = (np.arange(len(texts)) - starts[labels[by_label]] + 0.5) / sizes[labels[by_label]]
    return np.sort(np.lexsort((tickets, share))[:most])


def ticket(words: Words) -> int:
    """Return the number that a sentence draws: the same every time, whatever other sentences there are."""
    return crc32(" ".join(words).encode(), _SEED)
