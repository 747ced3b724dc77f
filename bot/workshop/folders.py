"""The two folders that staff edit, and how they are called in problems."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """Where content and intents are, and how staff see these folders."""

    content: Path
    intents: Path

    @property
    def content_name(self) -> str:
        """The name of the content folder."""
        return self.content.resolve().name

    @property
    def intents_name(self) -> str:
        """The name of the intents folder."""
        return self.intents.resolve().name

    def fingerprint(self) -> str:
        """Return a hash over the names and bytes of all files in both folders."""
        total = sha256()
        for folder in (self.content, self.intents):
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                raw = _bytes(path)
                total.update(f"{path.relative_to(folder).as_posix()}\0{len(raw)}\0".encode(errors="replace"))
                total.update(raw)
        return total.hexdigest()

    def path_of(self, file: str) -> Path:
        """Return where the *file* of a problem is."""
        folder, _, rest = file.partition("/")
        inside = self.content / rest
        return inside if folder == self.content_name and inside.exists() else self.intents / rest


def _bytes(path: Path) -> bytes:
    """Return what a file holds; nothing where it cannot be read, whoever reads it for good says so."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
