"""Letters that nobody meant: invisible ones, and what a wrong encoding made of others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.files import place_of
from bot.knowledge.problems import Fix, Spot, Wording

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_LOST = re.compile("\ufffd+")
_OF_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_PUNCTUATION = "„‘’“”–—"
_TWICE_ENCODED = re.compile(f"[ÂÃÄÅ](?<![ÄÅ](?=[{_PUNCTUATION}]))[{_OF_CP1252}\x80-\xbf]|â[{_OF_CP1252}\x80-\xbf]{{2}}")


def odd_letters(text: str) -> Iterator[Spot]:
    """Yield the letters of a file that are hidden, lost or garbled; reading can go on with each."""
    for found in _INVISIBLE.finditer(text):
        message = f"Hier steht ein unsichtbares Zeichen (U+{ord(found[0]):04X})."
        yield _spot(text, found, Wording(message, "Lösche es; das kann auch check --fix.", Fix(found[0], "")))
    for found in _LOST.finditer(text):
        message = f"«{found[0]}»: Hier ist beim Kopieren oder Speichern ein Buchstabe verloren gegangen."
        yield _spot(text, found, Wording(message, "Tippe das Wort neu."))
    for found in _TWICE_ENCODED.finditer(text):
        if meant := _meant(found[0]):
            message = f"«{found[0]}» war wohl «{meant}», ehe die Datei mit einer falschen Kodierung geöffnet wurde."
            yield _spot(text, found, Wording(message, f"Schreib: {meant}", Fix(found[0], meant)))


def _meant(garbled: str) -> str:
    """Return the letter whose bytes in UTF-8 were read as Windows-1252; empty where there is none."""
    try:
        return garbled.encode("cp1252").decode()
    except UnicodeError:
        return ""


def _spot(text: str, found: re.Match[str], wording: Wording) -> Spot:
    return Spot(place_of(text, found.start()), wording, "warning")
