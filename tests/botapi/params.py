"""The parameters of the methods we know: names, kinds, which are required.

Telegram overlooks unknown names. Here they are refused, because a name that does nothing is a slip.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tests.botapi.refusal import bad_request

Kind = Literal["integer", "text", "flag", "chat", "object", "list", "number", "file"]


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter."""

    kind: Kind
    required: bool = False


INTEGER, TEXT, FLAG, OBJECT, LIST = (
    Field("integer"),
    Field("text"),
    Field("flag"),
    Field("object"),
    Field("list"),
)
CHAT, NEEDED_TEXT = Field("chat", required=True), Field("text", required=True)

_MESSAGE = {
    "text": NEEDED_TEXT,
    "parse_mode": TEXT,
    "entities": LIST,
    "link_preview_options": OBJECT,
    "reply_markup": OBJECT,
}

_TO_CHAT = {
    "chat_id": CHAT,
    "message_thread_id": INTEGER,
    "reply_parameters": OBJECT,
    "disable_notification": FLAG,
    "protect_content": FLAG,
    "reply_markup": OBJECT,
}
_CAPTION = {"caption": TEXT, "parse_mode": TEXT, "caption_entities": LIST}

METHODS: Mapping[str, Mapping[str, Field]] = {
    "getMe": {},
    "getUpdates": {"offset": INTEGER, "limit": INTEGER, "timeout": INTEGER, "allowed_updates": LIST},
    "sendMessage": {**_MESSAGE, **_TO_CHAT},
    "sendPhoto": {**_TO_CHAT, **_CAPTION, "photo": Field("file", required=True)},
    "sendDocument": {
        **_TO_CHAT,
        **_CAPTION,
        "document": Field("file", required=True),
        "disable_content_type_detection": FLAG,
    },
    "sendContact": {**_TO_CHAT, "phone_number": NEEDED_TEXT, "first_name": NEEDED_TEXT, "last_name": TEXT, "vcard": TEXT},
    "sendVenue": {
        **_TO_CHAT,
        "latitude": Field("number", required=True),
        "longitude": Field("number", required=True),
        "title": NEEDED_TEXT,
        "address": NEEDED_TEXT,
    },
    "editMessageText": {**_MESSAGE, "chat_id": CHAT, "message_id": Field("integer", required=True)},
    "answerCallbackQuery": {
        "callback_query_id": NEEDED_TEXT,
        "text": TEXT,
        "show_alert": FLAG,
        "url": TEXT,
        "cache_time": INTEGER,
    },
    "answerInlineQuery": {
        "inline_query_id": NEEDED_TEXT,
        "results": Field("list", required=True),
        "cache_time": INTEGER,
        "is_personal": FLAG,
        "next_offset": TEXT,
        "button": OBJECT,
    },
    "sendChatAction": {"chat_id": CHAT, "action": NEEDED_TEXT, "message_thread_id": INTEGER},
    "setWebhook": {
        "url": NEEDED_TEXT,
        "ip_address": TEXT,
        "max_connections": INTEGER,
        "allowed_updates": LIST,
        "drop_pending_updates": FLAG,
        "secret_token": TEXT,
    },
    "deleteWebhook": {"drop_pending_updates": FLAG},
    "getWebhookInfo": {},
    "setMyCommands": {"commands": Field("list", required=True), "scope": OBJECT, "language_code": TEXT},
    "setMyDescription": {"description": TEXT, "language_code": TEXT},
    "setMyShortDescription": {"short_description": TEXT, "language_code": TEXT},
}


@dataclass(frozen=True, slots=True)
class Params:
    """Parameters of one call, of the right kind; asking for a missing one gives nothing."""

    values: Mapping[str, object]

    def text(self, name: str) -> str:
        """Return a text, empty if missing."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def integer(self, name: str, default: int) -> int:
        """Return a number."""
        value = self.values.get(name)
        return value if isinstance(value, int) else default

    def number(self, name: str) -> float:
        """Return a number with decimals, 0 if missing."""
        value = self.values.get(name)
        return value if isinstance(value, float) else 0.0

    def flag(self, name: str) -> bool:
        """Return whether it is set."""
        return self.values.get(name) is True

    def items(self, name: str) -> list[object]:
        """Return a list."""
        value = self.values.get(name)
        return value if isinstance(value, list) else []


def read_params(method: str, raw: Mapping[str, object]) -> Params:
    """Return the parameters of *method*; raises `Refused` for unknown, missing and wrong ones."""
    fields = METHODS[method]
    if unknown := sorted(set(raw) - set(fields)):
        raise bad_request(f'unknown parameter "{unknown[0]}"')
    values = {name: _value(name, fields[name].kind, value) for name, value in raw.items()}
    for name, field in fields.items():
        if field.required and name not in values:
            raise bad_request(_missing(name))
    return Params(values)


def _missing(name: str) -> str:
    return {"chat_id": "chat_id is empty", "text": "message text is empty"}.get(
        name, f'parameter "{name}" is required'
    )


def _value(name: str, kind: Kind, value: object) -> object:
    if kind == "text":
        return _checked(name, "String", value, isinstance(value, str))
    if kind == "integer":
        return _integer(name, value)
    if kind == "number":
        return _number(name, value)
    if kind == "file":
        return _checked(name, "InputFile", value, isinstance(value, Mapping))
    if kind == "chat":
        return value if isinstance(value, str) and value.startswith("@") else _integer(name, value)
    return _structured(name, kind, value)


def _integer(name: str, value: object) -> int:
    fits = isinstance(value, (int, str)) and not isinstance(value, bool)
    _checked(name, "Integer", value, fits and bool(re.fullmatch(r"-?\d+", str(value))))
    return int(str(value))


def _number(name: str, value: object) -> float:
    fits = isinstance(value, (float, int, str)) and not isinstance(value, bool)
    _checked(name, "Float", value, fits and bool(re.fullmatch(r"-?\d+(\.\d+)?", str(value))))
    return float(str(value))


def _structured(name: str, kind: Kind, value: object) -> object:
    """Flags, objects and lists arrive as themselves in JSON bodies, as JSON texts in forms."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None
    wanted = {"flag": bool, "object": dict, "list": list}[kind]
    return _checked(name, kind.capitalize(), value, isinstance(value, wanted))


def _checked(name: str, kind: str, value: object, fits: bool) -> object:
    if not fits:
        raise bad_request(f'parameter "{name}" must be of type {kind}')
    return value
