"""`check`: prints what is wrong in the files."""

from __future__ import annotations

from collections.abc import Iterable

from bot.cli.counting import counts, errors_in
from bot.cli.environment import settings_for
from bot.errors import NothingToAsk
from bot.knowledge import Problem
from bot.model.catalogue import Catalogue
from bot.workshop.check import Folders, check, counted

ERRORS = 1


def check_here(today: str | None) -> int:
    """Print all problems and one line that sums up; returns 1 where there are errors."""
    settings = settings_for(today)
    try:
        checked = check(Folders(settings.content_dir, settings.intents_dir))
    except NothingToAsk as nothing:
        return nothing_there(nothing)
    show(checked.problems)
    return sum_up(checked.catalogue, checked.problems)


def nothing_there(nothing: NothingToAsk) -> int:
    """Print why there is nothing to check."""
    print("\n".join((*nothing.details, str(nothing))))
    return ERRORS


def show(problems: Iterable[Problem]) -> None:
    """Print problems in the order of files and lines."""
    for problem in sorted(problems):
        print(problem)


def sum_up(catalogue: Catalogue, problems: tuple[Problem, ...], also: str = "") -> int:
    """Print one line about everything, with what *also* was found out; returns 1 where there are errors."""
    parts = (f"Geprüft: {counted(catalogue)}.", f"{counts(problems)}.", also)
    print(" ".join(part for part in parts if part))
    return ERRORS if errors_in(problems) else 0
