"""All words of a language, as hashes: which words exist.

The words are those of simplemma's dictionaries. Only its files are used: its own code reads each of
them twice, word by word, and takes a second longer at the first start.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.model.values import Language

_LIBRARY = "simplemma"
_FORMAT, _BACKWARDS = b"SMFC1", 1
"""How a dictionary file begins, and the flag that its words are spelt backwards."""
_SAME_LEMMA = 254
_HALF = 16
"""Bits of half a hash."""
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

    A word is known by its CRC-32; one unknown word in 3,000 is taken for a known one. The upper half of the number tells
    where the lower ones stand, some twenty of them: a million words take 3 MB and no time to load, and a word is looked up
    in a tenth of the time that a search through all takes.
    """

    def __init__(self, languages: Iterable[Language], cache: ArrayCache | None) -> None:
        codes = sorted(languages)
        key = key_of("words", codes, version("simplemma"))
        kept = cache.load(key) if cache else None
        hashes = _hashes(codes) if kept is None else kept.astype(np.uint32, copy=False)
        if cache and kept is None:
            cache.save(key, hashes)
        firsts = np.arange(1 << _HALF, dtype=np.uint32) << np.uint32(_HALF)
        self._starts = np.append(hashes.searchsorted(firsts), len(hashes)).astype(np.uint32).data
        self._lower = hashes.astype(np.uint16).data

    def __contains__(self, word: str) -> bool:
        """Tell whether the folded *word* exists."""
        upper, lower = divmod(crc32(word.encode()), 1 << _HALF)
        return lower in self._lower[self._starts[upper] : self._starts[upper + 1]].tolist()


def _hashes(languages: Iterable[Language]) -> NDArray[np.uint32]:
    """Return the sorted hashes of all words of *languages*; a language's words are folded in one go."""
    texts = (_folded(b"\n".join(_words_of(code)).decode()) for code in languages)
    hashes = np.concatenate([np.fromiter(map(crc32, text.encode().split()), np.uint32) for text in texts])
    hashes.sort()
    return np.asarray(hashes[np.append(hashes[1:] != hashes[:-1], np.True_)])


def _words_of(language: Language) -> Iterator[bytes]:
    """Yield the words of a dictionary file (UTF-8): each as what it shares with the one before, and its end.

    Behind each word stands its lemma, which is skipped.
    """
    content = _content(language)
    if not content.startswith(_FORMAT):
        raise ValueError(f"the dictionary of {_LIBRARY} {version(_LIBRARY)} has another form than {_FORMAT.decode()}")
    backwards = content[len(_FORMAT)] & _BACKWARDS
    _, at = _number(content, len(_FORMAT) + 1)
    word, end = b"", len(content)
    while at < end:
        shared, size = content[at], content[at + 1]
        at += 2
        if shared >= 0x80 or size >= 0x80:
            shared, at = _number(content, at - 2)
            size, at = _number(content, at)
        behind = at + size
        word = word[:shared] + content[at:behind]
        yield word[::-1] if backwards else word
        at = behind + 1
        if content[behind] != _SAME_LEMMA:
            size, at = _number(content, at)
            at += size


def _content(language: Language) -> bytes:
    spec = find_spec(_LIBRARY)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(_LIBRARY)
    file = Path(spec.origin).parent / "strategies" / "dictionaries" / "data" / f"{language}.plzma"
    return lzma.decompress(file.read_bytes())


def _number(content: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins *at* a place, seven bits a byte, and the place behind it."""
    number, shift = content[at] & 0x7F, 7
    while content[at] & 0x80:
        at += 1
        number |= (content[at] & 0x7F) << shift
        shift += 7
    return number, at + 1


def _folded(text: str) -> str:
    """Return *text* in lower case and without umlauts (replacing four letters is six times as fast as translating all)."""
    folded = text.lower()
    for umlaut, plain in _UMLAUTS:
        folded = folded.replace(umlaut, plain)
    return folded
