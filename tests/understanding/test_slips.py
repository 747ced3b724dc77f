"""Misspelt words that were taught as they were typed."""

from __future__ import annotations

import pytest

from bot.language.fold import words
from bot.understanding.slips import Slips
from tests.understanding.builders import a_catalogue, a_place, an_intent
from tests.understanding.world import TODAY, reader_of

COUNTS = {"cottbus": 40, "cotbus": 7, "cottbuss": 1, "lausitz": 30, "landtag": 9, "lantag": 3, "wendisch": 8, "wendischer": 1, "qualle": 9}
NAMES = frozenset({"cottbus", "lausitz", "landtag", "wendisch"})


def read(text: str, *, known: frozenset[str] = frozenset(), ours: frozenset[str] = NAMES) -> str:
    """Return *text* as it is read; only the *known* words are in a language."""
    slips = Slips(COUNTS, NAMES, ours, known.__contains__)
    return " ".join(word.folded for word in slips.mended(words(text)))


def test_a_name_misspelt_in_an_example_is_no_word_of_its_own() -> None:
    """Who types the same slip means the name; how it was written is kept."""
    slips = Slips(COUNTS, NAMES, NAMES, lambda _: False)

    assert [(word.written, word.folded) for word in slips.mended(words("Cotbus Lausitz"))] == [
        ("Cotbus", "cottbus"), ("Lausitz", "lausitz"),
    ]  # fmt: skip
    assert read("cottbuss") == "cottbus"


@pytest.mark.parametrize("word", ["wendischer", "lantag", "qualle", "kotbus"])
def test_what_is_further_off_or_hardly_rarer_stays(word: str) -> None:
    """So do words that nobody taught: the repair has those."""
    assert read(word) == word


def test_words_of_a_language_and_those_that_are_ours_stay() -> None:
    """A short form that staff listed is meant as it stands."""
    assert read("cotbus", known=frozenset({"cotbus"})) == "cotbus"
    assert read("cotbus", ours=NAMES | {"cotbus"}) == "cotbus"


def test_a_name_taught_with_a_slip_is_found_in_a_question() -> None:
    """The example that holds the slip no longer hides the name."""
    asked = [f"{word} {{topic}} in brelkow" for word in ("wann startet", "termine von", "gibt es", "zeig mir")]
    taught = an_intent("dates", *asked, "wann ist was in brelow")
    reader = reader_of(a_catalogue([a_place("brelkow", "Brelkow")], [taught]))

    assert ("brelkow",) in [mention.ids for mention in reader.mentions_in("termine in brelow", TODAY, "de")]
    assert reader.read("termine in brelow", TODAY, "de").named("place")
