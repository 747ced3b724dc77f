"""`check`: prints what is wrong in the files."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager

from bot.cli.environment import day_in, settings_for
from bot.cli.problems import ERRORS, Style, report
from bot.errors import NothingToAsk
from bot.settings import Settings
from bot.workshop.check import Checked, check, counted, numbers_of
from bot.workshop.folders import Folders


def check_here(today: str | None, style: Style) -> int:
    """Print all problems and one line that sums up; returns 1 where there are errors."""
    settings = settings_for(today)
    try:
        checked = checked_in(settings)
    except NothingToAsk as nothing:
        return nothing_there(nothing, style)
    return report(checked.problems, style, counted(checked.catalogue), numbers_of(checked.catalogue))


def checked_in(settings: Settings) -> Checked:
    """Return what is wrong in the folders of *settings*."""
    with _no_collecting():
        return check(Folders(settings.content_dir, settings.intents_dir), day_in(settings))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Let Python look for no garbage: reading makes millions of objects and none; it takes a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def nothing_there(nothing: NothingToAsk, style: Style) -> int:
    """Print why there is nothing to check."""
    if style == "json":
        print(json.dumps({"error": str(nothing), "details": nothing.details}, ensure_ascii=False))
    else:
        print("\n".join((*nothing.details, str(nothing))))
    return ERRORS
