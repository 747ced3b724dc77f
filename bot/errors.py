"""What can go wrong so badly that a person must hear about it.

Every error here is told in one German sentence without jargon; the command line prints
``str(error)`` (and the lines of ``details``, where there are any) and ends with its ``exit_code``.

    BotError
    ├── MissingFolder    a folder with content or intents is not there
    ├── NothingToAsk     not one intent could be read; ``details`` says why
    └── NoHelp           there are no crisis rules or no numbers
"""

from __future__ import annotations


class BotError(Exception):
    """Base of all errors meant for people; ``str()`` is one German sentence."""

    exit_code = 2

    def __init__(self, sentence: str, details: tuple[str, ...] = ()) -> None:
        """Keep the *sentence* people read, and further lines that explain it."""
        super().__init__(sentence)
        self.details = details


class MissingFolder(BotError):
    """A folder the bot reads from does not exist or is no folder."""


class NothingToAsk(BotError):
    """No file in the intents folder could be read, so nothing can be answered."""


class NoHelp(BotError):
    """The crisis rules could not be read: without them nobody in distress would be helped, so nothing starts."""
