"""The ways to read one question."""

from __future__ import annotations

import pytest

from bot.language.fold import words
from bot.language.normalise import Normaliser, Token
from bot.language.repair import Repairer
from bot.model.catalogue import Catalogue
from bot.model.reading import Mention
from bot.understanding.ways import Ways

OURS = {"was": 9, "kosten": 3, "kostet": 4, "der": 9, "kurs": 6, "muehe": 2}
NORMALISER = Normaliser({}, (), Repairer(OURS, lambda word: word == "sonne"), {"muehe": "mühe"})


def ways_of(text: str, *mentions: Mention) -> list[str]:
    """Return the ways to read *text*."""
    asked: list[Token] = []

    def guessed(token: Token) -> str:
        asked.append(token)
        return NORMALISER.guess(token)

    found = Ways(Catalogue({}, {}), OURS).of(NORMALISER.tokens(words(text)), mentions, guessed)
    assert len(asked) <= 12
    return [" ".join(way) for way in found]


def test_a_question_of_known_words_is_read_as_it_is() -> None:
    """There is nothing to guess."""
    assert ways_of("was kostet der kurs") == ["was kostet der kurs"]
    assert ways_of("was kostet die sonne") == ["was kostet die sonne"]


def test_words_that_may_be_misspelt_are_guessed_beside_what_is_written() -> None:
    """They may as well be names; a guess is spelt as we do."""
    assert ways_of("was kotset der kusr") == ["was kostet der kurs"]
    assert ways_of("was ksotte der krs") == ["was ksotte der krs", "was kostet der kurs"]
    assert ways_of("was müihn zalando") == ["was müihn zalando", "was mühe zalando"]


def test_what_is_named_is_masked_and_not_guessed() -> None:
    """Whatever its letters, it was recognised."""
    assert ways_of("ksotte qle", Mention("topic", ("qlee",), 1, 2, 1.0)) == ["ksotte qle", "ksotte {topic}", "kostet {topic}"]


@pytest.mark.parametrize("many", [13, 60])
def test_only_a_few_words_are_guessed(many: int) -> None:
    """A long message of junk takes no longer."""
    _, guessed = ways_of("ksotte " * 12 + "krs " * (many - 12))

    assert guessed == " ".join(["kostet"] * 12 + ["krs"] * (many - 12))
