"""From what was written to the words that are compared."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.language.fold import words
from bot.language.normalise import Normaliser, Token
from bot.language.repair import Repairer

OURS = {
    "wann": 9,
    "startet": 2,
    "kurs": 9,
    "wasserstoff": 3,
    "schulung": 2,
    "keine": 1,
    "ahnung": 1,
    "das": 1,
}
SHORT_FORMS = {
    "wsh": "wasserstoff",
    "k. p.": "keine Ahnung",
    "vllt": "vielleicht",
    "wsh kurs": "wasserstoffkurs",
}


SPELLING = {"koennen": "können", "gebuehr": "gebühr"}


def normaliser(
    replace: Mapping[str, str] = SHORT_FORMS, fillers: tuple[str, ...] = ("ey", "Digga")
) -> Normaliser:
    """Return a normaliser that knows a few words of ours and no language."""
    return Normaliser(replace, fillers, Repairer(OURS, lambda _: False), SPELLING)


def read(text: str, reader: Normaliser | None = None) -> list[str]:
    """Return the words *text* is read as."""
    return [token.text for token in (reader or normaliser()).tokens(words(text))]


def test_words_are_repaired() -> None:
    """A typo is read as our word; the person's spelling is kept beside it."""
    assert normaliser().tokens(words("Waserstoff")) == (
        Token("Waserstoff", "wasserstoff", natural="wasserstoff", repaired=True),
    )


def test_compounds_carry_their_parts() -> None:
    """The parts are kept beside the whole word."""
    assert normaliser().tokens(words("wasserstoffschulung"))[0].parts == ("wasserstoff", "schulung")


def test_a_short_form_becomes_what_is_meant() -> None:
    """Staff say what chat words mean."""
    assert read("vllt der kurs") == ["vielleicht", "der", "kurs"]


def test_a_short_form_may_stand_for_several_words() -> None:
    """Each of them knows what was written for all of them."""
    tokens = normaliser().tokens(words("K.P. wann"))

    assert [(token.written, token.text) for token in tokens] == [
        ("K P", "keine"),
        ("K P", "ahnung"),
        ("wann", "wann"),
    ]


def test_the_longest_short_form_wins() -> None:
    """Two words that mean something together are not read one by one."""
    assert read("wsh kurs") == ["wasserstoffkurs"]
    assert read("wsh") == ["wasserstoff"]


def test_each_language_has_its_own_short_forms() -> None:
    """What is short for something in one language may be a word of another."""
    english = normaliser({"gonna": "going to"}, ("bro",))

    assert read("gonna vllt", english) == ["going", "to", "vllt"]


def test_fillers_are_left_out() -> None:
    """Words that ask nothing are not compared."""
    assert read("ey digga wann startet das") == ["wann", "startet", "das"]


def test_a_message_of_fillers_keeps_them() -> None:
    """Who says nothing else has still said something."""
    assert read("ey digga") == ["ey", "digga"]


def test_nothing_stays_nothing() -> None:
    """No word, no token."""
    assert normaliser().tokens(()) == ()


def test_a_placeholder_is_never_repaired() -> None:
    """Stand-ins of examples pass as they are."""
    assert read("wann startet {kurz}") == ["wann", "startet", "{kurz}"]


@pytest.mark.parametrize(
    ("written", "natural"),
    [
        ("Koennen", "können"),
        ("KÖNNEN", "können"),
        ("Gebuehr", "gebühr"),
        ("Brücken", "brücken"),
        ("Bruecken", "bruecken"),
        ("Waserstoff", "wasserstoff"),
        ("wsh", "wasserstoff"),
        ("{topic}", "{topic}"),
    ],
)
def test_umlauts_are_given_back(written: str, natural: str) -> None:
    """A word is spelt as in our texts, else as it was written where it is no other word."""
    (token,) = normaliser().tokens(words(written))

    assert token.natural == natural


def test_a_repaired_word_is_not_spelt_as_it_was_written() -> None:
    """The typo is gone from both forms, even where it has an umlaut."""
    (token,) = normaliser().tokens(words("stärtet"))

    assert (token.text, token.natural) == ("startet", "startet")


def test_a_word_that_only_begins_like_a_short_form_stays() -> None:
    """Only the whole of it stands for something else."""
    assert read("k kurs") == ["k", "kurs"]
