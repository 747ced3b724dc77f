"""Misspelt words in our own examples: taught as they were typed, they would pass for words we use."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from rapidfuzz.distance import OSA

from bot.language.fold import Word

_SHORTEST = 6
"""Letters of the shortest slip: among shorter words too many are alike."""
_COMMONER = 4
"""So many times as often we use the name that a slip is a misspelling of."""


class Slips:
    """Knows the words of *counts* (how often we use each) that are a word of our *names* misspelt by one letter.

    A slip is in no language (*is_known*) and none of the words that are *ours* on purpose. The examples keep it, only what
    is asked is read without it.
    """

    def __init__(
        self, counts: Mapping[str, int], names: Collection[str], ours: Collection[str], is_known: Callable[[str], bool]
    ) -> None:
        rare = (word for word in counts if len(word) >= _SHORTEST and word.isalpha() and word not in ours)
        doubtful: dict[str, list[str]] = {}
        for word in rare:
            if not is_known(word):
                for key in _keys(word):
                    doubtful.setdefault(key, []).append(word)
        self._meant: dict[str, str] = {}
        for name in sorted(names, key=lambda each: (counts[each], each)):
            self._meant.update(dict.fromkeys(_slips_of(name, doubtful, counts), name))

    def mended(self, written: tuple[Word, ...]) -> tuple[Word, ...]:
        """Return the words *written*, each slip read as the name it stands for."""
        if self._meant.keys().isdisjoint([word.folded for word in written]):
            return written
        return tuple([replace(word, folded=self._meant.get(word.folded, word.folded)) for word in written])


def _slips_of(name: str, doubtful: Mapping[str, list[str]], counts: Mapping[str, int]) -> Iterator[str]:
    """Yield the *doubtful* words, by all they are with a letter less, that are *name* misspelt."""
    if counts[name] < _COMMONER:
        return
    for slip in {slip for key in _keys(name) if key in doubtful for slip in doubtful[key]}:
        if slip[0] == name[0] and counts[name] >= _COMMONER * counts[slip] and OSA.distance(slip, name) == 1:
            yield slip


def _keys(word: str) -> Iterable[str]:
    """Return *word* and all it is with one letter less: words a letter apart share one."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
