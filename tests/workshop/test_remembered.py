"""Long checks are not repeated while nothing changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bot.knowledge import Problem
from bot.knowledge.problems import Fix
from bot.workshop.remembered import Remembered

PROBLEM = Problem("content/a.yaml", 1, 2, "warning", "«a» fehlt.", "Ergänze a.", Fix("a", "b"))


@dataclass
class Long:
    """A check that counts how often it ran."""

    runs: int = 0
    found: tuple[Problem, ...] = field(default=(PROBLEM,))

    def __call__(self) -> tuple[Problem, ...]:
        """Run."""
        self.runs += 1
        return self.found


def test_the_same_files_are_checked_once(tmp_path: Path) -> None:
    """The second time the problems come from the disk, unchanged."""
    long = Long()

    assert Remembered(tmp_path).problems("replies", ("x", 1), long) == (PROBLEM,)
    assert Remembered(tmp_path).problems("replies", ("x", 1), long) == (PROBLEM,)
    assert long.runs == 1


def test_other_files_or_another_check_are_checked_again(tmp_path: Path) -> None:
    """Whatever it depends on."""
    long = Long()
    for stage, of in (("replies", "x"), ("replies", "y"), ("crises", "x")):
        Remembered(tmp_path).problems(stage, (of,), long)

    assert long.runs == 3


def test_a_damaged_or_read_only_disk_costs_time_only(tmp_path: Path) -> None:
    """The check runs again."""
    long = Long()
    Remembered(tmp_path).problems("replies", (), long)
    for path in tmp_path.iterdir():
        path.write_text("[{", "utf-8")
    Remembered(tmp_path).problems("replies", (), long)
    (tmp_path / "datei").write_text("", "utf-8")
    Remembered(tmp_path / "datei" / "x").problems("replies", (), long)

    assert long.runs == 3


def test_only_the_latest_are_kept(tmp_path: Path) -> None:
    """The folder does not grow."""
    for number in range(40):
        Remembered(tmp_path).problems("replies", (number,), Long())

    assert len(list(tmp_path.iterdir())) == 24
