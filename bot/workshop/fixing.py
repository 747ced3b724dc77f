"""Puts right what can be put right without asking. Around a value that is replaced a file stays as it was, byte for byte."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.knowledge import Problem
from bot.knowledge.files import LINE_BREAK
from bot.workshop.check import Checked, check
from bot.workshop.editing import add_to_list
from bot.workshop.folders import Folders
from bot.workshop.renames import Rename
from bot.workshop.writing import rewrite

_QUOTES = ("", '"', "'")


@dataclass(frozen=True, slots=True)
class Fixed:
    """One place that was put right."""

    file: str
    line: int
    old: str
    new: str

    def __str__(self) -> str:
        """Return what staff see."""
        told = f"«{self.old}» heißt jetzt «{self.new}»." if self.new else "Ein unsichtbares Zeichen ist gelöscht."
        return f"{self.file}:{self.line}  berichtigt\n  {told}"


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


def fix(problems: Iterable[Problem], folders: Folders) -> tuple[Fixed, ...]:
    """Write what *problems* safely suggest; returns what was changed.

    A place that no longer says what the problem saw, or a file that cannot be written, is left alone.
    """
    by_file: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.fix:
            by_file[problem.file].append(problem)
    return tuple(fixed for file, some in sorted(by_file.items()) for fixed in _fix_file(folders.path_of(file), some))


def _fix_file(path: Path, problems: list[Problem]) -> tuple[Fixed, ...]:
    try:
        text = path.read_bytes().decode()
        changed, done = _replaced(text, problems)
        if done:
            rewrite(path, changed.encode())
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(reversed(done))


def _replaced(text: str, problems: list[Problem]) -> tuple[str, list[Fixed]]:
    """Return *text* with the places replaced, from the last to the first so that the others keep their place."""
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]
    done = []
    for problem in sorted(problems, key=lambda each: (each.line, each.column), reverse=True):
        at = starts[problem.line - 1] + problem.column - 1 if problem.line <= len(starts) else len(text)
        for begin in _standing_at(text, at, problem):
            old, new = problem.fix or ("", "")
            text = text[:begin] + new + text[begin + len(old) :]
            done.append(Fixed(problem.file, problem.line, old, new))
    return text, done


def _standing_at(text: str, at: int, problem: Problem) -> Iterator[int]:
    """Yield where the old value begins, behind its quote where it has one; nothing where it is not there."""
    old = problem.fix.old if problem.fix else ""
    begins = (at + len(quote) for quote in _QUOTES if text.startswith(quote + old, at))
    if (begin := next(begins, None)) is not None:
        yield begin
