"""`migrate`: tables, brought up to date from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import main
from bot.store.opening import FILE
from bot.store.sql.migrating import all_migrations
from tests.cli.test_main import unwired


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))


def test_migrate_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line per step the first time; the second time there is nothing to do."""
    codes = main(unwired, ["migrate"]), main(unwired, ["migrate"])
    *applied, last = capsys.readouterr().out.splitlines()

    assert codes == (0, 0)
    assert applied == [f"Angewendet: {migration.name}" for migration in all_migrations()]
    assert last == "Die Datenbank ist auf dem neuesten Stand."
    assert (tmp_path / FILE).exists()


def test_a_database_that_is_away_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code 2, and no password on the screen."""
    monkeypatch.setenv("DATABASE_URL", "postgres://bot:geheim@127.0.0.1:1/bot")

    assert main(unwired, ["migrate"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Die Datenbank in DATABASE_URL ist nicht erreichbar")
    assert "geheim" not in told
