"""How old somebody is, told beside what is asked: "meine Tochter (17) sucht ein Praktikum", "Lea, 17 Jahre alt, hat Fragen"."""

from __future__ import annotations

import re

_YEARS = r"(\d{2})(?: ?(?:J\.?|Jahre?(?: alt)?|years?(?: old)?|y/?o))?"
_ASIDE = re.compile(rf"(?<=[^\W\d_])(?: ?\({_YEARS}\)|, ?{_YEARS},)(?=\W*\w)", re.IGNORECASE)
"""Behind a word, not behind a number ("Klasse 8, 10, 12"), and never last: there it may be all that is told."""


def without_ages_aside(text: str) -> str:
    """Return *text* without an age that only tells who is meant: it asks for no limit of age."""
    return _ASIDE.sub("", text) if "(" in text or "," in text else text


def age_aside(text: str) -> int | None:
    """Return the age that is told so; None where there is none."""
    found = _ASIDE.search(text)
    return int(found[1] or found[2]) if found else None
