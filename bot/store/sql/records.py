"""From rows to what the house works with, and back."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from bot.model.context import Context
from bot.store.reminders import Note, Subscription
from bot.store.sql.engine import Row, Value, moment_of, stamp

_CONTEXT: TypeAdapter[Context] = TypeAdapter(Context)


def context_json(context: Context) -> str:
    """Return *context* as stored."""
    return _CONTEXT.dump_json(context, exclude_defaults=True).decode()


def context_of(row: Row) -> Context | None:
    """Return what a row of the chats remembers: context, touched, language, language_fixed, path, step.

    None where that is nothing. When the talk is over, and where another version wrote what we cannot
    read, that is what outlives it.
    """
    stored, touched, language, fixed, path, step = row
    try:
        if stored is not None:
            return _CONTEXT.validate_json(stored)
    except ValidationError:
        pass
    if touched is None or not (fixed or path):
        return None
    return Context(language, moment_of(touched), language_fixed=bool(fixed), path=path, step=step)


def chat_values(chat: str, context: Context) -> dict[str, Value]:
    """Return the row that remembers *context* for *chat*."""
    return {
        "chat": chat,
        "touched": stamp(context.touched),
        "context": context_json(context),
        "language": context.language,
        "language_fixed": int(context.language_fixed),
        "path": context.path,
        "step": context.step,
    }


def subscription_of(row: Row) -> Subscription:
    """Return the subscription of a row: chat, topic, kind, language, run."""
    return Subscription(*row[:5])


def note_of(row: Row) -> Note:
    """Return the note of a row: once, chat, topic, kind, language, due, useless_from, run, attempts."""
    once, chat, topic, kind, language, due, useless_from, run, attempts = row[:9]
    return Note(once, chat, topic, kind, language, moment_of(due), moment_of(useless_from), run, attempts)
