"""All words of a language as hashes, kept between starts."""

from __future__ import annotations

import numpy as np
import pytest
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

from bot.language import dictionary
from bot.language.dictionary import Dictionary, key_of
from tests.understanding.builders import MemoryCache

WORDS = {"en": ("course", "courses", "training"), "de": ("Weiterbildung", "Mädchen", "Straße", "Österreich", "Ärzte")}


def a_file(*words: str) -> bytes:
    """Return a dictionary file of *words* that share nothing and are their own lemmas."""
    packed = (bytes([0, len(word.encode())]) + word.encode() + b"\xfe" for word in words)
    return b"SMFC1\x00" + bytes([len(words)]) + b"".join(packed)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the library's dictionaries be small ones: the whole ones take a second to read."""
    monkeypatch.setattr(dictionary, "_content", lambda language: a_file(*WORDS[language]))


@pytest.fixture
def kept(small: None) -> MemoryCache:
    """Give a cache after a first start with English."""
    cache = MemoryCache()
    Dictionary(["en"], cache)
    return cache


def test_words_are_kept_as_sorted_hashes(kept: MemoryCache) -> None:
    """Four bytes each: a million words take a few megabytes."""
    (hashes,) = kept.kept.values()

    assert hashes.dtype == np.uint32
    assert len(hashes) == len(WORDS["en"])
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


def test_the_order_of_the_languages_does_not_matter(small: None) -> None:
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


def test_every_word_of_the_library_is_read() -> None:
    """Its files are read without its code: not one word may be lost or cut."""
    english = Dictionary(["en"], None)

    words = [word.lower() for word in StreamDictionaryFactory().get_dictionary("en") if word.isascii()]

    assert len(words) > 100_000
    assert [word for word in words if word.split() == [word] and word not in english] == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"SMFC1\x00\x03\x00\x03car\x00\x00\x03\x01s\xfe\x00\x03dog\x00\x01x", [b"car", b"cars", b"dog"]),
        (b"SMFC1\x01\x01\x00\x03rac\xfe", [b"car"]),
        (b"SMFC1\x00\x80\x01\x00\x81\x01" + b"a" * 129 + b"\x01\x80\x01" + b"b" * 128 + b"\x81\x01\x01c\xfe", [b"a" * 129, b"a" * 129 + b"c"]),
    ],
)
def test_words_are_put_together_from_what_they_share(
    monkeypatch: pytest.MonkeyPatch, content: bytes, words: list[bytes]
) -> None:
    """With and without a lemma of their own, spelt backwards, and longer than one byte can count."""
    monkeypatch.setattr(dictionary, "_content", lambda language: content)

    assert list(dictionary._words_of("en")) == words


def test_a_dictionary_of_another_form_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """An update of the library that changes its files is noticed at once."""
    monkeypatch.setattr(dictionary, "_content", lambda language: b"SMFC2")

    with pytest.raises(ValueError, match="another form"):
        Dictionary(["en"], None)
