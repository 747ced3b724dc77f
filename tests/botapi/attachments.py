"""Sending what is no text: pictures, files, contacts, venues."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.botapi.keyboards import read_keyboard
from tests.botapi.markup import read_text, utf16
from tests.botapi.params import Params
from tests.botapi.refusal import bad_request
from tests.botapi.world import Chat, Sent, World

CAPTION_LIMIT = 1024
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_PHONE = re.compile(r"\+?[\d ()/-]{3,30}")


def photo(world: World, chat: Chat, params: Params) -> Sent:
    """Take a picture; raises `Refused` for what is none."""
    file = _file(params, "photo")
    if not _bytes(file).startswith(_PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    return _captioned(world, chat, params, "photo", {"file_name": file.get("file_name")})


def document(world: World, chat: Chat, params: Params) -> Sent:
    """Take a file; what is text in it can be read."""
    file = _file(params, "document")
    if not _bytes(file):
        raise bad_request("file must be non-empty")
    told = {"file_name": file.get("file_name"), "mime": file.get("mime"), "content": _bytes(file).decode(errors="replace")}
    return _captioned(world, chat, params, "document", told)


def contact(world: World, chat: Chat, params: Params) -> Sent:
    """Take a phone number with a name."""
    phone, name = params.text("phone_number"), params.text("first_name")
    if not _PHONE.fullmatch(phone):
        raise bad_request("PHONE_NUMBER_INVALID")
    if not name.strip() or utf16(name) > 64:
        raise bad_request("contact first name must be non-empty")
    told = {"phone_number": phone, "first_name": name, "vcard": params.text("vcard")}
    return _bare(world, chat, params, "contact", told)


def venue(world: World, chat: Chat, params: Params) -> Sent:
    """Take a place on the map."""
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong latitude or longitude")
    if not params.text("title").strip() or not params.text("address").strip():
        raise bad_request("venue title and address must be non-empty")
    told = {"latitude": latitude, "longitude": longitude, "title": params.text("title"), "address": params.text("address")}
    return _bare(world, chat, params, "venue", told)


def _file(params: Params, name: str) -> Mapping[str, object]:
    file = params.values.get(name)
    if not isinstance(file, Mapping):
        raise bad_request(f"there is no {name} in the request")
    return file


def _bytes(file: Mapping[str, object]) -> bytes:
    content = file.get("bytes")
    return content if isinstance(content, bytes) else b""


def _captioned(world: World, chat: Chat, params: Params, kind: str, told: Mapping[str, object]) -> Sent:
    html = params.text("caption")
    text = read_text(html, params.text("parse_mode") or None).text.strip() if html else ""
    if utf16(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    rows = read_keyboard(params.values.get("reply_markup"))
    return Sent(chat.id, world.next_message_id(), text, html, rows, kind=kind, attached=told)


def _bare(world: World, chat: Chat, params: Params, kind: str, told: Mapping[str, object]) -> Sent:
    rows = read_keyboard(params.values.get("reply_markup"))
    return Sent(chat.id, world.next_message_id(), "", "", rows, kind=kind, attached=told)
