"""Questions that found no answer: grouped by likeness, settled, or made an example of an intent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from rapidfuzz import fuzz

from bot.knowledge.german import german_day
from bot.knowledge.problems import did_you_mean
from bot.model.values import Language
from bot.store.questions import Question, Reason
from bot.understanding.scrubbing import GAP
from bot.workshop.editing import NotWritten, add_to_list
from bot.workshop.folders import Folders

ALIKE = 75
"""Percent of likeness (token sort ratio) from which two questions are one group."""
_WHY: Mapping[Reason, str] = MappingProxyType(
    {
        "refused": "nicht verstanden",
        "untold": "Genaues fehlt",
        "no-choice": "mehrere passten, keine gewählt",
        "unhelpful": "Antwort hat nicht geholfen",
        "off-topic": "nicht unser Thema",
    }
)
FOREIGN = "Für fremd gehalten. Was doch zu uns gehört, nimmt inbox to auf:"
NOTHING = "Es gibt keine unbeantworteten Fragen."


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that say about the same; the most frequent stands for them all."""

    questions: tuple[Question, ...]

    @property
    def first(self) -> Question:
        """The one that stands for all."""
        return self.questions[0]

    @property
    def times(self) -> int:
        """How often they were asked together."""
        return sum(question.times for question in self.questions)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of all."""
        return tuple(question.number for question in self.questions)

    @property
    def is_foreign(self) -> bool:
        """Whether all were taken for none of ours, as nearly all such are."""
        return all(question.reason == "off-topic" for question in self.questions)


def groups(questions: Iterable[Question]) -> tuple[Group, ...]:
    """Return the groups, the most frequently asked first; behind all others what was taken for none of ours."""
    found: list[list[Question]] = []
    for question in sorted(questions, key=lambda one: (-one.times, one.number)):
        alike = (group for group in found if _alike(group[0].question, question.question))
        group = next(alike, None)
        if group is None:
            found.append([question])
        else:
            group.append(question)
    made = (Group(tuple(group)) for group in found)
    return tuple(sorted(made, key=lambda one: (one.is_foreign, -one.times, one.first.number)))


def _alike(one: str, other: str) -> bool:
    return fuzz.token_sort_ratio(one, other) >= ALIKE


def group_of(number: int, found: Sequence[Group]) -> Group | None:
    """Return the group that question *number* belongs to."""
    return next((group for group in found if number in group.numbers), None)


def in_words(found: Sequence[Group]) -> Iterator[str]:
    """Yield the groups for staff, a line each and one for each other wording."""
    if not found:
        yield NOTHING
    foreign = next((group for group in found if group.is_foreign), None)
    for group in found:
        if group is foreign:
            yield FOREIGN
        why = _WHY[group.first.reason]
        latest = german_day(max(question.day for question in group.questions))
        yield f"{group.first.number:>4}  {group.times}×  «{group.first.question}» ({why}, zuletzt {latest})"
        yield from (f"            auch: «{other.question}»" for other in group.questions[1:])


@dataclass(frozen=True, slots=True)
class Lesson:
    """An example that a question becomes: in which file, below which language."""

    path: Path
    language: Language
    example: str

    def write(self) -> None:
        """Put it into the file; raises `NotWritten`."""
        add_to_list(self.path, ("examples", self.language), self.example)


def lesson(question: Question, intent: str, folders: Folders) -> Lesson:
    """Return what the file of *intent* would learn from *question*; raises `NotWritten` where that is nothing."""
    example = " ".join(question.question.replace(GAP, " ").split()).removesuffix("?").strip()
    path = folders.intents / f"{intent}.yaml"
    if not path.is_file():
        near = did_you_mean(intent, (file.stem for file in folders.intents.glob("*.yaml")))
        raise NotWritten(f"Die Frage {intent} gibt es nicht. {near or 'Eine neue legt an: python -m bot new intent'}")
    if not example:
        raise NotWritten("Von dieser Frage ist nach dem Schwärzen nichts übrig, woraus sich lernen ließe.")
    return Lesson(path, question.language, example)
