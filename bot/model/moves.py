"""What the dialogue decides to do; `answers` turns it into words."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model.context import ListView


@dataclass(frozen=True, slots=True)
class AnswerIntent:
    """Answer one intent, about a topic where it needs one.

    ``name`` is a word we do not know (for "is X a member?"); ``other`` a second topic (for the
    same question about one we know); ``view`` what a list is filtered by, and where it goes on.
    """

    intent: str
    topic: str | None = None
    name: str | None = None
    other: str | None = None
    view: ListView | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class AskWhich:
    """Ask back which topic an intent is meant for."""

    intent: str
    topics: tuple[str, ...]
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class OfferChoices:
    """Several readings are close: let the person choose; pairs of intent and topic."""

    options: tuple[tuple[str, str | None], ...]
    confidence: float = 0.4


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Say honestly that this is not known; ``topic`` where the question named one, else near ones.

    ``name`` is somebody asked for whom we do not know.
    ``misses`` counts the questions in a row that ended here, this one included.
    """

    topic: str | None = None
    near: tuple[str, ...] = ()
    name: str | None = None
    misses: int = 1


@dataclass(frozen=True, slots=True)
class TakeStep:
    """Say what a step of a guided path says, with its ways on."""

    path: str
    step: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Help:
    """Somebody is in distress: the numbers, and nothing else."""

    kind: str


@dataclass(frozen=True, slots=True)
class LanguageSet:
    """The chat's language was set; ``code`` is None where it follows the text again."""

    code: str | None


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence of the bot's own texts, by key, with the usual next steps."""

    key: str


Move = AnswerIntent | AskWhich | OfferChoices | NotKnown | TakeStep | Help | LanguageSet | Remark
