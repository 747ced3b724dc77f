"""Taps that ask nothing about the Lausitz: start links and wishes to be told."""

from __future__ import annotations

from bot.dialogue.opening import opened, shown
from bot.dialogue.wishing import WISHING, wished
from bot.model.catalogue import Catalogue
from bot.model.moves import Move

ASIDE = WISHING | {"start", "link"}


def aside(catalogue: Catalogue, action: str, rest: str) -> Move | None:
    """Return the move of such a tap; None where it names what is no more, or never was."""
    if action in WISHING:
        return wished(catalogue, action, rest)
    return opened(catalogue, rest) if action == "start" else shown(catalogue, rest)
