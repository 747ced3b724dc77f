"""Intents ranked for a question by the views, with calibrated confidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.model.reading import Candidate
from bot.understanding.gate import Gate, evidence, fit_gate
from bot.understanding.lexical import LexicalView, ViewScores

_LIKENESS = 0.6
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Example:
    """One example as written and as folded words (placeholders as words of their own)."""

    intent: str
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Candidates, best first, and how sure the gate is of the first (0–1)."""

    candidates: tuple[Candidate, ...]
    confidence: float


class Matcher:
    """Ranks the intents of *examples*; fitted when made.

    Raises ValueError where there is no example at all.
    """

    def __init__(self, examples: Sequence[Example], stem: Callable[[str], str]) -> None:
        self._examples = tuple(sorted(examples, key=lambda example: example.intent))
        self.intents = tuple(dict.fromkeys(example.intent for example in self._examples))
        if not self.intents:
            raise ValueError("a matcher needs examples")
        numbers = {intent: number for number, intent in enumerate(self.intents)}
        labels = np.array([numbers[example.intent] for example in self._examples])
        self._view = LexicalView([example.words for example in self._examples], labels, len(self.intents), stem)
        self._gate: Gate = fit_gate(_fuse(self._view.left_out_head, self._view.left_out_likeness), self._view.left_out_likeness, labels)

    def rank(self, variants: Sequence[Sequence[str]], boosts: Mapping[str, float]) -> Ranking:
        """Rank the intents for one question.

        *variants* are the ways it can be read (as written, with names masked): each intent keeps
        its better score. *boosts* are added to the scores of single intents.
        """
        views = [self._view.scores(words) for words in variants]
        fused = np.stack([_fuse(view.head, view.likeness) for view in views])
        extra = np.array([boosts.get(intent, 0.0) for intent in self.intents], dtype=np.float32)
        score = fused.max(axis=0) + extra
        return self._ranking(score, fused.argmax(axis=0), views)

    def _ranking(self, score: NDArray[np.float32], better: NDArray[np.intp], views: list[ViewScores]) -> Ranking:
        likeness = np.stack([view.likeness for view in views]).max(axis=0)
        order = np.argsort(-score, kind="stable")
        sure = self._gate.confidence(evidence(score, likeness))
        shares = _shares(score[order[:_NAMED]], sure)
        candidates = tuple(
            self._candidate(int(number), float(score[number]), share, views[int(better[number])])
            for number, share in zip(order[:_NAMED], shares, strict=True)
        )
        return Ranking(candidates, sure)

    def _candidate(self, number: int, score: float, share: float, view: ViewScores) -> Candidate:
        example = self._examples[int(view.nearest[number])]
        return Candidate(self.intents[number], round(score, 4), round(share, 4), example.text, round(float(view.likeness[number]), 4))


def _fuse(head: NDArray[np.float32], likeness: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(head + _LIKENESS * likeness, dtype=np.float32)


def _shares(scores: NDArray[np.float32], sure: float) -> list[float]:
    """Give the first its confidence and share the rest among the others by their scores."""
    rest = np.exp(6.0 * (scores[1:] - scores[0])) if len(scores) > 1 else np.zeros(0)
    total = float(rest.sum()) or 1.0
    return [sure, *(float(min(sure, (1.0 - sure) * value / total)) for value in rest)]
