"""Guided paths that lead into each other."""

from __future__ import annotations

from tests.knowledge.support import Folders

_EXAMPLES = "examples:\n  de:\n" + "".join(f"    - weg nummer {number} bitte\n" for number in "abcdefghij")


def a_path(*to: str, more: str = "") -> str:
    """Return a path of one step with a button to each of these."""
    buttons = "".join(f"      - {{label: Weiter {name}, to: {name}}}\n" for name in to)
    return f"title: Weg\n{_EXAMPLES}steps:\n  start:\n    say: Wohin?\n    choices:\n{buttons}{more}"


def test_paths_that_only_lead_into_each_other_are_told(folders: Folders) -> None:
    """Each has a way out of itself, and yet nobody is ever reached; one end is enough for both."""
    folders.write("content/paths/hin.yaml", a_path("her")).write("content/paths/her.yaml", a_path("hin"))

    both = _told(folders)
    folders.write("content/paths/her.yaml", a_path("hin", more="    end: {link: {title: Seite, url: https://example.org}}\n"))

    assert both == [True, True]
    assert _told(folders) == [False, False]


def _told(folders: Folders) -> list[bool]:
    sentence = "Vom Schritt «start» kommt man nur in andere Wege und im Kreis zurück, nie zu einem Ende."
    return [any(sentence in told for told in folders.sentences(f"content/paths/{name}.yaml")) for name in ("hin", "her")]
