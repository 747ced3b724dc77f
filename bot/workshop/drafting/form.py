"""How a new file looks: the keys in their usual order, each with its help; what is missing stands there as a comment."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from bot.knowledge.fields import choices_at, description_at, key_names
from bot.knowledge.quoting import quoted
from bot.workshop.schemas import KINDS

_ORDER = (
    "title", "also_called", "kind", "needs", "type", "for", "themes", "where", "within", "provider", "summary", "functions",
    "press_only", "runs", "recurs", "history", "facets", "people", "members", "parts", "examples", "answer", "missing",
    "tests", "not_this", "questions", "links", "phone", "mail", "address", "place", "also_in", "covers", "contact", "instead",
    "sources",
    "review_by", "owner",
)  # fmt: skip
_RARE = frozenset({"formerly", "covers", "press_only", "members", "parts", "without_topic", "within", "recurs",
    "not_this", "kind"})
"""Keys that a new file seldom needs: left out where nothing is known."""
_SHAPES: Mapping[str, str] = {
    "title": '{de: "…", en: "…"}', "summary": '{de: "…", en: "…"}', "instead": '{de: "…", en: "…"}',
    "missing": '{de: "…", en: "…"}', "also_called": "[…]", "for": "[…]", "themes": "[…]", "also_in": "[…]",
    "runs": "[{id: 2027-03, start: 2027-03-04, place: …, registration: https://…}]",
    "history": '[{when: 2024-01, what: {de: "…", en: "…"}}]', "facets": '{cost: {de: "…", en: "…"}}',
    "questions": "{overview: [wie Leute danach fragen]}", "people": "[{who: …, part: lead, as_of: 2026}]",
    "functions": '[{what: {de: "…", en: "…"}, organisation: …, as_of: 2026}]',
    "links": '[{title: {de: "Seite öffnen", en: "Open page"}, url: https://…}]',
    "sources": '{seite: {title: {de: "…", en: "…"}, url: https://…, read: 2026-11-21}}',
    "tests": "{de: [ein Satz, der kein Beispiel ist]}", "needs": "{topic: [offer, event]}",
}  # fmt: skip


_WIDTH = 130
"""Letters of a comment that an editor shows without scrolling."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line inside a value, and the sentence of a page that it is from."""

    text: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One key of a new file: its value as YAML (may go on below, indented), with notes above it.

    What is only a proposal becomes a comment.
    """

    key: str
    value: str
    notes: tuple[str, ...] = ()
    is_proposal: bool = False


def prose(german: str, english: str = "") -> str:
    """Return a text in its languages as YAML; without an English one the key is left for people to add."""
    return f"{{de: {quoted(german)}, en: {quoted(english)}}}" if english else f"{{de: {quoted(german)}}}"


def listed(items: Sequence[str], indent: int = 2) -> str:
    """Return a list as YAML, one item a line."""
    return "".join(f"\n{' ' * indent}- {item}" for item in items)


def below(pieces: Iterable[Piece], indent: int = 2) -> str:
    """Return a value of several lines, each below its sentence; one that is from the same as the line before stands at once."""
    lines: list[str] = []
    before = ""
    for piece in pieces:
        if piece.said and piece.said != before:
            lines += commented(saying(piece.said), indent + len(piece.text) - len(piece.text.lstrip()))
            before = piece.said
        lines.append(f"{' ' * indent}{piece.text}")
    return "".join(f"\n{line}" for line in lines)


def saying(sentence: str) -> str:
    """Return a sentence of a page as comments quote it."""
    return f"«{sentence}»"


def commented(text: str, indent: int = 0) -> list[str]:
    """Return *text* as the lines of a comment; a word, such as an address, is never torn."""
    lines = textwrap.wrap(text, _WIDTH - indent, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    return [f"{' ' * indent}# {line}" for line in lines]


def form(kind: str, lines: Iterable[Line], *, about: str) -> str:
    """Return the text of a new file of *kind*; *about* says in a comment where it is from."""
    given = {line.key: line for line in lines}
    folder = "../content/schemas" if kind == "intent" else "../schemas"
    head = (f"# yaml-language-server: $schema={folder}/{kind}.json", f"# {about}")
    return "\n".join((*head, *_body(KINDS[kind], given))) + "\n"


def _body(model: type[BaseModel], given: Mapping[str, Line]) -> Iterator[str]:
    for key in sorted(key_names(model, ()), key=lambda key: _ORDER.index(key) if key in _ORDER else len(_ORDER)):
        if line := given.get(key):
            yield from (each for note in line.notes for each in commented(note))
            written = f"{key}:{'' if line.value.startswith(chr(10)) else ' '}{line.value}".rstrip()
            yield "\n".join(f"# {each}" for each in written.split("\n")) if line.is_proposal else written
        elif key not in _RARE:
            yield f"# {key}: {_SHAPES.get(key, '…')}  # {_help(model, key)}".rstrip(" #")


def _help(model: type[BaseModel], key: str) -> str:
    choices = choices_at(model, (key,))
    return description_at(model, (key,)) + (f": {', '.join(choices)}" if choices else "")
