"""Hints before a command begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.opening import hint_at_data
from bot.settings import Settings


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It costs time at every start, and nobody would know why."""
    (tmp_path / "datei").write_text("", "utf-8")
    hint_at_data(Settings(data_dir=tmp_path / "datei" / "data"))

    told = capsys.readouterr().err
    assert told == f"Hinweis: In den Ordner {tmp_path}/datei/data (DATA_DIR) lässt sich nicht schreiben, jeder Start dauert deshalb länger.\n"


def test_a_folder_that_can_be_made_is_no_matter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A first start says nothing."""
    hint_at_data(Settings(data_dir=tmp_path / "data"))

    assert capsys.readouterr().err == ""
