"""Which language a few words are in, half of them names."""

from __future__ import annotations

import pytest

from bot.language.fold import folded_words, words
from bot.understanding.telling_language import TellingWords
from tests.builders import an_intent
from tests.language.support import the_morphology
from tests.understanding.builders import a_catalogue, an_offer

ASKED = an_intent("dates", "wann ist {topic}", "bock auf nice workshops", answer={"show": ["contact"]})
COURSE = an_offer("kurs", {"de": "Welcome Center", "en": "Welcome Center of the Handwerk"})
TELLING = TellingWords(a_catalogue([COURSE], [ASKED]), the_morphology(), words)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("who leads qlee", "en"),  # a short word of English
        ("apprentice wages leag", "en"),  # two words of its dictionary
        ("wer leitet qlee", "de"),
        ("azubi gehälter leag", "de"),
        ("wages leag", None),  # one word is too little
        ("nice workshops", "de"),  # only our German texts say it
        ("handwerk leag", None),  # so it is called in our English texts
        ("welcome center opening", None),
        ("wages berufsschule", None),  # one of each
        ("wer ist die transition fund authority", "de"),  # short words before those of a name
        ("was ist just transition fund", None),  # a short one of each
        ("qlee leag", None),
        ("", None),
    ],
)
def test_words_that_only_one_language_has_tell_it(text: str, language: str | None) -> None:
    """What may be of two tells nothing: nobody is answered in a language they do not speak."""
    assert TELLING.language_of(folded_words(text), folded_words(text)) == language


def test_a_name_alone_tells_nothing() -> None:
    """"The Way to Work kosten" is German."""
    assert TELLING.language_of(("the", "way", "kosten"), ("kosten",)) is None
    assert TELLING.language_of(("the", "way", "kosten"), ("the", "way", "kosten")) == "en"
