"""All parts of a store together."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.chats import ChatData, Retention
from bot.store.contexts import ContextStore
from bot.store.inbox import Inbox
from bot.store.questions import Questions
from bot.store.reminders import Outbox, Subscriptions
from bot.store.slots import Slots


@dataclass(frozen=True, slots=True)
class Store:
    """Everything that is kept, each part behind its protocol."""

    inbox: Inbox
    contexts: ContextStore
    chats: ChatData
    retention: Retention
    subscriptions: Subscriptions
    outbox: Outbox
    slots: Slots
    questions: Questions
