"""What was found out about a word is kept, but never keeps alive whoever found it out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache
from typing import Generic, ParamSpec, TypeVar, cast
from weakref import WeakMethod

_REMEMBERED_WORDS = 20_000

P = ParamSpec("P")
T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def remembered(method: Callable[P, T], most: int = _REMEMBERED_WORDS) -> Callable[P, T]:
    """Return the bound *method* of an object that lives at least as long, remembering the *most* results used last.

    A plain cache kept by the object itself would hold on to it: with each reload an old vocabulary
    would stay in memory until Python looks through everything for garbage, which stops all answers.
    """
    reference = WeakMethod(method)

    @lru_cache(most)
    def result(*args: P.args, **kwargs: P.kwargs) -> T:
        owner = reference()
        if owner is None:
            raise ReferenceError("whoever remembered this is gone")
        return owner(*args, **kwargs)

    return cast("Callable[P, T]", result)


class Rounds(Generic[K, T]):
    """Results by what they follow from, kept as long as every round of work asks for them.

    Threads may share it.
    """

    def __init__(self) -> None:
        self._last: dict[K, T] = {}
        self._this: dict[K, T] = {}

    def known(self, key: K) -> T | None:
        """Return what was kept under *key* in this round or the last."""
        this, found = self._this, self._this.get(key)
        if found is None and (found := self._last.get(key)) is not None:
            this[key] = found
        return found

    def keep(self, key: K, result: T) -> T:
        """Keep *result* and return it."""
        self._this[key] = result
        return result

    def next_round(self) -> None:
        """Let go what nobody asked for in this round."""
        self._last, self._this = self._this, {}


class FoundTogether(Generic[K, T]):
    """Results of *find*, which is quicker for several keys in one go; about *most* of the last are remembered.

    Threads may share it.
    """

    def __init__(self, find: Callable[[Sequence[K]], Iterable[T]], most: int) -> None:
        self._find = find
        self._most = most
        self._known: dict[K, T] = {}

    def of(self, keys: Sequence[K]) -> list[T]:
        """Return the result for each of *keys*."""
        known = self._known
        missing = [key for key in dict.fromkeys(keys) if key not in known]
        if missing:
            if len(missing) + len(known) > self._most:
                known = self._known = {}  # a new one: another thread may be about to look something up in the old
                missing = list(dict.fromkeys(keys))
            known.update(zip(missing, self._find(missing), strict=True))
        return [known[key] for key in keys]
