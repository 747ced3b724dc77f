"""Where in a file something is written."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge.positions import position_of


def test_words_are_found_with_line_and_column(tmp_path: Path) -> None:
    """Both count from 1; the first place counts."""
    file = tmp_path / "a.yaml"
    file.write_text("eins\n  - zwei\n  - zwei\n", encoding="utf-8")

    assert position_of(file, "zwei") == (2, 5)


def test_what_is_not_found_is_at_the_top(tmp_path: Path) -> None:
    """Words written over two lines, and files that cannot be read."""
    file = tmp_path / "a.yaml"
    file.write_text("eins\n", encoding="utf-8")

    assert position_of(file, "zwei") == (1, 1)
    assert position_of(tmp_path / "b.yaml", "eins") == (1, 1)
