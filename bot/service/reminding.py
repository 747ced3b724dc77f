"""Tells people what they wished to be told: plans what there is to tell, and sends it by day, once, if it is still true."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.answers.dates import local_day
from bot.answers.timing import is_awake, next_waking
from bot.conversation.brain import Brain
from bot.conversation.planning import planned
from bot.model.reply import Reply
from bot.model.topics import Topic
from bot.model.wishes import Tiding, Wish, read_tiding, read_wish
from bot.service.health import StoreHealth
from bot.service.ports import Clock, Pause
from bot.store import ContextStore, Note, Outbox, StoreFailed, Subscription, Subscriptions

EVERY = 20.0
"""Seconds between two looks into the outbox."""
STEADY = 2
"""Looks that go well after the store was away before the dead are looked for: who lives keeps its notes first."""
PLANNED_ANEW = timedelta(hours=1)
AFTER_CRISIS = timedelta(hours=2)
AGAIN = timedelta(minutes=15)
RENEW_EVERY, GRACE = 3.0, 4.0
"""Seconds; how often what is in hand is kept there, and how long a message may go on after we were told to stop."""
AT_ONCE = 5
"""Notes taken in hand together: few, so that none waits there for long."""


class Told(StrEnum):
    """What became of a message that nobody asked for just now."""

    SENT = "sent"
    GONE = "gone"
    """Nobody is there to read it: it is let go until somebody is."""
    REFUSED = "refused"
    """It will never be taken as it is: it is not tried again."""
    LATER = "later"


class Teller(Protocol):
    """A channel that can write to a chat of its own accord."""

    async def __call__(self, chat: str, reply: Reply) -> Told:
        """Send *reply* to *chat*."""
        ...


class Shelf(Protocol):
    """The parts of a store that reminders need."""

    @property
    def subscriptions(self) -> Subscriptions:
        """Who wants to hear of what."""
        ...

    @property
    def outbox(self) -> Outbox:
        """What is to be sent."""
        ...

    @property
    def contexts(self) -> ContextStore:
        """What is remembered of each chat."""
        ...


@dataclass(slots=True)
class Reminders:
    """Runs beside the turns, in every process: the outbox gives each note to one of them."""

    shelf: Shelf
    brain: Callable[[], Brain]
    tell: Teller
    clock: Clock
    pause: Pause
    health: StoreHealth
    _planned: tuple[str, datetime] | None = None
    _steady: int = STEADY

    async def run(self) -> None:
        """Plan and send until cancelled, but for the time in which the store cannot be reached."""
        while True:
            await self.health.until_store_works()
            try:
                await self.step()
            except StoreFailed:
                self.health.store_failed("remind")
                self._steady = 0
            await self.pause(EVERY)

    async def step(self) -> None:
        """Do what there is to do now. Raises `StoreFailed`."""
        brain, now = self.brain(), self.clock()
        if self._must_plan(brain, now):
            await self.plan(brain, now)
            self._planned = brain.version, now
        if self._steady >= STEADY:
            await self.shelf.outbox.free_overdue()
        self._steady += 1
        while is_awake(self.clock()):
            notes = await self.shelf.outbox.claim(self.clock(), AT_ONCE)
            for note in notes:
                await self._deliver(note)
            if not notes:
                return

    def _must_plan(self, brain: Brain, now: datetime) -> bool:
        """Staff changed something, or some time has passed, forwards or (a clock that was put right) backwards."""
        if self._planned is None:
            return True
        version, moment = self._planned
        return version != brain.version or abs(now - moment) >= PLANNED_ANEW

    async def plan(self, brain: Brain, now: datetime) -> None:
        """Plan what is to be told of every topic, and end reminders of dates that are over."""
        subscriptions, outbox = self.shelf.subscriptions, self.shelf.outbox
        for topic in await self._topics(brain):
            plan = planned(topic, await subscriptions.to_topic(topic.id), await outbox.told(topic.id), now)
            await outbox.plan(plan.notes)
            for each in plan.over:
                await subscriptions.end(each.chat, each.topic, run=each.run)

    async def _topics(self, brain: Brain) -> tuple[Topic, ...]:
        """Return what there may be something to tell of, each under one name: two would be told of twice."""
        found: dict[str, Topic] = {}
        for name in await self.shelf.subscriptions.topics():
            topic = brain.catalogue.topic(name)
            if topic is None:
                # Left out for a slip, perhaps: nobody's wish ends for that.
                continue
            if name != topic.id:
                await self.shelf.subscriptions.renamed(name, topic.id)
            found[topic.id] = topic
        return tuple(found.values())

    async def _deliver(self, note: Note) -> None:
        outbox, now = self.shelf.outbox, self.clock()
        await outbox.renew()
        context = await self.shelf.contexts.load(note.chat)
        if context is not None and context.crisis and now - context.touched < AFTER_CRISIS:
            await outbox.put_back(note, next_waking(context.touched + AFTER_CRISIS))
            return
        if self.brain().catalogue.topic(note.topic) is None:
            # Left out for a slip, or renamed by a process that knows more than we do.
            await outbox.put_back(note, next_waking(now + AGAIN))
            return
        reply = self._reply(note, await self.shelf.subscriptions.of_chat(note.chat), now)
        if reply is None:
            await outbox.drop(note)
            return
        await self._at_ease(self._send(note, reply))

    async def _at_ease(self, sending: Coroutine[object, object, None]) -> None:
        """Let a message that is under way get through, and its note be written, though we are told to stop."""
        task = asyncio.create_task(sending)
        try:
            while not task.done():
                await asyncio.wait({task}, timeout=RENEW_EVERY)
                with suppress(StoreFailed):
                    await self.shelf.outbox.renew()
            task.result()
        except asyncio.CancelledError:
            await asyncio.wait({task}, timeout=GRACE)
            raise
        finally:
            task.cancel()

    def _reply(self, note: Note, kept: tuple[Subscription, ...], now: datetime) -> Reply | None:
        """Return the words of the moment; None for what is no longer true, or no longer wished."""
        tiding, catalogue = read_tiding(note.topic, note.run, note.kind), self.brain().catalogue
        if tiding is None or now >= note.until:
            return None
        wishes = (read_wish(each.topic, each.run, each.kind) for each in kept)
        # Either may still be kept under a name the topic had.
        about = [wish for wish in wishes if wish and catalogue.topic(wish.topic) == catalogue.topic(tiding.topic)]
        return self.brain().composer.tell(tiding, note.language, local_day(now)) if _is_wished(tiding, about) else None

    async def _send(self, note: Note, reply: Reply) -> None:
        outbox = self.shelf.outbox
        match await self.tell(note.chat, reply):
            case Told.SENT | Told.REFUSED:
                await self._settle(note)
            case Told.GONE:
                await outbox.drop(note)
            case Told.LATER:
                await outbox.put_back(note, next_waking(self.clock() + AGAIN))

    async def _settle(self, note: Note) -> None:
        """What got through must not be sent again because nobody could write it down at once."""
        while True:
            try:
                await self.shelf.outbox.sent(note, self.clock())
            except StoreFailed:
                self.health.store_failed("note_was_sent")
                await self.health.until_store_works()
            else:
                return


def _is_wished(tiding: Tiding, about: Sequence[Wish]) -> bool:
    if tiding.is_news:
        return any(wish.lead is None or wish.run == tiding.run for wish in about)
    return any(wish.lead == tiding.lead and wish.run == tiding.run for wish in about)
