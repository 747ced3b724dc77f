"""One process at a time in a data folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.store.errors import FolderInUse, NoStore
from bot.store.lock import alone_in

HOLD = "import sys; from pathlib import Path; from bot.store.lock import alone_in\nwith alone_in(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"


def test_the_second_is_told_at_once_and_the_folder_is_free_again_afterwards(tmp_path: Path) -> None:
    """The sentence names the folder; a folder that is missing is made."""
    folder = tmp_path / "new"
    with alone_in(folder), pytest.raises(FolderInUse, match="arbeitet schon ein Bot") as caught, alone_in(folder):
        pytest.fail("two at once")

    assert caught.value.exit_code == 3
    with alone_in(folder):
        assert folder.is_dir()


def test_a_killed_process_lets_go(tmp_path: Path) -> None:
    """However it ends: nobody has to delete a file by hand."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(FolderInUse), alone_in(tmp_path):
            pytest.fail("two at once")
        other.kill()
        other.wait()
        with alone_in(tmp_path):
            assert other.returncode


def test_a_folder_that_cannot_be_is_one_sentence(tmp_path: Path) -> None:
    """A file in its place is told."""
    (tmp_path / "data").write_text("no folder")
    with pytest.raises(NoStore, match="DATA_DIR"), alone_in(tmp_path / "data"):
        pytest.fail("not held")
