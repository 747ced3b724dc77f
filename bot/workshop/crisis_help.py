"""The help for people in distress in a simpler register: the same facts, in short sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.knowledge import Problem
from bot.knowledge.positions import position_of
from bot.knowledge.problems import TOP, Severity
from bot.knowledge.shelves import CRISIS
from bot.model.crisis import CrisisRules
from bot.model.values import base_of, is_register
from bot.workshop.registers import SAME_FACTS, SHORTER, different_facts, long_sentences


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
