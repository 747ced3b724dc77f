"""A file of questions with the intents they mean, for `evaluate`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.cli.jsonl import BadLine, fields_of, lines_of, text_in
from bot.cli.mistakes import WrongCall
from bot.knowledge import Problem


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of the file: a question with its ``wanted`` intent (None: it belongs to none), or its ``problem``."""

    id: object
    line: int
    question: str = ""
    wanted: str | None = None
    problem: Problem | None = None


def read_questions(path: Path) -> Sequence[Asked]:
    """Return the lines of *path*, blank ones left out; raises `WrongCall` where there is nothing to ask."""
    try:
        with path.open("rb") as stream:
            found = tuple(_asked(path, raw, number) for number, raw in enumerate(lines_of(stream), 1) if raw.strip())
    except OSError:
        raise WrongCall(f"Die Datei mit den Fragen lässt sich nicht öffnen: {path}.") from None
    if all(each.problem for each in found):
        raise WrongCall(f"In {path} steht keine Frage.", tuple(str(each.problem) for each in found[:1]))
    return found


def _asked(path: Path, raw: bytes, number: int) -> Asked:
    try:
        return _question(raw, number)
    except BadLine as bad:
        return Asked(bad.id, number, problem=Problem(path.as_posix(), number, 1, "error", str(bad)))


def _question(raw: bytes, number: int) -> Asked:
    fields = fields_of(raw)
    identifier = fields.get("id")
    question = text_in(fields, "question")
    if question is None:
        raise BadLine("Die Zeile braucht question.", identifier)
    return Asked(identifier, number, question, text_in(fields, "intent"))
