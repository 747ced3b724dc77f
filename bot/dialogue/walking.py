"""What taps and words lead to on a guided path: a step, back, on, or off the path."""

from __future__ import annotations

from bot.language.fold import folded_words
from bot.model.answerable import way_to
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import Move, Remark, TakeStep
from bot.model.paths import Path
from bot.model.reading import Reading

STALE = Remark("old-button")


class Walker:
    """Finds steps of guided paths."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def step(self, named: str) -> Move:
        """Return the step *named* as in button data: path and step, parted by a colon."""
        path, _, step = named.partition(":")
        found = self._catalogue.step(path, step)
        return TakeStep(found[0].id, found[1]) if found else STALE

    def begun(self, path: Path, confidence: float = 1.0) -> Move:
        """Return the first step of *path*."""
        return TakeStep(path.id, path.first, confidence)

    def go_on(self, context: Context) -> Move | None:
        """Return the step the path was left at; None off all paths."""
        found = self._left_at(context)
        return TakeStep(found[0].id, found[1]) if found else None

    def back(self, context: Context) -> Move | None:
        """Return the step before; at the beginning that one again, None off all paths."""
        found = self._left_at(context)
        return TakeStep(found[0].id, found[0].before(found[1]) or found[1]) if found else None

    def stop(self, context: Context) -> Move | None:
        """Return the farewell to the path; None off all paths."""
        return Remark("path-left") if self._left_at(context) else None

    def labelled(self, reading: Reading, context: Context) -> str | None:
        """Return the data of the step's button whose label was typed."""
        found = self._left_at(context)
        if found is None:
            return None
        path, step = found
        said = folded_words(reading.text)
        typed = (way for way in path.steps[step].choices if said in [folded_words(label) for label in way.label.values()])
        return next((way_to(self._catalogue, path, way.to) for way in typed), None)

    def _left_at(self, context: Context) -> tuple[Path, str] | None:
        return self._catalogue.step(context.path, context.step or "")
