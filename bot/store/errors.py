"""What can be wrong with the store.

StoreFailed              in the middle of work: the caller tries again later
└── Taken                somebody else was a moment faster
BotError
├── NoStore              at start: it cannot be opened; the sentence says which and why
├── StoreTooNew          it was written by a newer version of the bot
└── FolderInUse          another process works in the same data folder
"""

from __future__ import annotations

from pathlib import Path

from bot.errors import BotError


class StoreFailed(Exception):
    """The store could not do what it was asked; nothing of it was kept. Its words name the database's reason, no value."""


class Taken(StoreFailed):
    """Two processes reached for the same thing; the other one has it."""


class NoStore(BotError):
    """The store cannot be opened."""


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
