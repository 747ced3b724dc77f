"""Files that a command was told to write."""

from __future__ import annotations

from pathlib import Path

from bot.cli.mistakes import WrongCall


def write_out(path: Path, content: str | bytes) -> None:
    """Write *content* to *path* as `put_out` does, and say so."""
    print(put_out(path, content))


def put_out(path: Path, content: str | bytes) -> str:
    """Write *content* to *path*, texts in UTF-8, and return what says so; raises `WrongCall` where that cannot be."""
    try:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError:
        raise WrongCall(f"{path} lässt sich nicht schreiben.") from None
    return f"Geschrieben: {path}"
