"""What tests of several folders share: brains are slow to fit, so each is fitted once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from bot.app import load_brain
from bot.conversation.brain import Brain
from bot.settings import Settings
from tests.house import OWN_DATA, House, small_house
from tests.postgres import postgres
from tests.questions.scoring import SCORE

__all__ = ["postgres"]

ROOT = Path(__file__).parents[1]

# How long an example takes says something about the machine, not about the bot.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def own_brain() -> Brain:
    """Return the brain as `make chat` has it; what was computed for it is kept between runs."""
    brain, _ = load_brain(Settings(content_dir=ROOT / "content", intents_dir=ROOT / "intents", data_dir=OWN_DATA))
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what talks to processes: it mostly waits, meanwhile the other workers have the cores for themselves."""
    items.sort(key=lambda item: "server" not in getattr(item, "fixturenames", ()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many questions were answered right, per kind, whichever process of the tests asked them."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    scores = [text for report in reports for name, text in report.user_properties if name == SCORE]
    if scores:
        terminalreporter.section("answered right")
        terminalreporter.write_line("\n".join(scores))
