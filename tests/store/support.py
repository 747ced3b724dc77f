"""A store on either engine, with a clock that is moved by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store.inbox import Arrival
from bot.store.reminders import Note
from tests.builders import NOW

SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@dataclass
class MovedClock:
    """Stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.now

    def move(self, by: timedelta) -> datetime:
        """Let time pass (or, with a negative *by*, be set back)."""
        self.now += by
        return self.now


def arrival(update: int, chat: str = "a", body: str = "{}") -> Arrival:
    """Return an update of *chat*."""
    return Arrival(update, chat, body)


def a_note(once: str = "1", chat: str = "a", due: datetime = NOW, until: datetime = NOW + 30 * DAY, **more: str) -> Note:
    """Return a note about the course."""
    return Note(once, chat, more.get("topic", "kurs"), more.get("kind", "start"), "de", due, until, more.get("run", ""))
