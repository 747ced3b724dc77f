"""Letters that nobody meant: invisible ones, and what a wrong encoding made of others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.files import position_at
from bot.knowledge.problems import Fix, Spot, Wording

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_LOST = re.compile("\ufffd+")
_OF_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_PUNCTUATION = "„‘’“”–—"
_TWICE_ENCODED = re.compile(f"[ÂÃÄÅ](?<![ÄÅ](?=[{_PUNCTUATION}]))[{_OF_CP1252}\x80-\xbf]|â[{_OF_CP1252}\x80-\xbf]{{2}}")
_SUSPECT = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\ufffdÂÃÄÅâ]")
"""How every one of them begins: a large folder is looked through for these in a fraction of the time."""
_ODD = re.compile("|".join(pattern.pattern for pattern in (_INVISIBLE, _LOST, _TWICE_ENCODED)))


def odd_letters(text: str) -> Iterator[Spot]:
    """Yield the letters of a file that are hidden, lost or garbled; reading can go on with each."""
    end = 0
    for suspect in _SUSPECT.finditer(text):
        found = _ODD.match(text, suspect.start()) if suspect.start() >= end else None
        if found and (wording := _wording(found[0])):
            end = found.end()
            yield Spot(position_at(text, found.start()), wording, "warning")


def _wording(odd: str) -> Wording | None:
    if _INVISIBLE.match(odd):
        message = f"Hier steht ein unsichtbares Zeichen (U+{ord(odd):04X})."
        return Wording(message, "Lösche es; das kann auch check --fix.", Fix(odd, ""))
    if _LOST.match(odd):
        message = f"«{odd}»: Hier ist beim Kopieren oder Speichern ein Buchstabe verloren gegangen."
        return Wording(message, "Tippe das Wort neu.")
    meant = _meant(odd)
    message = f"«{odd}» war wohl «{meant}», ehe die Datei mit einer falschen Kodierung geöffnet wurde."
    return Wording(message, f"Schreib: {meant}", Fix(odd, meant)) if meant else None


def _meant(garbled: str) -> str:
    """Return the letter whose bytes in UTF-8 were read as Windows-1252; empty where there is none."""
    try:
        return garbled.encode("cp1252").decode()
    except UnicodeError:
        return ""
