"""Keeps, ends and looks up what a chat wished to be told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.answers.dates import local_day
from bot.answers.tidings import wishes_for
from bot.conversation.planning import planned
from bot.model.catalogue import Catalogue
from bot.model.moves import EndWishes, MakeWish, Move, ShowWishes
from bot.model.topics import Topic
from bot.model.values import Language
from bot.model.wishes import Wish, read_wish
from bot.store.reminders import Outbox, Subscription, Subscriptions


@dataclass(frozen=True, slots=True)
class WishBook:
    """Where wishes are kept. Every method raises `StoreFailed` where it cannot be reached."""

    subscriptions: Subscriptions
    outbox: Outbox

    async def carry_out(self, move: Move, chat: str, language: Language, catalogue: Catalogue, now: datetime) -> Move:
        """Do what *move* wishes, if it wishes anything; returns the move with what was found.

        Doing it again changes nothing: a message that is answered twice leaves one wish.
        """
        match move:
            case MakeWish(topic):
                await self._make(move, chat, language, catalogue.topics[topic], now)
            case EndWishes(topic):
                await self._end(chat, catalogue, topic)
            case ShowWishes():
                return replace(move, wishes=await self._wishes(chat))
        return move

    async def _make(self, move: MakeWish, chat: str, language: Language, topic: Topic, now: datetime) -> None:
        """What is wished now takes the place of what was wished before of the same run."""
        wishes = wishes_for(topic, move.leads, local_day(now))
        new = [Subscription(chat, topic.id, wish.kind, language, wish.run) for wish in wishes]
        runs = {each.run for each in new if each.run}
        for subscription in await self._about(chat, topic):
            if subscription.run in runs:
                await self._drop(subscription)
        for subscription in new:
            await self.subscriptions.add(subscription, now)
        # At once: the moment of a reminder must not pass before somebody looks.
        await self.outbox.plan(planned(topic, new, (), now).notes)

    async def _end(self, chat: str, catalogue: Catalogue, topic: str | None) -> None:
        for subscription in await self.subscriptions.of_chat(chat):
            about = catalogue.topic(subscription.topic)
            if topic is None or (about.id if about else subscription.topic) == topic:
                await self._drop(subscription)

    async def _drop(self, subscription: Subscription) -> None:
        """End all about that run, with every note about it that was not sent."""
        await self.subscriptions.end(subscription.chat, subscription.topic, run=subscription.run)

    async def _about(self, chat: str, topic: Topic) -> tuple[Subscription, ...]:
        names = {topic.id, *topic.formerly}
        return tuple(each for each in await self.subscriptions.of_chat(chat) if each.topic in names)

    async def _wishes(self, chat: str) -> tuple[Wish, ...]:
        kept = await self.subscriptions.of_chat(chat)
        return tuple(wish for each in kept if (wish := read_wish(each.topic, each.run, each.kind)))
