"""From a reply to text for a terminal: plain for pipes, rich for people. Pure.

What is shown may quote what a person typed, so control characters never reach the terminal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.style import Style
from rich.text import Text as Styled

from bot.model.reply import (
    Attached,
    Block,
    CalendarFile,
    ContactCard,
    Items,
    Link,
    Reply,
    SourceNote,
    StartCode,
    Text,
    Venue,
)

WIDEST = 88
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """Return *text* without what steers a terminal: control characters and changes of direction."""
    return "".join(letter for letter in text if letter == "\n" or not _steers(letter))


def _steers(letter: str) -> bool:
    return letter in _BIDI or unicodedata.category(letter) in ("Cc", "Cs")


def plain(reply: Reply) -> str:
    """Return the reply as plain text: sentences, pages with their addresses, source, numbered choices."""
    return "\n\n".join(_paragraphs(reply))


def _paragraphs(reply: Reply) -> Iterator[str]:
    yield from (paragraph for block in reply.blocks if (paragraph := _paragraph(block)))
    if reply.links:
        yield "\n".join(_link(link) for link in reply.links)
    yield from (_attached(block) for block in reply.attached)
    yield from (clean(block.text) for block in reply.blocks if isinstance(block, SourceNote))
    if reply.choices:
        yield "\n".join(f"[{number}] {clean(choice.label)}" for number, choice in enumerate(reply.choices, 1))


def _paragraph(block: Block) -> str:
    match block:
        case Text(text):
            return clean(text)
        case Items(lines):
            return "\n".join(f"• {clean(line)}" for line in lines)
        case _:
            return ""


def _attached(block: Attached) -> str:
    """Say what another channel would send along; nothing is written here."""
    match block:
        case StartCode(label, payload):
            return clean(f"[{label}: https://t.me/…?start={payload}]")
        case CalendarFile(label, name):
            return clean(f"[{label}: {name}]")
        case ContactCard(label, name, phone):
            return clean(f"[{label}: {name}, {phone}]")
        case Venue(label, name, address, latitude, longitude):
            return clean(f"[{label}: {name}, {address} ({latitude}, {longitude})]")


def _link(link: Link) -> str:
    return f"→ {clean(link.label)}: {clean(link.url)}"


def framed(reply: Reply, width: int) -> RenderableType:
    """Return the reply in a frame at most *width* columns wide, the source small, the choices numbered."""
    return Panel(
        Group(*_rich_paragraphs(reply)),
        border_style="cyan",
        padding=(0, 1),
        width=min(width, WIDEST),
    )


def _rich_paragraphs(reply: Reply) -> Iterator[RenderableType]:
    parts = list(_rich_parts(reply))
    for number, part in enumerate(parts):
        yield part
        if number < len(parts) - 1:
            yield Styled("")


def _rich_parts(reply: Reply) -> Iterator[Styled]:
    yield from (Styled(paragraph) for block in reply.blocks if (paragraph := _paragraph(block)))
    if reply.links:
        yield Styled("\n").join(_rich_link(link) for link in reply.links)
    yield from (Styled(_attached(block)) for block in reply.attached)
    for block in reply.blocks:
        if isinstance(block, SourceNote):
            yield Styled(clean(block.text), style="italic dim")
    if reply.choices:
        lines = (_rich_choice(number, choice.label) for number, choice in enumerate(reply.choices, 1))
        yield Styled("\n").join(lines)


def _rich_link(link: Link) -> Styled:
    address = clean(link.url)
    return Styled.assemble("→ ", clean(link.label), ": ", (address, Style(color="blue", link=address)))


def _rich_choice(number: int, label: str) -> Styled:
    return Styled.assemble((f" {number} ", "bold cyan"), clean(label))
