"""`check`: prints what is wrong in the files, and with ``--full`` in the replies."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from bot.answers.dates import local_day
from bot.cli.opening import settings_for
from bot.cli.wiring import Wiring
from bot.errors import NothingToAsk
from bot.knowledge import Problem
from bot.service.clocks import clock_of
from bot.settings import Settings
from bot.workshop.check import Checked, Folders, Shares, check, counted, inspect_replies, try_sentences
from bot.workshop.laws import Progress as Told

ERRORS = 1


def check_here(wiring: Wiring, today: str | None, *, full: bool) -> int:
    """Print all problems and one line that sums up; returns 1 where there are errors."""
    settings = settings_for(today)
    folders = Folders(settings.content_dir, settings.intents_dir)
    try:
        checked = check(folders)
    except NothingToAsk as nothing:
        print("\n".join((*nothing.details, str(nothing))))
        return ERRORS
    _print(checked.problems)
    if full:
        return _check_fully(wiring, settings, folders, checked)
    return _sum_up(checked, checked.problems)


def _check_fully(wiring: Wiring, settings: Settings, folders: Folders, checked: Checked) -> int:
    brain = wiring.fit(checked.catalogue, settings)
    today = _today(settings)
    tested, shares = try_sentences(brain, folders, today)
    with _bar(len(checked.catalogue.topics)) as told:
        broken = inspect_replies(brain, folders, today, told)
    _print((*tested, *broken))
    return _sum_up(checked, (*checked.problems, *tested, *broken), shares)


def _today(settings: Settings) -> date:
    return local_day(clock_of(settings.bot_today)())


@contextmanager
def _bar(steps: int) -> Iterator[Told]:
    """Show a progress bar on a terminal, and nothing elsewhere."""
    columns = (TextColumn("Antworten prüfen"), BarColumn(), TextColumn("{task.completed}/{task.total} {task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=steps)
        yield lambda topic: bar.update(task, advance=1, description=topic)


def _print(problems: Iterable[Problem]) -> None:
    for problem in sorted(problems):
        print(problem)


def _sum_up(checked: Checked, problems: tuple[Problem, ...], shares: Shares | None = None) -> int:
    errors = sum(problem.severity == "error" for problem in problems)
    found = f"{errors} Fehler, {len(problems) - errors} Warnungen"
    print(f"Geprüft: {counted(checked.catalogue)}. {found}.{_told(shares)}")
    return ERRORS if errors else 0


def _told(shares: Shares | None) -> str:
    if shares is None:
        return ""
    return f" Testsätze richtig: {shares.first:.0%} an erster Stelle, {shares.near:.0%} unter den ersten drei."
