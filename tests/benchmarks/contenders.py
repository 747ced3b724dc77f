"""What is compared: the bot's own reader, whole and with a part of it off. Its peers are in `peers`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Protocol

from bot.cli.judge import Judge
from bot.language.languages import LanguageIdentifier
from bot.language.morphology import Morphology
from bot.model.synonyms import Synonyms
from bot.understanding.quality import Judged
from bot.understanding.reader import Reader
from bot.understanding.semantic import Encoder
from tests.benchmarks.labelled import LabelledSet
from tests.understanding.builders import MemoryCache

TODAY = date(2026, 11, 22)


class Contender(Protocol):
    """A matcher fitted to the examples of one set."""

    def judged(self, question: str, wanted: str | None) -> Judged:
        """Rank the intents for *question*, which means *wanted* (None: nothing here), and time it."""
        ...


Fit = Callable[[LabelledSet, Encoder], Contender]


class _KnowsEveryWord(Morphology):
    """Takes every word for a known one, so that none is repaired."""

    def is_known(self, word: str) -> bool:
        """Tell that it is."""
        return True


@cache
def _morphology() -> Morphology:
    return Morphology()


def _ours(labelled: LabelledSet, encoder: Encoder | None, morphology: Morphology) -> Contender:
    """Return what `python -m bot evaluate` asks."""
    reader = Reader(labelled.catalogue, morphology, LanguageIdentifier(), encoder, MemoryCache())
    return Judge(reader, labelled.catalogue, TODAY)


OURS: Mapping[str, Fit] = {"ours": lambda labelled, encoder: _ours(labelled, encoder, _morphology())}
ABLATIONS: Mapping[str, Fit] = {
    "ours-words": lambda labelled, encoder: _ours(labelled, None, _morphology()),
    "ours-no-repair": lambda labelled, encoder: _ours(labelled, encoder, _KnowsEveryWord()),
    "ours-no-synonyms": lambda labelled, encoder: _ours(labelled.with_synonyms(Synonyms()), encoder, _morphology()),
}
"""Without the encoder; without word repair; without the staff's list of words (folders have none)."""
