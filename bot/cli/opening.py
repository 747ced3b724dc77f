"""Opens a conversation for a command, with a word about what is wrong in the files."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from bot.cli.mistakes import WrongCall
from bot.cli.problems import counts, errors_in
from bot.cli.wiring import Wiring
from bot.conversation.turn import Conversation
from bot.knowledge import Problem
from bot.settings import Settings
from bot.store.arrays import FileArrayCache


def language_for(lang: str | None, languages: Iterable[str]) -> str | None:
    """Return the language of ``--lang``; raises `WrongCall` where it is none of *languages*."""
    if lang is not None and lang not in languages:
        raise WrongCall(f"Der Bot antwortet nicht in der Sprache «{lang}». Es gibt: {', '.join(languages)}.")
    return lang


def open_conversation(wiring: Wiring, settings: Settings) -> Conversation:
    """Return a conversation on what could be read, with a hint where something could not."""
    brain, problems = wiring.load_brain(settings)
    if problems:
        print(hint(problems), file=sys.stderr)
    hint_at_data(settings)
    return wiring.converse(brain)


def hint_at_data(settings: Settings) -> None:
    """Say so where intermediate results cannot be kept: nothing is lost but time."""
    if not FileArrayCache(settings.data_dir).keeps():
        folder = settings.data_dir
        hint = f"Hinweis: In den Ordner {folder} (DATA_DIR) lässt sich nicht schreiben, jeder Start dauert deshalb länger."
        print(hint, file=sys.stderr)


def hint(problems: tuple[Problem, ...]) -> str:
    """Return one sentence about how much is wrong, and how to see it."""
    rest = ", der Rest antwortet" if errors_in(problems) else ""
    return f"Hinweis: In den Dateien gibt es {counts(problems)}{rest}. Mehr dazu: python -m bot check"
