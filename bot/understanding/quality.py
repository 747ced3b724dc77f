"""How good a ranking is, measured on questions whose intent is known.

Calibration is a reliability table and its expected calibration error (Naeini, Cooper and
Hauskrecht 2015): how far confidence is from the share that was right, weighted by how often.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NEAR = 3
OWN_PASS = 0.95
_BINS = 10
_CONFUSIONS = 20


@dataclass(frozen=True, slots=True)
class Judged:
    """One question as ranked.

    ``wanted`` is its intent, None where it belongs to none; it is ``foreign`` then, and also where
    that intent is out of scope. ``ranked`` are intents with confidence (0–1), best first; ``refusal``
    is higher the more foreign the question seems; ``accepted`` tells whether the first would be
    answered; ``ms`` are milliseconds.
    """

    wanted: str | None
    ranked: tuple[tuple[str, float], ...]
    refusal: float
    accepted: bool
    ms: float
    foreign: bool = False

    @property
    def first(self) -> str | None:
        """The intent ranked first, None where nothing could be read."""
        return self.ranked[0][0] if self.ranked else None

    @property
    def confidence(self) -> float:
        """How sure the ranking is of the first (0–1)."""
        return self.ranked[0][1] if self.ranked else 0.0

    @property
    def is_right(self) -> bool:
        """Whether the wanted intent is ranked first."""
        return self.wanted is not None and self.first == self.wanted

    @property
    def is_near(self) -> bool:
        """Whether the wanted intent is among the first three."""
        return self.wanted is not None and self.wanted in [intent for intent, _ in self.ranked[:NEAR]]


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions whose confidence lies from ``low`` to ``high``: how many, how sure, what share was right."""

    low: float
    high: float
    questions: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Confusion:
    """``times`` a question meant ``wanted`` and ``first`` was ranked first (None: nothing was)."""

    wanted: str
    first: str | None
    times: int


@dataclass(frozen=True, slots=True)
class Quality:
    """All measures of one run; shares are 0–1, times in milliseconds, NaN where there was nothing to measure.

    ``refused`` is the share of foreign questions refused by a threshold that lets 95 % of the own
    ones pass; ``answered`` and ``answered_foreign`` are the shares the gate itself answers.
    """

    questions: int
    labelled: int
    foreign: int
    first: float
    three: float
    refused: float
    answered: float
    answered_foreign: float
    calibration_error: float
    reliability: tuple[Bin, ...]
    p50_ms: float
    p99_ms: float
    slowest_ms: float
    confusions: tuple[Confusion, ...]


def measure(judged: Sequence[Judged]) -> Quality:
    """Return all measures of *judged*."""
    labelled = [each for each in judged if each.wanted is not None]
    own, foreign = _own(judged), _foreign(judged)
    table, times = reliability(judged), [each.ms for each in judged]
    return Quality(
        questions=len(judged),
        labelled=len(labelled),
        foreign=len(foreign),
        first=share(each.is_right for each in labelled),
        three=share(each.is_near for each in labelled),
        refused=refused_when_own_pass(judged),
        answered=share(each.accepted for each in own),
        answered_foreign=share(each.accepted for each in foreign),
        calibration_error=calibration_error(table),
        reliability=table,
        p50_ms=percentile(times, 0.5),
        p99_ms=percentile(times, 0.99),
        slowest_ms=percentile(times, 1.0),
        confusions=confusions(judged),
    )


def _own(judged: Iterable[Judged]) -> list[Judged]:
    return [each for each in judged if not each.foreign]


def _foreign(judged: Iterable[Judged]) -> list[Judged]:
    return [each for each in judged if each.foreign]


def share(truths: Iterable[bool]) -> float:
    """Return the share (0–1) that is true; NaN of nothing."""
    counted = Counter(truths)
    return counted[True] / counted.total() if counted else math.nan


def percentile(values: Iterable[float], part: float) -> float:
    """Return the smallest value that at least *part* (0–1) of the values do not exceed; NaN of nothing."""
    ranked = sorted(values)
    return ranked[max(0, math.ceil(part * len(ranked)) - 1)] if ranked else math.nan


def refused_when_own_pass(judged: Sequence[Judged], part: float = OWN_PASS) -> float:
    """Return the share of foreign questions refused by a threshold that lets *part* of the own ones pass.

    NaN where one of the two kinds is missing.
    """
    limit = percentile((each.refusal for each in _own(judged)), part)
    return math.nan if math.isnan(limit) else share(each.refusal > limit for each in _foreign(judged))


def reliability(judged: Iterable[Judged]) -> tuple[Bin, ...]:
    """Return the questions that have an intent by confidence, in ten equal bins; empty ones are left out."""
    bins: list[list[Judged]] = [[] for _ in range(_BINS)]
    for each in judged:
        if each.wanted is not None:
            bins[min(_BINS - 1, int(each.confidence * _BINS))].append(each)
    return tuple(_bin(number, inside) for number, inside in enumerate(bins) if inside)


def _bin(number: int, inside: Sequence[Judged]) -> Bin:
    sure = sum(each.confidence for each in inside) / len(inside)
    right = share(each.is_right for each in inside)
    return Bin(number / _BINS, (number + 1) / _BINS, len(inside), sure, right)


def calibration_error(table: Sequence[Bin]) -> float:
    """Return the expected calibration error (0–1) of a reliability table; NaN of an empty one."""
    total = sum(each.questions for each in table)
    missed = sum(each.questions * abs(each.confidence - each.right) for each in table)
    return missed / total if total else math.nan


def confusions(judged: Iterable[Judged], most: int = _CONFUSIONS) -> tuple[Confusion, ...]:
    """Return the *most* frequent mistakes, the most frequent first."""
    pairs = ((each.wanted, each.first) for each in judged if not each.is_right)
    wrong = Counter((wanted, first) for wanted, first in pairs if wanted is not None)
    ranked = sorted(wrong.items(), key=lambda item: (-item[1], item[0][0], item[0][1] or ""))
    return tuple(Confusion(*pair, times) for pair, times in ranked[:most])
