"""One question put to a reader alone: what it ranks, whether it would answer, how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from time import perf_counter

from bot.model.catalogue import Catalogue
from bot.model.reading import Reading
from bot.model.values import DEFAULT_LANGUAGE
from bot.understanding.quality import Judged
from bot.understanding.reader import Reader

_OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True)
class Judge:
    """Asks a reader fitted to *catalogue*."""

    reader: Reader
    catalogue: Catalogue
    today: date

    def judged(self, question: str, wanted: str | None) -> Judged:
        """Put one *question* that means the intent *wanted* (None: it belongs nowhere), and time it."""
        began = perf_counter()
        reading = self.reader.read(question, self.today, DEFAULT_LANGUAGE)
        ms = 1000 * (perf_counter() - began)
        ranked = tuple((candidate.intent, candidate.confidence) for candidate in reading.ranked)
        foreign = wanted is None or self._is_out_of_scope(wanted)
        return Judged(wanted, ranked, self._refusal(reading), self._accepts(reading), ms, foreign)

    def _refusal(self, reading: Reading) -> float:
        """Return how foreign a question seems; one for an out-of-scope intent is foreign too.

        How sure it is which intent is meant does not count: a question between two of ours is none of others.
        """
        everything = sum(each.confidence for each in reading.ranked)
        inside = sum(each.confidence for each in reading.ranked if not self._is_out_of_scope(each.intent))
        return round(1.0 - (1.0 - reading.refusal) * (inside / everything if everything else 0.0), 4)

    def _accepts(self, reading: Reading) -> bool:
        return reading.verdict == "answer" and not self._is_out_of_scope(reading.ranked[0].intent)

    def _is_out_of_scope(self, name: str) -> bool:
        intent = self.catalogue.intents.get(name)
        return intent is not None and intent.kind == _OUT_OF_SCOPE
