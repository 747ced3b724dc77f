"""Scripted noise: what thumbs, old keyboards and chat do to a question. The same seed, the same noise."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Mapping

from bot.model.values import Language

Noise = Callable[[str, Language, random.Random], str]

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_FILLERS: Mapping[Language, tuple[str, ...]] = {
    # Half of them are in our own list of fillers, half are not.
    "de": ("ey", "mal", "halt", "bitte", "digga", "eigentlich", "hey", "hallo", "jo", "kurz", "na", "ja"),
    "en": ("pls", "just", "um", "bro", "actually", "maybe", "hey", "hi", "like", "well", "so", "ok"),
}
TYPOS_PER_LETTER = 0.2
CHATTY_TYPOS_PER_LETTER = 0.1
_WORDS_PER_FILLER = 8


def clean(text: str, language: Language, chance: random.Random) -> str:
    """Return *text* as it is."""
    del language, chance
    return text


def typos(text: str, language: Language, chance: random.Random) -> str:
    """Return *text* with two edits per ten letters: a letter dropped, added, replaced, or swapped with the next."""
    del language
    return _misspelt(text, TYPOS_PER_LETTER, chance)


def chatty(text: str, language: Language, chance: random.Random) -> str:
    """Return *text* in small letters, without umlauts and signs, with filler words and one edit per ten letters."""
    small = "".join(letter for letter in text.lower() if letter not in '.,!?;:„“"')
    words = small.split()
    for _ in range(1 + len(words) // _WORDS_PER_FILLER):
        words.insert(chance.randrange(len(words) + 1), chance.choice(_FILLERS.get(language, _FILLERS["de"])))
    return _misspelt(" ".join(words).translate(_UMLAUTS), CHATTY_TYPOS_PER_LETTER, chance)


def _misspelt(text: str, per_letter: float, chance: random.Random) -> str:
    letters = list(text)
    places = [at for at, letter in enumerate(letters) if letter.isalpha()]
    for at in sorted(chance.sample(places, round(per_letter * len(places))), reverse=True):
        _edit(letters, at, chance)
    return "".join(letters)


def _edit(letters: list[str], at: int, chance: random.Random) -> None:
    kind = chance.choice(("drop", "add", "replace", "swap"))
    if kind == "drop":
        del letters[at]
    elif kind == "add":
        letters.insert(at, chance.choice(string.ascii_lowercase))
    elif kind == "swap" and at + 1 < len(letters):
        letters[at], letters[at + 1] = letters[at + 1], letters[at]
    else:
        letters[at] = chance.choice(string.ascii_lowercase)


NOISES: Mapping[str, Noise] = {"clean": clean, "typos": typos, "chatty": chatty}
