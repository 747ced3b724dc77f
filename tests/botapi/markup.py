"""Texts as Telegram reads them: HTML into plain text and entities, then length and emptiness."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from tests.botapi.refusal import Refused, bad_request

TEXT_LIMIT = 4096

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ENTITY = re.compile(r"&(?:#(?P<dec>\d{1,8})|#x(?P<hex>[0-9a-fA-F]{1,8})|(?P<name>[a-zA-Z]+));?")
_NAME = re.compile(r"<(?P<name>[^\s>]*)(?P<next>[\s>])")
_START = re.compile(r"<[^\s>]+(?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[A-Za-z0-9.-]+))*\s*>")
_END = re.compile(r"</(?P<name>[^\s>]*)\s*>")


@dataclass(frozen=True, slots=True)
class Entity:
    """A formatted stretch, in UTF-16 units."""

    type: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """What people see, and how it is formatted."""

    text: str
    entities: tuple[Entity, ...] = ()


def utf16(text: str) -> int:
    """Count UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def read_text(text: str, parse_mode: str | None) -> Parsed:
    """Return *text* as Telegram would show it; raises `Refused` where it would not be sent."""
    if not text:
        raise bad_request("message text is empty")
    if parse_mode not in {None, "", "HTML"}:
        raise bad_request("unsupported parse_mode")
    parsed = _Reader(text).read() if parse_mode else Parsed(text)
    if not any(_is_seen(letter) for letter in parsed.text):
        raise bad_request("text must be non-empty")
    if utf16(parsed.text.strip()) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return parsed


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "CZ" and letter not in "\u2800\u3164\ufffc"


class _Reader:
    """Walks through HTML once."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._at = 0
        self._seen: list[str] = []
        self._length = 0
        self._open: list[tuple[str, int]] = []
        self._entities: list[Entity] = []

    def read(self) -> Parsed:
        while self._at < len(self._html):
            letter = self._html[self._at]
            if letter == "<":
                self._tag()
            elif (
                letter == "&" and (found := _ENTITY.match(self._html, self._at)) and (code := _decoded(found))
            ):
                self._add(code, found.end())
            else:
                self._add(letter, self._at + 1)
        if self._open:
            raise self._fault(f'Can\'t find end tag corresponding to start tag "{self._open[-1][0]}"')
        return Parsed("".join(self._seen), tuple(self._entities))

    def _add(self, seen: str, end: int) -> None:
        self._seen.append(seen)
        self._length += utf16(seen)
        self._at = end

    def _tag(self) -> None:
        if self._html.startswith("</", self._at):
            self._close()
            return
        named = _NAME.match(self._html, self._at)
        if named is None:
            raise self._fault("Unclosed start tag", here=True)
        name = named["name"].lower()
        if name not in _TYPES:
            raise self._fault(f'Unsupported start tag "{name}"', here=True)
        whole = _START.match(self._html, self._at)
        if whole is None:
            raise self._fault(f'Unclosed start tag "{name}"', here=True)
        if name == "span" and "tg-spoiler" not in whole[0]:
            raise self._fault('Tag "span" must have class "tg-spoiler"', here=True)
        self._open.append((name, self._length))
        self._at = whole.end()

    def _close(self) -> None:
        if not self._open:
            raise self._fault("Unexpected end tag", here=True)
        found = _END.match(self._html, self._at)
        if found is None:
            raise self._fault("Unclosed end tag", here=True)
        name, start = self._open.pop()
        if found["name"].lower() not in {"", name}:
            raise self._fault(
                "Unmatched end tag", here=True, more=f', expected "</{name}>", found "{found[0]}"'
            )
        if self._length > start:
            self._entities.append(Entity(_TYPES[name], start, self._length - start))
        self._at = found.end()

    def _fault(self, what: str, *, here: bool = False, more: str = "") -> Refused:
        place = f" at byte offset {len(self._html[: self._at].encode('utf-8', 'replace'))}" if here else ""
        return bad_request(f"can't parse entities: {what}{place}{more}")


def _decoded(found: re.Match[str]) -> str | None:
    """Return the letter an entity stands for; None where Telegram leaves it as it is."""
    if found["name"]:
        return _NAMED.get(found["name"])
    code = int(found["dec"]) if found["dec"] else int(found["hex"], 16)
    if 0xD800 <= code <= 0xDFFF:
        raise bad_request("can't parse entities: Text contains invalid Unicode characters")
    return chr(code) if 0 < code < 0x10FFFF else None
