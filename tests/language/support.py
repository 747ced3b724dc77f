"""What is slow to make and never changes: made once for all tests of a run."""

from __future__ import annotations

from functools import cache

from bot.language.languages import LanguageIdentifier
from bot.language.morphology import Morphology


@cache
def the_morphology() -> Morphology:
    """Return the dictionaries of our languages; reading them takes a second."""
    return Morphology()


@cache
def the_identifier() -> LanguageIdentifier:
    """Return the judge of languages."""
    return LanguageIdentifier()
