"""Texts as Telegram counts and takes them: cleaned, measured in UTF-16 units, cut at sense."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SENTENCE = re.compile(r"[.!?…:;][\"'»“”)\]]*\s+")
_SPACE = re.compile(r"\s+")
_UNSENDABLE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LOOKS_EMPTY = frozenset("\u2800\u3164\u115f\u1160\uffa0\ufffc")
_NO_INK = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zs", "Zl", "Zp", "Mn", "Me"})


def units(text: str) -> int:
    """Count UTF-16 units: what Telegram's limits are measured in."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """Return *text* without what cannot be sent: halves of characters, control characters."""
    whole = _UNSENDABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _CONTROL.sub("", whole).strip()


def is_blank(text: str) -> bool:
    """Tell whether nothing of *text* would be seen; Telegram refuses such messages."""
    return not any(_has_ink(letter) for letter in text)


def _has_ink(letter: str) -> bool:
    return letter not in _LOOKS_EMPTY and unicodedata.category(letter) not in _NO_INK


def pieces(text: str, limit: int) -> Iterator[str]:
    """Cut *text* into pieces of at most *limit* units: by paragraph, else line, sentence, word."""
    rest = text.strip()
    while units(rest) > limit:
        end = _best_cut(rest, _room(rest, limit))
        yield rest[:end].rstrip()
        rest = rest[end:].lstrip()
    if rest:
        yield rest


def _room(text: str, limit: int) -> int:
    """Return how many characters of *text* fit into *limit* units."""
    return len(text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", "ignore"))


def _best_cut(text: str, room: int) -> int:
    """Return where to cut; a piece less than half full is not worth a finer sense."""
    head = text[:room]
    for cut in (head.rfind("\n\n"), head.rfind("\n"), _last(_SENTENCE, head), _last(_SPACE, head)):
        if cut >= room // 2 and cut > 0:
            return cut
    return _whole_letter(text, room)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _whole_letter(text: str, room: int) -> int:
    """Step back from *room* so that accents and joined emoji stay with their letter."""
    for end in range(room, max(room - 16, 1), -1):
        joined = text[end - 1] == "\u200d" or text[end] == "\u200d"
        if not joined and unicodedata.category(text[end]) not in {"Mn", "Me", "Mc"}:
            return end
    return room


def shortened(label: str, limit: int) -> str:
    """Return *label* in one line of at most *limit* characters, cut after a word with an ellipsis."""
    line = " ".join(clean(label).split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    at_word = head.rsplit(" ", 1)[0] if line[limit - 1] != " " and " " in head else head
    kept = at_word if len(at_word) >= limit // 2 else head
    return kept.rstrip(" ,;:–-") + "…"
