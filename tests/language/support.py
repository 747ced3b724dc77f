"""What is slow to make and never changes: made once for all tests of a run."""

from __future__ import annotations

from functools import cache

from bot.language.languages import LanguageIdentifier
from bot.language.morphology import Morphology
from bot.store.arrays import FileArrayCache
from tests.house import HOUSE_DATA


@cache
def the_morphology() -> Morphology:
    """Return the dictionaries of our languages; reading them takes a second, so what was read is kept between runs."""
    return Morphology(cache=FileArrayCache(HOUSE_DATA / "fitted"))


@cache
def the_identifier() -> LanguageIdentifier:
    """Return the judge of languages."""
    return LanguageIdentifier()
