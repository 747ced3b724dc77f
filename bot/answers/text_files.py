"""The files of the bot's own sentences as staff write them: what stands in each entry, and which of them cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from fluent.runtime import FluentResource
from fluent.syntax import ast

from bot.answers.text_slips import TextSlip, explained

_REMEMBERED = 8
"""More than the bot has languages."""
_BARE = re.compile(r"\$([a-zA-Z][\w-]*)")
_NAME = re.compile(r"\s*([a-z][a-z0-9-]*) *[=:]?")


@dataclass(frozen=True, slots=True)
class Written:
    """One entry: its key, line (from 1), what it says, what is filled in, and names without their $ or their braces.

    Of one that cannot be read only key and line are known.
    """

    key: str
    line: int
    text: str = ""
    variables: frozenset[str] = frozenset()
    unmarked: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    readable: bool = True

    @property
    def names(self) -> frozenset[str]:
        """All that is meant to be filled in, however it is written."""
        return self.variables | self.unmarked | self.bare


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An entry that Fluent cannot read: where the slip is (from 1), what it is and what to write."""

    line: int
    column: int
    message: str
    suggestion: str


@lru_cache(_REMEMBERED)
def read_source(source: str) -> ast.Resource:
    """Return the entries of *source*: whoever looks for unreadable ones and whoever speaks need the same."""
    return FluentResource(source)


def entries_of(source: str) -> Iterator[Written]:
    """Yield the entries of a Fluent source in their order."""
    for entry in read_source(source).body:
        if isinstance(entry, ast.Junk) and entry.span and (name := _NAME.match(entry.content or "")):
            yield Written(name[1], _line(source, entry.span.start + name.start(1)), readable=False)
        elif isinstance(entry, ast.Message) and entry.value and entry.value.span and entry.id.span:
            found = _Inside.of(entry.value)
            text, line = source[entry.value.span.start : entry.value.span.end], _line(source, entry.id.span.start)
            names = frozenset(found.variables), frozenset(found.messages), frozenset(found.bare)
            yield Written(entry.id.name, line, text, *names)


def without_unreadable(source: str) -> tuple[str, tuple[Unreadable, ...]]:
    """Return *source* without the entries Fluent cannot read, and what is wrong with those."""
    junk = [entry for entry in read_source(source).body if isinstance(entry, ast.Junk) and entry.span]
    told = tuple(_explained(source, entry) for entry in junk)
    for span in reversed([entry.span for entry in junk]):
        source = source[: span.start] + source[span.end :] if span else source
    return source, told


@dataclass
class _Inside:
    """The names inside a pattern."""

    variables: set[str] = field(default_factory=set)
    messages: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, node: object) -> _Inside:
        """Return what stands below *node*."""
        found, waiting = cls(), [node]
        while waiting:
            each = waiting.pop()
            if isinstance(each, ast.VariableReference):
                found.variables.add(each.id.name)
            elif isinstance(each, ast.MessageReference):
                found.messages.add(each.id.name)
            elif isinstance(each, ast.TextElement):
                found.bare.update(_BARE.findall(each.value))
            elif isinstance(each, ast.BaseNode):
                waiting.extend(vars(each).values())
            elif isinstance(each, list):
                waiting.extend(each)
        return found


def _explained(source: str, junk: ast.Junk) -> Unreadable:
    """Return the German words for the first complaint of Fluent."""
    content, start = junk.content or "", junk.span.start if junk.span else 0
    complaint = junk.annotations[0] if junk.annotations else None
    at = complaint.span.start if complaint and complaint.span else start
    expected = str(complaint.arguments[0]) if complaint and complaint.arguments else ""
    slip = TextSlip(content, max(0, min(at - start, len(content))), expected)
    told = explained((complaint.code if complaint else None) or "", slip)
    place = start + told.at
    column = place - (source.rfind("\n", 0, place) + 1) + 1
    return Unreadable(_line(source, place), column, told.message, told.suggestion)


def _line(source: str, place: int) -> int:
    return source.count("\n", 0, place) + 1
