"""Every value inside a topic, an intent or the crisis rules, with the way to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from pydantic import BaseModel

from bot.knowledge.problems import Loc


class Inside:
    """All values in one thing, walked once; keys as staff write them, what was not given left out."""

    def __init__(self, thing: BaseModel) -> None:
        """Walk *thing*."""
        self.values = tuple(_walk(thing))
        self.mappings: list[tuple[Loc, Mapping[str, object]]] = []
        self._texts: defaultdict[str, list[tuple[Loc, str]]] = defaultdict(list)
        self._named: defaultdict[str | int, list[tuple[Loc, object]]] = defaultdict(list)
        for found in self.values[1:]:
            self._named[found[0][-1]].append(found)
        for loc, value in self.values:
            if isinstance(value, str):
                self._texts[str(loc[0])].append((loc, value))
            elif isinstance(value, Mapping):
                self.mappings.append((loc, value))

    def named(self, *keys: str) -> Iterator[tuple[Loc, object]]:
        """Yield the values right behind one of *keys*, wherever it stands."""
        for key in keys:
            yield from self._named.get(key, ())

    def under(self, root: str) -> list[tuple[Loc, str]]:
        """Return the texts below one key of the file."""
        return self._texts.get(root, [])

    @cached_property
    def all_texts(self) -> tuple[tuple[Loc, str], ...]:
        """Every text with the way to it."""
        return tuple(pair for pairs in self._texts.values() for pair in pairs)

    def texts(self, *pattern: str) -> Iterator[tuple[Loc, str]]:
        """Yield the texts whose way fits the pattern: a key first, then keys or ``*`` for any one step."""
        size = len(pattern)
        keys = [(at, key) for at, key in enumerate(pattern) if at and key != "*"]
        for loc, value in self.under(pattern[0]):
            if len(loc) == size and (not keys or all(loc[at] == key for at, key in keys)):
                yield loc, value


def _walk(thing: BaseModel) -> Iterator[tuple[Loc, object]]:
    waiting: list[tuple[Loc, Any]] = [((), thing)]
    while waiting:
        found = waiting.pop()
        yield found
        loc, value = found
        if type(value) is not str:
            below = _way_into(type(value))(value)  # type: ignore[arg-type] # mypy: classes have no hash
            waiting.extend([((*loc, piece), each) for piece, each in below if each is not None])


@cache
def _way_into(kind: type[Any]) -> Callable[[Any], Iterable[tuple[str | int, object]]]:
    """Return what gives the values right inside a value of one *kind*, each behind the key staff write or its number."""
    if issubclass(kind, BaseModel):
        keys = [(field.alias or name, name) for name, field in kind.model_fields.items()]
        return lambda value: [(key, getattr(value, name)) for key, name in keys]
    if issubclass(kind, tuple):
        return enumerate
    return _items if issubclass(kind, Mapping) else lambda _: ()


def _items(value: Mapping[str, object]) -> Iterable[tuple[str, object]]:
    return value.items()
