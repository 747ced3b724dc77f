"""Files that a command was told to write."""

from __future__ import annotations

from pathlib import Path

from bot.cli.mistakes import WrongCall


def write_out(path: Path, content: str | bytes) -> None:
    """Write *content* to *path*, texts in UTF-8, and say so; raises `WrongCall` where that cannot be."""
    try:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError:
        raise WrongCall(f"{path} lässt sich nicht schreiben.") from None
    print(f"Geschrieben: {path}")
