"""From a reply to Telegram messages: HTML, split at sense, buttons under the last. Pure.

Texts are split before they are escaped and marked up, so no tag and no ``&amp;`` can be cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from bot.channels.telegram.buttons import Rows, is_openable, keyboard
from bot.channels.telegram.text import clean, is_blank, pieces, units
from bot.model.reply import Attached, Block, Items, Link, Reply, SourceNote, Text

LIMIT = 4096
GAP = "\n\n"
NOTHING = "…"


@dataclass(frozen=True, slots=True)
class Part:
    """One message: ``html`` as Telegram parses it, ``rows`` of buttons (only under the last text).

    With ``attached`` it is a picture, file or card, and ``html`` the words under it.
    """

    html: str
    rows: Rows = ()
    attached: Attached | None = None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    small: bool = False

    @property
    def html(self) -> str:
        plain = escape(self.text, quote=False)
        return f"<i>{plain}</i>" if self.small else plain


def render(reply: Reply) -> tuple[Part, ...]:
    """Return the messages that say *reply*; always at least one, each within Telegram's limits."""
    bodies = [
        GAP.join(paragraph.html for paragraph in group) for group in _grouped(_paragraphs(reply.blocks))
    ]
    *before, last = bodies or [NOTHING]
    said = (*(Part(html) for html in before), Part(last, keyboard(reply.blocks)))
    return (*said, *(Part(escape(clean(block.label), quote=False), attached=block) for block in reply.attached))


def _paragraphs(blocks: Iterable[Block]) -> Iterator[_Paragraph]:
    for block in blocks:
        paragraph = _paragraph(block)
        if paragraph and not is_blank(paragraph.text):
            yield paragraph


def _paragraph(block: Block) -> _Paragraph | None:
    match block:
        case Text(text):
            return _Paragraph(clean(text))
        case SourceNote(text):
            return _Paragraph(clean(text), small=True)
        case Items(lines):
            return _Paragraph("\n".join(f"• {line}" for raw in lines if not is_blank(line := clean(raw))))
        case Link(label, url) if not is_openable(url):
            return _Paragraph(clean(f"{label}: {url}"))
        case _:
            return None


def _grouped(paragraphs: Iterable[_Paragraph]) -> Iterator[list[_Paragraph]]:
    """Fill messages with paragraphs; one that fits into no message is cut into several."""
    group: list[_Paragraph] = []
    used = 0
    for paragraph in _cut(paragraphs):
        size = units(paragraph.text) + (len(GAP) if group else 0)
        if group and used + size > LIMIT:
            yield group
            group, used, size = [], 0, size - len(GAP)
        group.append(paragraph)
        used += size
    if group:
        yield group


def _cut(paragraphs: Iterable[_Paragraph]) -> Iterator[_Paragraph]:
    for paragraph in paragraphs:
        for piece in pieces(paragraph.text, LIMIT):
            if not is_blank(piece):
                yield _Paragraph(piece, paragraph.small)
