"""What a turn hands back: blocks without markup, in reading order."""

from __future__ import annotations

from dataclasses import dataclass


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


Block = Text | Items | Link | Choice | SourceNote


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. ``intent``, ``topics`` and ``confidence`` say what was understood.

    ``listed`` are the topics its lines name, in order: what "das zweite" can mean.
    """

    blocks: tuple[Block, ...]
    language: str = "de"
    intent: str | None = None
    topics: tuple[str, ...] = ()
    confidence: float = 0.0
    listed: tuple[str, ...] = ()

    @property
    def links(self) -> tuple[Link, ...]:
        """The pages to open, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Link))

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
        case Link() | Choice():
            return ""
