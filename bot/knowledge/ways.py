"""Guided paths that lead into each other: somebody or something must be reached from every step, through whichever path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.knowledge.index import Index
from bot.knowledge.problems import Flaw, Wording
from bot.model.paths import Path

_Place = tuple[str, str]
"""A path and one of its steps."""


def endless(index: Index) -> Iterator[tuple[str, Flaw]]:
    """Yield one flaw for each path from which people only get into other paths and back, with the path's id.

    A path that has no way out by itself is told within its file (`bot.knowledge.rules`).
    """
    paths = {key: thing for key, thing in index.things.items() if isinstance(thing, Path) and thing.steps}
    ends = _ending(paths)
    for key, path in paths.items():
        lost = [step for step in path.steps if (key, step) not in ends and step in path.leading_out()]
        if lost:
            message = f"Vom Schritt «{lost[0]}» kommt man nur in andere Wege und im Kreis zurück, nie zu einem Ende."
            advice = "Ergänze «end» oder einen Knopf zu einem Eintrag."
            yield key, Flaw(("steps", lost[0]), Wording(message, advice), at_key=True)


def _ending(paths: Mapping[str, Path]) -> frozenset[_Place]:
    """Return the steps from which an end, an entry or a question is reached, through other paths too."""
    leads = {
        (key, name): [_place(paths, path, way.to) for way in step.choices]
        for key, path in paths.items()
        for name, step in path.steps.items()
    }
    out = {place for place, ways in leads.items() if paths[place[0]].steps[place[1]].end or None in ways}
    while more := {place for place, ways in leads.items() if place not in out and not out.isdisjoint(filter(None, ways))}:
        out |= more
    return frozenset(out)


def _place(paths: Mapping[str, Path], path: Path, to: str) -> _Place | None:
    """Return the step a choice leads to; None where it leads off all paths."""
    if to in path.steps:
        return path.id, to
    return (to, paths[to].first) if to in paths else None
