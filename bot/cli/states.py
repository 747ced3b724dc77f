"""Compares two states of the files for `diff` and `inbox to`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from datetime import datetime

from bot.answers.dates import BERLIN
from bot.cli.bars import bar
from bot.cli.environment import day_in
from bot.cli.opening import hint
from bot.cli.wiring import Wiring
from bot.conversation.brain import Brain
from bot.conversation.turn import Conversation
from bot.knowledge import Problem
from bot.service.clocks import NOON
from bot.settings import Settings
from bot.workshop.difference import Difference, Tests, differences
from bot.workshop.folders import Folders
from bot.workshop.remembered import Remembered
from bot.workshop.states import State

Load = Callable[[], tuple[Brain, tuple[Problem, ...]]]


def state_of(wiring: Wiring, settings: Settings, load: Load) -> State:
    """Return the state of the folders of *settings*, which *load* builds a brain from, at noon of the day it is."""

    def build() -> tuple[Conversation, str]:
        brain, problems = load()
        return wiring.converse(brain), hint(problems) if problems else ""

    folders, now = Folders(settings.content_dir, settings.intents_dir), datetime.combine(day_in(settings), NOON, BERLIN)
    return State(build, Remembered(settings.data_dir / "answered"), (folders.fingerprint(), settings.operator()), now)


def asked_of(state: State) -> None:
    """Ask a state all its own test sentences, before its files change."""
    asyncio.run(state.answers(state.tests, bar))


def compared(old: State, new: State) -> tuple[tuple[Difference, ...], Tests]:
    """Return where two states differ, and all that was asked; tells when the files of the new one are not sound."""
    if new.hint:
        print(new.hint, file=sys.stderr)
    tests = {**old.tests, **new.tests}
    return asyncio.run(_compared(old, new, tests)), tests


async def _compared(old: State, new: State, tests: Tests) -> tuple[Difference, ...]:
    return differences(tests, await old.answers(tests, bar), await new.answers(tests, bar))
