"""Good advice about files that can be read: what will be misread, mistrusted or out of date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
        yield from map(entry.problem, _advice(entry, secure, today, closed))
        yield from mark_advice(entry)
    yield from tie_advice(knowledge)
    yield from question_advice(knowledge)


def entry_errors(entry: Entry, today: date, closed: Mapping[str, date]) -> Iterator[Problem]:
    """Yield what is an error in one file on the day *today*; *closed* are the pages where one can no longer register."""
    flaws = _advice(entry, frozenset(), today, closed)
    yield from (entry.problem(flaw) for flaw in flaws if flaw.severity == "error")


def _advice(entry: Entry, secure: frozenset[str], today: date, closed: Mapping[str, date]) -> Iterator[Flaw]:
    """Yield what one file alone shows; *secure* are hosts known to speak https."""
    yield from (*prose_advice(entry), *step_advice(entry), *register_advice(entry))
    yield from (*address_advice(entry, secure), *truth_advice(entry, today, closed))
