"""The documentation says what is true: commands, variables, files and targets it names exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.cli.names import COMMANDS
from bot.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROCFILE = (ROOT / "Procfile").read_text(encoding="utf-8")


def test_the_readme_begins_with_purpose_and_two_commands() -> None:
    """Whoever opens the page can start at once."""
    first = README.split("```")[1]

    assert README.index("Answers questions") < README.index("make chat")
    assert [line.split("#")[0].strip() for line in first.strip().splitlines()] == ["make chat", "make test"]


def test_the_readme_lists_the_environment_that_is_read() -> None:
    """One row per variable, none too many."""
    rows = re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)

    assert sorted(rows) == sorted(name.upper() for name in Settings.model_fields)


@pytest.mark.parametrize("text", [README, PROCFILE], ids=["README", "Procfile"])
def test_named_commands_exist(text: str) -> None:
    """`python -m bot X` works for each X."""
    named = set(re.findall(r"python -m bot ([a-z]+)", text))

    assert named
    assert named <= set(COMMANDS)


def test_the_readme_lists_every_command() -> None:
    """Nothing the command line can do is left unsaid."""
    assert set(COMMANDS) <= set(re.findall(r"^\| `python -m bot ([a-z]+)", README, re.MULTILINE))


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_named_make_targets_exist(text: str) -> None:
    """`make X` works for each X."""
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))

    assert set(re.findall(r"(?:^|`|  )make ([a-z]+)", text, re.MULTILINE)) <= targets


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_linked_files_exist(text: str) -> None:
    """No link leads nowhere."""
    files = [link.partition("#")[0] for link in re.findall(r"\]\((?!https?:)([^)]+)\)", text)]

    assert [name for name in files if name and not (ROOT / name).exists()] == []


def test_named_folders_exist() -> None:
    """The map of the house shows rooms that are there."""
    house = README.split("## Where things are")[1].split("```")[1]
    rooms = re.findall(r"\b([a-z]+)/", house)
    there = {path.name for folder in ("bot", "content", "tests", ".") for path in (ROOT / folder).rglob("*") if path.is_dir()}

    assert len(rooms) > 20
    assert set(rooms) <= there


def test_make_and_readme_install_the_same_uv() -> None:
    """One version of the installer, wherever it is named."""
    version = re.search(r"^UV_VERSION := (\S+)$", MAKEFILE, re.MULTILINE)

    assert version
    assert set(re.findall(r"uv==(\S+)", README)) == {version[1]}
