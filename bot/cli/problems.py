"""Problems as people, programs or GitHub read them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Literal

from bot.cli.mistakes import WrongCall
from bot.knowledge import Problem

Style = Literal["text", "json", "github"]
ERRORS = 1
_ESCAPED = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))


def errors_in(problems: Iterable[Problem]) -> int:
    """Count the errors."""
    return sum(problem.severity == "error" for problem in problems)


def counts(problems: tuple[Problem, ...]) -> str:
    """Return "2 Fehler und 1 Warnung"."""
    errors = errors_in(problems)
    warnings = len(problems) - errors
    return f"{errors} Fehler und {warnings} {'Warnung' if warnings == 1 else 'Warnungen'}"


def style_of(*, json: bool, github: bool) -> Style:
    """Return the style that was asked for; raises `WrongCall` where two were."""
    if json and github:
        raise WrongCall("Entweder --json oder --github, beides zusammen geht nicht.")
    return "json" if json else "github" if github else "text"


def report(problems: tuple[Problem, ...], style: Style, checked: str, numbers: Mapping[str, object], also: str = "") -> int:
    """Print *problems* and what was *checked*, in words or *numbers*; returns 1 where there are errors."""
    if style == "json":
        found = [_plain(problem) for problem in problems]
        errors = errors_in(problems)
        summary = {"errors": errors, "warnings": len(problems) - errors, **numbers}
        print(json.dumps({"problems": found, **summary}, ensure_ascii=False))
    else:
        for problem in problems:
            print(annotation(problem) if style == "github" else problem)
        parts = (f"Geprüft: {checked}.", f"{counts(problems)}.", also)
        print(" ".join(part for part in parts if part))
    return ERRORS if errors_in(problems) else 0


def annotation(problem: Problem) -> str:
    """Return the line by which GitHub shows a problem at its place in a change."""
    place = f"file={_escaped(problem.file, inside=True)},line={problem.line},col={problem.column}"
    return f"::{problem.severity} {place}::{_escaped(f'{problem.message} {problem.suggestion}'.strip())}"


def _escaped(text: str, *, inside: bool = False) -> str:
    for sign, code in (*_ESCAPED, *((":", "%3A"), (",", "%2C")) * inside):
        text = text.replace(sign, code)
    return text


def _plain(problem: Problem) -> dict[str, object]:
    return {key: value for key, value in asdict(problem).items() if key != "fix"}
