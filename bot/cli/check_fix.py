"""`check --fix`: puts right what is safe before anything is checked."""

from __future__ import annotations

from contextlib import suppress

from bot.cli.environment import day_in, settings_for
from bot.cli.problems import Style
from bot.errors import NothingToAsk
from bot.workshop.fixing import repair
from bot.workshop.folders import Folders


def repair_here(today: str | None, style: Style) -> None:
    """Put right what is safe, and say so to people."""
    settings = settings_for(today)
    with suppress(NothingToAsk):  # the check that follows says why
        for fixed in repair(Folders(settings.content_dir, settings.intents_dir), day_in(settings)):
            if style == "text":
                print(fixed)
