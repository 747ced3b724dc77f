"""Shows and deletes what is kept of a chat."""

from __future__ import annotations

from bot.model.kept import Copy, Reminder
from bot.model.moves import Forget, Move, ShowKept
from bot.store import Kept, Memory, Note


async def carry_out(move: Move, chat: str, memory: Memory) -> Move:
    """Do what *move* asks of what is kept, and return it with what was found; any other is returned as it is.

    Doing it again changes nothing. Raises `StoreFailed` where the memory cannot be reached.
    """
    match move:
        case ShowKept():
            return ShowKept(copy_of(chat, await memory.kept(chat)))
        case Forget():
            await memory.forget(chat)
    return move


def copy_of(chat: str, kept: Kept) -> Copy:
    """Return *kept* as it is shown to people."""
    context = kept.context
    return Copy(
        chat=chat.rpartition(":")[2],
        last_written=kept.last_written,
        talk=context.topics if context else (),
        language=context.language if context and context.language_fixed else None,
        path=context.path if context else None,
        wishes=tuple(Reminder(wish.topic) for wish in kept.subscriptions),
        planned=tuple(map(_reminder, kept.planned)),
        told=tuple(map(_reminder, kept.told)),
        # The message that asks is still waiting itself.
        waiting=max(0, kept.waiting - 1),
    )


def _reminder(note: Note) -> Reminder:
    return Reminder(note.topic, note.due)
