"""Good advice about files that can be read: what will be misread, mistrusted or out of date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.knowledge import Entry, Knowledge, Problem
from bot.knowledge.problems import Flaw
from bot.workshop.advice.addresses import address_advice, known_secure
from bot.workshop.advice.marks import mark_advice
from bot.workshop.advice.prose import prose_advice
from bot.workshop.advice.questions import question_advice
from bot.workshop.advice.registers import register_advice
from bot.workshop.advice.steps import step_advice
from bot.workshop.advice.ties import tie_advice
from bot.workshop.advice.truth import closed_registrations, truth_advice


def advise(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    """Yield what staff should know about their files on the day *today*."""
    secure = known_secure(knowledge.entries)
    closed = closed_registrations(knowledge.catalogue, today)
    for entry in knowledge.entries:
        yield from map(entry.problem, (*_lasting(entry, secure), *truth_advice(entry, today, closed)))
        yield from mark_advice(entry)
    yield from tie_advice(knowledge)
    yield from question_advice(knowledge)


def entry_errors(entry: Entry) -> Iterator[Problem]:
    """Yield what is an error in one file whatever day it is."""
    flaws = _lasting(entry, frozenset())
    yield from (entry.problem(flaw) for flaw in flaws if flaw.severity == "error")


def _lasting(entry: Entry, secure: frozenset[str]) -> tuple[Flaw, ...]:
    """Return what does not depend on the day; *secure* are hosts known to speak https."""
    sentences = (*prose_advice(entry), *step_advice(entry), *register_advice(entry))
    return (*sentences, *address_advice(entry, secure))
