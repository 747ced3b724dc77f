"""The two folders that staff edit, and how they are called in problems."""

from __future__ import annotations

from dataclasses import dataclass
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

    def path_of(self, file: str) -> Path:
        """Return where the *file* of a problem is."""
        folder, _, rest = file.partition("/")
        inside = self.content / rest
        return inside if folder == self.content_name and inside.exists() else self.intents / rest
