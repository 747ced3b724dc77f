"""The help for people in distress: that there is any, and in a simpler register the same facts in short sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from bot.knowledge import Knowledge, Problem
from bot.knowledge.positions import position_of
from bot.knowledge.problems import TOP, Severity
from bot.knowledge.shelves import CRISIS
from bot.model.crisis import CrisisRules
from bot.model.values import base_of, is_register
from bot.workshop.registers import SAME_FACTS, SHORTER, different_facts, long_sentences

_NEEDED = ("kinds", "help")


def lacking_help(knowledge: Knowledge, shown: str) -> Iterator[Problem]:
    """Yield what the file, named as *shown*, must say and does not: without that no bot starts.

    Where something else is wrong with it, that is told already.
    """
    told: Collection[str] = {problem.file for problem in knowledge.problems if problem.severity == "error"}
    for key in _NEEDED if shown not in told else ():
        if not getattr(knowledge.catalogue.crisis, key):
            message = f"«{key}» fehlt oder ist leer, ohne Hilfe für Menschen in Not startet der Bot nicht."
            yield Problem(shown, *TOP, "error", message, "Hole den Abschnitt aus der letzten Fassung zurück.")


def crisis_help_problems(rules: CrisisRules, content_dir: Path) -> Iterator[Problem]:
    """Yield where the help in a register says something else than in its language, or in long sentences."""
    file, shown = content_dir / CRISIS, f"{content_dir.resolve().name}/{CRISIS}"
    said = (*(kind.say for kind in rules.kinds.values()), *(line.text for line in rules.help))
    for prose in said:
        for language in filter(is_register, prose):
            slips = tuple(_slips(prose.get(base_of(language), ""), prose[language]))
            line, column = position_of(file, prose[language]) if slips else TOP
            yield from (Problem(shown, line, column, *slip) for slip in slips)


def _slips(base: str, simpler: str) -> Iterator[tuple[Severity, str, str]]:
    """Yield what is wrong with what is said *simpler*, how badly, and what to do."""
    yield from (("error", message, SAME_FACTS) for message in different_facts(base, simpler))
    yield from (("warning", message, SHORTER) for message in long_sentences(simpler))
