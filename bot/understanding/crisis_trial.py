"""How well distress is told by the crisis examples when the message itself is not among them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model.crisis import HARMLESS
from bot.understanding.crisis import CrisisDetector
from bot.understanding.crisis_meaning import left_out_by_meaning
from bot.understanding.crisis_net import (
    ALARM_FROM,
    ALARM_FROM_BY_WORDS,
    MEANING,
    CrisisNet,
    Lesson,
    columns_in,
    judge_of,
    targets_of,
)
from bot.understanding.crisis_passages import plain_words
from bot.understanding.crisis_vectors import Weighing

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

    The words are judged in five rounds, each leaving out every fifth example; the meaning in closed form.
    """
    taught = [lesson for lesson in net.lessons if lesson.is_taught]
    words = _by_words(taught, [lesson for lesson in net.lessons if not lesson.is_taught])
    if net.meaning is None:
        return [score - ALARM_FROM_BY_WORDS for score in words]
    meaning = left_out_by_meaning(net.meaning.examples, targets_of(taught))
    return [score + MEANING * float(more) - ALARM_FROM for score, more in zip(words, meaning, strict=True)]


def _by_words(taught: Sequence[Lesson], everyday: Sequence[Lesson]) -> list[float]:
    sentences = [columns_in(lesson.text) for lesson in (*taught, *everyday)]
    weighing = Weighing.learnt(sentences)
    scores = [0.0] * len(taught)
    for fold in range(_FOLDS):
        seen = [at for at in range(len(sentences)) if at >= len(taught) or at % _FOLDS != fold]
        lessons = [(*taught, *everyday)[at] for at in seen]
        judge = judge_of(weighing, weighing.rows([sentences[at] for at in seen]), lessons)
        for at in range(fold, len(taught), _FOLDS):
            scores[at] = judge.score(plain_words(taught[at].text))
    return scores
