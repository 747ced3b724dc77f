"""`check --full`: prints what is wrong in the files, the test sentences and the replies."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from bot.answers.dates import local_day
from bot.cli.checking import nothing_there, show, sum_up
from bot.cli.environment import settings_for
from bot.cli.wiring import LoadWiring
from bot.conversation.brain import Brain
from bot.errors import NothingToAsk
from bot.service.clocks import clock_of
from bot.workshop.check import Checked, Folders, check
from bot.workshop.laws import Progress as Told
from bot.workshop.trial import Shares, inspect_replies, try_sentences


def check_fully(load_wiring: LoadWiring, today: str | None) -> int:
    """Print all problems and one line that sums up; returns 1 where there are errors."""
    settings = settings_for(today)
    folders = Folders(settings.content_dir, settings.intents_dir)
    try:
        checked = check(folders)
    except NothingToAsk as nothing:
        return nothing_there(nothing)
    show(checked.problems)
    brain = load_wiring().fit(checked.catalogue, settings)
    return _try(brain, folders, checked, local_day(clock_of(settings.bot_today)()))


def _try(brain: Brain, folders: Folders, checked: Checked, today: date) -> int:
    tested, shares = try_sentences(brain, folders, today)
    with _bar(len(checked.catalogue.topics)) as told:
        broken = inspect_replies(brain, folders, today, told)
    show((*tested, *broken))
    return sum_up(checked.catalogue, (*checked.problems, *tested, *broken), _told(shares))


@contextmanager
def _bar(steps: int) -> Iterator[Told]:
    """Show a progress bar on a terminal, and nothing elsewhere."""
    columns = (TextColumn("Antworten prüfen"), BarColumn(), TextColumn("{task.completed}/{task.total} {task.description}"))
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=steps)
        yield lambda topic: bar.update(task, advance=1, description=topic)


def _told(shares: Shares) -> str:
    return f"Testsätze richtig: {shares.first:.0%} an erster Stelle, {shares.near:.0%} unter den ersten drei."
