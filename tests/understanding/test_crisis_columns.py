"""How sentences are read is kept from one fit to the next."""

from __future__ import annotations

import numpy as np

from bot.understanding.crisis_columns import columns_cached, columns_in
from tests.understanding.builders import MemoryCache

SENTENCES = ("ich will weg", "alles ist grau", "ich will weg", "wann geht es los?")


def listed(cache: MemoryCache, *texts: str) -> list[list[int]]:
    """Return the columns of *texts* as plain lists."""
    found = columns_cached(cache, texts)
    return [each.tolist() for each in np.split(found.columns, found.starts[1:])]


def test_kept_columns_are_those_that_reading_gives() -> None:
    """The first time, again in another order, and with a new sentence between them."""
    cache = MemoryCache()

    for texts in (SENTENCES, SENTENCES[::-1], ("neu", *SENTENCES), ("wieder neu",), SENTENCES):
        assert listed(cache, *texts) == [columns_in(text).tolist() for text in texts]


def test_a_sentence_known_from_before_is_not_read_again() -> None:
    """What is kept of it is taken as it is: the last column is another one here."""
    cache = MemoryCache()
    listed(cache, *SENTENCES)
    (key,) = cache.kept
    cache.kept[key] = cache.kept[key] + (cache.kept[key] == columns_in(SENTENCES[-1])[-1])

    assert listed(cache, SENTENCES[-1], "neu") != [columns_in(text).tolist() for text in (SENTENCES[-1], "neu")]


def test_only_what_was_asked_for_last_is_kept() -> None:
    """Sentences that staff took out take no room."""
    cache = MemoryCache()
    listed(cache, *SENTENCES)
    (before,) = (len(kept) for kept in cache.kept.values())
    listed(cache, "neu")

    assert [len(kept) < before for kept in cache.kept.values()] == [True]
