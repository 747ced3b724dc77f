"""The words we use ourselves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from bot.language.fold import words
from bot.model.catalogue import Catalogue
from bot.understanding.names import NameIndex, names_of
from bot.understanding.vocabulary import OurWords, SplitTexts, TextsReadBefore, normalisers_for
from tests.language.support import the_morphology
from tests.understanding.builders import a_catalogue, a_network, a_place, an_intent, an_offer, stem

CATALOGUE = a_catalogue(
    [a_network("kraftwerk", "Kraft Werk"), a_place("elster", "Bad Elster")],
    [an_intent("cost", examples={"de": ["muss ich blechen für {topic}"], "en": ["is it pricey"]})],
    {"replace": {"de": {"wmh": "schnürsenkel"}}, "fillers": {"de": ["hömma"]}},
)


def vocabulary_of(catalogue: Catalogue) -> frozenset[str]:
    """Return the vocabulary of *catalogue*."""
    index = NameIndex(names_of(catalogue), stem)
    return normalisers_for(catalogue, index, the_morphology()).vocabulary


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


def test_what_only_foreign_questions_say_is_no_word_of_ours() -> None:
    """"Zalando" is a name there as everywhere; what one of our questions says too is ours."""
    foreign = an_intent("off-topic", "wo kauft man bei klabauto", "was kostet das", kind="out_of_scope")
    ours = vocabulary_of(a_catalogue(intents=[foreign, an_intent("cost", "was kostet ein zentner")]))

    assert "klabauto" not in ours
    assert {"kostet", "zentner"} <= ours


def test_stand_ins_are_no_words() -> None:
    """Nothing is repaired to a placeholder."""
    assert not any(word.startswith("{") for word in vocabulary_of(CATALOGUE))


def test_questions_written_for_a_topic_are_ours_too() -> None:
    """Their words are not taken for typos or for names nobody knows."""
    asked = an_offer("rettung", "Notfallhilfe", questions={"overview": ["wie werd ich sanitöter"]})

    assert "sanitoeter" in vocabulary_of(a_catalogue([asked]))


def natural(text: str, catalogue: Catalogue) -> list[str]:
    """Return the German words of *text* with their umlauts."""
    normalisers = normalisers_for(catalogue, NameIndex((), stem), the_morphology()).normalisers
    return [token.natural for token in normalisers["de"].tokens(words(text))]


def test_words_are_spelt_as_our_texts_spell_them() -> None:
    """Examples, questions, titles and facts tell where an umlaut belongs."""
    catalogue = a_catalogue(
        [
            an_offer("a", "Größe", "Fähre", summary="Die Brücke.", facets={"cost": {"de": "Gebühr", "en": "fee"}}),
            an_offer("b", "Beta", questions={"cost": ["wie hoch ist der zuschuß in döbern"]}),
        ],
        [an_intent("cost", "was muss ich für {topic} löhnen")],
    )

    assert natural("groesse faehre bruecke gebuehr doebern loehnen fuer", catalogue) == [
        "größe", "fähre", "brücke", "gebühr", "döbern", "löhnen", "für",
    ]  # fmt: skip


def test_the_usual_spelling_counts() -> None:
    """One text that writes ae does not take the umlaut from the others; «neue» has none anywhere."""
    catalogue = a_catalogue(intents=[an_intent("a", "für neue", "für neue", "fuer neue")])

    assert natural("fuer neue", catalogue) == ["für", "neue"]


def test_each_language_has_its_own_normaliser() -> None:
    """Short forms and fillers of one language mean nothing in another."""
    normalisers = normalisers_for(CATALOGUE, NameIndex((), stem), the_morphology()).normalisers

    def read(language: str) -> list[str]:
        return [token.text for token in normalisers[language].tokens(words("hömma wmh"))]

    assert read("de") == ["schnuersenkel"]
    assert read("en") == ["hoemma", "wmh"]


def test_texts_are_taken_apart_once_for_readers_that_follow_each_other() -> None:
    """What the last one had is known to the next, and forgotten where that had no use for it."""
    split = SplitTexts()
    first = split("Muss ich blechen?")
    split.next_round()

    assert split("Muss ich blechen?") is first
    assert first == words("Muss ich blechen?")
    split.next_round()
    split.next_round()
    assert split("Muss ich blechen?") is not first


TEXTS = ("was kostet {topic}", "wie hoch ist die gebuehr", "der zeppelinflug", "gruesse vom zeppelinflub", "wmh blechen")
"""Known words, a word with an umlaut, one that no language knows, its slip, and a short form."""


def ours(*examples: str, synonyms: Mapping[str, object] = MappingProxyType({"replace": {"de": {"wmh": "schnürsenkel"}}})) -> OurWords:
    """Return our words where these are the examples."""
    catalogue = a_catalogue(intents=[an_intent("a", *TEXTS[:1], *examples)], synonyms=synonyms)
    return normalisers_for(catalogue, NameIndex((), stem), the_morphology())


def read_by(ours: OurWords, text: str) -> tuple[str, ...]:
    """Return the words of *text*."""
    return tuple(token.natural for token in ours.normalisers["de"].tokens(words(text)))


def test_a_text_reads_the_same_whether_or_not_it_was_read_before() -> None:
    """A new word to repair to, a new spelling, another count and other synonyms all count at once."""
    before = TextsReadBefore()
    for each in (
        ours(), ours("zeppelinflug"), ours("zeppelinflug", "gebühr"), ours("gebühr", "zeppelinflug", "zeppelinflug"),
        ours("gebühr", "zeppelinfluß"), ours("blechen", synonyms={"fillers": {"de": ["die"]}}),
    ):  # fmt: skip
        known = before.next_round(each)
        for text in TEXTS:
            read = read_by(each, text)
            assert known.of(text, "de", words(text), partial(read_by, each, text)) == read


def test_a_text_of_our_own_words_is_read_once() -> None:
    """As long as they are spelt the same; what may be repaired is read anew with every other vocabulary."""
    before, kostet, strange = TextsReadBefore(), "was kostet {topic}", "was zeppelinflug"

    def read_anew(ours: OurWords) -> list[str]:
        known = before.next_round(ours)
        return [text for text in (kostet, strange) if known.of(text, "de", words(text), lambda: ("anew",)) == ("anew",)]

    known = before.next_round(ours())
    for text in (kostet, strange):
        known.of(text, "de", words(text), lambda: ("read",))

    assert known.of(strange, "de", words(strange), lambda: ("anew",)) == ("read",)
    assert read_anew(ours("was neues")) == [strange]
