"""The scripted noise is as strong as it says, and the same every time."""

from __future__ import annotations

import random

import pytest
from rapidfuzz.distance import OSA

from tests.benchmarks.noise import NOISES, chatty, typos

TEXT = "Wann fängt der nächste Lehrgang für Wasserstoff in Lübbenau an, und was kostet er?"


def test_typos_are_at_most_two_edits_per_ten_letters() -> None:
    """Some edits undo or overlap each other, most do not."""
    letters = sum(letter.isalpha() for letter in TEXT)
    distances = [OSA.distance(TEXT, typos(TEXT, "de", random.Random(seed))) for seed in range(50)]

    assert max(distances) <= 0.2 * letters + 1
    assert sum(distances) / len(distances) > 0.14 * letters


def test_chat_style_is_small_without_umlauts_and_has_words_more() -> None:
    """As typed on a phone."""
    noisy = chatty(TEXT, "de", random.Random(1))

    assert noisy == noisy.lower()
    assert not set(noisy) & set("äöüß,?")
    assert len(noisy.split()) == len(TEXT.split()) + 2


@pytest.mark.parametrize("name", NOISES)
@pytest.mark.parametrize("text", [TEXT, "", "?", "a", "wo"])
def test_the_same_seed_gives_the_same_noise(name: str, text: str) -> None:
    """Every matcher is asked the same, and so is the next run."""
    assert NOISES[name](text, "de", random.Random(3)) == NOISES[name](text, "de", random.Random(3))
