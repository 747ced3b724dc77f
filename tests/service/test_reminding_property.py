"""Reminders over crashes and jumping clocks: none lost, and doubled only where a crash fell between sending and noting it."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.timing import is_awake
from bot.conversation.wishing import WishBook
from bot.model.moves import MakeWish
from bot.model.reply import Reply
from bot.model.topics import Offer
from bot.service.reminding import Reminders, Told
from bot.store import Note
from tests.builders import a_composer, a_run, an_offer
from tests.conversation.world import the_brain
from tests.service.memory import MemoryOutbox, MemoryShelf
from tests.service.support import SoonWell

BERLIN = ZoneInfo("Europe/Berlin")
CHANGES = (date(2027, 3, 28), date(2027, 10, 31))
"""The nights in which the clocks go forward and back."""
CHATS, COURSES, WISHES = 60, 6, 4
EXAMPLES, LEAST = 12, 850
"""Together at least ten thousand reminders."""
BACK = timedelta(hours=3)
"""How far a clock is put back at most."""


class Crash(Exception):
    """The process is gone, wherever it was."""


@dataclass
class Fragile(MemoryOutbox):
    """An outbox whose process may die around any write."""

    dice: Random = field(default_factory=Random)
    unnoted: Counter[str] = field(default_factory=Counter)

    async def claim(self, now: datetime, most: int) -> tuple[Note, ...]:
        """Take notes in hand, and perhaps die with them."""
        notes = await super().claim(now, most)
        self.live_or_die()
        return notes

    async def sent(self, note: Note, now: datetime) -> bool:
        """Note it, unless the process dies before."""
        try:
            self.live_or_die()
        except Crash:
            self.unnoted[note.once] += 1
            raise
        done = await super().sent(note, now)
        self.live_or_die()
        return done

    def live_or_die(self) -> None:
        """Die now and then."""
        if self.dice.random() < 0.01:
            raise Crash


class Watched(Reminders):
    """Writes down what is said, and when."""

    said: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    async def _send(self, note: Note, reply: Reply) -> None:
        now = self.clock()
        if not (is_awake(now) and note.due <= now < note.until):
            self.wrong += (f"{note.once} at {now}",)
        self.said += (note.once,)
        await super()._send(note, reply)


class Life:
    """Four weeks of a bot around a change of clocks."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        change = dice.choice(CHANGES)
        self.now = datetime.combine(change - timedelta(days=14), time(6), BERLIN)
        self.end = datetime.combine(change + timedelta(days=14), time(6), BERLIN)
        self.outbox = Fragile(dice=dice)
        self.shelf = MemoryShelf(self.outbox)
        composer = a_composer(*(self._course(number, change) for number in range(COURSES)))
        self.brain = replace(the_brain(), composer=composer, catalogue=composer.catalogue)
        self.said: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.looks: list[datetime] = []

    def _course(self, number: int, change: date) -> Offer:
        start = change + timedelta(days=self.dice.randint(-4, 12))
        deadline = start - timedelta(days=self.dice.randint(1, 3))
        hour = self.dice.choice(("02:30", "9:00", "18:00"))
        run = a_run(start.isoformat(), id="lauf", deadline=deadline.isoformat(), time=hour, registration="https://example.org/a")
        return an_offer(f"kurs-{number}", runs=[run])

    async def wish(self) -> dict[str, Note]:
        """Let every chat tap the bell of some courses; returns what must be told."""
        book = WishBook(self.shelf.subscriptions, self.outbox)
        for chat in range(CHATS):
            for course in self.dice.sample(range(COURSES), WISHES):
                await book.carry_out(MakeWish(f"kurs-{course}"), f"chat-{chat}", "de", self.brain.catalogue, self.now)
        return dict(self.outbox.notes)

    async def live(self) -> None:
        """Look into the outbox at odd moments, die now and then, begin anew."""
        while self.now < self.end:
            process = Watched(self.shelf, lambda: self.brain, _tell, lambda: self.now, asyncio.sleep, SoonWell())
            self.outbox.crash()
            try:
                await self._work(process)
            except Crash:
                self.now += self._pass_time()
            self.said.update(process.said)
            self.wrong += process.wrong

    async def _work(self, process: Watched) -> None:
        while self.now < self.end:
            await process.step()
            self.looks.append(self.now)
            # Retention; a clock that is put back later must not find more gone than it should.
            self.outbox.let_go(self.now - BACK)
            self.now += self._pass_time()

    def _pass_time(self) -> timedelta:
        kind = self.dice.random()
        if kind < 0.05:
            return -self.dice.random() * BACK
        if kind < 0.1:
            return timedelta(hours=self.dice.randint(12, 40))
        return timedelta(minutes=self.dice.randint(5, 480))

    def must_be_told(self, note: Note) -> bool:
        """Tell whether somebody looked while the note could be sent."""
        return any(is_awake(look) and note.due <= look < note.until for look in self.looks)


async def _tell(chat: str, reply: Reply) -> Told:
    """Be a channel that always gets through."""
    assert chat.startswith("chat-")
    assert reply.blocks
    return Told.SENT


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_no_reminder_is_lost_and_none_doubled_without_need(seed: int) -> None:
    """Whenever the process dies and the clock jumps, on both days the clocks change: told by day, in time, once."""
    life = Life(Random(seed))

    async def all_of_it() -> dict[str, Note]:
        notes = await life.wish()
        await life.live()
        return notes

    notes = asyncio.run(all_of_it())
    expected = [once for once, note in notes.items() if life.must_be_told(note)]

    assert len(notes) >= LEAST
    assert life.wrong == []
    assert [once for once in expected if not life.said[once]] == []
    assert {once: times for once, times in life.said.items() if times > 1 + life.outbox.unnoted[once]} == {}
    assert set(life.said) <= set(notes)
