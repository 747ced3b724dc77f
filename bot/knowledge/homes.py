"""In which folder a file belongs that lies in another one."""

from __future__ import annotations

from bot.knowledge.fields import keys_of
from bot.knowledge.problems import listed
from bot.model.topics import TOPIC_CLASSES


def folder_with(key: str) -> str:
    """Return where a file belongs that has a key only entries of another folder have; empty where none has it."""
    folders = [each.folder for each in TOPIC_CLASSES if key in keys_of(each)]
    return f"Gehört die Datei in den Ordner {listed(folders, 'oder')}? Dann verschiebe sie." if folders else ""
