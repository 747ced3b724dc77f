"""Upper and Lower Sorbian, and the neighbours they must not be taken for."""

from __future__ import annotations

import pytest

from bot.language.fold import words
from bot.language.sorbian import SorbianWords

LISTED = SorbianWords({"hsb": ("hdźe", "móžu", "serbsce", "wuknyć", "hdze", "wuknyc"), "dsb": ("źo", "mógu", "wuknuś", "dolnoserbski")})


def recognised(text: str, listed: SorbianWords = LISTED) -> str | None:
    """Return which of the two languages *text* is found to be in."""
    return listed.recognise(tuple(word.written.casefold() for word in words(text)))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hdźe móžu serbsce wuknyć?", "hsb"),
        ("hdze so da serbsce wuknyc", "hsb"),
        ("Njewěm, kak dźěło namakam", "hsb"),
        ("Źo mógu dolnoserbski wuknuś?", "dsb"),
        ("Njewěm, kak źěło namakajom", "dsb"),
        ("Dobry dźeń, kak so wam dźe?", "hsb"),
        ("Mam śi něco pšašaś", "dsb"),
        ("serbsce pytam źěło", "dsb"),
    ],
)
def test_sorbian_is_told_by_listed_words_and_by_its_letters(text: str, language: str) -> None:
    """With accents or without; a spelling that no neighbour has is enough."""
    assert recognised(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Gdzie mogę się nauczyć zawodu?",
        "Szukam pracy, proszę o pomoc w znalezieniu źródła",
        "Dzień dobry, jeździć koleją i uczyć się dźwięku, żeby iść dalej",
        "Kde se můžu učit německy, řekněte mi prosím",
        "Kde nájdem prácu a školu pre dcéru?",
        "Gdje mogu naučiti njemački? Tražim školu za kćer",
        "Kje lahko najdem službo in šolo?",
        "wat kost dat denn allet hier in hoyerswerda",
        "Ich heiße Šárka und komme aus Łódź",
        "where can I learn Sorbian in Cottbus",
    ],
)
def test_neighbours_and_names_are_not_sorbian(text: str) -> None:
    """Polish, Czech, Slovak, Croatian, Slovene, dialects, and a foreign name in a German sentence."""
    assert recognised(text) is None


@pytest.mark.parametrize("text", ["dobry dźeń", "Wukubłanje", ""])
def test_one_or_two_words_are_not_judged(text: str) -> None:
    """A greeting is answered as a greeting."""
    assert recognised(text) is None


def test_without_a_list_the_letters_alone_tell() -> None:
    """A list that was emptied costs the words that are written without accents."""
    bare = SorbianWords({})

    assert [recognised("Njewěm, kak dźěło namakam", bare), recognised("hdze so da serbsce wuknyc", bare)] == ["hsb", None]
