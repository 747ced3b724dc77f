"""Unanswered questions and counts in a database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import blake2b

from bot.language.fold import folded_words
from bot.store.questions import Question, Tally
from bot.store.sql.engine import Engine, Row


class SqlQuestions:
    """See `bot.store.questions.Questions`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def keep(self, asked: Sequence[Question], tallies: Sequence[Tally]) -> None:
        """Add to what is kept."""
        async with self._engine.transaction() as session:
            for each in sorted(asked, key=lambda one: (one.question, one.reason)):
                await session.rows(
                    "keep_question",
                    question=each.question,
                    language=each.language,
                    reason=each.reason,
                    day=each.day.isoformat(),
                    times=each.times,
                    fingerprint=fingerprint(each.question),
                )
            for tally in tallies:
                await session.do(
                    "add_tally", day=tally.day.isoformat(), kind=tally.kind, what=tally.what, times=tally.times
                )

    async def open(self) -> tuple[Question, ...]:
        """Return what waits for staff."""
        return tuple(map(_question_of, await self._engine.rows("open_questions")))

    async def settle(self, numbers: Sequence[int], today: date) -> int:
        """Let go of these, and remember their fingerprints."""
        found = 0
        async with self._engine.transaction() as session:
            for number in numbers:
                for row in await session.rows("settle_question", number=number):
                    found += 1
                    await session.do("note_settled", fingerprint=fingerprint(row[0]), day=today.isoformat())
                    await session.do("delete_same_question", question=row[0])
        await self._engine.tidy()
        return found

    async def tallies(self, since: date, until: date) -> tuple[Tally, ...]:
        """Return what was counted."""
        rows = await self._engine.rows("tallies_between", since=since.isoformat(), until=until.isoformat())
        return tuple(Tally(date.fromisoformat(day), kind, what, int(times)) for day, kind, what, times in rows)


def fingerprint(question: str) -> str:
    """Return what a settled question is known by: a digest (BLAKE2b, 128 bits) of its words in any order."""
    return blake2b(" ".join(sorted(set(folded_words(question)))).encode(), digest_size=16).hexdigest()


def _question_of(row: Row) -> Question:
    question, language, reason, day, times, number = row
    return Question(question, language, reason, date.fromisoformat(day), int(times), int(number))
