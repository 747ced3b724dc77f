"""What `check` calls an error in a file that can be read, told of edits as soon as they are read."""

from __future__ import annotations

from collections.abc import Iterable

from bot.knowledge import Entry, Problem
from bot.language.remembering import Rounds
from bot.workshop.advice import entry_errors


class EditErrors:
    """Tells the errors of the files that are not as they were when it was first asked: those stop no start.

    What depends on the day is left out: no edit is turned down for what only time has made wrong.
    """

    def __init__(self) -> None:
        self._known = Rounds[tuple[str, bytes], tuple[Problem, ...]]()
        self._begun = False

    def of(self, entries: Iterable[Entry]) -> tuple[Problem, ...]:
        """Return the errors in *entries*, all that there are; each is looked at once."""
        found: list[Problem] = []
        self._known.next_round()
        for entry in entries:
            key = entry.file.name, entry.raw
            known = self._known.known(key)
            found += self._known.keep(key, tuple(entry_errors(entry)) if self._begun else ()) if known is None else known
        self._begun = True
        return tuple(found)
