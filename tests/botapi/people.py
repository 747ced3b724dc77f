"""People who use the bot: they write, tap, send photos, and read what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from tests.botapi.methods import message_json
from tests.botapi.world import BOT_NAME, PATIENCE, Sent, World


class Person:
    """Somebody in a chat: in private, or in a group."""

    def __init__(
        self, world: World, user: int, language: str | None = "de", group: int | None = None
    ) -> None:
        """Be user number *user* whose Telegram speaks *language*; in *group*, or else alone with the bot."""
        self.world = world
        self.user = user
        self.language = language
        self.chat = world.chat(group or user, "supergroup" if group else "private")
        self._taps = count(1)
        self._heard = len(self.from_bot)

    @property
    def from_bot(self) -> list[Sent]:
        """Everything the bot sent to this chat, edits included."""
        return [sent for sent in self.world.sent if sent.chat == self.chat.id]

    def user_json(self) -> dict[str, object]:
        """Return the User object."""
        language = {"language_code": self.language} if self.language else {}
        return {"id": self.user, "is_bot": False, "first_name": "Person", **language}

    def says(self, text: str, **more: object) -> None:
        """Write a message; *more* are further fields of it."""
        self.world.note(f"{self.user} in {self.chat.id}: {text}")
        self._add("message", {**self._message(text), "text": text, **_marks(text), **more})

    def edits(self, text: str) -> None:
        """Change the wording of an earlier message."""
        self.world.note(f"{self.user} in {self.chat.id} (geändert): {text}")
        self._add("edited_message", {**self._message(text), "edit_date": 1767225600, "text": text})

    def sends(self, kind: str, **more: object) -> None:
        """Send something that is no text, such as ``photo``, ``sticker`` or ``voice``."""
        self.world.note(f"{self.user} in {self.chat.id}: ({kind})")
        self._add("message", {**self._message(kind), kind: {"file_id": "x"}, **more})

    def taps(self, wanted: str) -> str:
        """Tap the last button that reads *wanted*; returns the id of the query. LookupError if there is none."""
        for sent in reversed(list(self.chat.messages.values())):
            for button in sent.buttons:
                if button.label == wanted and button.data:
                    return self.sends_data(button.data, sent.message_id)
        raise LookupError(wanted)

    def sends_data(self, data: str, message_id: int = 1) -> str:
        """Send button data, be it of a real button or made up; returns the id of the query."""
        query = f"{self.user}-{self.chat.id}-{next(self._taps)}"
        self.world.open_queries.add(query)
        self.world.note(f"{self.user} in {self.chat.id} tippt: {data}")
        under = self.chat.messages.get(message_id) or Sent(self.chat.id, message_id, "alt")
        tap: dict[str, object] = {
            "id": query,
            "from": self.user_json(),
            "message": message_json(self.world, self.chat, under),
            "chat_instance": "1",
            "data": data,
        }
        self._add("callback_query", tap)
        return query

    async def searches(self, text: str, seconds: float = PATIENCE) -> dict[str, object]:
        """Type the bot's name and *text* in another chat; returns the cards and how long they may be kept."""
        query = f"inline-{self.user}-{next(self._taps)}"
        self.world.open_queries.add(query)
        self.world.note(f"{self.user} anderswo: @{BOT_NAME} {text}")
        self._add("inline_query", {"id": query, "from": self.user_json(), "query": text, "offset": ""})
        await self.world.until(lambda: query in self.world.inline, seconds)
        return self.world.inline[query]

    async def hears(self, number: int = 1, seconds: float = PATIENCE) -> list[Sent]:
        """Wait for *number* more messages than heard so far and return them."""
        first = self._heard
        await self.world.until(lambda: len(self.from_bot) >= first + number, seconds)
        self._heard = first + number
        return self.from_bot[first : first + number]

    async def asks(self, text: str) -> Sent:
        """Write a message and return the one answer to it."""
        self.says(text)
        return (await self.hears())[0]

    def _message(self, text: str) -> dict[str, object]:
        number = self.world.next_message_id()
        self.chat.messages[number] = Sent(self.chat.id, number, text, by_bot=False)
        return {
            "message_id": number,
            "date": 1767225600,
            "chat": self.chat.json(),
            "from": self.user_json(),
        }

    def _add(self, kind: str, content: Mapping[str, object]) -> None:
        self.world.add_update({kind: content})


def _marks(text: str) -> dict[str, object]:
    """Mark commands and mentions as Telegram does."""
    entities: list[dict[str, object]] = []
    if text.startswith("/"):
        entities.append({"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])})
    at = text.lower().find(f"@{BOT_NAME}")
    if at > 0 or (at == 0 and not entities):
        offset = len(text[:at].encode("utf-16-le")) // 2
        entities.append({"type": "mention", "offset": offset, "length": len(BOT_NAME) + 1})
    return {"entities": entities} if entities else {}
