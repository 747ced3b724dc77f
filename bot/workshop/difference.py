"""Which test sentences are answered otherwise by another state of the files, and whether that is better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from bot.model.values import Language

Verdict = Literal["worse", "better", "other", "wording", "rest"]
"""What became of a sentence: right before and wrong now, the other way round, read otherwise in any other way,
understood as before and only said otherwise, or the same answer with other buttons or in another order."""
_TITLES: Mapping[Verdict, str] = MappingProxyType(
    {
        "worse": "Schlechter: vorher bei der richtigen Frage, jetzt nicht mehr",
        "better": "Besser: jetzt bei der richtigen Frage",
        "other": "Anders verstanden",
        "wording": "Nur anders beantwortet",
        "rest": "Dieselbe Antwort, nur andere Knöpfe oder eine andere Reihenfolge",
    }
)
_NOWHERE: Mapping[str, str] = MappingProxyType({
    "": "nicht verstanden", "not-known": "nicht gewusst", "declined": "nein verstanden", "wish": "will erinnert werden",
    "wish-not-here": "will erinnert werden, geht hier nicht",
})  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """A test sentence in its language."""

    language: Language
    sentence: str


Tests = Mapping[Question, str]
"""Test sentences, each with the intent it stands under."""


@dataclass(frozen=True, slots=True)
class Answered:
    """How a state answered: the question it read, about which topics, the text, its sources and the buttons below.

    What is listed (``is_list``) says nothing of how the question was read.
    """

    intent: str
    topics: tuple[str, ...]
    text: str
    sources: str = ""
    buttons: str = ""
    is_list: bool = False

    @property
    def subject(self) -> tuple[str, tuple[str, ...]]:
        """What was understood: the question and the topic it is mainly about."""
        return self.intent, () if self.is_list else self.topics[:1]

    @property
    def said(self) -> tuple[str, list[str]]:
        """What was told, by which sources, whatever their order."""
        return self.text, sorted(self.sources.partition(": ")[2].split("; "))


@dataclass(frozen=True, slots=True)
class Difference:
    """One sentence of the tests of *intent* that two states answer otherwise."""

    question: Question
    intent: str
    old: Answered
    new: Answered

    @property
    def verdict(self) -> Verdict:
        """What became of it."""
        was_right, is_right = self.old.intent == self.intent, self.new.intent == self.intent
        if was_right != is_right:
            return "better" if is_right else "worse"
        if self.old.subject != self.new.subject:
            return "other"
        return "rest" if self.old.said == self.new.said else "wording"


def differences(tests: Tests, old: Mapping[Question, Answered], new: Mapping[Question, Answered]) -> tuple[Difference, ...]:
    """Return where two states that were asked all *tests* differ."""
    asked = ((question, intent, old[question], new[question]) for question, intent in tests.items())
    return tuple(Difference(*each) for each in asked if each[2] != each[3])


def in_words(found: Iterable[Difference], asked: int) -> Iterator[str]:
    """Yield what differs of *asked* sentences: first what got worse, last what hardly matters."""
    by_verdict: dict[Verdict, list[Difference]] = {verdict: [] for verdict in _TITLES}
    for each in found:
        by_verdict[each.verdict].append(each)
    for verdict, some in by_verdict.items():
        if some:
            yield f"{_TITLES[verdict]} ({len(some)})"
            yield from (line for each in some for line in _lines(each))
            yield ""
    yield _summed_up(by_verdict, asked)


def _summed_up(by_verdict: Mapping[Verdict, Sequence[Difference]], asked: int) -> str:
    worse, better, other, wording, rest = (len(by_verdict[verdict]) for verdict in _TITLES)
    if not worse + better + other + wording + rest:
        return f"{asked} Testsätze: Kein Testsatz ändert sich."
    understood = f"{better} besser, {worse} schlechter, {other} anders verstanden"
    return f"{asked} Testsätze: {understood}, {wording} nur anders beantwortet, {rest} nur mit anderen Knöpfen."


def _lines(each: Difference) -> Iterator[str]:
    yield f"  «{each.question.sentence}» ({each.question.language}, gehört zu {each.intent})"
    if each.verdict == "wording":
        yield from _changed_lines(each)
    elif each.verdict != "rest":
        yield f"    {_read_as(each.old)} → {_read_as(each.new)}"


def _read_as(answered: Answered) -> str:
    return " · ".join((_NOWHERE.get(answered.intent, answered.intent), *answered.topics))


def _changed_lines(each: Difference) -> Iterator[str]:
    old, new = ([*answered.text.splitlines(), answered.sources] for answered in (each.old, each.new))
    yield from (f"    − {line}" for line in old if line and line not in new)
    yield from (f"    + {line}" for line in new if line and line not in old)
