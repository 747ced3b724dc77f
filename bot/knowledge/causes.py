"""Says once what has one cause: an id that leads nowhere in many places, a file that cannot be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from bot.knowledge.problems import LANGUAGE, Flaw, Problem, listed

FEW = 2
"""Places with the same wrong id that are told one by one."""
_LISTED, _FIRST = 6, 3
_GONE = (
    "Ist die Datei umbenannt, ergänze in der neuen formerly: [{id}]. "
    "Ist sie gelöscht, hole sie zurück oder lösche auch diese Stellen."
)


class File(Protocol):
    """A file that can tell where a flaw is."""

    def problem(self, flaw: Flaw) -> Problem:
        """Return the flaw as a problem at its line."""
        ...


def problems_of(flaws: Iterable[tuple[File, Iterable[Flaw]]]) -> Iterator[Problem]:
    """Yield the problems of all *flaws*, each with its file."""
    lacking: defaultdict[str, list[Problem]] = defaultdict(list)
    for file, some in flaws:
        for flaw in some:
            if flaw.lacking:
                lacking[flaw.lacking].append(file.problem(flaw))
            elif not flaw.because:
                yield file.problem(flaw)
    for lacking_id, places in lacking.items():
        yield from places if len(places) <= FEW else (_one_of(lacking_id, sorted(places)),)


def _one_of(lacking: str, places: Sequence[Problem]) -> Problem:
    """Return the first of many problems with one missing id, with the places of the others."""
    named = [f"{place.file}:{place.line}" for place in places]
    where = listed(named if len(named) <= _LISTED else [*named[:_FIRST], f"{len(named) - _FIRST} weiteren"])
    files = len({place.file for place in places})
    across = "in dieser Datei" if files == 1 else f"in {files} Dateien"
    message = f"{places[0].message.removesuffix('.')}, genannt wird das an {len(places)} Stellen {across}: {where}."
    suggestion = places[0].suggestion if lacking.startswith(LANGUAGE) else _GONE.format(id=lacking)
    return replace(places[0], message=message, suggestion=suggestion)
