"""All words of a language, as hashes: which words exist."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from importlib.metadata import version
from typing import Protocol
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

from bot.model.values import Language

_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"))
Numbers = NDArray[np.generic]


class ArrayCache(Protocol):
    """Keeps arrays of numbers between starts; may forget at any time."""

    def load(self, key: str) -> Numbers | None:
        """Return the array kept under *key*, None where there is none."""
        ...

    def save(self, key: str, numbers: Numbers) -> None:
        """Keep *numbers*; does nothing where that is not possible."""
        ...


def key_of(name: str, *parts: object) -> str:
    """Return the key under which what follows from *parts* is kept."""
    digest = blake2b("\0".join(map(repr, parts)).encode(), digest_size=16).hexdigest()
    return f"{name}-{digest}"


class Dictionary:
    """The words of simplemma's dictionaries, folded.

    A word is known by its CRC-32, so that a million words take 5 MB and no time to load; one
    unknown word in 3,000 is taken for a known one.
    """

    def __init__(self, languages: Iterable[Language], cache: ArrayCache | None) -> None:
        codes = sorted(languages)
        key = key_of("words", codes, version("simplemma"))
        kept = cache.load(key) if cache else None
        self._hashes = _hashes(codes) if kept is None else kept
        if cache and kept is None:
            cache.save(key, self._hashes)

    def __contains__(self, word: str) -> bool:
        """Tell whether the folded *word* exists."""
        number = np.uint32(crc32(word.encode()))
        place = int(np.searchsorted(self._hashes, number))
        return place < len(self._hashes) and bool(self._hashes[place] == number)


def _hashes(languages: Iterable[Language]) -> NDArray[np.uint32]:
    """Return the sorted hashes of all words of *languages*; a language's words are folded in one go."""
    factory = StreamDictionaryFactory()
    texts = (_folded("\n".join(factory.get_dictionary(code))) for code in languages)
    hashes = np.concatenate([np.fromiter(map(crc32, text.encode().split()), np.uint32) for text in texts])
    hashes.sort()
    return np.asarray(hashes[np.append(hashes[1:] != hashes[:-1], np.True_)])


def _folded(text: str) -> str:
    """Return *text* in lower case and without umlauts (replacing four letters is six times as fast as translating all)."""
    folded = text.lower()
    for umlaut, plain in _UMLAUTS:
        folded = folded.replace(umlaut, plain)
    return folded
