"""How old somebody is, told beside what is asked: "meine Tochter (17) sucht ein Praktikum", "Lea, 17 Jahre alt, hat Fragen"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_YEARS = r"(\d{2})(?: ?(?:J\.?|Jahre?(?: alt)?|years?(?: old)?|y/?o))?"
_ASIDE = re.compile(rf"(?<=[^\W\d_])(?: ?\({_YEARS}\)|, ?{_YEARS},)(?=\W*\w)", re.IGNORECASE)
"""Behind a word, not behind a number ("Klasse 8, 10, 12"), and never last: there it may be all that is told."""

_FROM = re.compile(
    r"(?<!etwa )\b(?:(?:von|zwischen|ab|mindestens|between|from) (\d{2})(?= (?:(?:bis|und|to|and) \d{2} )?(?:jahre|years))"
    r"|(?:age|aged) (\d{2})\b)"
)
_OWN = re.compile(
    r"\b(?:bin|mit|erst|i am|im|with|only|aged) (\d{2})\b(?! (?:uhr|leute|people|klasse))"
    r"|\b(\d{2}) (?:jahre alt|years old)\b"
)


def without_ages_aside(text: str) -> str:
    """Return *text* without an age that only tells who is meant: it asks for no limit of age."""
    return _ASIDE.sub("", text) if "(" in text or "," in text else text


def age_aside(text: str) -> int | None:
    """Return the age that is told so; None where there is none."""
    found = _ASIDE.search(text)
    return int(found[1] or found[2]) if found else None


def lowest_age(told: str) -> int | None:
    """Return the age from which on something is open by the folded words *told*; None where they give none, or a rough one."""
    found = _FROM.search(told)
    return int(found[1] or found[2]) if found else None


def own_age(words: Sequence[str]) -> int | None:
    """Return the age that the folded *words* tell of somebody: "mit 15", "bin 15", "15 years old"."""
    found = _OWN.search(" ".join(words))
    return int(found[1] or found[2]) if found else None
