"""Clocks: the real one, and one that was set to a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from time import monotonic

from pydantic import TypeAdapter

from bot.answers.dates import BERLIN
from bot.model.values import Day
from bot.service.ports import Clock

NOON = time(12)
_DAY: TypeAdapter[date] = TypeAdapter(Day)


def clock_of(day: date | None) -> Clock:
    """Return the real clock; with *day*, one that starts at noon of that day in the Lausitz and runs on."""
    if day is None:
        return lambda: datetime.now(UTC)
    noon, started = datetime.combine(day, NOON, BERLIN), monotonic()
    return lambda: noon + timedelta(seconds=monotonic() - started)


def day_of(text: str) -> date:
    """Return the day *text* names, ISO or German; raises ValueError where it names none."""
    return _DAY.validate_python(text.strip())
