"""The words that are told, to be looked through for others however inflected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.language.fold import folded_words

SHORTEST = 5
"""So long is a word at least whose forms are looked for."""
_ENDING = 2
"""So many letters at the end of a word may be its inflection."""
_BETWEEN = " "


@dataclass(frozen=True)
class ToldWords:
    """The *words* of some texts. In a row they are looked through at once, twenty times as quickly as one by one."""

    words: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> ToldWords:
        """Return those of *texts*."""
        return cls(frozenset(word for text in texts for word in folded_words(text)))

    def say(self, word: str) -> bool:
        """Tell whether they hold *word*, its inflection or a compound with it: not "Arbeitsagentur" for "Arbeitsamt"."""
        if word in self.words or len(word) < SHORTEST:
            return word in self.words
        return word in self._in_a_row or self._inflect(word)

    def speak_of(self, word: str) -> bool:
        """Tell whether one of them holds the beginning that the forms of *word* share."""
        return _stem(word) in self._in_a_row

    def _inflect(self, word: str) -> bool:
        begun, longest = _stem(word), len(word) + _ENDING
        likely = self.words if f"{_BETWEEN}{begun}" in self._in_a_row else ()
        return any(told.startswith(begun) and len(told) <= longest for told in likely)

    @cached_property
    def _in_a_row(self) -> str:
        return _BETWEEN.join(("", *self.words))


def _stem(word: str) -> str:
    """Return the beginning that a word's inflected forms share: "Deutschkurse", "Deutschkurs"."""
    return word[: max(SHORTEST, len(word) - _ENDING)]
