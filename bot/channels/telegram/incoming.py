"""From an update to a message: what was meant for us, and what it is. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.channels.telegram.wire import Entity, Said, Tap, Under, Update
from bot.model.message import Message
from bot.service.commands import commanded, is_command

ANONYMOUS_ADMIN = 1087968824
"""The bot by which Telegram stands in for admins of a group who hide their name."""

CHANNEL = "telegram:"

_COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>[A-Za-z0-9_]+))?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Me:
    """Ourselves, as Telegram knows us."""

    id: int
    username: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: chat, topic of a forum, and in groups the message it answers."""

    chat: int
    thread: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message with the place for its answer.

    ``tap`` is the id of a tapped button's query, ``under`` the message the button hangs under.
    """

    place: Place
    message: Message
    tap: str | None = None
    under: int | None = None


def chat_key(chat: int) -> str:
    """Return the name a chat has in the rest of the house."""
    return f"{CHANNEL}{chat}"


def chat_number(key: str) -> int:
    """Return Telegram's number of a chat; raises ValueError for the name of none."""
    return int(key.removeprefix(CHANNEL))


def read(update: Update, me: Me) -> Incoming | None:
    """Return what the update asks of us; None where it is not ours to answer."""
    if update.callback_query:
        return _tapped(update.callback_query)
    if update.message:
        return _said(update.message, me)
    if update.edited_message:
        return _edited(update.edited_message, me)
    return None


def _tapped(tap: Tap) -> Incoming | None:
    if tap.message is None:
        return None
    message = Message(
        chat=chat_key(tap.message.chat.id), choice=tap.data or "", language_code=tap.sender.language_code
    )
    return Incoming(_place(tap.message), message, tap=tap.id, under=tap.message.message_id)


def _edited(said: Said, me: Me) -> Incoming | None:
    # A live location arrives as an edit every few seconds: only edited words get a sentence, or help.
    text = said.text or said.caption
    if not text or not _for_us(said, me):
        return None
    return Incoming(_place(said), Message(chat_key(said.chat.id), text=text, attached="edited", language_code=_language(said)))


def _said(said: Said, me: Me) -> Incoming | None:
    if not _for_us(said, me):
        return None
    chat, language = chat_key(said.chat.id), _language(said)
    if said.text is not None:
        return Incoming(_place(said), _text(said, me, chat, language))
    if said.kind is None:
        return None
    caption = _words(said, said.caption or "", said.caption_entities, me)
    if caption.strip():
        return Incoming(_place(said), Message(chat, text=caption, attached=said.kind, language_code=language))
    return Incoming(_place(said), Message(chat, notice=said.kind, language_code=language))


def _text(said: Said, me: Me, chat: str, language: str | None) -> Message:
    text = said.text or ""
    if command := _COMMAND.match(text):
        return commanded(chat, command["name"], text[command.end() :], language)
    return Message(chat, text=_words(said, text, said.entities, me), language_code=language)


def _words(said: Said, text: str, entities: tuple[Entity, ...], me: Me) -> str:
    """Return *text* without our name, by which a line in a group speaks to us."""
    return text if said.chat.type == "private" else _without_mention(text, entities, me)


def _for_us(said: Said, me: Me) -> bool:
    if said.sender and said.sender.is_bot and said.sender.id != ANONYMOUS_ADMIN:
        return False
    if said.chat.type == "private":
        return True
    return said.chat.type in {"group", "supergroup"} and _addressed(said, me)


def _addressed(said: Said, me: Me) -> bool:
    """Tell whether a line in a group speaks to us: by name, as a reply, or by a command."""
    text = said.text if said.text is not None else said.caption or ""
    if command := _COMMAND.match(text):
        if command["bot"]:
            return command["bot"].lower() == me.username.lower()
        # Without a name it may be meant for another bot of the group: only what is ours.
        return is_command(command["name"])
    quoted = said.reply_to_message
    if quoted and quoted.sender and quoted.sender.id == me.id:
        return True
    entities = (*said.entities, *said.caption_entities)
    return bool(_mention(me).search(text)) or any(_names(entity, me) for entity in entities)


def _mention(me: Me) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@/])@{re.escape(me.username)}\b[,:]?", re.IGNORECASE)


def _names(entity: Entity, me: Me) -> bool:
    return entity.type == "text_mention" and entity.user is not None and entity.user.id == me.id


def _without_mention(text: str, entities: tuple[Entity, ...], me: Me) -> str:
    """Take our name out of *text*, wherever it stands."""
    units = text.encode("utf-16-le")
    for entity in sorted(entities, key=lambda entity: -entity.offset):
        if _names(entity, me):
            units = units[: 2 * entity.offset] + units[2 * (entity.offset + entity.length) :]
    bare = _mention(me).sub(" ", units.decode("utf-16-le", "replace"))
    return re.sub(r"[ \t]{2,}", " ", bare).strip()


def _language(said: Said) -> str | None:
    return said.sender.language_code if said.sender else None


def _place(message: Said | Under) -> Place:
    thread = message.message_thread_id if message.is_topic_message else None
    grouped = isinstance(message, Said) and message.chat.type != "private"
    return Place(message.chat.id, thread, message.message_id if grouped else None)
