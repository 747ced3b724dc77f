"""`check --full`: prints what is wrong in the files, the test sentences and the replies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from functools import cache

from pydantic import TypeAdapter

from bot.cli.bars import bar
from bot.cli.check import checked_in, nothing_there
from bot.cli.environment import day_in, settings_for
from bot.cli.opening import hint_at_data
from bot.cli.problems import Style, report
from bot.cli.wiring import LoadWiring
from bot.errors import NothingToAsk
from bot.knowledge import Problem
from bot.model.catalogue import Catalogue
from bot.settings import Settings
from bot.workshop.check import Checked, causes_first, counted, numbers_of
from bot.workshop.folders import Folders
from bot.workshop.remembered import Remembered
from bot.workshop.trial import Shares, inspect_replies, try_crises, try_sentences

_TESTED: TypeAdapter[tuple[tuple[Problem, ...], Shares]] = TypeAdapter(tuple[tuple[Problem, ...], Shares])


def check_fully(load_wiring: LoadWiring, today: str | None, style: Style) -> int:
    """Print all problems and one line that sums up; returns 1 where there are errors."""
    settings = settings_for(today)
    try:
        checked = checked_in(settings)
    except NothingToAsk as nothing:
        return nothing_there(nothing, style)
    found, shares = _tried(load_wiring, settings, checked)
    numbers = {**numbers_of(checked.catalogue), "sentences": asdict(shares)}
    problems = causes_first((*checked.problems, *found))
    return report(problems, style, counted(checked.catalogue), numbers, _told(shares))


def _tried(load_wiring: LoadWiring, settings: Settings, checked: Checked) -> tuple[tuple[Problem, ...], Shares]:
    """Return what goes wrong, stage by stage; a brain is fitted only for a stage whose result is not kept."""
    folders, today = Folders(settings.content_dir, settings.intents_dir), day_in(settings)
    hint_at_data(settings)
    brain = cache(lambda: load_wiring().fit(checked.catalogue, settings))
    kept = Remembered(settings.data_dir / "checked")
    whole = (checked.catalogue.version, folders.content_name, folders.intents_name, today, settings.operator())
    tested, shares = kept.result("sentences", whole, _TESTED, lambda: try_sentences(brain(), folders, today))
    crises = kept.problems("crises", _about_crises(checked.catalogue), lambda: try_crises(brain(), folders))
    with bar("Antworten prüfen", len(checked.catalogue.topics)) as told:
        broken = kept.problems("replies", whole, lambda: inspect_replies(brain(), folders, today, told))
    return (*tested, *crises, *broken), shares


def _about_crises(catalogue: Catalogue) -> Iterator[str]:
    """Yield all that what is taken for a crisis depends on."""
    yield catalogue.crisis.model_dump_json()
    yield from (intent.model_dump_json(include={"id", "examples", "tests"}) for intent in catalogue.intents.values())
    yield from (topic.model_dump_json(include={"questions"}) for topic in catalogue.topics.values())


def _told(shares: Shares) -> str:
    return f"Testsätze richtig: {shares.first:.0%} an erster Stelle, {shares.near:.0%} unter den ersten drei."
