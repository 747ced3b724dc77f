"""What taps and words lead to on a guided path: a step, back, on, or off the path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS, of_any
from bot.model.answerable import way_to
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import Move, Remark, TakeStep
from bot.model.paths import Path, PathChoice
from bot.model.reading import Reading

STALE = Remark("old-button")

_SHORT = 5
_NUMBER = re.compile(r"\d+")
_NEGATED = "kein"
_NOT = of_any(lambda grammar: grammar.no)
_DENIALS = frozenset({_NEGATED, *_NOT})
_ASKING = of_any(lambda grammar: grammar.asking)
_EMPTY = of_any(lambda grammar: grammar.stop_words) - _NOT
_ORDINALS: Mapping[str, str] = {word: str(number) for grammar in GRAMMARS.values() for word, number in grammar.ordinals.items()}


class Walker:
    """Finds steps of guided paths."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        titles = ((title, path) for path in catalogue.paths.values() for title in path.title.values())
        self._titled: dict[tuple[str, ...], Path] = {}
        for title, path in titles:
            self._titled.setdefault(folded_words(title), path)

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
        """Return the data of the step's button whose label was typed; right after the step, some words of it are enough."""
        found = self._left_at(context)
        if found is None:
            return None
        path, step = found
        said = folded_words(reading.text)
        offered = {way_to(self._catalogue, path, way.to): way for way in path.steps[step].choices}
        typed = (data for data, way in offered.items() if said in [folded_words(label) for label in way.label.values()])
        meant = [data for data, way in offered.items() if data in context.offered and _is_meant(way, said)]
        return next(typed, meant[0] if len(meant) == 1 else None)

    def entitled(self, reading: Reading) -> Path | None:
        """Return the path whose title was typed, in any language."""
        return self._titled.get(folded_words(reading.text))

    def _left_at(self, context: Context) -> tuple[Path, str] | None:
        return self._catalogue.step(context.path, context.step or "")


def _is_meant(way: PathChoice, said: Iterable[str]) -> bool:
    """Tell whether all that a few words tell stands in a label: "bin in der zehnten" is "10. Klasse"."""
    words, telling = list(said), _telling(said)
    if not telling or len(words) > _SHORT or _ASKING & set(words):
        return False
    labels = [_telling(folded_words(label)) for label in way.label.values()]
    return any(telling <= label and _DENIALS & telling == _DENIALS & label for label in labels)


def _telling(words: Iterable[str]) -> frozenset[str]:
    """Return the words that tell something, "no" among them; numbers as digits, however they are written."""
    return frozenset(_known_as(word) for word in words if word not in _EMPTY)


def _known_as(word: str) -> str:
    digits = _NUMBER.match(word)
    return digits[0] if digits else _NEGATED if word.startswith(_NEGATED) else _ORDINALS.get(word, word)
