"""The slash commands people may type in any channel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from bot.model.choices import BEGIN, CANCEL, FORGET, KEPT, ask, opened
from bot.model.intents import SIMPLE, WISHES
from bot.model.message import Command, Message, Order

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "start": BEGIN,
        "help": ask("abilities"),
        "hilfe": ask("abilities"),
        "privacy": ask("privacy"),
        "datenschutz": ask("privacy"),
        "auskunft": KEPT,
        "mydata": KEPT,
        "loeschen": FORGET,
        "delete": FORGET,
        "meine": ask(WISHES),
        "mine": ask(WISHES),
        "sprache": ask("language"),
        "language": ask("language"),
        "einfach": ask(SIMPLE),
        "simple": ask(SIMPLE),
        "abbrechen": CANCEL,
        "cancel": CANCEL,
    }
)
"""The choice a command stands for. Menus show seven of them, the others are what people try instead."""

WITH_WORDS: Mapping[str, Command] = MappingProxyType({"link": "link"})
"""Commands that are told by the words behind them what they are about."""

ORDERS: Mapping[str, Order] = MappingProxyType({"neuladen": "reload", "stand": "standing", "inbox": "inbox"})
"""What admins may order; for everybody else these are unknown commands."""

_COMMAND = re.compile(r"\s*/(?P<name>[a-z]{1,32})(?:@\w+)?(?:\s(?P<rest>.*))?", re.IGNORECASE | re.DOTALL)


def is_command(name: str) -> bool:
    """Tell whether *name* is a command of ours."""
    return name.lower() in COMMANDS or name.lower() in WITH_WORDS


def typed(chat: str, text: str) -> Message:
    """Return the message that a typed *text* is: a command, known or not, or a question."""
    command = _COMMAND.fullmatch(text)
    return commanded(chat, command["name"], command["rest"] or "") if command else Message(chat, text=text)


def commanded(chat: str, name: str, rest: str = "", language_code: str | None = None) -> Message:
    """Return the message that the command *name* with the words behind it stands for.

    ``/start`` with words behind it is a link that was opened.
    """
    command = WITH_WORDS.get(name.lower())
    if command is not None:
        return Message(chat, text=rest.strip(), command=command, language_code=language_code)
    choice = COMMANDS.get(name.lower())
    if choice is None:
        return Message(
            chat, notice="unknown-command", language_code=language_code, order=ORDERS.get(name.lower())
        )
    if name.lower() == "start" and rest.strip():
        choice = opened(rest.strip())
    return Message(chat, choice=choice, language_code=language_code)
