"""Which notes are due for what people wished, given what the catalogue says now. Pure.

A note is planned as soon as it is known and sent when its time has come; the outbox keeps each only
once. What was told already says what a chat knows, so that "moved" and "cancelled" are told to those
who know of the date, and once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.answers.dates import cancelled_ahead, coming, local_day, state_of
from bot.answers.tidings import moments
from bot.answers.timing import next_waking, reminding_time, useless_from
from bot.model.answerable import runs_of
from bot.model.topics import Run, Topic
from bot.model.wishes import Moment, News, Tiding, Wish, read_tiding, read_wish
from bot.store.reminders import Note, Subscription


@dataclass(frozen=True, slots=True)
class Plan:
    """Notes to keep, and subscriptions that came to their end: to runs that are over."""

    notes: tuple[Note, ...] = ()
    over: tuple[Subscription, ...] = ()


@dataclass(frozen=True, slots=True)
class _Chat:
    """What one chat wished about one topic (under the id it was stored by), and what it was told of it."""

    chat: str
    stored: str
    language: str
    wishes: tuple[Wish, ...]
    told: tuple[Tiding, ...]

    def known(self, run: Run) -> Tiding | None:
        """Return what the chat was told last of *run*, or knew of it when it wished."""
        last = next((tiding for tiding in reversed(self.told) if tiding.run == run.id), None)
        days = [wish.day for wish in self.wishes if wish.run == run.id and wish.day]
        return last or (Tiding(self.stored, run.id, "new", max(days)) if days else None)

    def is_about(self, run: Run) -> bool:
        """Tell whether the chat wants news of *run*: it asked for all dates, for this one, or was told of it."""
        return any(wish.lead is None or wish.run == run.id for wish in self.wishes)

    def note(self, tiding: Tiding, due: datetime, run: Run) -> Note:
        """Return the note that tells it; news may come back (moved there and back), reminders do not."""
        times = sum(each.run == run.id for each in self.told) if tiding.is_news else 0
        once = "|".join((self.chat, self.stored, run.id, tiding.kind, str(times)))
        return Note(once, self.chat, self.stored, tiding.kind, self.language, due, useless_from(tiding, run), run.id)


def planned(topic: Topic, subscriptions: Sequence[Subscription], told: Iterable[Note], now: datetime) -> Plan:
    """Return what is to be planned for *subscriptions* to one topic; *told* are the notes about it that were sent."""
    today = local_day(now)
    notes = [
        note
        for chat in _chats(subscriptions, told)
        for note in (*_news(chat, topic, now, today), *_reminders(chat, topic, now, today))
        if now < note.until
    ]
    over = frozenset(run.id for run in runs_of(topic) if state_of(run, today) == "over")
    return Plan(tuple(notes), tuple(each for each in subscriptions if each.run in over))


def _chats(subscriptions: Iterable[Subscription], told: Iterable[Note]) -> Iterator[_Chat]:
    """Yield each chat under each id of the topic it used."""
    heard: Mapping[tuple[str, str], list[Note]] = defaultdict(list)
    for note in told:
        heard[note.chat, note.topic].append(note)
    wished: dict[tuple[str, str], list[Subscription]] = defaultdict(list)
    for subscription in subscriptions:
        wished[subscription.chat, subscription.topic].append(subscription)
    for (chat, stored), some in wished.items():
        wishes = tuple(wish for each in some if (wish := read_wish(stored, each.run, each.kind)))
        notes = sorted(heard[chat, stored], key=lambda note: note.due)
        tidings = (read_tiding(stored, note.run, note.kind) for note in notes)
        yield _Chat(chat, stored, some[-1].language, wishes, tuple(each for each in tidings if each and each.is_news))


def _news(chat: _Chat, topic: Topic, now: datetime, today: date) -> Iterator[Note]:
    for run in (*coming(runs_of(topic), today), *cancelled_ahead(runs_of(topic), today)):
        what = _what_is_new(run, chat.known(run)) if chat.is_about(run) else None
        if what:
            yield chat.note(Tiding(chat.stored, run.id, what, run.start), next_waking(now), run)


def _what_is_new(run: Run, known: Tiding | None) -> News | None:
    """Return what of a run a chat does not know; a cancelled date it never heard of is no news."""
    if run.status == "cancelled":
        return "cancelled" if known and known.what != "cancelled" else None
    if known is None or known.what == "cancelled":
        return "new"
    return "moved" if known.day != run.start else None


def _reminders(chat: _Chat, topic: Topic, now: datetime, today: date) -> Iterator[Note]:
    """A reminder whose moment has passed is not made up for: whoever wishes or hears of a date late knows it then."""
    runs = {run.id: run for run in coming(runs_of(topic), today)}
    for wish in chat.wishes:
        run = runs.get(wish.run)
        if run is None or wish.lead is None:
            continue
        for day in moments(run):
            due = reminding_time(day, wish.lead)
            what: Moment = "start" if day == run.start else "deadline"
            if now < due:
                yield chat.note(Tiding(chat.stored, run.id, what, day, wish.lead), due, run)
