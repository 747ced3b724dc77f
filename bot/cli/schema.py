"""`schema`: writes what editors complete and explain with."""

from __future__ import annotations

from pathlib import Path

from bot.cli.mistakes import WrongCall
from bot.workshop.schemas import write_schemas


def write_schemas_here(folder: str) -> None:
    """Write the schema of every kind of file into *folder*."""
    try:
        count = write_schemas(Path(folder))
    except OSError:
        raise WrongCall(f"In {folder} lässt sich nicht schreiben.") from None
    print(f"Geschrieben: {count} Schemata in {folder}")
