"""Two small folders to break, and what the reader says about them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.knowledge import Knowledge, Problem, read

OFFER = """\
title: {de: Kurs, en: Course}
type: advice
sources:
  page: {title: Seite, url: https://example.org, read: 2026-11-21}
"""
INTENT = """\
title: {de: Worum geht es?, en: What is it?}
examples:
  de: [eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn]
answer: {show: [overview]}
"""
GOOD = {
    "content/crisis.yaml": "kinds: {}\n",
    "content/offers/kurs.yaml": OFFER,
    "content/places/cottbus.yaml": "title: Cottbus\ntype: town\nwhere: in Cottbus\n",
    "content/themes/energy.yaml": "title: {de: Energie, en: Energy}\n",
    "intents/overview.yaml": INTENT,
    "intents/hello.yaml": INTENT.replace("show: [overview]", "text: {de: Hallo., en: Hello.}"),
    "intents/cost.yaml": INTENT.replace("show: [overview]", "facet: true").replace("Worum geht es?", "Welche Kosten?"),
}


@dataclass(frozen=True)
class Folders:
    """A content and an intents folder with a few good files in it."""

    root: Path

    def write(self, name: str, text: str | bytes) -> Folders:
        """Put one file in, or replace it."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self

    def read(self) -> Knowledge:
        """Read both folders."""
        return read(self.root / "content", self.root / "intents")

    def sentences(self, name: str) -> list[str]:
        """Return ``line:column sentence`` for each problem of one file."""
        return [sentence(problem) for problem in self.read().problems if problem.file == name]

    def told(self, start: str = "") -> list[str]:
        """Return what staff see about the files whose name begins with *start*."""
        return [str(problem) for problem in self.read().problems if problem.file.startswith(start)]


def sentence(problem: Problem) -> str:
    """Return place and sentence in one line."""
    return f"{problem.line}:{problem.column} {problem.message} {problem.suggestion}".rstrip()


def good_folders(root: Path) -> Folders:
    """Return folders in which nothing is wrong."""
    folders = Folders(root)
    for name, text in GOOD.items():
        folders.write(name, text)
    return folders
