"""What the dialogue decides to do; `answers` turns it into words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.model.context import ListView
from bot.model.kept import Copy
from bot.model.links import StartLink
from bot.model.wishes import Lead, Wish

Days = tuple[date, date]
"""A half-open range of days: from the first up to, not including, the second."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What of a question the answer does not tell.

    It is asked of a place elsewhere or of somebody we do not know, by the ``word`` for it; of a place of ours, by its id,
    where the topic is not; or for a number, a mail address or a
    detail that no source has, or an age, or somebody read something else elsewhere; ``word`` may be the age told that
    is below the limit.
    ``kind`` is the key of the sentence that says so.
    """

    kind: Literal[
        "doubt-place", "doubt-town", "doubt-name", "doubt-number", "doubt-mail", "doubt-detail", "doubt-heard", "doubt-age",
        "doubt-too-young",
    ]
    word: str = ""


@dataclass(frozen=True, slots=True)
class AnswerIntent:
    """Answer one intent, about a topic where it needs one.

    ``name`` is a word we do not know (for "is X a member?", or a place elsewhere); ``others`` more
    topics (for the same question about those we know); ``view`` what a list is filtered by, and
    where it goes on; ``days`` the period that was named, ``no_such_day`` that it is in no calendar;
    ``part`` the position of the one part of the topic that is asked for; ``described`` that the topic
    was found without its name, so that the answer has to say it; ``tongue`` the language of the message,
    where we recognise it and do not speak it; ``doubt`` what of the question the answer does not tell;
    ``also`` the intent and topic that may be meant as well: told too, or offered first where the topic is another;
    ``last`` the intent answered about the topic before, where it is asked where that is from;
    ``near`` the topics told beside a guess, which may be meant instead.
    """

    intent: str
    topic: str | None = None
    name: str | None = None
    others: tuple[str, ...] = ()
    view: ListView | None = None
    days: Days | None = None
    no_such_day: bool = False
    part: int | None = None
    described: bool = False
    tongue: str | None = None
    doubt: Doubt | None = None
    also: tuple[str, str | None] | None = None
    last: str | None = None
    near: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Several:
    """Answer the questions of one message, one after the other.

    ``later`` are those that were too many to answer at once; ``unclear`` tells that more was asked than was understood.
    """

    moves: tuple[AnswerIntent, ...]
    later: tuple[AnswerIntent, ...] = ()
    unclear: bool = False


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

    ``name`` is somebody asked for whom we do not know, ``lost`` something we have a file of that cannot be read.
    ``misses`` counts the questions in a row that ended here, this one included.
    """

    topic: str | None = None
    near: tuple[str, ...] = ()
    name: str | None = None
    lost: str | None = None
    misses: int = 1


@dataclass(frozen=True, slots=True)
class TakeStep:
    """Say what a step of a guided path says, with its ways on."""

    path: str
    step: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Help:
    """Somebody is in distress: the numbers, and nothing else.

    ``wavers``: perhaps nobody is, and nothing is taken for granted.
    """

    kind: str
    wavers: bool = False


@dataclass(frozen=True, slots=True)
class LanguageSet:
    """The chat's language was set; ``code`` is None where it follows the text again.

    ``again`` is what was answered last: it is said once more, in that language.
    """

    code: str | None
    again: AnswerIntent | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence of the bot's own texts, by key, with the usual next steps."""

    key: str


@dataclass(frozen=True, slots=True)
class ShowKept:
    """Show all that is kept of the chat; whoever carries it out puts in the *copy*."""

    copy: Copy | None = None


@dataclass(frozen=True, slots=True)
class AskToForget:
    """Ask whether everything kept of the chat is to be deleted."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Delete everything kept of the chat."""


@dataclass(frozen=True, slots=True)
class ShowLink:
    """Show a start link to hand out."""

    link: StartLink


@dataclass(frozen=True, slots=True)
class WhichLink:
    """Ask back which of several topics a start link is wanted for."""

    links: tuple[StartLink, ...]


@dataclass(frozen=True, slots=True)
class MakeWish:
    """Tell the person about a topic's dates from now on; ``leads`` is how long before a date."""

    topic: str
    leads: tuple[Lead, ...] = ("week", "day")


@dataclass(frozen=True, slots=True)
class EndWishes:
    """Tell the person no more about a topic, or with None about anything."""

    topic: str | None = None


@dataclass(frozen=True, slots=True)
class ShowWishes:
    """Show what the person wished to be told; ``wishes`` are filled in from the store."""

    wishes: tuple[Wish, ...] = ()


Beside = ShowLink | WhichLink | MakeWish | EndWishes | ShowWishes
"""What asks nothing about the Lausitz."""

Spoken = AnswerIntent | Several | AskWhich | OfferChoices | NotKnown | TakeStep | LanguageSet | Beside | Remark
Keeping = ShowKept | AskToForget | Forget
"""What is about the chat's own data."""
Move = Spoken | Keeping | Help
