"""The bot's own sentences about what is over: law 1 rests on their words, whatever day it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.answers.text_files import Written, entries_of
from bot.knowledge import Problem
from bot.model.values import Language
from bot.workshop.past import says_over

DAYS = frozenset({"when", "day", "days", "start", "end"})
"""What is filled in for a day or more of them."""
_ADVICE = "Der Bot nennt hier einen vergangenen Tag. Schreib zum Beispiel „war am …“ oder „vorbei“, auf Englisch „was on …“."
_AGREED = 2
"""Languages that must agree before another one is wrong."""


def unsaid_past(sources: Mapping[Language, str], folder: str) -> Iterator[Problem]:
    """Yield the sentences with a day that do not say that it is over, though all other languages do."""
    spoken = {language: _by_key(source) for language, source in sources.items() if says_over("", language) is not None}
    for language, own in spoken.items():
        others = {other: entries for other, entries in spoken.items() if other != language}
        for key, entry in own.items():
            theirs = {other: entries[key] for other, entries in others.items() if key in entries}
            if _is_past(theirs) and not says_over(entry.text, language):
                message = f"«{key}» sagt nicht, dass es vorbei ist; die anderen Sprachen sagen es."
                yield Problem(f"{folder}/{language}.ftl", entry.line, 1, "error", message, _ADVICE)


def _by_key(source: str) -> Mapping[str, Written]:
    return {entry.key: entry for entry in entries_of(source) if entry.readable}


def _is_past(said: Mapping[Language, Written]) -> bool:
    """Tell whether a sentence is about something past, as the other languages have *said* it."""
    names_day = any(entry.names & DAYS for entry in said.values())
    return names_day and len(said) >= _AGREED and all(says_over(entry.text, language) for language, entry in said.items())
