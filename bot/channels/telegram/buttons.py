"""Links and choices as buttons under a message. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.channels.telegram.text import is_blank, shortened
from bot.model.choices import LIMIT
from bot.model.reply import LABEL_LIMIT, Block, Choice, Link

SIDE_BY_SIDE = 18
MOST_BUTTONS = 24

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_UNSAFE = re.compile(r"[\s<>\"{}|\\^`]")
_LONGEST_URL = 2000


@dataclass(frozen=True, slots=True)
class Button:
    """A button with exactly one of ``url`` (opens a page) and ``data`` (comes back as a choice)."""

    label: str
    url: str | None = None
    data: str | None = None


Rows = tuple[tuple[Button, ...], ...]


def is_openable(url: str) -> bool:
    """Tell whether Telegram takes *url* for a button: http or https, and a host with a domain."""
    if len(url) > _LONGEST_URL or _UNSAFE.search(url) or not url.isprintable():
        return False
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    plain = "@" not in parts.netloc and port != 0
    return plain and parts.scheme in {"http", "https"} and bool(_HOST.fullmatch(host)) and len(host) < 254


def keyboard(blocks: Iterable[Block]) -> Rows:
    """Return the buttons of a reply, two in a row where both labels are short: the last ones first, for they belong together.

    Links that cannot be opened are left to the text; data that Telegram would refuse
    (empty or over 64 bytes, against the promise of `Choice`) gets no button.
    """
    return tuple(_rows(list(_buttons(blocks))[:MOST_BUTTONS]))[::-1]


def _buttons(blocks: Iterable[Block]) -> Iterator[Button]:
    for block in blocks:
        match block:
            case Link(label, url) if is_openable(url):
                yield Button(_label(label, urlsplit(url).hostname or url), url=url)
            case Choice(label, data) if _fits(data):
                yield Button(_label(label, "…"), data=data)


def _fits(data: str) -> bool:
    return 0 < len(data.encode("utf-8", "replace")) <= LIMIT and data.isprintable()


def _label(label: str, otherwise: str) -> str:
    short = shortened(label, LABEL_LIMIT)
    return shortened(otherwise, LABEL_LIMIT) if is_blank(short) else short


def _rows(buttons: list[Button]) -> Iterator[tuple[Button, ...]]:
    """Yield the rows from the last to the first."""
    while buttons:
        pair = buttons[-2:]
        width = 2 if all(len(button.label) <= SIDE_BY_SIDE for button in pair) else 1
        yield tuple(buttons[-width:])
        del buttons[-width:]
