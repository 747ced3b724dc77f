"""Which words exist, and what they come from."""

from __future__ import annotations

import pytest

from tests.language.support import the_morphology


@pytest.mark.parametrize("word", ["haus", "weiterbildung", "laufen", "what", "does", "course"])
def test_words_of_every_language_we_answer_in_are_known(word: str) -> None:
    """English words are no misspelt German ones."""
    assert the_morphology().is_known(word)


@pytest.mark.parametrize(
    "word", ["maedchen", "fuer", "koennen", "strasse", "fussgaenger", "groesse", "fuesse"]
)
def test_a_folded_word_is_looked_up_with_its_umlauts(word: str) -> None:
    """The dictionaries spell with ä, ö, ü and ß, also several in one word."""
    assert the_morphology().is_known(word)


@pytest.mark.parametrize("word", ["aerzte", "uebung", "aenderung", "oesterreich", "oeffnungszeiten"])
def test_a_noun_may_begin_with_an_umlaut(word: str) -> None:
    """German nouns are looked up with the capital they have in the dictionary."""
    assert the_morphology().is_known(word)


def test_letters_that_only_look_like_an_umlaut_stay() -> None:
    """«neue» and «Poesie» are no words with ü and ö."""
    assert the_morphology().is_known("neue")
    assert the_morphology().is_known("poesie")


@pytest.mark.parametrize("word", ["waserstof", "xyzzy", "qlee", ""])
def test_what_no_language_has_is_not_known(word: str) -> None:
    """Typos and names are not in the dictionary."""
    assert not the_morphology().is_known(word)


@pytest.mark.parametrize(
    ("one", "other"), [("kurse", "kursen"), ("ausbildung", "ausbildungen"), ("startet", "starten")]
)
def test_inflected_words_share_a_stem(one: str, other: str) -> None:
    """Case and number do not make another word."""
    assert the_morphology().stem(one) == the_morphology().stem(other)


def test_different_words_keep_different_stems() -> None:
    """A stem does not run words together that only begin alike."""
    assert the_morphology().stem("kurs") != the_morphology().stem("kosten")


@pytest.mark.parametrize(("word", "languages"), [("lehrling", ("de",)), ("apprentice", ("en",)), ("computer", ("de", "en")), ("qlee", ())])
def test_a_word_is_known_by_language(word: str, languages: tuple[str, ...]) -> None:
    """Some words exist in both, names in none."""
    assert the_morphology().languages_of(word) == languages
