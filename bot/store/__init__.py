"""Where chats are remembered: protocols, and a store in memory. Nothing here loads SQL; `bot.store.opening` does."""

from bot.store.chats import ChatData, Kept, Retention
from bot.store.contexts import ContextStore, Memory, MemoryStore
from bot.store.errors import StoreFailed, Taken
from bot.store.inbox import Arrival, Claim, Inbox
from bot.store.reminders import Note, Outbox, Subscription, Subscriptions

__all__ = [
    "Arrival",
    "ChatData",
    "Claim",
    "ContextStore",
    "Inbox",
    "Kept",
    "Memory",
    "MemoryStore",
    "Note",
    "Outbox",
    "Retention",
    "StoreFailed",
    "Subscription",
    "Subscriptions",
    "Taken",
]
