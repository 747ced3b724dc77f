"""Writing into staff's files."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.workshop.editing import NotWritten, add_to_list


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("examples:\n  de:\n    - eins   # gut\n  en:\n    - one\n", "examples:\n  de:\n    - eins   # gut\n    - zwei\n  en:\n    - one\n"),
        ("examples:\n  de: [eins]  # kurz\n", "examples:\n  de: [eins, zwei] # kurz\n"),
        ("examples: {}\ntitle: 'x'\n", "examples:\n  de: [zwei]\ntitle: 'x'\n"),
        ("title: 0355\n", "title: 0355\nexamples:\n  de: [zwei]\n"),
        ("examples:\n  de: eins\n", "examples:\n  de:\n    - eins\n    - zwei\n"),
    ],
)
def test_a_list_grows_and_the_rest_stays(tmp_path: Path, before: str, after: str) -> None:
    """Comments, quotes and the way lists are written are kept."""
    path = tmp_path / "x.yaml"
    path.write_text(before, "utf-8")

    assert add_to_list(path, ("examples", "de"), "zwei")
    assert path.read_text("utf-8") == after


def test_what_is_there_is_not_added_again(tmp_path: Path) -> None:
    """The file is not even written."""
    path = tmp_path / "x.yaml"
    path.write_text("a:   [b]\n", "utf-8")

    assert not add_to_list(path, ("a",), "b")
    assert path.read_text("utf-8") == "a:   [b]\n"


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    """Nothing is lost."""
    with pytest.raises(NotWritten, match="lässt sich nicht schreiben"):
        add_to_list(tmp_path / "nichts.yaml", ("a",), "b")


@pytest.mark.parametrize("broken", ["a: [b\n", "- b\n", "a: {b: c}\n", "a: „b\n\tc: d\n"])
def test_a_broken_file_stays_as_it_is(tmp_path: Path, broken: str) -> None:
    """Whoever adds to it is sent to `check`, which says what is wrong."""
    path = tmp_path / "x.yaml"
    path.write_text(broken, "utf-8")

    with pytest.raises(NotWritten, match=r"In x.yaml ist ein Fehler.*bot check"):
        add_to_list(path, ("a",), "c")
    assert path.read_text("utf-8") == broken
