"""What a turn hands back: blocks without markup, in reading order."""

from __future__ import annotations

from dataclasses import dataclass

LABEL_LIMIT = 40
"""Characters of a button's label that a phone shows."""
MOST_CHARACTERS = 900
"""A reply is read on a phone: not longer than this, the source line apart."""


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """Short lines of a list, without bullets."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A public page to open; a button where the channel has buttons."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A next step to tap; ``data`` holds ids only, at most 64 bytes."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class SourceNote:
    """The last, small line: where the facts are from and of when."""

    text: str


@dataclass(frozen=True, slots=True)
class StartCode:
    """A start link of this bot to hand out, with its QR code; each channel knows its own address.

    ``payload`` is what `bot.model.links` makes.
    """

    label: str
    payload: str


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """Dates as a file for a calendar; ``text`` is iCalendar (RFC 5545)."""

    label: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A public phone number to save or call; ``phone`` begins with + and the country, or is a short number."""

    label: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Venue:
    """A place on the map; latitude and longitude in degrees (WGS 84)."""

    label: str
    name: str
    address: str
    latitude: float
    longitude: float


Attached = StartCode | CalendarFile | ContactCard | Venue
"""What is sent beside the words, in its own form."""

Block = Text | Items | Link | Choice | Attached | SourceNote


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. ``intent``, ``topics`` and ``confidence`` say what was understood.

    ``also`` is an intent that may have been meant as well, and is answered too.
    ``in_place`` says that it reads better in place of the reply whose button was tapped.
    ``listed`` are the topics its lines name, in order: what "das zweite" can mean.
    """

    blocks: tuple[Block, ...]
    language: str = "de"
    intent: str | None = None
    topics: tuple[str, ...] = ()
    confidence: float = 0.0
    listed: tuple[str, ...] = ()
    in_place: bool = False
    also: str | None = None

    @property
    def links(self) -> tuple[Link, ...]:
        """The pages to open, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Link))

    @property
    def attached(self) -> tuple[Attached, ...]:
        """What is sent beside the words, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Attached))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The next steps, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Choice))


def plain_text(reply: Reply) -> str:
    """Return the whole reply as plain text, source line included, buttons left out."""
    return "\n\n".join(part for block in reply.blocks if (part := _plain(block)))


def _plain(block: Block) -> str:
    match block:
        case Text(text) | SourceNote(text):
            return text
        case Items(lines):
            return "\n".join(f"• {line}" for line in lines)
        case _:
            return ""


@dataclass(frozen=True, slots=True)
class Card:
    """A reply to be sent to another chat: ``line`` says beside the title what it is; ``id`` is the topic's."""

    id: str
    title: str
    line: str
    reply: Reply
