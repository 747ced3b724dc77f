"""What must be true of the dates of one topic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time, timedelta

from bot.knowledge.dates import no_time
from bot.knowledge.german import german_day
from bot.knowledge.problems import Flaw, Loc, Wording
from bot.model.topics import Run, clock_times, last_day

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_TELLS_APART = ("time", "place", "format", "end", "registration")
_LONGEST = timedelta(days=4 * 366)
_SOONEST = timedelta(days=2 * 366)


def run_flaws(runs: tuple[Run, ...]) -> Iterator[Flaw]:
    """Yield what cannot be true of the dates of one topic."""
    seen: set[str] = set()
    for index, run in enumerate(runs):
        loc: Loc = ("runs", index)
        if run.id in seen:
            message = f"Den Termin «{run.id}» gibt es zweimal."
            yield Flaw((*loc, "id"), Wording(message, "Gib jedem Termin eine eigene Kennung."), cut=loc)
        elif twin := next((earlier for earlier in runs[:index] if _is_twice(earlier, run)), None):
            message = f"Am {german_day(run.start)} beginnt auch der Termin «{twin.id}», und nichts unterscheidet die beiden."
            advice = "Lösche einen davon, oder gib jedem seine Uhrzeit (time) oder seinen Ort (place)."
            yield Flaw((*loc, "start"), Wording(message, advice), "warning")
        seen.add(run.id)
        yield from _order_flaws(run, loc)
        yield from _far_apart(run, loc)
        yield from _page_of_another_year(run, loc)


def _is_twice(run: Run, other: Run) -> bool:
    """Tell whether two runs begin on one day and nothing that both say tells them apart."""
    said = ((getattr(run, name), getattr(other, name)) for name in _TELLS_APART)
    return run.start == other.start and not any(one and two and one != two for one, two in said)


def _order_flaws(run: Run, loc: Loc) -> Iterator[Flaw]:
    if run.end and run.end < run.start:
        message = f"Das Ende ({german_day(run.end)}) liegt vor dem Beginn ({german_day(run.start)})."
        yield Flaw((*loc, "end"), Wording(message, "Prüfe beide Tage."), cut=loc)
    if run.deadline and run.deadline > run.start:
        message = f"Der Anmeldeschluss ({german_day(run.deadline)}) liegt nach dem Beginn ({german_day(run.start)})."
        yield Flaw((*loc, "deadline"), Wording(message, "Prüfe beide Tage."), cut=loc)
    times = _times(run)
    if run.time and not times:
        yield Flaw((*loc, "time"), no_time(run.time), cut=(*loc, "time"))
    elif times != tuple(sorted(times)):
        message = f"Das Ende ({times[1]:%H:%M}) liegt vor dem Beginn ({times[0]:%H:%M})."
        yield Flaw((*loc, "time"), Wording(message, "Prüfe beide Uhrzeiten."), cut=(*loc, "time"))


def _times(run: Run) -> tuple[time, ...]:
    try:
        return tuple(clock_times(run) or ())
    except ValueError:
        return ()


def _far_apart(run: Run, loc: Loc) -> Iterator[Flaw]:
    """Years between days that belong together are mostly a slip in one of them."""
    if run.end and run.end - run.start > _LONGEST:
        message = f"Der Termin dauert vom {german_day(run.start)} bis zum {german_day(run.end)}."
        yield Flaw((*loc, "end"), Wording(message, "Prüfe das Jahr."), "warning")
    if run.deadline and run.start - run.deadline > _SOONEST:
        message = f"Der Anmeldeschluss ({german_day(run.deadline)}) liegt lange vor dem Beginn ({german_day(run.start)})."
        yield Flaw((*loc, "deadline"), Wording(message, "Prüfe das Jahr."), "warning")


def _page_of_another_year(run: Run, loc: Loc) -> Iterator[Flaw]:
    """A page to sign up that names a year is mostly that of an edition before where the run is in another."""
    named = _YEAR.findall(run.registration or "")
    if named and not {str(run.start.year), str(last_day(run).year)} & set(named):
        message = f"Die Anmeldeseite nennt das Jahr {named[-1]}, der Termin beginnt am {german_day(run.start)}."
        yield Flaw((*loc, "registration"), Wording(message, "Prüfe, ob man sich dort für diesen Termin anmeldet."), "warning")
