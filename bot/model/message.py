"""What a channel hands to a turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Command = Literal["link"]
Notice = Literal["photo", "sticker", "voice", "file", "other", "edited", "unknown-command", "too-many", "failed"]
Order = Literal["reload", "standing", "inbox"]
"""What only admins may ask for, see `bot.service.ports.Operations`."""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing a person wrote or tapped.

    ``chat`` names the conversation within its channel. Exactly one of ``text``, ``choice``
    and ``notice`` is set: ``choice`` is the data of a tapped button (see `bot.model.choices`),
    ``notice`` names something that is no question and gets the sentence ``notice-<name>``
    of the texts: a photo, a sticker, an unknown command.
    ``attached`` names what came with the text where that is a caption: it is answered where it asks of something
    of ours, else it is as if only the attachment had come; an edited text is looked at for distress alone.
    ``command`` is given where the text stands behind a slash command that takes words.
    ``order`` stands beside the notice of an unknown command: that is what it is for whoever is no admin.
    ``language_code`` is what the channel knows of the person's language, e.g. ``de-AT``.
    """

    chat: str
    text: str | None = None
    choice: str | None = None
    notice: Notice | None = None
    language_code: str | None = None
    command: Command | None = None
    order: Order | None = None
    attached: Notice | None = None
