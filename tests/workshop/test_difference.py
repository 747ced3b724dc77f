"""Two states of the files, asked the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.answers.compose import Composer
from bot.app import converse
from bot.conversation.brain import Brain
from bot.conversation.turn import Conversation
from bot.model.topics import Offer
from bot.workshop.difference import Answered, Difference, Question, differences, in_words
from bot.workshop.remembered import Remembered
from bot.workshop.states import State

Step = Callable[[], object]
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BEGIN, COURSE = Question("de", "wann fängt der schweißkurs an"), Question("de", "termin schweißlehrgang")


@contextmanager
def no_bar(_what: str, _steps: int) -> Iterator[Step]:
    """Show nothing."""
    yield lambda: None


@dataclass
class Builds:
    """Opens a conversation with a brain, and counts how often."""

    brain: Brain
    times: int = 0
    bars: list[tuple[str, int]] = field(default_factory=list)

    def __call__(self) -> tuple[Conversation, str]:
        """Open."""
        self.times += 1
        return converse(self.brain), "Hinweis"

    def state(self, folder: Path, *of: str) -> State:
        """Return the state with that brain, kept in *folder*."""
        return State(self, Remembered(folder), of, NOW)

    @contextmanager
    def bar(self, what: str, steps: int) -> Iterator[Step]:
        """Note what is shown."""
        self.bars.append((what, steps))
        yield lambda: None


def with_course(brain: Brain, **fields: object) -> Brain:
    """Return the brain with another course, read as before."""
    course = brain.catalogue.topics["schweisskurs"]
    other = Offer.model_validate(course.model_dump(by_alias=True) | fields)
    catalogue = replace(brain.catalogue, topics={**brain.catalogue.topics, "schweisskurs": other})
    return replace(brain, catalogue=catalogue, composer=Composer(catalogue, brain.texts))


@pytest.mark.asyncio
async def test_a_state_is_asked_once(small_brain: Brain, tmp_path: Path) -> None:
    """As long as nothing changes no brain is built again; for a sentence of another state it is, and asked only that."""
    builds = Builds(small_brain)
    tests = builds.state(tmp_path, "x").tests
    assert tests == {BEGIN: "dates", COURSE: "dates"}
    first = await builds.state(tmp_path, "x").answers(tests, builds.bar)
    built = builds.times

    again = builds.state(tmp_path, "x")
    assert (again.tests, again.hint, await again.answers(tests, builds.bar)) == (tests, "Hinweis", first)
    assert builds.times == built
    await again.answers((*tests, Question("en", "when is the welding course")), builds.bar)
    await builds.state(tmp_path, "y").answers(tests, builds.bar)
    assert builds.times > built
    assert builds.bars == [("Testsätze fragen", 2), ("Testsätze fragen", 1), ("Testsätze fragen", 2)]


@pytest.mark.asyncio
async def test_another_date_is_another_answer(small_brain: Brain, tmp_path: Path) -> None:
    """The same was understood, another day is said."""
    moved = with_course(small_brain, runs=[{"id": "2027-03", "start": "2027-05-04"}])
    old, new = Builds(small_brain).state(tmp_path, "old"), Builds(moved).state(tmp_path, "new")
    found = differences(old.tests, await old.answers(old.tests, no_bar), await new.answers(old.tests, no_bar))
    told = "\n".join(in_words(found, 2))

    assert "Nur anders beantwortet (2)\n  «wann fängt der schweißkurs an» (de, gehört zu dates)\n    − " in told
    assert "4. März 2027" in told.split("    + ")[0]
    assert "4. Mai 2027" in told.split("    + ")[1]
    assert told.endswith("2 Testsätze: 0 besser, 0 schlechter, 0 anders verstanden, 2 nur anders beantwortet, 0 nur mit anderen Knöpfen.")


def test_what_got_worse_stands_first_and_what_hardly_matters_last() -> None:
    """Each sentence is told with the question it belongs to, and what is said otherwise; of buttons only that they are others."""
    right, wrong, lost = Answered("dates", ("x",), "eins"), Answered("cost", ("x",), "zwei"), Answered("not-known", (), "drei")
    pairs = {"a": (right, replace(right, text="vier")), "b": (wrong, lost), "c": (wrong, right), "d": (right, lost)}
    told = replace(right, sources="Quelle: A; B", buttons="[eins] [zwei]")
    pairs["e"] = (told, replace(told, topics=("x", "y"), sources="Quelle: B; A", buttons="[zwei]"))
    pairs["f"] = (told, replace(told, sources="Quelle: A"))
    listed = replace(right, text="• eins\n\n• zwei", is_list=True)
    pairs["g"] = (listed, replace(listed, topics=("y",), text="• drei"))
    found = [Difference(Question("de", name), "dates", *pair) for name, pair in pairs.items()]

    assert list(in_words(found, 9)) == [
        "Schlechter: vorher bei der richtigen Frage, jetzt nicht mehr (1)",
        "  «d» (de, gehört zu dates)", "    dates · x → nicht gewusst", "",
        "Besser: jetzt bei der richtigen Frage (1)",
        "  «c» (de, gehört zu dates)", "    cost · x → dates · x", "",
        "Anders verstanden (1)", "  «b» (de, gehört zu dates)", "    cost · x → nicht gewusst", "",
        "Nur anders beantwortet (3)", "  «a» (de, gehört zu dates)", "    − eins", "    + vier",
        "  «f» (de, gehört zu dates)", "    − Quelle: A; B", "    + Quelle: A",
        "  «g» (de, gehört zu dates)", "    − • eins", "    − • zwei", "    + • drei", "",
        "Dieselbe Antwort, nur andere Knöpfe oder eine andere Reihenfolge (1)", "  «e» (de, gehört zu dates)", "",
        "9 Testsätze: 1 besser, 1 schlechter, 1 anders verstanden, 3 nur anders beantwortet, 1 nur mit anderen Knöpfen.",
    ]  # fmt: skip
    assert list(in_words([], 9)) == ["9 Testsätze: Kein Testsatz ändert sich."]
