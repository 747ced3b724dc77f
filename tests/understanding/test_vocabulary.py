"""The words we use ourselves."""

from __future__ import annotations

from bot.language.fold import words
from bot.model.catalogue import Catalogue
from bot.understanding.names import NameIndex, names_of
from bot.understanding.vocabulary import normalisers_for
from tests.language.support import the_morphology
from tests.understanding.builders import a_catalogue, a_network, a_place, an_intent, stem

CATALOGUE = a_catalogue(
    [a_network("kraftwerk", "Kraft Werk"), a_place("elster", "Bad Elster")],
    [an_intent("cost", examples={"de": ["muss ich blechen für {topic}"], "en": ["is it pricey"]})],
    {"replace": {"de": {"wmh": "schnürsenkel"}}, "fillers": {"de": ["hömma"]}},
)


def vocabulary_of(catalogue: Catalogue) -> frozenset[str]:
    """Return the vocabulary of *catalogue*."""
    index = NameIndex(names_of(catalogue), stem)
    return normalisers_for(catalogue, index, the_morphology())[0]


def test_all_words_of_ours_are_in_it() -> None:
    """Examples of every language, names, short forms and closed classes can be repaired to."""
    ours = vocabulary_of(CATALOGUE)

    assert {
        "blechen",
        "pricey",
        "kraft",
        "werk",
        "elster",
        "schnuersenkel",
        "februar",
        "wann",
        "sommer",
    } <= ours


def test_a_name_of_few_words_is_also_one_word() -> None:
    """Run together it can be misspelt too; a place is not."""
    ours = vocabulary_of(CATALOGUE)

    assert "kraftwerk" in ours
    assert "badelster" not in ours


def test_stand_ins_are_no_words() -> None:
    """Nothing is repaired to a placeholder."""
    assert not any(word.startswith("{") for word in vocabulary_of(CATALOGUE))


def test_each_language_has_its_own_normaliser() -> None:
    """Short forms and fillers of one language mean nothing in another."""
    _, normalisers = normalisers_for(CATALOGUE, NameIndex((), stem), the_morphology())

    def read(language: str) -> list[str]:
        return [token.text for token in normalisers[language].tokens(words("hömma wmh"))]

    assert read("de") == ["schnuersenkel"]
    assert read("en") == ["hoemma", "wmh"]
