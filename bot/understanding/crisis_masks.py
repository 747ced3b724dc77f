"""Takes the masks off words: letters that only look like ours, digits for letters, words spelt letter by letter.

Who hides a word from filters or from somebody looking over the shoulder is in no less distress.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from bot.language.fold import fold

_LOOKALIKES = str.maketrans(
    "асеорхуікмтвнѕјһԁԛԝАСЕОРХУІКМТВНЅЈ" + "αονιρεκτυηωχγΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢı",
    "aceopxyikmtbhsjhdqwACEOPXYIKMTBHSJ" + "aovipektunwxyABEZHIKMNOPTYX" + "abcdefghijklmnopqrstuvwyzi",
)
"""Cyrillic, Greek and small capital letters, by the Latin ones they look like."""
_CODES = tuple(str.maketrans("013457@$", f"o{one}eastas") for one in "il")
_CODED = re.compile(r"[^\W\d_][013457@$]|[013457@$][^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_CODE = re.compile(r"[\w@$]+")
_FEWEST_LETTERS, _SHORTEST_CODED, _SEVERAL = 2, 3, 2
_SPELT_APART = re.compile(r"(?<![^\W_])[^\W\d_](?:[\s.,_*|-]+[^\W\d_](?![^\W_])){2,}")
_BETWEEN_WORDS = re.compile(r"\s{2,}")
_NOT_A_LETTER = re.compile(r"[\W\d_]+")


def unmasked(text: str, is_known: Callable[[str], bool]) -> str:
    """Return *text* in our letters, where *is_known* tells a folded word that digits were put into from a code."""
    return closed_up(_decoded(_in_our_letters(text), is_known))


def closed_up(text: str) -> str:
    """Return *text* with what is spelt letter by letter put together: ``s t e r b e n``; wider gaps part words."""
    return _SPELT_APART.sub(lambda found: _joined(found.group()), text)


def _joined(letters: str) -> str:
    words = _BETWEEN_WORDS.split(letters)
    # Where each letter stands in a gap of its own, the gaps tell no words apart.
    apart = words if any(len(_NOT_A_LETTER.sub("", word)) > 1 for word in words) else [letters]
    return " ".join(_NOT_A_LETTER.sub("", word) for word in apart)


def _in_our_letters(text: str) -> str:
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    if not text.isprintable():
        text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    foreign = {ord(char) for char in set(text) if not char.isascii() and _is_foreign(char)}
    if not foreign:
        return text
    if foreign <= _LOOKALIKES.keys() and any("LATIN" in unicodedata.name(char, "") for char in text):
        return text.translate(_LOOKALIKES)
    return _WORD.sub(lambda found: _if_mixed(found.group()), text)


def _is_foreign(char: str) -> bool:
    return ord(char) in _LOOKALIKES or (char.isalpha() and "LATIN" not in unicodedata.name(char, ""))


def _if_mixed(word: str) -> str:
    """Return *word* in our letters if it is written in two alphabets; Russian stays Russian."""
    plain = word.translate(_LOOKALIKES)
    return plain if plain.isascii() and any(char.isascii() for char in word) else word


def _decoded(text: str, is_known: Callable[[str], bool]) -> str:
    if not _CODED.search(text):
        return text
    known = {word: plain for word in set(_WORD_OR_CODE.findall(text)) if (plain := _known_word(word, is_known))}
    return _WORD_OR_CODE.sub(lambda found: known.get(found.group()) or _guessed(found.group(), len(known)), text)


def _known_word(word: str, is_known: Callable[[str], bool]) -> str | None:
    """Return the known word that digits or signs in *word* spell, if any."""
    if word.isalpha() or len(word) < _SHORTEST_CODED or sum(char.isalpha() for char in word) < _FEWEST_LETTERS:
        return None
    meant = (word.lower().translate(table) for table in _CODES)
    return next((plain for plain in meant if plain.isalpha() and is_known(fold(plain))), None)


def _guessed(word: str, decoded: int) -> str:
    """Return *word* decoded too where several others are: who writes like that does so throughout."""
    if decoded < _SEVERAL or word.isalpha() or not any(char.isalpha() for char in word):
        return word
    return word.lower().translate(_CODES[0])
