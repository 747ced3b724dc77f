"""What a draft left to be looked at and nobody has looked at yet."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge import Entry, Problem

MARK = "# bitte prüfen"
_MARK = MARK.encode()


def mark_advice(entry: Entry) -> Iterator[Problem]:
    """Yield the lines in force that are still marked; proposals in comments do no harm."""
    if _MARK not in entry.raw:
        return
    for number, line in enumerate(entry.raw.decode().splitlines(), 1):
        if MARK in line and not line.lstrip().startswith("#"):
            message = "Hier steht noch «bitte prüfen»."
            advice = "Vergleiche mit der Quelle, dann lösche den Hinweis."
            yield Problem(entry.file.name, number, line.index(MARK) + 1, "warning", message, advice)
