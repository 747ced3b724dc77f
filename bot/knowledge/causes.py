"""Says once what has one cause: what a broken file costs others, and an id that leads nowhere in many places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.knowledge.problems import TOP, Flaw, Problem, listed
from bot.knowledge.shelves import Entry

FEW = 2
"""Places with the same wrong id that are told one by one."""
_LISTED, _FIRST = 6, 3
_GONE = (
    "Ist die Datei umbenannt, ergänze in der neuen formerly: [{id}]. "
    "Ist sie gelöscht, hole sie zurück oder lösche auch diese Stellen."
)


def problems_of(entries: Iterable[Entry], flaws: Mapping[str, Iterable[Flaw]]) -> Iterator[Problem]:
    """Yield the problems of all *flaws*, which are by the id of their entry."""
    lacking: defaultdict[str, list[Problem]] = defaultdict(list)
    for entry in entries:
        for flaw in flaws[entry.file.id]:
            if flaw.lacking:
                lacking[flaw.lacking].append(entry.problem(flaw))
            elif not flaw.because:
                yield entry.problem(flaw)
    for lacking_id, places in lacking.items():
        yield from places if len(places) <= FEW else (_one_of(lacking_id, sorted(places)),)
    yield from _consequences(flaws)


def _one_of(lacking: str, places: Sequence[Problem]) -> Problem:
    """Return the first of many problems with one missing id, with the places of the others."""
    named = [f"{place.file}:{place.line}" for place in places]
    where = listed(named if len(named) <= _LISTED else [*named[:_FIRST], f"{len(named) - _FIRST} weiteren"])
    files = len({place.file for place in places})
    across = "in dieser Datei" if files == 1 else f"in {files} Dateien"
    message = f"{places[0].message.removesuffix('.')}, genannt wird das an {len(places)} Stellen {across}: {where}."
    return replace(places[0], message=message, suggestion=_GONE.format(id=lacking))


def _consequences(flaws: Mapping[str, Iterable[Flaw]]) -> Iterator[Problem]:
    """Say once, at the file that is missing, what others lack without it; a folder nobody reads says so itself."""
    missed = Counter((flaw.because, identifier) for identifier, some in flaws.items() for flaw in some if flaw.because)
    for cause in sorted({file for file, _ in missed if "." in file}):
        times = [count for (file, _), count in missed.items() if file == cause]
        places = f"{sum(times)} {'Stelle' if sum(times) == 1 else 'Stellen'}"
        files = "einer anderen Datei" if len(times) == 1 else f"{len(times)} anderen Dateien"
        message = f"Solange diese Datei ausfällt, fehlt sie an {places} in {files}."
        yield Problem(cause, *TOP, "warning", message, "Dort ist nichts zu ändern.")
