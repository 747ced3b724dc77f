"""Says in German what is wrong with a call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.cli.names import COMMANDS

if TYPE_CHECKING:
    import typer


def misunderstood(error: typer.TyperException, arguments: Sequence[str]) -> str:
    """Return one sentence about a call that typer does not take, and where help is.

    Typer keeps the classes of its errors to itself, so what they carry tells them apart.
    """
    option = getattr(error, "option_name", None)
    if option is None:
        return f"Diesen Aufruf verstehe ich nicht: {' '.join(arguments)}. {_help(arguments)}"
    if hasattr(error, "possibilities"):
        near = sorted(error.possibilities or ())
        meant = f" Meintest du {near[0]}?" if near else ""
        return f"Die Option {option} gibt es hier nicht.{meant} {_help(arguments)}"
    return f"Die Option {option} ist nicht richtig benutzt. {_help(arguments)}"


def _help(arguments: Sequence[str]) -> str:
    command = next((word for word in arguments if word in COMMANDS), "")
    return f"Hilfe: {' '.join(part for part in ('python -m bot', command, '--help') if part)}"
