"""Samples that one more sentence hardly changes."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.drawing import drawn, some_of

TEXTS = [("was", "kostet", f"kurs{number}") for number in range(900)]
LABELS = np.repeat([0, 1, 2], [600, 299, 1])
NEW = ("ganz", "neu")


@pytest.mark.parametrize("one_in", [2, 3])
def test_of_many_sentences_a_fair_share_is_drawn(one_in: int) -> None:
    """Each by its own words: whatever else there is changes nothing."""
    assert sum(drawn(words, one_in) for words in TEXTS) == pytest.approx(len(TEXTS) / one_in, rel=0.1)


def test_each_label_has_its_share_of_those_that_are_examined() -> None:
    """As many as wanted, in order, the rarest label left to chance."""
    places = some_of(TEXTS, LABELS, 300)

    assert len(places) == 300
    assert (np.diff(places) > 0).all()
    assert np.bincount(LABELS[places], minlength=3).tolist()[:2] == pytest.approx([200, 100], abs=1)
    assert some_of(TEXTS, LABELS, 2000).tolist() == list(range(900))


@pytest.mark.parametrize("at", [0, 450, 900])
def test_one_more_sentence_takes_the_place_of_few_others(at: int) -> None:
    """Wherever it stands; by their places, all behind it would be others."""
    before = {TEXTS[place] for place in some_of(TEXTS, LABELS, 300)}
    more, labels = [*TEXTS[:at], NEW, *TEXTS[at:]], np.insert(LABELS, at, 1)
    after = {more[place] for place in some_of(more, labels, 300)}

    assert len(before ^ after) <= 6
