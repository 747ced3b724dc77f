"""What can be wrong with the store.

StoreFailed              in the middle of work: the caller tries again later
├── NoRoom               there is no room to write, or the disk is broken
└── Taken                somebody else was a moment faster
BotError
├── NoStore              at start: it cannot be opened; the sentence says which and why
│   └── NothingWritten   for want of room, as above
├── StoreTooNew          it was written by a newer version of the bot
└── FolderInUse          another process works in the same data folder
"""

from __future__ import annotations

from pathlib import Path

from bot.errors import BotError

_FULL = frozenset({"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "ENOSPC"})
"""What SQLite and the system call a disk without room; the second is room for what stands beside the database."""


class StoreFailed(Exception):
    """The store could not do what it was asked; nothing of it was kept. Its words name the database's reason, no value."""


class NoRoom(StoreFailed):
    """The disk took nothing."""


class Taken(StoreFailed):
    """Two processes reached for the same thing; the other one has it."""


class NoStore(BotError):
    """The store cannot be opened."""


class NothingWritten(NoStore):
    """The store's disk takes nothing."""

    def __init__(self, reason: object) -> None:
        """Tell the database's own *reason*, too, and what it means where that is known."""
        known = str(reason) in _FULL
        meaning = "ist voll" if known else "nimmt nichts mehr an, ihr Kontingent ist aufgebraucht oder sie ist defekt"
        super().__init__(
            f"Die Platte mit der Datenbank {meaning} ({reason}): Es lässt sich nichts schreiben. "
            "Mach dort Platz (DATA_DIR) und starte den Bot dann noch einmal. Was gespeichert war, ist noch da."
        )


class StoreTooNew(BotError):
    """The store's tables are those of a newer version."""

    def __init__(self, found: int, known: int) -> None:
        """Name both versions."""
        super().__init__(
            f"Die Datenbank hat den Stand {found}, dieses Programm kennt nur {known}. "
            "Starte die neuere Version des Bots, die zuletzt lief."
        )


class FolderInUse(BotError):
    """Another process of the bot holds the data folder."""

    exit_code = 3

    def __init__(self, folder: Path) -> None:
        """Name the *folder*."""
        super().__init__(
            f"Im Ordner {folder} arbeitet schon ein Bot. Beende ihn zuerst, oder gib diesem mit DATA_DIR einen eigenen."
        )
