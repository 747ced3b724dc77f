"""The slash commands people may type in any channel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from bot.model.choices import CANCEL, FORGET, KEPT, ask
from bot.model.message import Message

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "start": ask("greeting"),
        "help": ask("abilities"),
        "hilfe": ask("abilities"),
        "privacy": ask("privacy"),
        "datenschutz": ask("privacy"),
        "auskunft": KEPT,
        "mydata": KEPT,
        "loeschen": FORGET,
        "delete": FORGET,
        "sprache": ask("language"),
        "language": ask("language"),
        "abbrechen": CANCEL,
        "cancel": CANCEL,
    }
)
"""The choice a command stands for. Menus show five of them, the others are what people try instead."""

_COMMAND = re.compile(r"\s*/(?P<name>[a-z]{1,32})(?:@\w+)?(?:\s.*)?", re.IGNORECASE | re.DOTALL)


def typed(chat: str, text: str) -> Message:
    """Return the message that a typed *text* is: a command, known or not, or a question."""
    command = _COMMAND.fullmatch(text)
    if command is None:
        return Message(chat, text=text)
    choice = COMMANDS.get(command["name"].lower())
    return Message(chat, choice=choice) if choice else Message(chat, notice="unknown-command")
