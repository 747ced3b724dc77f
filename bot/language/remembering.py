"""What was found out about a word is kept, but never keeps alive whoever found it out."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast
from weakref import WeakMethod

_REMEMBERED_WORDS = 20_000

P = ParamSpec("P")
T = TypeVar("T")


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
