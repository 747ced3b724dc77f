"""Words given back their spelling, and compounds taken apart."""

from __future__ import annotations

import random

import pytest
from rapidfuzz.distance import OSA

from bot.language.german import GERMAN
from bot.language.repair import Repairer, allowed_distance, guessed_distance

OURS = {
    "wasserstoff": 5,
    "ausbildung": 9,
    "lausitz": 3,
    "qlee": 3,
    "kurs": 20,
    "tageskurs": 1,
    "kosten": 5,
    "zertifikat": 2,
    "schulung": 2,
    "weiterbildung": 4,
    "bildung": 4,
    "genau": 1,
}
LANGUAGE = frozenset("auf ich kurz praktikum praktikums weiser tage auto netz energien".split())


@pytest.fixture(scope="module")
def repairer() -> Repairer:
    """Repair to our words, and leave those of a small language alone."""
    return Repairer(OURS, lambda word: word in LANGUAGE, GERMAN.sounds)


def repairer_of(**ours: int) -> Repairer:
    """Return a repairer to a few words and how often we use them; it knows no language."""
    return Repairer(ours, lambda _: False)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("waserstoff", "wasserstoff"),
        ("wasserstofff", "wasserstoff"),
        ("wassertsoff", "wasserstoff"),
        ("asubildung", "ausbildung"),
        ("lausits", "lausitz"),
        ("zertifikart", "zertifikat"),
        ("kursq", "kurs"),
    ],
)
def test_a_typo_becomes_our_word(repairer: Repairer, written: str, meant: str) -> None:
    """A letter too few, too many, wrong or swapped does not hide the word."""
    assert repairer.repair(written) == meant


@pytest.mark.parametrize("word", ["kurz", "praktikum", "ausbildung"])
def test_words_that_exist_are_left_alone(repairer: Repairer, word: str) -> None:
    """«kurz» is no misspelt «Kurs»."""
    assert repairer.repair(word) == word


@pytest.mark.parametrize("word", ["kus", "qle"])
def test_words_of_three_letters_are_left_alone(repairer: Repairer, word: str) -> None:
    """They are near to everything."""
    assert repairer.repair(word) == word


@pytest.mark.parametrize("word", ["sparkasse", "zzzzzzzz", "laustizerinnen"])
def test_a_word_near_to_none_of_ours_stays(repairer: Repairer, word: str) -> None:
    """A name we do not know is not turned into one we know."""
    assert repairer.repair(word) == word


@pytest.mark.parametrize("word", ["kurs1", "1kurs", "h2kur"])
def test_what_holds_digits_stays(repairer: Repairer, word: str) -> None:
    """Codes and numbers are no misspelt words."""
    assert repairer.repair(word) == word


def test_among_equally_near_words_the_commoner_is_meant() -> None:
    """What we say more often is what is asked for more often."""
    assert repairer_of(kosaden=1, kosten=5).repair("kosden") == "kosten"
    assert repairer_of(kosaden=5, kosten=1).repair("kosden") == "kosaden"


def test_a_first_letter_is_seldom_wrong() -> None:
    """A word that begins alike is preferred to a commoner one that does not."""
    assert repairer_of(kasten=1, hosten=9).repair("kosten") == "kasten"


def test_a_word_is_not_changed_beyond_recognition(repairer: Repairer) -> None:
    """One edit and another first letter are too much for a short word."""
    assert repairer.repair("nurs") == "nurs"


def test_the_shorter_of_two_words_says_how_near_they_must_be() -> None:
    """«Terminal» may hold two typos, but «Termin» only one."""
    assert repairer_of(termin=9).repair("terminal") == "terminal"
    assert repairer_of(termine=9).repair("terminal") == "termine"


@pytest.mark.parametrize("length", range(1, 30))
def test_longer_words_may_hold_more_typos(length: int) -> None:
    """The cut-off grows with the length and stays well below it."""
    assert allowed_distance(length) <= allowed_distance(length + 1)
    assert allowed_distance(length) < max(1, length / 3)


@pytest.mark.parametrize(
    ("spoken", "meant"), [("jenau", "genau"), ("uff", "uff"), ("uffkosten", "uffkosten"), ("ooto", "auto")]
)
def test_dialect_is_read_where_it_leads_to_a_word(repairer: Repairer, spoken: str, meant: str) -> None:
    """«jenau» is «genau», but a sound shift that leads nowhere is not made."""
    assert repairer.repair(spoken) == meant


