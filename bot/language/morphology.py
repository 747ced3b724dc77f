"""Words of a language: whether they exist, and their stem."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory
from snowballstemmer import stemmer

from bot.language.languages import GRAMMARS
from bot.model.values import Language

_REMEMBERED_WORDS = 20_000
_UMLAUT_SPELLINGS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("ss", "ß"))


class Morphology:
    """Looks words up in the dictionaries of all languages the bot answers in.

    Simplemma's streaming dictionaries are used: they need 20 MB where the default needs 110.
    """

    def __init__(self, languages: Iterable[Language] = tuple(GRAMMARS)) -> None:
        self._languages = tuple(languages)
        self._dictionaries = StreamDictionaryFactory()
        self._stemmers = {code: stemmer(GRAMMARS[code].snowball) for code in self._languages}
        self.is_known = lru_cache(_REMEMBERED_WORDS)(self._is_known)
        self.stem = lru_cache(_REMEMBERED_WORDS)(self._stem)

    def _is_known(self, word: str) -> bool:
        """Tell whether the folded *word* exists in any of our languages, in any case or umlaut spelling."""
        lower = (word, *_with_umlauts(word))
        spellings = {*lower, *(spelling.title() for spelling in lower)}
        tables = [self._dictionaries.get_dictionary(code) for code in self._languages]
        return any(table.get(spelling) is not None for table in tables for spelling in spellings)

    def _stem(self, word: str) -> str:
        """Return the Snowball stem of the folded *word* in the first of our languages."""
        return str(self._stemmers[self._languages[0]].stemWord(word))


def _with_umlauts(word: str) -> tuple[str, ...]:
    """Return *word* with each of ae, oe, ue, ss given back, with all umlauts, and with all of them."""
    single = [word.replace(plain, umlaut) for plain, umlaut in _UMLAUT_SPELLINGS if plain in word]
    umlauts = word
    for plain, umlaut in _UMLAUT_SPELLINGS[:3]:
        umlauts = umlauts.replace(plain, umlaut)
    return (*single, umlauts, umlauts.replace("ss", "ß")) if single else ()
