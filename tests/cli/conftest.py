"""What the tests of the command line share."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.conversation.brain import Brain
from bot.settings import Settings
from tests.cli.processes import Server, a_server
from tests.cli.support import ReadyWiring
from tests.house import House


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the developer's environment out, and put the logs back afterwards."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def here(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """Give the folders of a house that the environment points to."""
    for name, folder in house.environment.items():
        monkeypatch.setenv(name, folder)
    return house


@pytest.fixture
def wiring(small_brain: Brain) -> ReadyWiring:
    """Give a house that is open at once."""
    return ReadyWiring(small_brain)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Return a strict server in its own process."""
    with a_server(tmp_path) as running:
        yield running
