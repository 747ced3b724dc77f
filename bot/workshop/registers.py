"""Compares a text with the same text in a simpler register: the facts must be the same, the sentences short.

Facts are what can be compared without understanding: links, mail addresses, phone numbers, dates and numbers.
A number may be written as a word in one and in digits in the other ("acht" and "8").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bot.knowledge.german import MONTHS

MOST_WORDS = 15
"""Words a sentence of a simple register may have."""
SAME_FACTS, SHORTER = "Beide Fassungen sagen dieselben Fakten.", "Mach zwei Sätze daraus."
"""What to do about a difference, and about a long sentence."""

_MONTHS = "|".join(MONTHS)
_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[\d@]|://|\.\w")
"""Something short that every text with any of these facts holds."""
_PATTERNS = (
    ("Mailadresse", re.compile("@"), re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("Link", re.compile(r"://|\.\w"), re.compile(r"https?://[^\s)»“]*[\w/]|\b(?:[\w-]+\.)+(?:de|eu|org|com|net|events|info|chat)\b(?:/[\w./-]*\w)?")),
    ("Datum", _DIGIT, re.compile(
        rf"\b\d{{1,2}}\. ?(?:(?:{_MONTHS})(?: \d{{4}})?|\d{{1,2}}\.(?: ?\d{{2,4}})?)"
        rf"|\b(?:{_MONTHS}) \d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b"
    )),
    ("Telefonnummer", _DIGIT, re.compile(r"(?:\+\d{2}|\b0)[\d /–-]{5,}\d|\b11[0256](?:[ ]?\d{3})?\b(?! ?(?:Euro|€|Plätze))")),
    ("Zahl", _DIGIT, re.compile(r"\b\d+(?:\.\d{3})*(?:[,:]\d+)?")),
)  # fmt: skip
"""Each kind of fact, something short that every text with one holds, and how it is written."""
_WORDS_FOR: Mapping[str, str] = MappingProxyType(
    {
        word: str(number)
        for number, words in {
            2: "zwei beide beiden beides", 3: "drei", 4: "vier", 5: "fünf", 6: "sechs", 7: "sieben", 8: "acht", 9: "neun",
            10: "zehn", 11: "elf", 12: "zwölf", 20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig", 100: "hundert",
        }.items()
        for word in words.split()
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_NOT_SAID = re.compile(r"[^\w+@.,:/]+")
# After a number a point may make an ordinal: "10. Klasse", "31. Oktober".
_SENTENCE_END = re.compile(
    r"(?<=[.!?:])(?<!\bz\.)(?<!\bB\.)(?<!\bDr\.)(?<!\bIng\.)[“”\"»)]*\s+"
    rf"(?!(?<=\d\.\s)(?:{_MONTHS}|Klassen?|Lehrjahr|Schuljahr|Semester|[a-zäöü]))|\n+"
)
_FILLED_IN = re.compile(r"\{[^{}]*\}")
_SPOKEN_WORD = re.compile(r"\{\}|[\w@.:/+-]*\w")

Facts = Mapping[tuple[str, str], str]
"""What a text states, as it is written, by kind and comparable form."""


def different_facts(text: str, simpler: str) -> Iterator[str]:
    """Yield in German what one of the two texts states and the other does not."""
    before, after = _facts(text), _facts(simpler)
    for kind, form in before:
        if (kind, form) not in after:
            yield f"{kind} «{before[kind, form]}» fehlt in der einfachen Fassung."
    for kind, form in after:
        if (kind, form) not in before:
            yield f"{kind} «{after[kind, form]}» steht nur in der einfachen Fassung."


def long_sentences(text: str) -> Iterator[str]:
    """Yield in German which sentences have more than `MOST_WORDS` words; what the bot fills in counts as one."""
    plain = _FILLED_IN.sub("{}", text) if "{" in text else text
    if len(_SPOKEN_WORD.findall(plain)) <= MOST_WORDS:
        return
    for sentence in _SENTENCE_END.split(plain):
        words = _SPOKEN_WORD.findall(sentence)
        if len(words) > MOST_WORDS:
            yield f"«{' '.join(words[:4])} …» hat {len(words)} Wörter, in Einfacher Sprache höchstens {MOST_WORDS}."


def facts_in(text: str) -> Facts:
    """Return the links, mail addresses, phone numbers, dates and numbers a *text* states in signs."""
    return _in_signs(text)[0]


def _facts(text: str) -> Facts:
    found, text = _in_signs(text)
    small = text.lower()
    if any(word in small for word in _WORDS_FOR):
        for word in _WORD.findall(text):
            if number := _WORDS_FOR.get(word.lower()):
                found.setdefault(("Zahl", number), word)
    return found


def _in_signs(text: str) -> tuple[dict[tuple[str, str], str], str]:
    """Return what *text* states in signs, and what is left of it."""
    found: dict[tuple[str, str], str] = {}
    for kind, sign, pattern in _PATTERNS if _SIGN.search(text) else ():
        if sign.search(text) and (matches := [match[0] for match in pattern.finditer(text)]):
            for written in matches:
                found.setdefault((kind, _comparable(kind, written)), written.strip())
            text = pattern.sub(" ", text)
    return found, text


def _comparable(kind: str, written: str) -> str:
    plain = _NOT_SAID.sub("", written).lower()
    if kind == "Link":
        return plain.removeprefix("https:").removeprefix("http:").strip("/").removeprefix("www.")
    if kind == "Zahl":
        return plain.replace(".", "").removesuffix(":00")
    return re.sub(r"[ /–-]", "", plain) if kind == "Telefonnummer" else plain
