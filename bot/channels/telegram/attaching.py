"""What is no text as a call of Telegram's: pictures, files, cards. Pure."""

from __future__ import annotations

from html import escape

from telegram import InputFile

from bot.channels import qr
from bot.model.reply import Attached, CalendarFile, ContactCard, StartCode, Venue

Call = tuple[str, dict[str, object]]
"""A method and what it is called with, the place apart."""

_NAME_LIMIT = 64


def call_for(attached: Attached, html: str, address: str) -> Call:
    """Return the call that sends *attached*, with *html* under it where its form has room.

    *address* is the bot's own, ``https://t.me/<name>``.
    """
    match attached:
        case StartCode(payload=payload):
            url = f"{address}?start={payload}"
            caption = f"{html}: {escape(url, quote=False)}"
            return "sendPhoto", _file("photo", qr.png(url), f"{payload}.png", caption)
        case CalendarFile(name=name, text=text):
            return "sendDocument", _file("document", text.encode(), name, html)
        case ContactCard(name=name, phone=phone):
            return "sendContact", {"phone_number": phone, "first_name": name[:_NAME_LIMIT]}
        case Venue(name=name, address=where, latitude=latitude, longitude=longitude):
            return "sendVenue", {"latitude": latitude, "longitude": longitude, "title": name, "address": where}


def _file(kind: str, content: bytes, name: str, caption: str) -> dict[str, object]:
    return {kind: InputFile(content, name), "caption": caption, "parse_mode": "HTML"}
