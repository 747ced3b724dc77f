"""What is remembered about words, and for how long."""

from __future__ import annotations

from weakref import ref

import pytest

from bot.language.remembering import remembered


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
