"""All words of a language as hashes, kept between starts."""

from __future__ import annotations

import numpy as np
import pytest

from bot.language.dictionary import Dictionary, key_of
from tests.understanding.builders import MemoryCache


@pytest.fixture(scope="module")
def kept() -> MemoryCache:
    """Give a cache after a first start with English."""
    cache = MemoryCache()
    Dictionary(["en"], cache)
    return cache


def test_words_are_kept_as_sorted_hashes(kept: MemoryCache) -> None:
    """A million words take a few megabytes."""
    (hashes,) = kept.kept.values()

    assert hashes.dtype == np.uint32
    assert (np.diff(hashes.astype(np.int64)) > 0).all()


def test_kept_words_are_not_read_again(kept: MemoryCache) -> None:
    """A second start believes what the first one kept, and knows the same words."""
    (key,) = kept.kept
    assert "courses" in Dictionary(["en"], kept)

    empty = MemoryCache()
    empty.save(key, np.zeros(0, dtype=np.uint32))

    assert "courses" not in Dictionary(["en"], empty)
    assert list(empty.kept) == [key]


def test_words_of_other_languages_are_kept_apart(kept: MemoryCache) -> None:
    """An English start does not make German words unknown."""
    german = Dictionary(["de"], kept)

    assert len(kept.kept) == 2
    assert "weiterbildung" in german
    assert "weiterbildung" not in Dictionary(["en"], kept)


@pytest.mark.parametrize("word", ["maedchen", "strasse", "oesterreich", "aerzte"])
def test_words_are_looked_up_folded(kept: MemoryCache, word: str) -> None:
    """In lower case, with ae, oe, ue and ss."""
    assert word in Dictionary(["de"], kept)


def test_the_order_of_the_languages_does_not_matter() -> None:
    """They share one array."""
    cache = MemoryCache()

    Dictionary(["en", "de"], cache)
    Dictionary(["de", "en"], cache)

    assert len(cache.kept) == 1


def test_a_key_stands_for_all_its_parts() -> None:
    """The same parts give the same key at every start, any other part another one."""
    parts: tuple[tuple[object, ...], ...] = ((), ("a",), ("a", "b"), ("ab",), (["a", "b"],), (1,), ("1",))
    keys = [key_of(name, *some) for name in ("words", "rows") for some in parts]

    assert len(set(keys)) == len(keys)
    assert key_of("words", "a") == keys[1]


def test_a_key_can_be_the_name_of_a_file() -> None:
    """It begins with what it is and holds nothing a disk would refuse."""
    key = key_of("words", "a/b\\c:ä" * 100)

    assert key.startswith("words-")
    assert key.replace("-", "").isalnum()
    assert len(key) < 60
