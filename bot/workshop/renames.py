"""Files that got another name: links and buttons people still have lead nowhere unless the old id is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from bot.knowledge import Knowledge, Problem
from bot.knowledge.problems import TOP
from bot.workshop.folders import Folders
from bot.workshop.revisions import gone_files, new_files

_ALIKE = 75  # percent


@dataclass(frozen=True, slots=True)
class Rename:
    """A file that was called ``old`` in the last commit and does not say so."""

    old: str
    file: str
    path: Path

    @property
    def problem(self) -> Problem:
        """What staff see."""
        message = f"Bis jetzt hieß diese Datei «{self.old}»; alte Knöpfe und Links führen so ins Leere."
        return Problem(self.file, *TOP, "warning", message, f"Ergänze formerly: [{self.old}].")


def renames(knowledge: Knowledge, folders: Folders) -> Iterator[Rename]:
    """Yield the files that are new by name and old by content."""
    known = {old for entry in knowledge.entries for old in entry.thing.formerly}
    known |= {entry.file.id for entry in knowledge.entries}
    for folder in (folders.content, folders.intents):
        gone = {name: text for name, text in gone_files(folder).items() if Path(name).stem not in known}
        fresh = {name: folder / name for name in new_files(folder)} if gone else {}
        for name, text in gone.items():
            alike = {path: fuzz.ratio(text, _text(path)) for new, path in fresh.items() if Path(new).parent == Path(name).parent}
            best = max(alike, key=alike.__getitem__, default=None)
            if best and alike[best] >= _ALIKE and (shown := _shown(best, knowledge)):
                yield Rename(Path(name).stem, shown, best)


def _shown(path: Path, knowledge: Knowledge) -> str | None:
    """Return how the file at *path* is called in problems; None where it was not read."""
    alike = (entry.file for entry in knowledge.entries if entry.file.path.name == path.name)
    return next((file.name for file in alike if file.path.samefile(path)), None)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
