"""What is remembered about words, and for how long."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import ref

import pytest

from bot.language.remembering import FoundTogether, remembered


class Counting:
    """Spells words, and counts how often it had to."""

    def __init__(self) -> None:
        """Begin with none."""
        self.spelt = 0
        self.spell = remembered(self._spell)

    def _spell(self, word: str, mark: str = "-") -> str:
        self.spelt += 1
        return mark.join(word)


def test_a_word_is_looked_at_once() -> None:
    """The same word is not asked for twice, another one is."""
    counting = Counting()

    assert [counting.spell("ja"), counting.spell("ja"), counting.spell("ja", mark="+")] == ["j-a", "j-a", "j+a"]
    assert counting.spelt == 2


def test_whoever_remembers_goes_when_nobody_needs_it() -> None:
    """Remembering keeps nobody alive, and says so where its owner is gone."""
    counting = Counting()
    spell, owner = counting.spell, ref(counting)
    del counting

    assert owner() is None
    with pytest.raises(ReferenceError):
        spell("ja")


def test_what_is_not_known_is_found_in_one_go_and_each_once() -> None:
    """However often it is asked for; when too much would be known, all is found anew."""
    asked: list[list[str]] = []

    def lengths(words: Sequence[str]) -> list[int]:
        asked.append(list(words))
        return [len(word) for word in words]

    found = FoundTogether(lengths, most=3)

    assert found.of(["a", "bb", "a"]) == [1, 2, 1]
    assert found.of(["bb", "ccc"]) == [2, 3]
    assert found.of(["bb", "dddd"]) == [2, 4]
    assert asked == [["a", "bb"], ["ccc"], ["bb", "dddd"]]


def test_more_than_is_remembered_is_found_in_one_go_too() -> None:
    """It is known until something else is asked for."""
    asked: list[list[str]] = []

    def lengths(words: Sequence[str]) -> list[int]:
        asked.append(list(words))
        return [len(word) for word in words]

    found = FoundTogether(lengths, most=2)

    assert found.of(["a", "bb", "ccc"]) == [1, 2, 3]
    assert [found.of([word]) for word in ("ccc", "a", "bb")] == [[3], [1], [2]]
    assert asked == [["a", "bb", "ccc"]]