def test_dialect_comes_before_typos() -> None:
    """«jut» spoken broadly is the standard word, not one that looks alike."""
    repairer = Repairer({"jurt": 9}, lambda word: word == "gurte", [("j", "g")])

    assert repairer.repair("jurte") == "gurte"


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("wasserstoffschulung", ("wasserstoff", "schulung")),
        ("ausbildungskosten", ("ausbildung", "kosten")),
        ("praktikumskosten", ("praktikums", "kosten")),
        ("energienkurs", ("energien", "kurs")),
        ("netzbildung", ("netz", "bildung")),
    ],
)
def test_a_compound_is_taken_apart_at_our_words(
    repairer: Repairer, compound: str, parts: tuple[str, str]
) -> None:
    """What it is about and what it is are two words, with or without a joint."""
    assert repairer.parts(compound) == parts


@pytest.mark.parametrize("word", ["kurs", "autkurs", "qwertzkurs", "wasserstoffding", "kosten"])
def test_other_words_have_no_parts(repairer: Repairer, word: str) -> None:
    """Both parts must be words; the last one ours."""
    assert repairer.parts(word) == ()


@pytest.mark.parametrize("compound", ["wasserstoffschulung", "autokurs"])
def test_a_compound_is_no_typo(repairer: Repairer, compound: str) -> None:
    """What can be taken apart is not repaired to something near."""
    assert repairer.repair(compound) == compound
    assert repairer.parts(compound)


def test_a_long_compound_of_foreign_parts_may_still_be_a_typo(repairer: Repairer) -> None:
    """«weiserbildung» can be taken apart, but it is one letter from a word of ours."""
    assert repairer.parts("weiserbildung") == ("weiser", "bildung")
    assert repairer.repair("weiserbildung") == "weiterbildung"


@pytest.mark.parametrize(("written", "meant"), [("intership", "internship"), ("platfrom", "platform"), ("platship", "platship")])
def test_a_shorter_one_may_be_a_typo_of_one_letter(written: str, meant: str) -> None:
    """«inter» and «ship», «plat» and «from» are words; two letters off, a short one stays."""
    repairer = Repairer({"internship": 3, "platform": 1, "ship": 1, "from": 1}, {"inter", "plat"}.__contains__)

    assert repairer.repair(written) == meant


@pytest.mark.parametrize("word", ["wasserschtoff", "ausbilduung", "certifikat", "schulnug"])
def test_a_repair_is_never_further_than_allowed(repairer: Repairer, word: str) -> None:
    """The distance kept is the one announced."""
    repaired = repairer.repair(word)

    assert repaired != word
    assert OSA.distance(word, repaired) <= allowed_distance(min(len(word), len(repaired)))


@pytest.mark.parametrize(
    ("written", "meant"), [("kxrz", ""), ("osetn", "kosten"), ("wasrstfof", "wasserstoff"), ("laustzi", "lausitz"), ("kus", "kurs")]
)
def test_a_word_that_is_too_far_off_to_be_repaired_is_guessed(written: str, meant: str) -> None:
    """Two letters of five may be wrong; what is further off means nothing of ours."""
    assert repairer_of(kosten=5, wasserstoff=2, lausitz=3, kurs=1).guess(written) == meant


@pytest.mark.parametrize("word", ["kurs", "kurz", "wasserstoffschulung", "kxrs1", "sparkasse", "ei", ""])
def test_nothing_is_guessed_of_a_word_that_is_known_or_like_none(repairer: Repairer, word: str) -> None:
    """Our words, those of a language, compounds, codes and names stay what they are."""
    assert not repairer.guess(word)


def test_a_common_word_may_be_further_off_than_a_rare_one() -> None:
    """«lsten» is a letter from «listen» and two from «leisten», which is what people speak of."""
    assert repairer_of(listen=1, leisten=40).guess("lsten") == "leisten"
    assert repairer_of(listen=1, leisten=2).guess("lsten") == "listen"
    assert repairer_of(listen=1, wisten=2).guess("lsten") == "listen"


@pytest.mark.parametrize("seed", range(5))
def test_no_near_word_is_passed_over(seed: int) -> None:
    """Whichever letters were dropped, added, replaced or swapped, the nearest of all words is found."""
    chance = random.Random(seed)
    ours = ["".join(chance.choices("abcdeäß", k=chance.randint(4, 12))) for _ in range(200)]
    repairer = Repairer(dict.fromkeys(ours, 1), lambda _: False)
    for word in {"".join(chance.choices("abcdeäß", k=chance.randint(5, 10))) for _ in range(200)} - {*ours}:
        near = [each for each in ours if OSA.distance(word, each) <= guessed_distance(min(len(word), len(each)))]
        nearest = min(((OSA.distance(word, each) + (each[0] != word[0]) / 2, each) for each in near), default=(0, ""))[1]
        if not repairer.parts(word):
            assert repairer.guess(word) == nearest
