"""How well distress is told by the crisis examples when the message itself is not among them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.model.crisis import HARMLESS
from bot.understanding.crisis import CrisisDetector
from bot.understanding.crisis_lessons import Learning, Lesson
from bot.understanding.crisis_meaning import left_out_by_meaning
from bot.understanding.crisis_net import (
    ALARM_FROM,
    ALARM_FROM_BY_WORDS,
    MEANING,
    CrisisNet,
    Meaning,
    is_unsure,
    left_over,
    spoken,
)
from bot.understanding.crisis_passages import handicap_of, plain_words

_FOLDS = 5


def left_out(detector: CrisisDetector) -> tuple[tuple[Lesson, bool], ...]:
    """Return each example of the crisis rules, and whether *detector* takes it for distress untaught.

    The rules stay as they are; the net judges each example as if it had never seen it.
    """
    if detector.net is None:
        return ()
    taught = [lesson for lesson in detector.net.lessons if lesson.is_taught]
    margins = left_out_margins(detector.net)
    return tuple(
        (lesson, margin >= 0 or detector.by_rule(lesson.text) is not None)
        for lesson, margin in zip(taught, margins, strict=True)
    )


def shares_of(results: Sequence[tuple[Lesson, bool]]) -> tuple[float, float]:
    """Return which share of the distress among *results* is recognised, and of the harmless falsely so."""
    distress = [alarmed for lesson, alarmed in results if lesson.kind != HARMLESS]
    harmless = [alarmed for lesson, alarmed in results if lesson.kind == HARMLESS]
    return sum(distress) / (len(distress) or 1), sum(harmless) / (len(harmless) or 1)


def left_out_margins(net: CrisisNet) -> list[float]:
    """Return the margin (see `CrisisNet.margins`) of each crisis example, by judges who never saw it.

    Words and meaning are judged in five rounds, each leaving out every fifth example.
    """
    taught = [lesson for lesson in net.lessons if lesson.is_taught]
    words = [float(score) for score in Learning(net.lessons).unseen_scores(len(taught), _FOLDS)]
    asked = [handicap_of(plain_words(lesson.text)) for lesson in taught]
    if net.meaning is None:
        return [score - ALARM_FROM_BY_WORDS - more for score, more in zip(words, asked, strict=True)]
    told = _by_meaning(net.meaning, [lesson for lesson, score in zip(taught, words, strict=True) if is_unsure(score)])
    added = [told.get(lesson, float(np.sign(score))) for lesson, score in zip(taught, words, strict=True)]
    return [score + MEANING * plus - ALARM_FROM - more for score, plus, more in zip(words, added, asked, strict=True)]


def _by_meaning(meaning: Meaning, lessons: Sequence[Lesson]) -> dict[Lesson, float]:
    """Return the scores of *lessons* by their meaning."""
    unseen = left_out_by_meaning(meaning.judge.examples, left_over(meaning.lessons), _FOLDS)
    scores = dict(zip(meaning.lessons, map(float, unseen), strict=True))
    others = [lesson for lesson in lessons if lesson not in scores]
    if others:
        vectors = meaning.encoder.encode([spoken(lesson.text) for lesson in others])
        scores |= dict(zip(others, map(float, meaning.judge.scores(vectors)), strict=True))
    return {lesson: scores[lesson] for lesson in lessons}
