"""What staff wrote is never half there."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from bot.workshop.editing import NotWritten, add_to_list

BEFORE = "examples:\n  de:\n    - eins\n"


def test_a_file_that_does_not_fit_on_the_disk_stays_as_it_was(tmp_path: Path) -> None:
    """Cut off in the middle, all examples would be gone; nothing is left beside it either."""
    path = tmp_path / "x.yaml"
    path.write_text(BEFORE, "utf-8")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(NotWritten):
            add_to_list(path, ("examples", "de"), "zwei")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert path.read_text("utf-8") == BEFORE
    assert list(tmp_path.iterdir()) == [path]


def test_rights_and_links_stay(tmp_path: Path) -> None:
    """Whoever may write a file may still, and a link still leads to it."""
    path, link = tmp_path / "x.yaml", tmp_path / "link.yaml"
    path.write_text(BEFORE, "utf-8")
    path.chmod(0o660)
    link.symlink_to(path)

    assert add_to_list(link, ("examples", "de"), "zwei")
    assert link.is_symlink()
    assert "zwei" in path.read_text("utf-8")
    assert path.stat().st_mode & 0o777 == 0o660
