"""Good advice about files that can be read: what will be misread, mistrusted or out of date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.knowledge import Entry, Knowledge, Problem
from bot.knowledge.problems import Flaw
from bot.model.catalogue import Catalogue
from bot.workshop.advice.addresses import address_advice, known_secure
from bot.workshop.advice.marks import mark_advice
from bot.workshop.advice.prose import prose_advice
from bot.workshop.advice.questions import question_advice
from bot.workshop.advice.registers import register_advice
from bot.workshop.advice.sourcing import Backing, sourcing_advice
from bot.workshop.advice.steps import step_advice
from bot.workshop.advice.ties import tie_advice
from bot.workshop.advice.truth import closed_registrations, truth_advice


@dataclass(frozen=True)
class Surroundings:
    """What one file is held against: all that is known, the day, and the hosts known to speak https."""

    catalogue: Catalogue
    today: date
    secure: frozenset[str] = frozenset()

    @cached_property
    def closed(self) -> Mapping[str, date]:
        """The pages where one can no longer register."""
        return closed_registrations(self.catalogue, self.today)

    @cached_property
    def backing(self) -> Backing:
        """What the entries state."""
        return Backing(self.catalogue)


def advise(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    """Yield what staff should know about their files on the day *today*."""
    around = Surroundings(knowledge.catalogue, today, known_secure(knowledge.entries))
    for entry in knowledge.entries:
        yield from map(entry.problem, _advice(entry, around))
        yield from mark_advice(entry)
    yield from tie_advice(knowledge)
    yield from question_advice(knowledge)


def entry_errors(entry: Entry, around: Surroundings) -> Iterator[Problem]:
    """Yield what is an error in one file, held against what is *around* it."""
    yield from (entry.problem(flaw) for flaw in _advice(entry, around) if flaw.severity == "error")


def _advice(entry: Entry, around: Surroundings) -> Iterator[Flaw]:
    """Yield what is odd about one file."""
    yield from (*prose_advice(entry), *step_advice(entry), *register_advice(entry))
    yield from (*address_advice(entry, around.secure), *truth_advice(entry, around.today, around.closed))
    yield from sourcing_advice(entry, around.backing)
