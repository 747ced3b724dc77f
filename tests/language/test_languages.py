"""Which language a message is in, where that is clear."""

from __future__ import annotations

import pytest

from bot.language.fold import fold, words
from bot.language.grammar import Grammar
from bot.language.languages import GRAMMARS, LanguageIdentifier, first_language
from tests.language.support import the_identifier


def language_of(text: str) -> str | None:
    """Return the language *text* is found to be in."""
    return the_identifier().identify(tuple(word.written.casefold() for word in words(text)))


@pytest.mark.parametrize(
    "text",
    [
        "When does the next course start?",
        "how much does it cost",
        "i need a job asap",
        "is there anything for me",
        "hi im looking for an apprenticeship near cottbus",
    ],
)
def test_english_is_clear(text: str) -> None:
    """A person who writes English is answered in English."""
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Wann startet der nächste Kurs?",
        "hab kein bock mehr auf schule",
        "moin ich such ne ausbildung",
        "wat kost det",
    ],
)
def test_german_is_clear(text: str) -> None:
    """Everyday German is German, dialect too."""
    assert language_of(text) == "de"


@pytest.mark.parametrize(
    "text", ["ey digga was geht ab", "bro kp was ich machen will", "team meeting workshop online"]
)
def test_chat_german_never_turns_into_another_language(text: str) -> None:
    """Borrowed words leave the talk in its language."""
    assert language_of(text) in (None, "de")


@pytest.mark.parametrize(
    "text", ["this is gut aber when startet das", "event online ticket link", "want info start und"]
)
def test_a_mixture_is_left_undecided(text: str) -> None:
    """What could be either does not change the language of a talk."""
    assert language_of(text) is None


@pytest.mark.parametrize("text", ["je voudrais apprendre un métier", "quiero aprender alemán ahora"])
def test_a_language_we_do_not_speak_is_none_of_ours(text: str) -> None:
    """Only languages we can answer in are found."""
    assert language_of(text) is None


@pytest.mark.parametrize("text", ["", "course", "what cost"])
def test_one_or_two_words_are_not_judged(text: str) -> None:
    """A short word does not switch the language."""
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("rest", "whole", "language"),
    [
        ("who offers", "who offers the midwifery degree", "en"),
        ("wann ist", "wann ist der workshop", "de"),
        ("student advice", "student advice online", None),
        ("wann ist", "is there a career workshop", None),
        ("", "is there a career workshop", None),
    ],
)
def test_the_few_words_beside_a_name_bear_out_the_language_of_all(rest: str, whole: str, language: str | None) -> None:
    """A name alone switches nothing, but what is asked in English of something named in English is answered so."""
    assert the_identifier().identify(tuple(rest.split()), language_of(whole)) == language


@pytest.mark.parametrize(
    ("text", "asked"),
    [("Wann startet der nächste Kurs?", 0), ("ey digga krass", 0), ("wo ist was los", 0), ("Was haben LEAG und IHK vereinbart?", 0),
     ("wann startet kurs", 1)],
)
def test_the_model_is_asked_only_where_it_could_change_something(text: str, asked: int) -> None:
    """It takes longer than all else: short words that tell a language clearly, or none at all, leave it nothing to say."""
    model = _Asked()

    LanguageIdentifier(model=model).identify(tuple(word.written.casefold() for word in words(text)))

    assert model.times == asked


@pytest.mark.parametrize(("text", "language"), [
    ("Szukam pracy jako spawacz i nie mówię po niemiecku", "pl"),
    ("je cherche une formation à cottbus", "fr"),
    ("quiero aprender alemán en cottbus", "es"),
    ("bester döner in senftenberg?", None),
    ("wo is dit in cottbus", None),
    ("where do I apply", None),
    ("adresse btu zentralcampus", None),
    ("hää ich peil gar nix", None),
    ("i am looking for praktyki", None),
])
def test_a_language_that_is_surely_none_of_ours_is_told(text: str, language: str | None) -> None:
    """Three words tell none, and our own, however misspelt, is none of them."""
    assert the_identifier().foreign(tuple(word.written.casefold() for word in words(text))) == language


class _Asked:
    """A model that knows no language, and counts how often it is asked."""

    times = 0

    def predict(self, text: str, k: int) -> tuple[list[str], list[float]]:
        """Return nothing."""
        self.times += 1
        return [], []


def test_only_the_languages_asked_for_are_told_apart() -> None:
    """Who offers one language hears no other."""
    german = LanguageIdentifier(("de",))

    assert german.identify(("when", "does", "the", "next", "course", "start")) is None
    assert german.identify(("wann", "startet", "der", "nächste", "kurs")) == "de"


@pytest.mark.parametrize(
    ("code", "language"),
    [("de-AT", "de"), ("en", "en"), ("EN-us", "en"), ("pl", "de"), (None, "de"), ("", "de")],
)
def test_a_chat_starts_in_the_language_of_the_app(code: str | None, language: str) -> None:
    """Where the app speaks a language that we do not, the talk starts in German."""
    assert first_language(code, ("de", "de-simple", "en")) == language


@pytest.mark.parametrize("grammar", GRAMMARS.values(), ids=GRAMMARS.keys())
def test_the_words_of_a_grammar_are_folded(grammar: Grammar) -> None:
    """A word of a closed class that is not folded would never be met."""
    classes = (
        *(
            grammar.months,
            grammar.seasons,
            grammar.weekdays,
            grammar.ordinals,
            grammar.yes,
            grammar.no,
            grammar.more,
        ),
        *(grammar.other, grammar.stop_words, grammar.kinds, grammar.relative, grammar.origin, grammar.names),
    )

    assert [word for words_of_class in classes for word in words_of_class if fold(word) != word] == []


def _with_files_alone(text: str) -> str | None:
    """Return the language *text* is found to be in by a bot that has texts in Polish and Ukrainian too."""
    identifier = the_identifier().among(("de", "de-simple", "en", "pl", "uk"), {})
    return identifier.identify(tuple(word.written.casefold() for word in words(text)))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gdzie mogę się nauczyć zawodu?", "pl"),
        ("Szukam pracy i nie wiem co robić", "pl"),
        ("Де я можу вивчати німецьку?", "uk"),
        ("Njewěm, kak źěło namakajom", "dsb"),
        ("Wann startet der nächste Kurs?", "de"),
        ("When does the next course start?", "en"),
        ("Kde se můžu učit německy?", None),
        ("kein plan was ich machn soll ey", "de"),
    ],
)
def test_a_language_without_a_grammar_is_told_by_the_model(text: str, language: str | None) -> None:
    """Where there is a texts file in it; Sorbian is not taken for Polish."""
    assert _with_files_alone(text) == language


def test_a_key_stands_for_the_languages_and_the_words_of_sorbian() -> None:
    """What was told among others is not taken for what would be told now."""
    identifier = the_identifier()
    words = {"hsb": ("haj",)}
    keys = [identifier.among(languages, listed).key for languages, listed in (((), {}), (("pl",), {}), ((), words))]

    assert len({*keys}) == 3
    assert identifier.among((), words).key == keys[2]
