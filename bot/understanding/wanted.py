"""Work that ends as soon as nobody wants any more what it makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.language.dictionary import ArrayCache, Numbers
from bot.understanding.beside import at_once

T = TypeVar("T")
IsWanted = Callable[[], bool]


class InVain(Exception):
    """Nobody wants any more what is being made."""


@dataclass(frozen=True, slots=True)
class WhileWanted:
    """Does pieces of work at once (a `Beside`), and lends a *cache*, as long as what follows *is wanted*; raises `InVain` then.

    Whatever takes long asks the cache first, or is a piece of its own: so others wait some tenths of a second at most.
    """

    is_wanted: IsWanted
    cache: ArrayCache

    def __call__(self, work: Callable[[], T], /) -> Callable[[], T]:
        """Do *work*."""
        self._ask()
        return at_once(work)

    def load(self, key: str) -> Numbers | None:
        """Return the array kept under *key*, None where there is none."""
        self._ask()
        return self.cache.load(key)

    def save(self, key: str, numbers: Numbers) -> None:
        """Keep *numbers*: what is done already need not be done again."""
        self.cache.save(key, numbers)

    def _ask(self) -> None:
        if not self.is_wanted():
            raise InVain
