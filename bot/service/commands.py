"""The slash commands people may type in any channel."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.model.choices import CANCEL, ask

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "start": ask("greeting"),
        "help": ask("abilities"),
        "hilfe": ask("abilities"),
        "privacy": ask("privacy"),
        "datenschutz": ask("privacy"),
        "sprache": ask("language"),
        "language": ask("language"),
        "abbrechen": CANCEL,
        "cancel": CANCEL,
    }
)
"""The choice a command stands for. Menus show five of them, the others are what people try instead."""
