"""Intents ranked for a question by the views, with calibrated confidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language.dictionary import ArrayCache
from bot.model.reading import Candidate
from bot.understanding.gate import Gate, evidence, fit_gate
from bot.understanding.head import Matrix
from bot.understanding.lexical import LexicalView
from bot.understanding.semantic import Encoder, SemanticView
from bot.understanding.views import View, ViewScores, Words

_NAMED = 8
_LEXICAL_LIKENESS = 0.6
_SEMANTIC_LIKENESS = 0.5
_SURE = 0.93
"""From this confidence of the lexical view on the encoder is not asked."""
_NEVER = -9.0
_STAND_INS = ("{topic}", "{person}")


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


@dataclass(frozen=True, slots=True)
class _Stage:
    """A view, how much its likeness counts beside its head, and the gate fitted with it and those before."""

    view: View
    likeness: float
    gate: Gate


class Matcher:
    """Ranks the intents of *examples*; fitted when made.

    *questions* are the intents that are no small talk. The lexical view stands alone; with an
    *encoder* the semantic view is added to it.
    Raises ValueError where there is no example at all.
    """

    def __init__(
        self,
        examples: Sequence[Example],
        questions: frozenset[str],
        stem: Callable[[str], str],
        encoder: Encoder | None,
        cache: ArrayCache,
    ) -> None:
        self._examples = tuple(sorted(examples, key=lambda example: example.intent))
        self.intents = tuple(dict.fromkeys(example.intent for example in self._examples))
        if not self.intents:
            raise ValueError("a matcher needs examples")
        numbers = {intent: number for number, intent in enumerate(self.intents)}
        labels = np.array([numbers[example.intent] for example in self._examples])
        texts = [example.words for example in self._examples]
        talk = np.array([intent not in questions for intent in self.intents])
        self._no_talk = np.where(talk, np.float32(_NEVER), np.float32(0.0))
        views: list[tuple[View, float]] = [(LexicalView(texts, labels, len(self.intents), stem), _LEXICAL_LIKENESS)]
        if encoder is not None:
            views.append((SemanticView(texts, labels, len(self.intents), encoder, cache), _SEMANTIC_LIKENESS))
        self._stages = _staged(views, labels, self._named_in_examples())

    def _named_in_examples(self) -> NDArray[np.float64]:
        """Return 1 for the examples that name a topic, else 0."""
        return np.array([float(any(word in _STAND_INS for word in each.words)) for each in self._examples])

    def rank(
        self, whole: Sequence[Words], clauses: Sequence[Words], boosts: Mapping[str, float], *, named: bool
    ) -> Ranking:
        """Rank the intents for one question.

        *whole* are the ways it can be read (as written, with names masked), *clauses* its parts where
        it is long: each intent keeps its best score, but small talk is never found in a part. *boosts*
        are added to the scores of single intents. *named*: a topic of ours is mentioned.
        """
        variants = [*whole, *clauses]
        extra = np.array([boosts.get(intent, 0.0) for intent in self.intents], dtype=np.float32)
        score = np.zeros((len(variants), len(self.intents)), dtype=np.float32)
        score[len(whole) :] += self._no_talk
        likeness = np.zeros(len(self.intents), dtype=np.float32)
        for stage in self._stages:
            scores = stage.view.scores(variants)
            score = score + np.stack([_fuse(each, stage.likeness) for each in scores])
            likeness = likeness + np.stack([each.likeness for each in scores]).max(axis=0)
            total = score.max(axis=0) + extra
            sure = stage.gate.confidence(evidence(total, likeness, np.float64(named)))
            if sure >= _SURE:
                break
        return self._ranking(total, sure, scores[int(score.max(axis=1).argmax())])

    def _ranking(self, score: NDArray[np.float32], sure: float, view: ViewScores) -> Ranking:
        order = np.argsort(-score, kind="stable")[:_NAMED]
        shares = _shares(score[order], sure)
        ranked = zip(order, shares, strict=True)
        found = tuple(self._candidate(int(number), float(score[number]), share, view) for number, share in ranked)
        return Ranking(found, sure)

    def _candidate(self, number: int, score: float, share: float, view: ViewScores) -> Candidate:
        example = self._examples[int(view.nearest[number])]
        likeness = round(float(view.likeness[number]), 4)
        return Candidate(self.intents[number], round(score, 4), round(share, 4), example.text, likeness)


def _staged(
    views: Sequence[tuple[View, float]], labels: NDArray[np.intp], named: NDArray[np.float64]
) -> tuple[_Stage, ...]:
    """Fit a gate for each view together with those before it."""
    stages = []
    score: Matrix | float = 0.0
    likeness: Matrix | float = 0.0
    for view, weight in views:
        score = score + view.left_out_head + np.float32(weight) * view.left_out_likeness
        likeness = likeness + view.left_out_likeness
        stages.append(_Stage(view, weight, fit_gate(score, likeness, labels, named)))
    return tuple(stages)


def _fuse(scores: ViewScores, likeness: float) -> NDArray[np.float32]:
    return np.asarray(scores.head + np.float32(likeness) * scores.likeness, dtype=np.float32)


def _shares(scores: NDArray[np.float32], sure: float) -> list[float]:
    """Give the first its confidence and share the rest among the others by their scores."""
    rest = np.exp(6.0 * (scores[1:] - scores[0])) if len(scores) > 1 else np.zeros(0)
    total = float(rest.sum()) or 1.0
    return [sure, *(float(min(sure, (1.0 - sure) * value / total)) for value in rest)]
