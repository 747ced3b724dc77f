"""Subscriptions and outbox in memory, by the letter of their protocols; several owners can share one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.store import MemoryStore, Note, Subscription


@dataclass
class MemorySubscriptions:
    """See `bot.store.reminders.Subscriptions`."""

    outbox: MemoryOutbox
    kept: dict[tuple[str, str, str, str], Subscription] = field(default_factory=dict)

    async def add(self, subscription: Subscription, now: datetime) -> bool:
        """Keep it, or give it the new language."""
        key = (subscription.chat, subscription.topic, subscription.run, subscription.kind)
        new = key not in self.kept
        self.kept[key] = subscription
        return new

    async def end(self, chat: str, topic: str, *, run: str = "") -> int:
        """End them, and drop what waits unsent."""
        gone = [key for key in self.kept if key[:3] == (chat, topic, run)]
        for key in gone:
            del self.kept[key]
        self.outbox.forget(chat, topic, run)
        return len(gone)

    async def of_chat(self, chat: str) -> tuple[Subscription, ...]:
        """Return those of one chat."""
        return tuple(each for each in self.kept.values() if each.chat == chat)

    async def to_topic(self, topic: str) -> tuple[Subscription, ...]:
        """Return those about *topic*."""
        return tuple(each for each in self.kept.values() if each.topic == topic)

    async def topics(self) -> tuple[str, ...]:
        """Return all topics anybody wants to hear of, or is told of."""
        told_of = {note.topic for note in self.outbox.notes.values()}
        return tuple(sorted(told_of | {each.topic for each in self.kept.values()}))

    async def renamed(self, old: str, new: str) -> None:
        """Keep under *new* what was kept under *old*."""
        for (chat, topic, run, kind), each in list(self.kept.items()):
            if topic == old:
                del self.kept[chat, topic, run, kind]
                self.kept.setdefault((chat, new, run, kind), replace(each, topic=new))
        self.outbox.renamed(old, new)


@dataclass
class MemoryOutbox:
    """See `bot.store.reminders.Outbox`. `crash` lets the leases of whoever had something in hand run out."""

    notes: dict[str, Note] = field(default_factory=dict)
    done: dict[str, datetime] = field(default_factory=dict)
    in_hand: set[str] = field(default_factory=set)

    async def plan(self, notes: Sequence[Note]) -> int:
        """Keep those that are new."""
        new = [note for note in notes if note.once not in self.notes]
        self.notes |= {note.once: note for note in new}
        return len(new)

    async def claim(self, now: datetime, most: int) -> tuple[Note, ...]:
        """Take due notes in hand."""
        free = [note for note in self.notes.values() if note.once not in self.done and note.once not in self.in_hand]
        due = sorted((note for note in free if note.due <= now < note.until), key=lambda note: (note.due, note.once))[:most]
        claimed = tuple(replace(note, attempts=note.attempts + 1) for note in due)
        self.notes |= {note.once: note for note in claimed}
        self.in_hand |= {note.once for note in claimed}
        return claimed

    async def told(self, topic: str) -> tuple[Note, ...]:
        """Return what was sent about *topic*."""
        sent = (self.notes[once] for once in self.done if once in self.notes)
        return tuple(sorted((note for note in sent if note.topic == topic), key=lambda note: (note.due, note.once)))

    async def renew(self) -> None:
        """Nothing runs out here by itself."""

    async def sent(self, note: Note, now: datetime) -> bool:
        """Note that it got through."""
        if note.once not in self.in_hand:
            return False
        self.in_hand.discard(note.once)
        self.done[note.once] = now
        return True

    async def drop(self, note: Note) -> None:
        """Let go of it."""
        if note.once in self.in_hand:
            self.in_hand.discard(note.once)
            self.notes.pop(note.once, None)

    async def put_back(self, note: Note, due: datetime | None = None) -> None:
        """Lay it back."""
        if note.once in self.in_hand:
            self.in_hand.discard(note.once)
            self.notes[note.once] = replace(self.notes[note.once], due=due or note.due)

    async def free_overdue(self) -> int:
        """Nothing is overdue before a crash."""
        return 0

    def crash(self) -> None:
        """Let whoever had something in hand be gone."""
        self.in_hand.clear()

    def forget(self, chat: str, topic: str, run: str) -> None:
        """Delete what waits unsent."""
        for once, note in list(self.notes.items()):
            meant = (note.chat, note.topic) == (chat, topic) and run in ("", note.run)
            if meant and once not in self.done:
                del self.notes[once]

    def renamed(self, old: str, new: str) -> None:
        """Give notes that nobody has in hand their new topic; of two that say the same, the one that was sent stays."""
        for once, note in list(self.notes.items()):
            if note.topic != old or once in self.in_hand:
                continue
            new_once, told = once.replace(f"|{old}|", f"|{new}|"), self.done.pop(once, None)
            del self.notes[once]
            if told is not None and new_once not in self.in_hand:
                self.done.setdefault(new_once, told)
            self.notes.setdefault(new_once, replace(note, once=new_once, topic=new))

    def let_go(self, now: datetime) -> None:
        """Delete what is of no use any more, as retention does."""
        for once, note in list(self.notes.items()):
            if note.until <= now:
                del self.notes[once]
                self.done.pop(once, None)


@dataclass
class MemoryShelf:
    """All that reminders need of a store."""

    outbox: MemoryOutbox = field(default_factory=MemoryOutbox)
    contexts: MemoryStore = field(default_factory=MemoryStore)
    subscriptions: MemorySubscriptions = field(init=False)

    def __post_init__(self) -> None:
        """Let subscriptions drop notes of the same outbox."""
        self.subscriptions = MemorySubscriptions(self.outbox)
