"""Writes into YAML files of staff: comments and layout stay. The only door to ruamel."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from bot.errors import BotError
from bot.workshop.writing import rewrite

_WIDE = 4_096


class NotWritten(BotError):
    """A file could not be changed; it is as it was."""


def add_to_list(path: Path, way: Sequence[str], text: str) -> bool:
    """Add *text* to the list at *way* (keys from the top), which is made where it is missing.

    Returns whether anything changed: what is there already is not added again. Raises `NotWritten`.
    """
    yaml = _yaml()
    try:
        root = yaml.load(path.read_text(encoding="utf-8"))
        if not _added(root, way, text):
            return False
        written = io.StringIO()
        yaml.dump(root, written)
        rewrite(path, written.getvalue().encode())
    except OSError:
        raise NotWritten(f"{path} lässt sich nicht schreiben.") from None
    except (YAMLError, UnicodeDecodeError, AttributeError, TypeError):
        # Anything but keys with lists below them: what is wrong with the file, `check` can say better.
        raise NotWritten(f"In {path.name} ist ein Fehler, so kommt nichts dazu. Welcher, sagt: python -m bot check") from None
    return True


def _added(root: CommentedMap, way: Sequence[str], text: str) -> bool:
    *above, key = way
    for step in above:
        root = root.setdefault(step, CommentedMap())
    present = root.get(key)
    if isinstance(present, str):
        root[key] = present = CommentedSeq([present])
    if present is None:
        root[key] = present = CommentedSeq()
        present.fa.set_flow_style()
    if text in present:
        return False
    present.append(text)
    return True


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
