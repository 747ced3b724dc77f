"""Guided paths: a few short steps from a question like "was nach der 10. Klasse" to a person or a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import Field, model_validator

from bot.model.intents import Answer, Intent
from bot.model.values import MOST_SOURCES, Frozen, Language, OwnId, Prose, TopicId, WebLink

MOST_CHOICES = 5


class PathChoice(Frozen):
    """One way on from a step; ``to`` is a step of the path, or the id of an entry, a question or another path."""

    label: Prose = Field(description="Steht auf dem Knopf, höchstens etwa 30 Zeichen")
    to: TopicId = Field(description="Ein Schritt dieses Wegs oder die Kennung eines Eintrags, einer Frage, eines Wegs")


class PathEnd(Frozen):
    """Where a path ends: at somebody who can be asked, or at a page."""

    contact: TopicId | None = Field(default=None, description="Wer dann weiterhilft: Kennung einer Stelle oder Person")
    link: WebLink | None = Field(default=None, description="Die Seite, auf der es weitergeht")

    @model_validator(mode="after")
    def _leads_somewhere(self) -> PathEnd:
        if self.contact is None and self.link is None:
            raise ValueError("path-end-empty")
        return self


class PathStep(Frozen):
    """What is said at one step, and where it goes from there: choices, an end, or both."""

    say: Prose = Field(description="Ein, zwei kurze Sätze")
    about: tuple[TopicId, ...] = Field(
        default=(), max_length=MOST_SOURCES, description="Einträge, aus denen der Satz stammt: ihre Quelle wird genannt"
    )
    choices: tuple[PathChoice, ...] = Field(default=(), description=f"Knöpfe, höchstens {MOST_CHOICES}")
    end: PathEnd | None = Field(default=None, description="Hier endet der Weg: contact oder link")


class Path(Frozen):
    """A guided path; its first step is where it begins."""

    id: OwnId
    title: Prose = Field(description="Steht auf dem Knopf, der hierher führt")
    examples: Mapping[Language, tuple[str, ...]] = Field(description="Sätze, mit denen Leute danach fragen")
    steps: Mapping[str, PathStep] = Field(description="Die Schritte, der erste zuerst")
    formerly: tuple[str, ...] = Field(default=(), description="Frühere Dateinamen, damit alte Knöpfe weiter gehen")

    @property
    def first(self) -> str:
        """The step the path begins with."""
        return next(iter(self.steps))

    @property
    def question(self) -> Intent:
        """The intent by which the path is found."""
        answer = Answer(path=self.id)
        return Intent(id=self.id, title=self.title, examples=self.examples, answer=answer, formerly=self.formerly)

    def next_of(self, step: str) -> tuple[str, ...]:
        """Return the steps of this path that *step* leads to."""
        return tuple(choice.to for choice in self.steps[step].choices if choice.to in self.steps)

    def before(self, step: str) -> str | None:
        """Return the step that *step* is reached from on the shortest way; None at the beginning."""
        return dict(self._ways()).get(step)

    def reached(self) -> frozenset[str]:
        """Return the steps that can be reached from the beginning."""
        return frozenset({self.first, *(step for step, _ in self._ways())})

    def leading_out(self) -> frozenset[str]:
        """Return the steps from which an end or another place of the bot can be reached."""
        out = {name for name, step in self.steps.items() if step.end or any(to.to not in self.steps for to in step.choices)}
        while more := {name for name in self.steps if name not in out and out & set(self.next_of(name))}:
            out |= more
        return frozenset(out)

    def _ways(self) -> Iterator[tuple[str, str]]:
        """Yield each step but the first with the one it is first reached from."""
        seen, waiting = {self.first}, [self.first]
        while waiting:
            here = waiting.pop(0)
            for step in self.next_of(here):
                if step not in seen:
                    seen.add(step)
                    waiting.append(step)
                    yield step, here
