"""What is kept of a chat, as it is shown to whoever asks for a copy, and who is responsible for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs the bot, and where they are reached."""

    name: str
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to tell the chat about a topic: at ``due`` where that is planned, or it was told then."""

    topic: str
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """All of it.

    ``chat`` is the chat's number; ``talk`` holds what is talked about, latest first; ``language`` is
    set where it was chosen; ``waiting`` counts further messages that have no answer yet.
    """

    chat: str
    last_written: datetime | None = None
    talk: tuple[str, ...] = ()
    language: str | None = None
    path: str | None = None
    wishes: tuple[Reminder, ...] = ()
    planned: tuple[Reminder, ...] = ()
    told: tuple[Reminder, ...] = ()
    waiting: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything is kept besides the message that asked."""
        return self.last_written is not None or bool(self.wishes or self.planned or self.told or self.waiting)
