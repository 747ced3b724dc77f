"""Words that point at one of several: a no, "der andere", "das zweite", "die mit"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.language.languages import GRAMMARS, of_any
from bot.model.reading import Reading

_STRETCHES = ("week", "month", "year")
_UNITS = tuple(of_any(lambda grammar: frozenset(word for word, unit in grammar.relative.items() if unit in _STRETCHES)))
_THEM = of_any(lambda grammar: grammar.them)
_SUBJECTS, _BEFORE_VERB = of_any(lambda grammar: grammar.subjects - grammar.definite), 2
_PRONOUNS = of_any(lambda grammar: (grammar.there & grammar.subjects) | grammar.them)
_HIM = of_any(lambda grammar: grammar.him | (grammar.demonstratives & grammar.definite - grammar.them - grammar.there))
_ALWAYS = (_PRONOUNS | _HIM) - of_any(lambda grammar: grammar.definite | grammar.addressing)
_SMALL = of_any(lambda grammar: grammar.stop_words | grammar.asking | grammar.doing)
_LEADING, _KINDS = of_any(lambda grammar: grammar.leading), of_any(lambda grammar: frozenset(grammar.kinds))
_CONTRACTED = of_any(lambda grammar: grammar.definite - grammar.subjects)
_PERSONS = of_any(lambda grammar: grammar.subjects - grammar.definite)


def points(words: list[str]) -> bool:
    """Tell whether a message points at one of several: "nein", "der andere", "die zweite", "die mit", "the one from"."""
    if says_no(words[0]) or counted(words) or any(says_other(word) for word in words):
        return True
    pairs = pairwise(words)
    return any(one in g.demonstratives and then in g.pointing for one, then in pairs for g in GRAMMARS.values())


def points_back(words: Sequence[str]) -> bool:
    """Tell whether a pronoun stands for what was spoken of: "wo sitzen die", "geht das auch"; "das Netzwerk" names it."""
    return _stand_for(_PRONOUNS, words)


def points_at_them(words: Sequence[str]) -> bool:
    """Tell whether a pronoun stands for those who were spoken of: "was machen die", "wie kann ich die erreichen"."""
    return _stand_for(_THEM, words)


def points_at_him(words: Sequence[str]) -> bool:
    """Tell whether a pronoun stands for one person: "seit wann macht er das", "wie erreiche ich den"."""
    return _stand_for(_HIM, words)


def _stand_for(pronouns: frozenset[str], words: Sequence[str]) -> bool:
    """Tell whether one of *pronouns* stands for somebody else; it is no article where nothing follows that tells something.

    A verb may, at the end.
    """
    around = zip(("", *words), words, (*words[1:], ""), range(len(words), 0, -1), strict=False)
    return any(
        word in pronouns and (word in _ALWAYS or not then or then in _SMALL or (left == _BEFORE_VERB and before in _SUBJECTS))
        for before, word, then, left in around
    )


def ordinal(word: str) -> int:
    """Return which of several a word counts to, from the last one backwards (−1); 0 for every other."""
    return next((grammar.ordinals[word] for grammar in GRAMMARS.values() if word in grammar.ordinals), 0)


def counted(words: Sequence[str]) -> int:
    """Return which of several is counted to, as `ordinal`.

    "Im ersten Lehrjahr", "in der zweiten Phase" and "how long does it last" count to none.
    """
    around = zip(("", "", *words), ("", *words), words, (*words[1:], ""), strict=False)
    counts = (
        ordinal(word) for leading, before, word, then in around
        if before not in _PERSONS and not then.endswith(_UNITS) and not (_is_led(leading, before) and _tells(then))
    )
    return next((number for number in counts if number), 0)


def _is_led(leading: str, before: str) -> bool:
    """Tell whether a preposition stands before an ordinal, or before its article, or both in one: "in der", "im"."""
    return before in _LEADING or leading in _LEADING or before in _CONTRACTED


def _tells(word: str) -> bool:
    return bool(word) and word not in _SMALL and word not in _KINDS


def kinds_said(reading: Reading) -> set[str]:
    """Return the kinds that are said, though they may be no subject of their own: "das letzte Treffen" of somebody."""
    said = (grammar.kinds.get(word) for grammar in GRAMMARS.values() for _, word in reading.words)
    return {kind for kind in said if kind}


def says_no(word: str) -> bool:
    """Tell whether a word says no."""
    return any(word in grammar.no for grammar in GRAMMARS.values())


def says_other(word: str) -> bool:
    """Tell whether a word speaks of another one."""
    return any(word in grammar.other for grammar in GRAMMARS.values())
