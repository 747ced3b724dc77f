"""How this Telegram says no."""

from __future__ import annotations

from collections.abc import Mapping

_PHRASES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    429: "Too Many Requests",
    502: "Bad Gateway",
}


class Refused(Exception):
    """A call Telegram does not carry out: HTTP code and reason.

    With 429 come the seconds to wait, for a group that became a supergroup its new number.
    """

    def __init__(
        self, code: int, reason: str = "", retry_after: int | None = None, moved_to: int | None = None
    ) -> None:
        """Keep what the answer says."""
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.retry_after = retry_after
        self.moved_to = moved_to

    @property
    def description(self) -> str:
        """The sentence Telegram sends along."""
        phrase = _PHRASES.get(self.code, "Internal Server Error")
        return f"{phrase}: {self.reason}" if self.reason else phrase

    def body(self) -> Mapping[str, object]:
        """The JSON of the answer."""
        body: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        elif self.moved_to is not None:
            body["parameters"] = {"migrate_to_chat_id": self.moved_to}
        return body


def bad_request(reason: str) -> Refused:
    """The most frequent no."""
    return Refused(400, reason)


def flood(seconds: int) -> Refused:
    """Too many calls; come again after *seconds*."""
    return Refused(429, f"retry after {seconds}", retry_after=seconds)


def migrated(chat: int) -> Refused:
    """The group became a supergroup and is now *chat*."""
    return Refused(400, "group chat was upgraded to a supergroup chat", moved_to=chat)


def blocked() -> Refused:
    """The person does not want to hear from the bot."""
    return Refused(403, "bot was blocked by the user")
