"""Languages of our own texts, asked for once."""

from __future__ import annotations

from bot.understanding.text_languages import TextLanguages
from tests.understanding.builders import MemoryCache

TEXTS = ("Wann?", "How much?", "Hm")


class Judge:
    """Judges by the first letter, and counts."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def identify(self, text: str) -> str | None:
        """Return a language, None for what is in none of ours."""
        self.asked.append(text)
        return {"W": "de", "P": "de-simple"}.get(text[0])


def test_a_text_is_judged_once_for_all_starts() -> None:
    """Whichever language it is in, or none; what an edit adds is judged alone."""
    cache, judge = MemoryCache(), Judge()
    for texts in (TEXTS, TEXTS, (*TEXTS, "Preis?")):
        languages = TextLanguages(cache, "languages")
        assert [languages.of(text, judge.identify) for text in texts] == ["de", None, None, "de-simple"][: len(texts)]
        languages.keep(cache)

    assert judge.asked == [*TEXTS, "Preis?"]


def test_what_another_judge_said_is_not_believed() -> None:
    """With another language to tell it from, a text is judged again."""
    cache, judge = MemoryCache(), Judge()
    for key in ("de en", "de en pl"):
        languages = TextLanguages(cache, key)
        languages.of("Wann?", judge.identify)
        languages.keep(cache)

    assert judge.asked == ["Wann?", "Wann?"]


def test_texts_that_nobody_asks_for_any_more_are_let_go() -> None:
    """What is kept does not grow with every edit."""
    cache, judge = MemoryCache(), Judge()
    for texts in (TEXTS, ("Preis?",)):
        languages = TextLanguages(cache, "languages")
        for text in texts:
            languages.of(text, judge.identify)
        languages.keep(cache)

    assert [len(kept) for kept in cache.kept.values()] == [1]
