"""What `check` calls an error in a file that can be read, told of edits as soon as they are read."""

from __future__ import annotations

from datetime import date

from bot.knowledge import Knowledge, Problem
from bot.language.remembering import Rounds
from bot.workshop.advice import Surroundings, entry_errors


class EditErrors:
    """Tells the errors of the files that are not as they were when it was first asked: those stop no start.

    A file without an error is not looked at again: no edit is turned down for what only time has made wrong.
    """

    def __init__(self) -> None:
        self._known = Rounds[tuple[str, bytes], tuple[Problem, ...]]()
        self._begun = False

    def of(self, knowledge: Knowledge, today: date) -> tuple[Problem, ...]:
        """Return the errors in all the files that could be read, on the day *today*."""
        around = Surroundings(knowledge.catalogue, today)
        found: list[Problem] = []
        self._known.next_round()
        for entry in knowledge.entries:
            key = entry.file.name, entry.raw
            errors = self._known.known(key) if self._begun else ()
            if errors is None or errors:
                errors = tuple(entry_errors(entry, around))
            found += self._known.keep(key, errors)
        self._begun = True
        return tuple(found)
