"""Puts right whatever is safe in both folders."""

from __future__ import annotations

from datetime import date

from bot.workshop.check import Checked, check
from bot.workshop.editing import add_to_list
from bot.workshop.fixing import Fixed, fix
from bot.workshop.folders import Folders
from bot.workshop.renames import Rename


def repair(folders: Folders, today: date) -> tuple[Fixed, ...]:
    """Put right what is safe, and return what was changed.

    A file says more once it can be read, so this is repeated. Raises what `check` raises, and `NotWritten`.
    """
    done: tuple[Fixed, ...] = ()
    while fixed := _repaired(check(folders, today), folders):
        done = (*done, *fixed)
    return done


def _repaired(checked: Checked, folders: Folders) -> tuple[Fixed, ...]:
    kept = (_keep(rename) for rename in checked.renames)
    return (*fix(checked.problems, folders), *(fixed for fixed in kept if fixed))


def _keep(rename: Rename) -> Fixed | None:
    """Write the old id into the file; None where it stands there already."""
    added = add_to_list(rename.path, ("formerly",), rename.old)
    return Fixed(rename.file, 1, rename.old, rename.path.stem) if added else None
