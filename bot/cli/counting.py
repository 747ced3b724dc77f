"""How many problems there are, in words."""

from __future__ import annotations

from collections.abc import Iterable

from bot.knowledge import Problem


def errors_in(problems: Iterable[Problem]) -> int:
    """Count the errors."""
    return sum(problem.severity == "error" for problem in problems)


def counts(problems: tuple[Problem, ...]) -> str:
    """Return "2 Fehler und 1 Warnung"."""
    errors = errors_in(problems)
    warnings = len(problems) - errors
    return f"{errors} Fehler und {warnings} {'Warnung' if warnings == 1 else 'Warnungen'}"
