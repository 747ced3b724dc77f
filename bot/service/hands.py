"""What is in hand: the contexts of the chats that are being answered."""

from __future__ import annotations

from bot.model.context import Context
from bot.store import ChatData, Claim, Kept


class Hands:
    """The memory of a conversation over a durable inbox.

    A context comes with the update that is in hand, and is written back when that is completed, in
    one transaction. Of one chat at most one update is in hand, so a chat's name is key enough.
    """

    def __init__(self, chats: ChatData) -> None:
        """Show and delete what *chats* keeps."""
        self._chats = chats
        self._held: dict[str, Claim] = {}
        self._contexts: dict[str, Context | None] = {}
        self._new: dict[str, Context] = {}

    def take(self, claim: Claim) -> None:
        """Take an update in hand."""
        self._held[claim.chat] = claim
        self._contexts[claim.chat] = claim.context

    def held(self) -> tuple[Claim, ...]:
        """Return the updates in hand."""
        return tuple(self._held.values())

    def give(self, claim: Claim) -> Context | None:
        """Return the context to remember with an update that is answered, None where nothing is new."""
        self._contexts.pop(claim.chat, None)
        return self._new.pop(claim.chat, None)

    def let_go(self, claim: Claim) -> None:
        """Let go of an update, which somebody else may have now; the next of its chat may be in hand already."""
        if self._held.get(claim.chat) is claim:
            del self._held[claim.chat]
            self.give(claim)

    async def load(self, chat: str) -> Context | None:
        """Return what is remembered of a chat in hand."""
        return self._new.get(chat, self._contexts.get(chat))

    async def save(self, chat: str, context: Context) -> None:
        """Remember *context* as soon as the update of *chat* is completed."""
        self._new[chat] = context

    async def kept(self, chat: str) -> Kept:
        """Return everything kept of *chat*."""
        return await self._chats.kept(chat)

    async def forget(self, chat: str) -> None:
        """Delete everything kept of *chat*."""
        self._contexts.pop(chat, None)
        self._new.pop(chat, None)
        await self._chats.forget(chat)
