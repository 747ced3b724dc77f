"""What the steps of a guided path should leave to the entries they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.knowledge import Entry
from bot.knowledge.problems import Flaw, Loc, Wording
from bot.model.paths import Path

_MOST_LETTERS = 30
"""On a button of a path: two of them fit side by side on a phone."""
KEPT_ELSEWHERE = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|(?<!\d)(?:\+49|0\d{2,})[\d /-]{4,}\d")
"""A page, a mail address, a phone number."""


def step_advice(entry: Entry) -> Iterator[Flaw]:
    """Yield the buttons of a path that are too long, and the sentences that will be out of date unseen."""
    if isinstance(entry.thing, Path):
        yield from _long_buttons(entry.thing)
        yield from _same_buttons(entry.thing)
        yield from _kept_elsewhere(entry.thing)


def _long_buttons(path: Path) -> Iterator[Flaw]:
    for loc, label in _buttons(path):
        for language, text in label.items():
            if len(text) > _MOST_LETTERS:
                message = f"Auf die Knöpfe eines Wegs passen {_MOST_LETTERS} Zeichen, hier sind es {len(text)}."
                yield Flaw((*loc, language), Wording(message, "Kürze den Text."), "warning")


def _buttons(path: Path) -> Iterator[tuple[Loc, Mapping[str, str]]]:
    """Yield the title, which stands on the button that leads here, and the choices."""
    yield ("title",), path.title
    for name, step in path.steps.items():
        for number, choice in enumerate(step.choices):
            yield ("steps", name, "choices", number, "label"), choice.label


def _same_buttons(path: Path) -> Iterator[Flaw]:
    """Yield the choices of one step that nobody can tell apart, in whichever language."""
    for name, step in path.steps.items():
        seen: set[tuple[str, str]] = set()
        for number, choice in enumerate(step.choices):
            for language, text in choice.label.items():
                if (language, text.casefold()) in seen:
                    message = f"Der Knopf «{text}» steht in diesem Schritt schon einmal."
                    loc: Loc = ("steps", name, "choices", number, "label", language)
                    yield Flaw(loc, Wording(message, "Gib jedem einen eigenen Text."), "warning")
                seen.add((language, text.casefold()))


def _kept_elsewhere(path: Path) -> Iterator[Flaw]:
    for name, step in path.steps.items():
        for language, text in step.say.items():
            if found := KEPT_ELSEWHERE.search(text):
                message = f"«{found[0]}» veraltet hier, ohne dass es jemand merkt."
                advice = "Führ mit einem Knopf zum Eintrag, in dem es steht, oder nenn ihn unter end."
                yield Flaw(("steps", name, "say", language), Wording(message, advice), "warning")
