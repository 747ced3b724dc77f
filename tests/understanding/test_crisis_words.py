"""What the words of a message mean to the crisis rules, however they are spelt."""

from __future__ import annotations

import pytest

from bot.understanding.crisis_words import CrisisWords, read_words, spelt_out

WORDS = ("sterben", "will", "nicht", "mehr", "umbringen", "hasse", "tot", "suizid*", "*tabletten", "i", "kill", "myself", "mein*", "mein", "leben", "lebn")
KNOWN = CrisisWords(WORDS, lambda word: word in {"streben", "welle"})


def test_signs_stand_for_their_word() -> None:
    """Set off by commas, for they belong to no sentence; a message without them stays as it is."""
    assert read_words(spelt_out("schau 🔪 dort", {"🔪": "messer"})) == (".", "schau", ",", "messer", ",", "dort", ".")
    assert spelt_out("nichts davon", {"🔪": "messer"}) == "nichts davon"


@pytest.mark.parametrize(
    ("read", "regrouped"),
    [
        (("mich", "um", "bringen"), ("mich", "umbringen")),
        (("willnichtmehr",), ("will", "nicht", "mehr")),
        (("will", "nicht"), ("will", "nicht")),
        (("willkommen",), ("willkommen",)),
        (("iwillkillmyself",), ("i", "will", "kill", "myself")),
        (("meinlebenhasse",), ("mein", "leben", "hasse")),
        (("suizidwill",), ("suizidwill",)),
        (("meimichi",), ("meimichi",)),
        (("streben",), ("streben",)),
    ],
)
def test_torn_words_are_joined_and_joined_ones_taken_apart(read: tuple[str, ...], regrouped: tuple[str, ...]) -> None:
    """Only where nothing is left over, and never a word that exists."""
    assert KNOWN.regroup(read) == regrouped


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("sterben", ("sterben",)),
        ("st*rben", ("sterben",)),
        ("s**", ()),
        ("st3rben", ("sterben",)),
        ("haasse", ("hasse",)),
        ("wlil", ("will",)),
        ("tto", ()),
        ("suizidgedanken", ("suizid*",)),
        ("suizdgedanken", ("suizid*",)),
        ("schlaftabletten", ("*tabletten",)),
        ("welle", ()),
        ("lebn", ("lebn", "leben")),
        ("x" * 41 + "tabletten", ("*tabletten",)),
    ],
)
def test_a_word_is_known_in_disguise(word: str, meant: tuple[str, ...]) -> None:
    """Starred, as digits, doubled, swapped, inside a compound; words that exist, short slips and bare stars mean nothing."""
    assert KNOWN.meant(word) == meant
