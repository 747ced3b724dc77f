"""Says once what has one cause: an id that leads nowhere in many places, a file that cannot be read, a missing folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from bot.knowledge.files import SourceFile
from bot.knowledge.problems import LANGUAGE, Flaw, Problem, listed

FEW = 2
"""Places with the same wrong id that are told one by one."""
_LISTED, _FIRST = 6, 3
_MANY = 4
"""So many ids that lead nowhere are no slips in them where the folder they may have been in is missing."""
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


def lost_folders(flaws: Iterable[Flaw], missing: Mapping[str, SourceFile]) -> dict[str, Problem]:
    """Return what is told of each *missing* folder, by its kind, where many ids lead nowhere that may have been in it."""
    nowhere = {(kind, flaw.lacking) for flaw in flaws if flaw.lacking for kind in flaw.kinds}
    lost = {kind: sorted(name for of, name in nowhere if of == kind) for kind in missing}
    return {kind: _lost_folder(missing[kind], names) for kind, names in lost.items() if len(names) >= _MANY}


def _lost_folder(folder: SourceFile, names: Sequence[str]) -> Problem:
    who = listed(names if len(names) <= _LISTED else [*names[:_FIRST], f"{len(names) - _FIRST} weitere"])
    message = f"Der Ordner fehlt, und {len(names)} Einträge, die anderswo genannt werden, gibt es nicht: {who}."
    return folder.problem(message, "Hole ihn aus der letzten Fassung zurück.")


def of_no_folder(flaws: Iterable[Flaw], lost: Collection[str]) -> Iterator[Flaw]:
    """Yield the flaws that do not follow from a folder of the kinds that are *lost*."""
    yield from (flaw for flaw in flaws if not flaw.lacking or set(lost).isdisjoint(flaw.kinds))


def _one_of(lacking: str, places: Sequence[Problem]) -> Problem:
    """Return the first of many problems with one missing id, with the places of the others."""
    named = [f"{place.file}:{place.line}" for place in places]
    where = listed(named if len(named) <= _LISTED else [*named[:_FIRST], f"{len(named) - _FIRST} weiteren"])
    files = len({place.file for place in places})
    across = "in dieser Datei" if files == 1 else f"in {files} Dateien"
    message = f"{places[0].message.removesuffix('.')}, genannt wird das an {len(places)} Stellen {across}: {where}."
    suggestion = places[0].suggestion if lacking.startswith(LANGUAGE) else _GONE.format(id=lacking)
    return replace(places[0], message=message, suggestion=suggestion)
