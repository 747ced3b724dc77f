"""Where chats are remembered: one protocol, and a store in memory."""

from bot.store.contexts import ContextStore, MemoryStore

__all__ = ["ContextStore", "MemoryStore"]
