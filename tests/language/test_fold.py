"""How people spell, and the one spelling that is compared."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.language.fold import MAX_CHARACTERS, fold, folded_words, words

SIGNS = ":*_·/"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ämter", "aemter"),
        ("Öffnung", "oeffnung"),
        ("Übung", "uebung"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
    ],
)
def test_umlauts_may_be_written_either_way(written: str, folded: str) -> None:
    """Who has no umlauts on the keyboard is read like who has."""
    assert fold(written) == fold(folded) == folded


@pytest.mark.parametrize(
    "written",
    ["Expert:in", "Expert*in", "Expert_in", "Expert/in", "Expert/-in", "Expert·in", "EXPERT:IN", "Expertin"],
)
def test_every_gender_sign_is_closed_up(written: str) -> None:
    """One person is one word, whichever sign is used."""
    assert fold(written) == "expertin"
    assert folded_words(written) == ("expertin",)


@pytest.mark.parametrize(
    "written",
    ["Expert:innen", "Expert*innen", "Expert_innen", "Expert/-innen", "ExpertInnen", "Expert*Innen"],
)
def test_several_people_are_one_word_too(written: str) -> None:
    """The plural is closed up like the singular."""
    assert folded_words(written) == ("expertinnen",)


def test_a_slash_between_words_is_no_gender_sign() -> None:
    """Only the endings -in and -innen are closed up, and "/in" only behind words for people."""
    assert folded_words("Bautzen/Görlitz Kurs:inhalt") == ("bautzen", "goerlitz", "kurs", "inhalt")
    assert folded_words("online/in Präsenz") == ("online", "in", "praesenz")


def test_tags_of_a_web_page_are_no_words() -> None:
    """What stands between them is read; a comparison is no tag."""
    assert folded_words('<b>was</b> ist <a href="x">QLEE</a>') == ("was", "ist", "qlee")
    assert folded_words('<script>alert("qlee")</script>wo') == ("wo",)
    assert folded_words("3 < 4 und 5 > 4") == ("3", "4", "und", "5", "4")


@pytest.mark.parametrize(("written", "folded"), [("heeeey", "hey"), ("jaaaaa", "ja"), ("biiiitte", "bitte")])
def test_stretched_letters_are_squeezed(written: str, folded: str) -> None:
    """Nobody means the letter three times."""
    assert fold(written) == folded


def test_double_letters_and_numbers_stay() -> None:
    """Two letters are a spelling, and a row of digits is a number."""
    assert fold("Kurs 1000 Wasser") == "kurs 1000 wasser"


@pytest.mark.parametrize(
    "hidden", ["\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}", "\N{ZERO WIDTH JOINER}", "\ufeff"]
)
def test_characters_nobody_sees_do_not_part_a_word(hidden: str) -> None:
    """A word copied from a web page is the word that is seen."""
    written = f"Wasser{hidden}stoff"

    assert fold(written) == "wasserstoff"
    assert [(word.written, word.folded) for word in words(written)] == [("Wasserstoff", "wasserstoff")]


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ＱＬＥＥ", "qlee"),
        ("ﬁrma", "firma"),
        ("A\u0308mter", "aemter"),
        ("Chóśebuz", "chosebuz"),
        ("Łódź", "lodz"),
    ],
)
def test_other_ways_to_write_a_letter_are_read(written: str, folded: str) -> None:
    """Wide letters, ligatures, loose dots and Sorbian or Polish marks do not hide a name."""
    assert fold(written) == folded
    assert folded_words(written) == (folded,)


def test_hyphens_and_points_part_words() -> None:
    """A hyphenated word is found by its parts."""
    assert folded_words("H2-Kurs, QLEE.Netzwerk") == ("h2", "kurs", "qlee", "netzwerk")


def test_a_hyphen_that_does_not_break_parts_like_any_other() -> None:
    """Word processors write it, and in a gender sign it is one."""
    nonbreaking = "\N{NON-BREAKING HYPHEN}"

    assert folded_words(f"H2{nonbreaking}Kurs für Expert/{nonbreaking}innen") == (
        "h2",
        "kurs",
        "fuer",
        "expertinnen",
    )


@pytest.mark.parametrize("written", ["geht's", "geht’s", "gehts"])
def test_an_apostrophe_is_left_out(written: str) -> None:
    """Short forms are one word with and without their apostrophe."""
    assert folded_words(written) == ("gehts",)


def test_a_placeholder_is_a_word_of_its_own() -> None:
    """Examples keep their stand-ins through folding."""
    assert folded_words("Wann startet {topic}?") == ("wann", "startet", "{topic}")


@pytest.mark.parametrize("text", ["", "👍", "?!", "…", "\N{ZERO WIDTH SPACE}", "''", "___"])
def test_what_holds_no_letter_holds_no_word(text: str) -> None:
    """Emoji and punctuation are not words."""
    assert words(text) == ()


def test_a_novel_is_read_up_to_a_limit() -> None:
    """Who pastes a book costs no more than who asks a long question."""
    read = words("wort " * MAX_CHARACTERS)

    assert len(read) == MAX_CHARACTERS / len("wort ")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
@example("S'ß")
def test_no_text_breaks_the_reading(text: str) -> None:
    """Whatever is written is folded into words without a gender sign, an umlaut or a capital."""
    for word in words(text):
        assert word.folded
        assert fold(word.folded) == word.folded
        assert not set(word.folded) & set("äöüß" + SIGNS)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_characters=SIGNS), max_size=60))
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    """Folding is idempotent; gender signs are left to the words, which hold none."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "text",
    ["w̶a̶n̶n̶ ̶i̶s̶t̶ ̶d̶a̶s̶", "ｗａｎｎ ｉｓｔ ｄａｓ", "w a n n   i s t   d a s", "w.a.n.n ist d-a-s", "w\u0336\u0301a\u0336n\u0335\u0321n ist das"],
)
def test_letters_that_are_struck_out_wide_or_spaced_are_read(text: str) -> None:
    """However somebody plays with the keyboard."""
    assert folded_words(text) == ("wann", "ist", "das")


@pytest.mark.parametrize("text", ["r u a bot", "klasse 10 a oder b", "z b so", "1 2 3 4 5"])
def test_a_few_single_letters_stay_apart(text: str) -> None:
    """They are words of a chat, classes or numbers."""
    assert folded_words(text) == tuple(text.split())


def test_letters_of_our_spellings_survive_when_they_come_in_two_characters() -> None:
    """Umlauts and Sorbian letters written as a letter and its mark."""
    assert fold("fu\u0308r Cho\u0301s\u0301ebuz") == "fuer chosebuz"


def test_single_words_never_take_the_place_of_a_message_that_is_remembered() -> None:
    """Each word of a message is looked at by itself, and names of one word besides."""
    message = folded_words("Wann ist das?")

    for letter in "abcdefghijklmnopqrstuvwxyz":
        assert [folded_words(f"{letter}{second}") for second in "nsx"] == [(f"{letter}{second}",) for second in "nsx"]

    assert folded_words("Wann ist das?") is message
