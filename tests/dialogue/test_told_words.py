"""Words told in an answer, found again in whichever form they are asked with."""

from __future__ import annotations

import pytest

from bot.dialogue.told_words import ToldWords

TOLD = ToldWords.of(["Deutschkurse in der Arbeitsagentur", "Wer plant, hat 14 Tage Urlaub"])


@pytest.mark.parametrize("word", ["deutschkurse", "deutschkurs", "agentur", "urlaube", "tage"])
def test_a_word_is_told_as_it_is_inflected_or_in_a_compound(word: str) -> None:
    """So "Deutschkurs" is told by "Deutschkurse", "Agentur" by "Arbeitsagentur"."""
    assert TOLD.say(word)


@pytest.mark.parametrize("word", ["arbeitsamt", "tag", "planthat", "urlaubsantrag", "kurs "])
def test_a_word_that_only_resembles_one_or_spans_two_is_not_told(word: str) -> None:
    """What begins or ends alike may mean something else, and a short word stands for itself."""
    assert not TOLD.say(word)


def test_something_is_spoken_of_where_a_word_only_begins_alike() -> None:
    """The ending alone does not matter there."""
    assert TOLD.speak_of("urlaubs")
    assert not TOLD.speak_of("ferien")
