"""The help texts, in German; typer would say half of them in English."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from bot.cli.names import ARGUMENTS, COMMANDS, ENVIRONMENT

_ABOUT = "Beantwortet Fragen zu Ausbildung, Kursen und Netzwerken in der Lausitz."
_INDENT = "  "


def show_help(ctx: typer.Context, wanted: bool) -> None:
    """Print the help of the command of *ctx* where it is *wanted*, and end."""
    if wanted:
        typer.echo(help_of(ctx))
        raise typer.Exit


def help_of(ctx: typer.Context) -> str:
    """Return the help of the command of *ctx*, or of all commands."""
    name = ctx.info_name or ""
    return _of_command(ctx, name) if ctx.parent and name in COMMANDS else _of_all()


def _of_all() -> str:
    return "\n\n".join(
        (
            "Aufruf: python -m bot BEFEHL [OPTIONEN]",
            _ABOUT,
            _section("Befehle", COMMANDS.items()),
            "Die Optionen eines Befehls: python -m bot BEFEHL --help",
            _section("Umgebung", ENVIRONMENT.items()),
        )
    )


def _of_command(ctx: typer.Context, name: str) -> str:
    options = [
        (" ".join((*param.opts, *([param.metavar] if param.metavar else []))), getattr(param, "help", None) or "")
        for param in ctx.command.params
        if param.param_type_name == "option"
    ]
    head = f"Aufruf: python -m bot {' '.join((name, *ARGUMENTS.get(name, ())))} [OPTIONEN]"
    return "\n\n".join((head, f"{COMMANDS[name]}.", _section("Optionen", options)))


def _section(title: str, rows: Iterable[tuple[str, str]]) -> str:
    pairs = list(rows)
    width = max(len(name) for name, _ in pairs) + 2
    return "\n".join((f"{title}:", *(f"{_INDENT}{name:<{width}}{text}" for name, text in pairs)))
