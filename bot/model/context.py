"""What is remembered of a chat: ids only, no wording; all but language and path is gone after 30 idle minutes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.model.choices import digest

IDLE = timedelta(minutes=30)
_TOPICS = 6


@dataclass(frozen=True, slots=True)
class ListView:
    """The list last shown: the intent, what it was filtered by, and how many lines were said.

    ``types`` narrows it to topics of these types, besides those the intent names; ``audience`` to whom they are for;
    ``days`` to a period,
    ``ahead`` holds where it was asked for what comes, ``of_any_kind`` where only a theme or place was
    named: the list is then not narrowed to the intent's kinds, ``dated`` where only a time was: it then names
    whatever has dates; ``group`` is the position of the one group of
    members that is shown; ``by`` is the body whose offers and events alone are
    named, ``besides`` the topics, themes and types of offers that are left out, being known or not wanted;
    ``whole`` holds where all of it was asked for at once.
    """

    intent: str
    types: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    days: tuple[str, str] | None = None
    ahead: bool = False
    of_any_kind: bool = False
    dated: bool = False
    group: int | None = None
    by: str | None = None
    besides: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    whole: bool = False
    shown: int = 0

    @property
    def mark(self) -> str:
        """What tells this list from others, whichever page is shown."""
        return digest(repr(replace(self, shown=0)))[1:9]


@dataclass(frozen=True, slots=True)
class Context:
    """One chat's state.

    ``topics`` are those talked about, latest first; ``beside`` is what the latest was just held against;
    ``intent`` was answered last, ``also`` is what was told beside it, an intent and a topic; ``awaiting`` is
    an intent that still needs a topic; ``offered`` is the data of the buttons under the last
    reply and ``labels`` what their labels are known by, in the same order (see
    `bot.language.labels`); ``listed`` the topics it named in order; ``misses`` counts questions in a row that were
    not understood; ``crisis`` holds for the turn after a crisis; ``path`` and ``step`` are where a
    guided path was left off.
    """

    language: str
    touched: datetime
    language_fixed: bool = False
    topics: tuple[str, ...] = ()
    beside: str | None = None
    intent: str | None = None
    also: tuple[str, str | None] | None = None
    awaiting: str | None = None
    offered: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    list_view: ListView | None = None
    misses: int = 0
    crisis: bool = False
    path: str | None = None
    step: str | None = None

    def is_idle(self, now: datetime) -> bool:
        """Tell whether the talk ended: nothing was said for 30 minutes."""
        return now - self.touched > IDLE

    @property
    def has_begun(self) -> bool:
        """Whether anything was asked yet, or listed, that a message may go on with."""
        return bool(self.topics or self.listed or self.intent or self.list_view)

    def has_just_heard(self, intent: str, topic: str | None) -> bool:
        """Tell whether the last reply told what *intent* asks of *topic*."""
        return (intent, topic) in (self.also, (self.intent, self.topics[0] if self.topics else None))

    def with_topics(self, *topics: str) -> Context:
        """Return the context with *topics* in front of those talked about."""
        return replace(self, topics=tuple(dict.fromkeys((*topics, *self.topics)))[:_TOPICS])


def fresh(language: str, now: datetime) -> Context:
    """Return the context of a chat that begins."""
    return Context(language=language, touched=now)


def after_break(context: Context, now: datetime) -> Context:
    """Return what is left of *context* at *now*: after 30 idle minutes only the language and the place on a path."""
    if not context.is_idle(now):
        return context
    return Context(context.language, now, context.language_fixed, path=context.path, step=context.step)
