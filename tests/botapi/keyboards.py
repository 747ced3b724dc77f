"""Inline keyboards as Telegram takes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.botapi.refusal import Refused, bad_request

DATA_LIMIT = 64
MOST_BUTTONS = 100

_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_HOST = re.compile(r"[A-Za-z0-9\u0080-\U0010ffff._~!$&'()*+,;=%-]+")


@dataclass(frozen=True, slots=True)
class Button:
    """A button people see: opens ``url`` or sends ``data``."""

    label: str
    url: str | None = None
    data: str | None = None


Rows = tuple[tuple[Button, ...], ...]


def read_keyboard(markup: object) -> Rows:
    """Return the rows of an inline keyboard; raises `Refused`."""
    if markup is None:
        return ()
    rows = markup.get("inline_keyboard") if isinstance(markup, Mapping) else None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("object expected as reply markup")
    if sum(len(row) for row in rows) > MOST_BUTTONS or any(len(row) > 8 for row in rows):
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return tuple(tuple(_button(button) for button in row) for row in rows if row)


def _button(button: object) -> Button:
    if not isinstance(button, Mapping):
        raise _unreadable("InlineKeyboardButton must be an Object")
    label = button.get("text")
    if not isinstance(label, str):
        raise _unreadable('Field "text" must be of type String')
    if not label.strip():
        raise bad_request("button text must be non-empty")
    actions = [name for name in _ACTIONS if button.get(name) is not None]
    if not actions or button.get(actions[0]) == "":
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unreadable("exactly one optional field must be used")
    return Button(label, _url(button.get("url")), _data(button.get("callback_data")))


def _data(data: object) -> str | None:
    if data is not None and (not isinstance(data, str) or len(data.encode()) > DATA_LIMIT):
        raise bad_request("BUTTON_DATA_INVALID")
    return data


def _url(url: object) -> str | None:
    if url is None:
        return None
    if not isinstance(url, str):
        raise _unreadable('Field "url" must be of type String')
    if fault := _url_fault(url):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {fault}")
    return url


def _url_fault(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "Wrong HTTP URL"
    if parts.scheme not in {"http", "https", "tg", "ton", "tonsite"}:
        return "Unsupported URL protocol"
    if not host:
        return "URL host is empty"
    wrong = not _HOST.fullmatch(host) or "." not in host or port == 0 or re.search(r"\s", url)
    return "Wrong HTTP URL" if wrong else None


def _unreadable(why: str) -> Refused:
    return bad_request(f"can't parse inline keyboard button: {why}")
