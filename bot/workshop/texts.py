"""Compares the bot's own sentences across languages: keys, and the words they let the bot fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.knowledge import Problem
from bot.model.values import DEFAULT_LANGUAGE, Language

_ENTRY = re.compile(r"^([a-z][a-z0-9-]*) *=(.*(?:\n(?: .*|$))*)", re.MULTILINE)
_VARIABLE = re.compile(r"\$([a-z][a-z0-9-]*)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One entry: its key, line (from 1) and the names of what is filled in."""

    key: str
    line: int
    variables: frozenset[str]


def sentences_in(source: str) -> Iterator[Sentence]:
    """Yield the entries of a Fluent source."""
    for entry in _ENTRY.finditer(source):
        line = source.count("\n", 0, entry.start()) + 1
        yield Sentence(entry[1], line, frozenset(_VARIABLE.findall(entry[2])))


def text_problems(sources: Mapping[Language, str], folder: str) -> Iterator[Problem]:
    """Yield what is missing, twice there or filled in differently; *folder* is how staff see the folder."""
    entries = {language: list(sentences_in(source)) for language, source in sources.items()}
    for language, own in entries.items():
        file = f"{folder}/{language}.ftl"
        yield from _doubles(own, file)
        if language != DEFAULT_LANGUAGE:
            yield from _against_german({entry.key: entry for entry in own}, entries[DEFAULT_LANGUAGE], file)


def _doubles(entries: list[Sentence], file: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for entry in entries:
        line = first.setdefault(entry.key, entry.line)
        if line != entry.line:
            message = f"Den Satz «{entry.key}» gibt es schon in Zeile {line}; der spätere gilt."
            yield Problem(file, entry.line, 1, "warning", message)


def _against_german(own: Mapping[str, Sentence], german: list[Sentence], file: str) -> Iterator[Problem]:
    for entry in german:
        other = own.get(entry.key)
        if other is None:
            yield Problem(file, 1, 1, "error", f"Der Satz «{entry.key}» fehlt hier.", "Er steht in de.ftl.")
        elif unknown := other.variables - entry.variables:
            names = ", ".join(sorted(unknown))
            message = f"In «{entry.key}» kann der Bot {names} nicht einsetzen."
            known = ", ".join(sorted(entry.variables)) or "nichts"
            yield Problem(file, other.line, 1, "error", message, f"Auf Deutsch wird eingesetzt: {known}.")
    for key in sorted(own.keys() - {entry.key for entry in german}):
        yield Problem(file, own[key].line, 1, "warning", f"Den Satz «{key}» gibt es nicht in de.ftl.")
