"""The brain of our own content, fitted once; the accuracy it reaches is printed at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.app import load_brain
from bot.conversation.brain import Brain
from bot.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def own_brain(tmp_path_factory: pytest.TempPathFactory) -> Brain:
    """Return the brain as `make chat` has it."""
    folder = tmp_path_factory.mktemp("data")
    brain, _ = load_brain(Settings(content_dir=ROOT / "content", intents_dir=ROOT / "intents", data_dir=folder))
    return brain
