"""Replaces what a file of staff holds: whole, or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def rewrite(path: Path, raw: bytes) -> None:
    """Let the file at *path* hold *raw*; a full disk, Ctrl-C or a power cut leaves it as it was.

    Raises OSError where it cannot be written.
    """
    file = path.resolve()  # of a link, what it leads to
    if not os.access(file, os.W_OK):
        raise PermissionError(file)
    beside = file.with_name(f".{file.name}.neu")  # hidden: nobody reads it
    try:
        with beside.open("wb") as written:
            written.write(raw)
            written.flush()
            os.fsync(written.fileno())
        shutil.copymode(file, beside)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
