"""What git knows about the folders: earlier states of them, and files that went away. The only door to git."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Mapping
from pathlib import Path

from bot.errors import BotError

_PATIENCE = 20  # seconds


class NoRevision(BotError):
    """Git does not know a state of the folders by this name."""


def gone_files(folder: Path) -> Mapping[str, str]:
    """Return the files of *folder* that the last commit has and the folder has no more: path inside it → text.

    Nothing where the folder is not under git.
    """
    names = _names(folder, "diff", "--name-only", "--no-renames", "--diff-filter=D", "--relative", "-z", "HEAD", ".")
    texts = {name: _git(folder, "show", f"HEAD:./{name}") for name in names if not (folder / name).exists()}
    return {name: text.decode(errors="replace") for name, text in texts.items() if text is not None}


def new_files(folder: Path) -> tuple[str, ...]:
    """Return the YAML files of *folder* that the last commit does not have, by their paths inside it."""
    untracked = _names(folder, "ls-files", "--others", "--exclude-standard", "-z", ".")
    added = _names(folder, "diff", "--name-only", "--no-renames", "--diff-filter=A", "--relative", "-z", "HEAD", ".")
    return tuple(sorted({*untracked, *added}))


def earlier_texts(folder: Path) -> Mapping[str, str]:
    """Return what the YAML files of *folder* that are otherwise now said in the last commit: path inside it → text.

    Of a new file that is nothing; where the folder is not under git, no file is otherwise.
    """
    changed = _names(folder, "diff", "--name-only", "--no-renames", "--diff-filter=M", "--relative", "-z", "HEAD", ".")
    texts = {name: (_git(folder, "show", f"HEAD:./{name}") or b"").decode(errors="replace") for name in changed}
    return {**texts, **dict.fromkeys(new_files(folder), "")}


def unpack(revision: str, folder: Path, into: Path) -> None:
    """Put *folder* as it was at a git *revision* into an empty folder.

    Raises `NoRevision` where git has none by that name.
    """
    packed = _git(folder, "archive", "--format=tar", revision, ".")
    if packed is None:
        raise NoRevision(f"Einen Stand «{revision}» kennt git hier nicht, und einen Ordner dieses Namens gibt es nicht.")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(into, filter="data")


def _names(folder: Path, *arguments: str) -> tuple[str, ...]:
    listed = (_git(folder, *arguments) or b"").decode(errors="replace").split("\0")
    return tuple(name for name in listed if name.endswith(".yaml"))


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Return what git says in *folder*; None where it is not there, refuses or takes too long."""
    command = ("git", "-C", str(folder), *arguments)
    try:
        return subprocess.run(command, capture_output=True, check=True, timeout=_PATIENCE).stdout  # noqa: S603 - no shell
    except (OSError, subprocess.SubprocessError):
        return None
