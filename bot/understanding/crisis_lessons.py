"""What the judges of distress learn from: sentences of distress and harmless ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.model.crisis import HARMLESS, CrisisRules
from bot.model.values import Language
from bot.understanding.crisis_columns import columns_in
from bot.understanding.crisis_vectors import Numbers, Sentences, Weighing, WordJudge, fit_rows
from bot.understanding.drawing import some_of, ticket

_MOST_EVERYDAY = 20_000
"""So many everyday sentences are learnt from at most; with half of ours, questions raise alarms that are as harmless."""
_LETTER = re.compile(r"[^\W_]")
_PLACEHOLDER = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Lesson:
    """One sentence and the kind of distress it shows (`HARMLESS`: none).

    ``is_taught``: staff wrote it as an example of the crisis rules; else it is a harmless question
    of an intent.
    """

    kind: str
    text: str
    is_taught: bool = True
    language: Language = ""


def lessons_of(rules: CrisisRules, everyday: Iterable[str] = ()) -> tuple[Lesson, ...]:
    """Return what there is to learn from: the examples of *rules*, then harmless *everyday* sentences.

    Of very many everyday sentences some are left out, whichever: one more leaves out one more.
    """
    taught = [
        Lesson(kind, text, language=language)
        for kind, by_language in rules.examples.items()
        for language, texts in by_language.items()
        for text in texts
    ]
    questions = tuple(dict.fromkeys(_PLACEHOLDER.sub("", text).strip() for text in everyday))
    some = some_of([text.split() for text in questions], np.zeros(len(questions), dtype=np.intp), _MOST_EVERYDAY)
    lessons = (*taught, *(Lesson(HARMLESS, questions[at], is_taught=False) for at in some))
    return tuple(lesson for lesson in lessons if _LETTER.search(lesson.text))


def targets_of(lessons: Sequence[Lesson]) -> Numbers:
    """Return the scores *lessons* should get: 1 for distress, -1 for harmless ones."""
    return np.array([-1.0 if lesson.kind == HARMLESS else 1.0 for lesson in lessons], dtype=np.float32)


class Learning:
    """What the judge of words learns from *lessons*, or from a part of them; *columns* are those of each, if known."""

    def __init__(self, lessons: Sequence[Lesson], columns: Sentences | None = None) -> None:
        self._lessons, self._targets = lessons, targets_of(lessons)
        columns = columns or Sentences.of([columns_in(lesson.text) for lesson in lessons])
        self._weighing = Weighing.learnt(columns)
        self._rows = self._weighing.rows(columns)

    def judge(self, places: Sequence[int] | None = None) -> WordJudge:
        """Return the judge fitted on the lessons at *places*, else on all."""
        if places is None:
            return WordJudge(self._weighing, *fit_rows(self._rows, self._targets))
        return WordJudge(self._weighing, *fit_rows(self._rows.taken(places), self._targets[places]))

    def unseen_scores(self, count: int, folds: int) -> Numbers:
        """Return the scores of the first *count* lessons by judges that saw other ones, in so many rounds.

        In which round a lesson is left out its text tells: by its place, one more lesson would move all that stand behind it.
        """
        scores = np.zeros(count, dtype=np.float32)
        rounds = np.array([ticket(lesson.text.split()) % folds for lesson in self._lessons])
        for left_out in range(folds):
            judge = self.judge(np.flatnonzero(rounds != left_out).tolist())
            places = np.flatnonzero(rounds[:count] == left_out).tolist()
            scores[places] = judge.scores(self._rows.taken(places))
        return scores
