"""Words that point at one of several: a no, "der andere", "das zweite", "die mit"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.language.languages import GRAMMARS, of_any

_STRETCHES = ("week", "month", "year")
_UNITS = tuple(of_any(lambda grammar: frozenset(word for word, unit in grammar.relative.items() if unit in _STRETCHES)))
_PRONOUNS = of_any(lambda grammar: (grammar.there & grammar.subjects) | grammar.them)
_SMALL = of_any(lambda grammar: grammar.stop_words | grammar.asking | grammar.doing)
_PERSONS = of_any(lambda grammar: grammar.subjects - grammar.definite)


def points(words: list[str]) -> bool:
    """Tell whether a message points at one of several: "nein", "der andere", "die zweite", "die mit", "the one from"."""
    if says_no(words[0]) or any(says_other(word) or ordinal(word) for word in words):
        return True
    pairs = pairwise(words)
    return any(one in g.demonstratives and then in g.pointing for one, then in pairs for g in GRAMMARS.values())


def points_back(words: Sequence[str]) -> bool:
    """Tell whether a pronoun stands for what was spoken of: "wo sitzen die", "geht das auch"; "das Netzwerk" names it."""
    return any(word in _PRONOUNS and (not then or then in _SMALL) for word, then in pairwise((*words, "")))


def ordinal(word: str) -> int:
    """Return which of several a word counts to, from the last one backwards (−1); 0 for every other."""
    return next((grammar.ordinals[word] for grammar in GRAMMARS.values() if word in grammar.ordinals), 0)


def counted(words: Sequence[str]) -> int:
    """Return which of several is counted to, as `ordinal`; "im ersten Lehrjahr" and "how long does it last" count to none."""
    around = zip(("", *words), words, (*words[1:], ""), strict=False)
    counts = (ordinal(word) for before, word, then in around if before not in _PERSONS and not then.endswith(_UNITS))
    return next((number for number in counts if number), 0)


def says_no(word: str) -> bool:
    """Tell whether a word says no."""
    return any(word in grammar.no for grammar in GRAMMARS.values())


def says_other(word: str) -> bool:
    """Tell whether a word speaks of another one."""
    return any(word in grammar.other for grammar in GRAMMARS.values())
