"""One spelling for what people write in many: case, umlauts, gender signs, stretched letters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_GENDER_SIGN = re.compile(r"[:*_·/]")
_OF_PEOPLE = "".join(f"(?<={ending})|" for ending in "er ent ant ist og eg or eur ert wirt alt zt at mt".split())[:-1]
"""How words for people end: behind them "/in" is feminine, behind others the word "in" ("online/in Präsenz")."""
_GENDER = re.compile(rf"(?:(?<=\w)(?:[:*_·]|/-|/(?=innen))|(?:{_OF_PEOPLE})/)(in(?:nen)?)\b", re.IGNORECASE)
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|</?[a-z][^<>]{0,200}>", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"(\{[a-z]+\}|[^\W_]+(?:['’][^\W_]+)*)")
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
"""Strokes and marks piled on letters that belong to no spelling of ours once the letters are composed."""
_SPELT = re.compile(r"(?<!\w)[^\W\d_]([.*·_-])[^\W\d_](?:\1[^\W\d_])+(?!\w)")
_SPACED = re.compile(r"(?<!\w)[^\W\d_](?: [^\W\d_]){3,}(?!\w)")
_SPACED_TOO = re.compile(r"(?<!\w)[^\W\d_](?: [^\W\d_])+(?!\w)")
_MAY_BE_SPELT, _MAY_BE_SPACED = re.compile(r"[.*·_-][^\W\d_][.*·_-]"), re.compile(r" [^\W\d_] [^\W\d_] ")
"""What every such spelling holds, and hardly another text: to look for it takes a fifth of the time."""
_NO_LETTER = re.compile(r"[\W_]")
_SPACE = " "
_YEAR_IN_SHORT = re.compile(r"(?<!\w)['’](2\d)(?!\w)")
"""A year without its century: "im Mai '24"."""
_LINKED = re.compile(r"[.\-/&+'’]")
_REMEMBERED_WORDS = 20_000
_REMEMBERED_TEXTS = 64
"""Those of one message: its parts are looked at more than once."""

MAX_CHARACTERS = 1_000
"""Longer messages are read up to here: nobody asks one question in more."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as written, and as it is compared."""

    written: str
    folded: str


def fold(text: str) -> str:
    """Return *text* in its comparable form.

    Unicode NFKC, lower case, ae/oe/ue/ss, gender signs closed up (``Expert:in`` → ``expertin``),
    invisible and combining characters dropped, letters stretched to three or more squeezed to one.
    """
    if text.isascii():
        return _STRETCHED.sub(r"\1", _without_gender_signs(text.lower()))
    umlauts = unicodedata.normalize("NFC", _visible(text).casefold()).translate(_UMLAUTS)
    plain = umlauts if umlauts.isascii() else _without_accents(umlauts)
    return _STRETCHED.sub(r"\1", _without_gender_signs(plain.replace("ł", "l")))


def _without_accents(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def _without_gender_signs(text: str) -> str:
    return _GENDER.sub(r"\1", text) if _GENDER_SIGN.search(text) else text


def without_umlauts(word: str) -> str:
    """Return a lower-case *word* in its folded spelling."""
    return word if word.isascii() else word.translate(_UMLAUTS)


def _visible(text: str) -> str:
    """Return *text* in NFKC without the characters nobody sees, such as soft hyphens, and without strokes through letters."""
    if text.isascii():
        return text
    composed = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    if composed.isprintable():
        return composed
    return "".join(char for char in composed if unicodedata.category(char) != "Cf")


def words(text: str) -> tuple[Word, ...]:
    """Split *text* into words, punctuation, emoji and HTML tags left out; hyphenated words come apart."""
    text = _YEAR_IN_SHORT.sub(r"20\1", _visible(text[:MAX_CHARACTERS]).replace("\N{HYPHEN}", "-"))
    text = _closed_up(_without_gender_signs(_MARKUP.sub(_SPACE, text) if "<" in text else text))
    found = [_word(written) for written in _WORD.findall(text)]
    return tuple([word for word in found if word.folded])


def _closed_up(text: str) -> str:
    """Return *text* with words that are written letter by letter put together: "w a n n", "I.H.K.".

    Three letters apart may be three words ("r u a"); where four are, shorter words beside them are spaced too.
    """
    if _MAY_BE_SPELT.search(text):
        text = _SPELT.sub(lambda found: _NO_LETTER.sub("", found.group()), text)
    if not (_MAY_BE_SPACED.search(text) and _SPACED.search(text)):
        return text
    return _SPACED_TOO.sub(lambda found: _NO_LETTER.sub("", found.group()), text)


@lru_cache(_REMEMBERED_WORDS)
def _word(written: str) -> Word:
    """Return the word for what was *written*: few different ones make up all texts."""
    return Word(written, fold(_LINKED.sub("", written)))


def folded_words(text: str) -> tuple[str, ...]:
    """Return the folded words of *text*."""
    return _of_word(text) if text.isalpha() else _of_text(text)


def _folded(text: str) -> tuple[str, ...]:
    return tuple([word.folded for word in words(text)])


_of_text, _of_word = lru_cache(_REMEMBERED_TEXTS)(_folded), lru_cache(_REMEMBERED_WORDS)(_folded)
"""Single words are remembered by themselves: those of one message would take the place of its parts."""
