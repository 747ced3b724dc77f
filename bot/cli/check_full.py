"""`check --full`: prints what is wrong in the files, the test sentences and the replies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property

from pydantic import TypeAdapter

from bot.cli.bars import Bars, bars
from bot.cli.check import checked_in, nothing_there
from bot.cli.environment import day_in, settings_for
from bot.cli.opening import hint_at_data
from bot.cli.problems import Style, report
from bot.cli.wiring import LoadWiring
from bot.conversation.brain import Brain
from bot.errors import NothingToAsk
from bot.knowledge import Problem
from bot.model.catalogue import Catalogue
from bot.settings import Settings
from bot.workshop.check import Checked, causes_first, counted, numbers_of
from bot.workshop.folders import Folders
from bot.workshop.inspection import Inspection, Task, helpers_for
from bot.workshop.remembered import PROBLEMS, Remembered
from bot.workshop.revisions import earlier_texts
from bot.workshop.trial import Shares, broken_replies, crisis_steps, sentence_steps, try_crises, try_sentences

_ALL = "python -m bot check --full --json"
_COMPARE = "python -m bot diff HEAD"
_TESTED: TypeAdapter[tuple[tuple[Problem, ...], Shares]] = TypeAdapter(tuple[tuple[Problem, ...], Shares])


def check_fully(load_wiring: LoadWiring, today: str | None, style: Style) -> int:
    """Print all problems and one line that sums up; returns 1 where there are errors."""
    settings = settings_for(today)
    try:
        checked = checked_in(settings)
    except NothingToAsk as nothing:
        return nothing_there(nothing, style)
    hint_at_data(settings)
    found, shares = _Trial(load_wiring, settings, checked).result()
    numbers = {**numbers_of(checked.catalogue), "sentences": asdict(shares)}
    problems = causes_first((*checked.problems, *found))
    return report(problems, style, counted(checked.catalogue), numbers, _told(shares))


@dataclass(frozen=True)
class _Trial:
    """Finds what goes wrong, stage by stage; a brain is fitted only for a stage whose result is not kept."""

    load_wiring: LoadWiring
    settings: Settings
    checked: Checked

    def result(self) -> tuple[tuple[Problem, ...], Shares]:
        """Return what goes wrong, and how the test sentences fared."""
        known = self._kept.load("replies", self._whole, PROBLEMS)
        with bars() as show:
            if known is not None:
                understood, shares = self._understood(show)
                return (*understood, *known), shares
            with Inspection(self._task) as inspection:
                # Begun first: other processes compose replies while this one learns to understand.
                inspection.begin(show("Antworten prüfen", inspection.subjects), helpers_for(self._task.catalogue))
                understood, shares = self._understood(show)
                broken = broken_replies(inspection.found(), self._task.catalogue, self._folders)
        self._kept.save("replies", self._whole, PROBLEMS, broken)
        return (*understood, *broken), shares

    def _understood(self, show: Bars) -> tuple[tuple[Problem, ...], Shares]:
        """Return what is wrong with sentences, of every day and of distress, and the shares of those that are right."""
        catalogue = self._task.catalogue

        def sentences() -> tuple[tuple[Problem, ...], Shares]:
            told = show("Sätze prüfen", sentence_steps(catalogue))
            return try_sentences(self._brain, self._folders, self._task.today, told)

        def crises() -> tuple[Problem, ...]:
            return try_crises(self._brain, self._folders, show("Notlagen prüfen", crisis_steps(catalogue)))

        depends = (*self._whole, sorted(earlier_texts(self._folders.intents).items()))
        tested, shares = self._kept.result("sentences", depends, _TESTED, sentences)
        return (*tested, *self._kept.problems("crises", _about_crises(catalogue), crises)), shares

    @cached_property
    def _folders(self) -> Folders:
        return Folders(self.settings.content_dir, self.settings.intents_dir)

    @cached_property
    def _task(self) -> Task:
        return Task(self.checked.catalogue, self.settings.operator(), day_in(self.settings))

    @cached_property
    def _kept(self) -> Remembered:
        return Remembered(self.settings.data_dir / "checked")

    @cached_property
    def _whole(self) -> tuple[object, ...]:
        """All that sentences and replies depend on."""
        task, folders = self._task, self._folders
        return task.catalogue.version, folders.content_name, folders.intents_name, task.today, task.operator

    @cached_property
    def _brain(self) -> Brain:
        return self.load_wiring().fit(self._task.catalogue, self.settings)


def _about_crises(catalogue: Catalogue) -> Iterator[str]:
    """Yield all that what is taken for a crisis depends on."""
    yield catalogue.crisis.model_dump_json()
    yield from (intent.model_dump_json(include={"id", "examples", "tests"}) for intent in catalogue.intents.values())
    yield from (topic.model_dump_json(include={"questions"}) for topic in catalogue.topics.values())


def _told(shares: Shares) -> str:
    told = f"Testsätze richtig: {shares.first:.0%} an erster Stelle, {shares.near:.0%} unter den ersten drei."
    if shares.lost:
        told += f" Anders beantwortet werden {len(shares.lost)} von {shares.sentences}, alle nennt: {_ALL}"
    return told if shares.first == 1.0 else f"{told} Welche sich durch deine Änderung ändern, zeigt: {_COMPARE}"
