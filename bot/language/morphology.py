"""Words of a language: whether they exist, and their stem."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from snowballstemmer import stemmer

from bot.language.dictionary import ArrayCache, Dictionary
from bot.language.languages import GRAMMARS
from bot.model.values import Language

_REMEMBERED_WORDS = 20_000


class Morphology:
    """Looks words up in the dictionaries of all languages the bot answers in; *cache* keeps those."""

    def __init__(self, languages: Iterable[Language] = tuple(GRAMMARS), cache: ArrayCache | None = None) -> None:
        self._languages = tuple(languages)
        self._dictionaries = {code: Dictionary((code,), cache) for code in self._languages}
        self._stemmers = {code: stemmer(GRAMMARS[code].snowball) for code in self._languages}
        self.stem = lru_cache(_REMEMBERED_WORDS)(self._stem)

    def is_known(self, word: str) -> bool:
        """Tell whether the folded *word* exists in any of our languages."""
        return any(word in dictionary for dictionary in self._dictionaries.values())

    def languages_of(self, word: str) -> tuple[Language, ...]:
        """Return those of our languages in which the folded *word* exists."""
        return tuple(code for code, dictionary in self._dictionaries.items() if word in dictionary)

    def _stem(self, word: str) -> str:
        """Return the Snowball stem of the folded *word* in the first of our languages."""
        return str(self._stemmers[self._languages[0]].stemWord(word))
