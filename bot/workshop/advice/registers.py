"""The texts of one file that are there in a simpler register too: same facts, short sentences."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge import Entry
from bot.knowledge.problems import Flaw, Loc, Wording
from bot.model.values import LANGUAGE_KEY, base_of, is_register
from bot.workshop.registers import SAME_FACTS, SHORTER, different_facts, long_sentences


def register_advice(entry: Entry) -> Iterator[Flaw]:
    """Yield where a register says something else than its language, or says it in long sentences."""
    for loc, value in entry.inside.mappings:
        registers = [key for key in value if is_register(key) and LANGUAGE_KEY.match(key)]
        for key in registers:
            yield from _flaws((*loc, key), value.get(base_of(key)), value[key])


def _flaws(loc: Loc, text: object, simpler: object) -> Iterator[Flaw]:
    if not isinstance(text, str) or not isinstance(simpler, str):
        return
    for message in different_facts(text, simpler):
        yield Flaw(loc, Wording(message, SAME_FACTS))
    for message in long_sentences(simpler):
        yield Flaw(loc, Wording(message, SHORTER), "warning")
