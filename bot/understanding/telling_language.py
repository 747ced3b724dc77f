"""Tells by single words which of our languages a few words are in: too few for a model, and half of them names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from bot.language.languages import GRAMMARS, only_in
from bot.language.morphology import Morphology
from bot.model.catalogue import Catalogue
from bot.model.values import Language, base_of
from bot.understanding.vocabulary import Split

_LEAST, _TIMES = 2, 2
"""So many words tell a language, or one of its short words, where the others have less than one for so many of them."""


class TellingWords:
    """Knows the words that only one language has: short ones, those of our texts in it, and those of its dictionary alone.

    What stands in our texts of another language tells none: "Werkstatt" and "Landtag" are named in the English ones too.
    """

    def __init__(self, catalogue: Catalogue, morphology: Morphology, split: Split) -> None:
        said: dict[Language, set[str]] = {code: set() for code in GRAMMARS}
        for language, text in _texts(catalogue):
            if (code := base_of(language)) in said:
                said[code].update([word.folded for word in split(text)])
        self._said = said
        self._foreign = {code: frozenset[str]().union(*(said[each] for each in said if each != code)) for code in said}
        self._morphology = morphology
        self._short = {code: only_in(code, frozenset(GRAMMARS)) for code in GRAMMARS}

    def language_of(self, words: Collection[str], free: Collection[str]) -> Language | None:
        """Return the language that the folded *words* tell, one of those *free* of names at least; None where none for sure.

        Short words count first: "was ist Just Transition Fund" is German with an English name.
        """
        short = {code: self._short[code].intersection(free) for code in GRAMMARS}
        told = {code: [word for word in words if word in short[code] or self._is_only(word, code)] for code in GRAMMARS}
        for code, own in told.items():
            others = sum(len(each) for other, each in told.items() if other != code)
            against = max((len(each) for other, each in short.items() if other != code), default=0)
            enough = len(short[code]) > against or (not against and len(own) >= _LEAST and not set(own).isdisjoint(free))
            if enough and len(own) >= _TIMES * others:
                return code
        return None

    def _is_only(self, word: str, code: Language) -> bool:
        if word in self._foreign[code]:
            return False
        return word in self._said[code] or self._morphology.languages_of(word) == (code,)


def _texts(catalogue: Catalogue) -> Iterable[tuple[Language, str]]:
    for intent in catalogue.intents.values():
        yield from ((language, text) for language, texts in intent.examples.items() for text in texts)
    for topic in catalogue.topics.values():
        yield from topic.title.items()
        facts: Iterable[Mapping[Language, str]] = (fact.text for fact in (*topic.facets.values(), topic.summary) if fact)
        yield from (item for fact in facts for item in fact.items())
