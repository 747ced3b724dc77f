"""What tests of several folders share: brains are slow to fit, so each is fitted once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from bot.app import load_brain
from bot.conversation.brain import Brain
from bot.settings import Settings
from tests.house import House, small_house

ROOT = Path(__file__).parents[1]

# How long an example takes says something about the machine, not about the bot.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def own_brain(pytestconfig: pytest.Config) -> Brain:
    """Return the brain as `make chat` has it; pytest's cache keeps the vectors of the examples between runs."""
    folder = pytestconfig.cache.mkdir("brain")
    brain, _ = load_brain(Settings(content_dir=ROOT / "content", intents_dir=ROOT / "intents", data_dir=folder))
    return brain


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Give content and intents small enough to be broken and fitted again."""
    return small_house(tmp_path)


@pytest.fixture(scope="session")
def small_brain(tmp_path_factory: pytest.TempPathFactory) -> Brain:
    """Return a brain that knows one course and one network."""
    brain, _ = load_brain(small_house(tmp_path_factory.mktemp("house")).settings)
    return brain
