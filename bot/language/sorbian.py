"""Tells Upper and Lower Sorbian from their neighbours: by letters no neighbour mixes, and by words staff list.

The model behind `languages` takes most Sorbian for Polish or Czech. The spelling is the surer sign: Sorbian has
Czech letters (``ě š č ž ř``) and Polish ones (``ł ń ś ź``, ``w`` for v) at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.model.values import Language

UPPER, LOWER = "hsb", "dsb"
CODES = (UPPER, LOWER)

_FEWEST_WORDS, _FEWEST_SIGNS = 3, 2
_SPELLING = 2
"""A letter that only one of the two has counts as two of its words: staff may list a word they share at one."""
_CZECH, _POLISH = re.compile("[ěščžř]"), re.compile("[łńśź]")
# Croatian has ć beside š and č, but neither of these two.
_CZECH_ONLY, _SOFT = re.compile("[ěř]"), re.compile("[ćłńśź]")
# Polish writes "dzi", "si", "zi" and "ni" before a vowel, and no other neighbour has these letters.
_SOFT_BEFORE_VOWEL = re.compile("(?:dź|[śźń])[aeiouyěó]")
_OF_LOWER, _OF_UPPER = re.compile("ś|(?<!d)ź"), re.compile("ć|dź|ř")


class SorbianWords:
    """The words by which the two languages are known, as people write them: with and without their accents."""

    def __init__(self, words: Mapping[Language, tuple[str, ...]]) -> None:
        """Know *words* by language; other languages than the two are left out."""
        self._words = {code: frozenset(word.casefold() for word in words.get(code, ())) for code in CODES}
        self._known = frozenset[str]().union(*self._words.values())

    @property
    def key(self) -> str:
        """What stands for the words."""
        return repr([sorted(words) for words in self._words.values()])

    def recognise(self, words: tuple[str, ...]) -> Language | None:
        """Return which of the two the lower-case *words* are in, None where it is neither or cannot be told.

        Fewer than three words are never judged; two signs are needed, an unmistakable spelling counts for both.
        """
        if len(words) < _FEWEST_WORDS:
            return None
        signs = sum(word in self._known or _is_sorbian_spelling(word) for word in words) + _mixes(" ".join(words))
        if signs < _FEWEST_SIGNS:
            return None
        lower, upper = (self._weight(code, words) for code in (LOWER, UPPER))
        return LOWER if lower > upper else UPPER

    def _weight(self, code: Language, words: tuple[str, ...]) -> int:
        letters = _OF_LOWER if code == LOWER else _OF_UPPER
        return sum((word in self._words[code]) + _SPELLING * bool(letters.search(word)) for word in words)


def _is_sorbian_spelling(word: str) -> bool:
    return not word.isascii() and (_mixes(word) or ("w" in word and _CZECH.search(word) is not None))


def _mixes(text: str) -> bool:
    if text.isascii():
        return False
    both = (_CZECH, _POLISH), (_CZECH_ONLY, _SOFT)
    mixed = any(czech.search(text) and polish.search(text) for czech, polish in both)
    return mixed or _SOFT_BEFORE_VOWEL.search(text) is not None
