"""The few parts of a Telegram update that we read, as they come over the wire.

Read from raw JSON and not with the library's classes: a field it does not know yet must
not cost a person the answer, and reading little is fast.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.model.message import Notice

KINDS: Mapping[str, Notice] = MappingProxyType(
    {
        "photo": "photo",
        "sticker": "sticker",
        "animation": "sticker",
        "dice": "sticker",
        "voice": "voice",
        "audio": "voice",
        "video_note": "voice",
        "video": "photo",
        "document": "file",
        "contact": "other",
        "location": "other",
        "poll": "other",
        "story": "other",
        "paid_media": "other",
    }
)
"""What a message without text can be; the first that fits counts (a GIF is also a document)."""


class _Wire(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class User(_Wire):
    """Who wrote; only what is needed to tell ourselves from others and to guess the language."""

    id: int
    is_bot: bool = False
    language_code: str | None = None


class Chat(_Wire):
    """Where it was written; ``type`` is private, group, supergroup or channel."""

    id: int
    type: str


class Entity(_Wire):
    """A marked stretch of a text, in UTF-16 units."""

    type: str
    offset: int
    length: int
    user: User | None = None


class Quoted(_Wire):
    """The message that was replied to."""

    sender: User | None = Field(default=None, alias="from")


class Said(_Wire):
    """A message. ``kind`` names what it is when it is no text."""

    message_id: int
    chat: Chat
    sender: User | None = Field(default=None, alias="from")
    text: str | None = None
    caption: str | None = None
    entities: tuple[Entity, ...] = ()
    caption_entities: tuple[Entity, ...] = ()
    reply_to_message: Quoted | None = None
    message_thread_id: int | None = None
    is_topic_message: bool = False
    kind: Notice | None = None

    @model_validator(mode="before")
    @classmethod
    def _name_kind(cls, value: object) -> object:
        if not isinstance(value, Mapping):
            return value
        found = next((notice for key, notice in KINDS.items() if key in value), None)
        return {**value, "kind": found or value.get("kind")}


class Under(_Wire):
    """The message a tapped button hangs under; may be too old to be readable otherwise."""

    message_id: int
    chat: Chat
    message_thread_id: int | None = None
    is_topic_message: bool = False


class Tap(_Wire):
    """A tapped button."""

    id: str
    sender: User = Field(alias="from")
    message: Under | None = None
    data: str | None = None


class InlineQuery(_Wire):
    """What somebody types behind our name in another chat."""

    id: str
    sender: User = Field(alias="from")
    query: str = ""


class Update(_Wire):
    """One thing that happened; kinds we did not ask for leave all four empty."""

    update_id: int = Field(ge=0, lt=2**63)
    message: Said | None = None
    edited_message: Said | None = None
    callback_query: Tap | None = None
    inline_query: InlineQuery | None = None


class WebhookInfo(_Wire):
    """Where updates are delivered; ``url`` is empty where they wait to be asked for."""

    url: str = ""


ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query")
"""The kinds of update Telegram is asked for."""
