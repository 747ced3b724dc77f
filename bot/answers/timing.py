"""When something may be told, in the time of the Lausitz: by day, before it is too late, never at night."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.answers.dates import BERLIN
from bot.model.topics import Run, clock_times
from bot.model.wishes import LEADS, Lead, Tiding

WAKING, SLEEPING = time(8), time(20)
"""From when and until when people are written to."""
REMINDING = time(10)
_NOON = time(12)


def is_awake(now: datetime) -> bool:
    """Tell whether people may be written to at *now* (aware)."""
    return WAKING <= now.astimezone(BERLIN).time() < SLEEPING


def next_waking(now: datetime) -> datetime:
    """Return *now* by day, else the next morning."""
    here = now.astimezone(BERLIN)
    if is_awake(now):
        return now
    day = here.date() if here.time() < WAKING else here.date() + timedelta(days=1)
    return at(day, WAKING)


def at(day: date, hour: time) -> datetime:
    """Return that hour of *day* in the Lausitz, whichever side of the change of clocks it is on."""
    return datetime.combine(day, hour, BERLIN)


def begins(run: Run) -> datetime:
    """Return when a run begins; without a known time noon: by then nobody needs to hear that it is today."""
    return at(run.start, next(iter(clock_times(run)), _NOON))


def reminding_time(day: date, lead: Lead) -> datetime:
    """Return when to remind of *day*."""
    return at(day - LEADS[lead], REMINDING)


def useless_from(tiding: Tiding, run: Run) -> datetime:
    """Return from when on there is no point in telling it any more.

    A week's notice gives way to the notice of the day before.
    """
    if tiding.lead == "week":
        return reminding_time(tiding.day, "day")
    return at(tiding.day, SLEEPING) if tiding.what == "deadline" else begins(run)
