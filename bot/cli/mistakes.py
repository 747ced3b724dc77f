"""What can be wrong with a call, said in German."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from bot.cli.names import ARGUMENTS, COMMANDS
from bot.errors import BotError


class WrongCall(BotError):
    """A command was called in a way it cannot be carried out."""


def misunderstood(error: typer.TyperException, arguments: Sequence[str]) -> str:
    """Return one sentence about a call that typer does not take, and where help is.

    Typer keeps the classes of its errors to itself, so what they carry tells them apart.
    """
    option = getattr(error, "option_name", None)
    if hasattr(error, "param_type"):
        return f"Hier fehlt etwas: {_call(arguments)}. {COMMANDS[_command(arguments)]}. {_help(arguments)}"
    if option is None:
        return f"Diesen Aufruf verstehe ich nicht: {' '.join(arguments)}. {_help(arguments)}"
    near = tuple(getattr(error, "possibilities", None) or ())  # the likest first
    if near:
        return f"Die Option {option} gibt es hier nicht. Meintest du {near[0]}? {_help(arguments)}"
    if hasattr(error, "possibilities"):
        return f"Die Option {option} gibt es hier nicht. {_help(arguments)}"
    return f"Die Option {option} ist nicht richtig benutzt. {_help(arguments)}"


def _help(arguments: Sequence[str]) -> str:
    return f"Hilfe: {' '.join(part for part in ('python -m bot', _command(arguments), '--help') if part)}"


def _call(arguments: Sequence[str]) -> str:
    """Return how the command is called."""
    command = _command(arguments)
    return " ".join(("python -m bot", command, *ARGUMENTS.get(command, ())))


def _command(arguments: Sequence[str]) -> str:
    return next((word for word in arguments if word in COMMANDS), "")
