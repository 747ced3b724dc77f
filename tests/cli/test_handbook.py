"""The staff handbook in CONTRIBUTING: every command in it is run, and its first change is made."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.app import load_brain
from bot.cli import main
from bot.conversation.brain import Brain
from bot.knowledge import Problem
from bot.settings import Settings
from tests.cli.support import ROOT, ReadyWiring, stream_of
from tests.cli.test_main import unwired
from tests.house import OWN_DATA, small_house

HANDBOOK = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## Inhalte pflegen")[1].split("## Changing code")[0]
COMMANDS = sorted(set(re.findall(r"python -m bot ([^`\n]+)", HANDBOOK)))
NEEDS_A_BRAIN = ("ask", "diff", "check --full")
PAGE = "Lötkurs\nDer Lehrgang startet am 4. März 2027.\n"


class SmallWiring(ReadyWiring):
    """A composition root that reads the folders it is told."""

    def load_brain(self, settings: Settings) -> tuple[Brain, tuple[Problem, ...]]:
        """Return the brain of the folders of *settings*."""
        return load_brain(settings)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of our own content to work on, with a copied page beside it."""
    for folder in ("content", "intents"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "seite.txt").write_text(PAGE, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONTENT_DIR", str(tmp_path / "content"))
    monkeypatch.setenv("INTENTS_DIR", str(tmp_path / "intents"))
    monkeypatch.setenv("DATA_DIR", str(OWN_DATA))
    monkeypatch.setattr("sys.stdin", stream_of(""))
    return tmp_path


def commit(folder: Path) -> None:
    """Put the folder under git."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for call in (("init",), ("add", "."), (*who, "commit", "-m", "x")):
        command = ("git", "-C", str(folder), *call)
        subprocess.run(command, check=True, capture_output=True)


def test_the_handbook_names_its_commands() -> None:
    """Else the next test shows nothing."""
    assert len(COMMANDS) > 12
    assert {command.split()[0] for command in COMMANDS} >= {"check", "preview", "ask", "diff", "new", "calendar"}


@pytest.mark.parametrize("command", [each for each in COMMANDS if not each.startswith(NEEDS_A_BRAIN)])
def test_every_command_runs(desk: Path, capfd: pytest.CaptureFixture[str], command: str) -> None:
    """On our own content; who is asked and says nothing has written nothing."""
    code = main(unwired, [*shlex.split(command), "--today", "2026-11-22"] if "--today" not in command else shlex.split(command))
    shown = capfd.readouterr()

    asks = command.startswith("new") and "--from-text" not in command
    assert code == (2 if asks else 0), shown.err
    assert ("Abgebrochen, es wurde nichts geschrieben." in shown.err) == asks


@pytest.mark.parametrize("command", [each for each in COMMANDS if each.startswith(NEEDS_A_BRAIN)])
def test_every_command_that_needs_a_brain_runs(
    tmp_path: Path, small_brain: Brain, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """On a small house, under git."""
    house = small_house(tmp_path)
    commit(tmp_path)
    for name, folder in house.environment.items():
        monkeypatch.setenv(name, folder)

    assert main(SmallWiring(small_brain), [*shlex.split(command), "--today", "2026-11-22"]) == 0
    assert capsys.readouterr().out


def test_the_first_change_is_seen(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The lines of the handbook, put where it says: no error, and the bot says the new day."""
    block = re.search(r"```yaml\n(.*?)```", HANDBOOK, re.DOTALL)
    assert block
    lines = "".join(f"{line[3:]}\n" for line in block[1].rstrip().splitlines())
    course = desk / "content/offers/wasserstoff-fachexperte.yaml"
    course.write_text(course.read_text("utf-8").replace("runs:\n", f"runs:\n{lines}"), "utf-8")

    assert main(unwired, ["check", "--today", "2026-11-22"]) == 0
    assert "0 Fehler und 0 Warnungen" in capsys.readouterr().out
    assert main(unwired, ["preview", "wasserstoff-fachexperte", "--today", "2026-11-22"]) == 0
    assert "Donnerstag, 4. März 2027" in capsys.readouterr().out


def test_the_slip_of_the_handbook_is_told_as_it_says(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same sentence."""
    course = desk / "content/offers/wasserstoff-fachexperte.yaml"
    course.write_text(course.read_text("utf-8").replace("review_by: 2027-02-01", "review_by: 13.02.206"), "utf-8")

    assert main(unwired, ["check"]) == 1
    assert "  Fehler\n  «13.02.206» ist kein Datum. Meintest du 13.02.2026?" in capsys.readouterr().out
    assert "«13.02.206» ist kein Datum. Meintest du 13.02.2026?" in HANDBOOK


def test_the_settings_for_the_editor_lead_to_schemas() -> None:
    """They are JSON, and the files are there."""
    block = re.search(r"```json\n(.*?)```", HANDBOOK, re.DOTALL)
    assert block
    assert all((ROOT / schema).exists() for schema in json.loads(block[1])["yaml.schemas"])
