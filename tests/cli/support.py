"""Runs commands as a person would, in this process or in one of their own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.answers.compose import Composer
from bot.conversation.brain import Brain
from bot.conversation.ledger import Ledger
from bot.conversation.turn import Conversation
from bot.conversation.wishing import WishBook
from bot.knowledge import Problem
from bot.model.catalogue import Catalogue
from bot.service.reloading import Build
from bot.settings import Settings
from bot.store import Memory, MemoryStore
from bot.understanding.reader import Reader
from tests.language.support import the_identifier, the_morphology
from tests.understanding.builders import MemoryCache

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class ReadyWiring:
    """A composition root whose brain is fitted already."""

    brain: Brain
    problems: tuple[Problem, ...] = ()

    def load_brain(self, settings: Settings) -> tuple[Brain, tuple[Problem, ...]]:
        """Return the brain and its problems."""
        return self.brain, self.problems

    def builder(self, settings: Settings, *, soon: bool = False) -> Build:
        """Return what always finds the same."""
        return lambda: (self.brain, self.problems)

    def fit(self, catalogue: Catalogue, settings: Settings) -> Brain:
        """Return the brain."""
        return self.brain

    def fit_reader(self, catalogue: Catalogue, settings: Settings) -> Reader:
        """Return a reader of that catalogue, without an encoder."""
        return Reader(catalogue, the_morphology(), the_identifier(), None, MemoryCache())

    def load_composer(self, settings: Settings) -> Composer:
        """Return the brain's composer."""
        return self.brain.composer

    def converse(
        self, brain: Brain, memory: Memory | None = None, wishes: WishBook | None = None, ledger: Ledger | None = None
    ) -> Conversation:
        """Return a conversation with it."""
        return Conversation(brain, memory or MemoryStore(), wishes, ledger)

    def __call__(self) -> ReadyWiring:
        """Be loaded."""
        return self


def stream_of(text: str | bytes) -> io.TextIOWrapper:
    """Return a standard input that holds *text*."""
    return io.TextIOWrapper(io.BytesIO(text.encode() if isinstance(text, str) else text), encoding="utf-8")


def environment(extra: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for a process of its own: nothing of the bot's but *extra*."""
    ours = {name.upper() for name in Settings.model_fields}
    return {name: value for name, value in os.environ.items() if name not in ours} | dict(extra)


def run(
    *arguments: str, said: bytes = b"", extra: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m bot`` in a process of its own, with *said* on standard input."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=said,
        capture_output=True,
        cwd=ROOT,
        env=environment(extra or {}),
        timeout=120,
        check=False,
    )
