"""The state of this little Telegram: chats, waiting updates, what the bot sent, what is to fail."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from tests.botapi.faults import Disorder, Fault, Lines
from tests.botapi.keyboards import Button, Rows
from tests.botapi.limits import Limits
from tests.botapi.refusal import Refused
from tests.botapi.spec import Spec

TOKEN = "123456:TEST-token_of-the-strict-local-server"
BOT_NAME = "lausitz_test_bot"
PATIENCE = 10.0
"""Seconds a test waits for what must come; reached only when something is broken."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message as it now stands in a chat. ``text`` is what people see, ``html`` what was sent.

    A ``kind`` other than text is a photo, document, contact or venue, described in ``attached``.
    """

    chat: int
    message_id: int
    text: str
    html: str = ""
    rows: Rows = ()
    by_bot: bool = True
    reply_to: int | None = None
    thread: int | None = None
    kind: str = "text"
    attached: Mapping[str, object] = field(default_factory=dict)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons in reading order."""
        return tuple(button for row in self.rows for button in row)

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands on the buttons."""
        return tuple(button.label for button in self.buttons)


@dataclass(slots=True)
class Chat:
    """A chat the bot may write to."""

    id: int
    kind: str = "private"
    blocked: bool = False
    moved_to: int | None = None
    messages: dict[int, Sent] = field(default_factory=dict)

    def json(self) -> dict[str, object]:
        """Return the Chat object of updates."""
        name = {"first_name": "Person"} if self.kind == "private" else {"title": "Gruppe"}
        return {"id": self.id, "type": self.kind, **name}


@dataclass(frozen=True, slots=True)
class Hook:
    """Where updates are delivered."""

    url: str
    secret: str


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot and how it ended: ``refused`` is empty when it was carried out."""

    method: str
    values: Mapping[str, object]
    refused: str = ""


class World:
    """Everything this Telegram knows. Lives in one event loop."""

    def __init__(self, token: str = TOKEN, spec: Spec | None = None, first_update: int = 1001) -> None:
        """Know one bot with *token*; *spec* is an outside table to hold its calls against.

        Updates are numbered from *first_update* on: a bot that knows the numbers of an earlier
        world takes the updates of this one for repeated.
        """
        self.token = token
        self.spec = spec
        self.chats: dict[int, Chat] = {}
        self.pending: list[Mapping[str, object]] = []
        self.allowed: tuple[str, ...] = ()
        self.hook: Hook | None = None
        self.hook_error = ""
        self.delivered = 0
        self.calls: list[Call] = []
        self.sent: list[Sent] = []
        self.profile: dict[tuple[str, str], object] = {}
        self.open_queries: set[str] = set()
        self.inline: dict[str, dict[str, object]] = {}
        self.answered_queries: list[str] = []
        self.poll_turn = 0
        self.lines: list[str] = []
        self.on_line: Callable[[str], None] | None = None
        self.lines_open = Lines()
        self.disorder = Disorder()
        self.limits = Limits()
        self._faults: list[tuple[str, Refused | Fault]] = []
        self._updates = count(first_update)
        self._messages = count(1)
        self._pulse = asyncio.Event()

    @property
    def bot_json(self) -> dict[str, object]:
        """The bot's User object."""
        bot_id = int(self.token.partition(":")[0])
        return {"id": bot_id, "is_bot": True, "first_name": "Lausitz", "username": BOT_NAME}

    def chat(self, chat_id: int, kind: str = "private") -> Chat:
        """Return a chat, opening it if it is new."""
        return self.chats.setdefault(chat_id, Chat(chat_id, kind))

    def migrate(self, chat_id: int, to: int) -> None:
        """Let a group become a supergroup of another number."""
        self.chat(chat_id, "group").moved_to = to
        self.chat(to, "supergroup")

    def next_message_id(self) -> int:
        """Return a fresh message id."""
        return next(self._messages)

    def add_update(self, update: Mapping[str, object]) -> None:
        """Let an update wait for the bot; kinds it did not ask for are dropped, as Telegram does."""
        kinds = set(update) - {"update_id"}
        if self.allowed and kinds and not kinds & set(self.allowed):
            return
        self.pending.append({"update_id": next(self._updates), **update})
        self.changed()

    def confirm_below(self, offset: int) -> None:
        """Forget updates the bot has taken."""
        self.pending = [raw for raw in self.pending if _number(raw) >= offset]

    def fail_next(self, method: str, fault: Refused | Fault, times: int = 1) -> None:
        """Let *fault* happen to the next *times* calls of *method*."""
        self._faults += [(method, fault)] * times

    def take_refusal(self, method: str) -> None:
        """Raise the refusal planned for the next call of *method*, if one is."""
        fault = self._next_fault(method)
        if isinstance(fault, Refused):
            self._faults.remove((method, fault))
            raise fault

    def take_fault(self, method: str) -> Fault | None:
        """Return what else was planned for the next call of *method*."""
        fault = self._next_fault(method)
        if fault is None or isinstance(fault, Refused):
            return None
        self._faults.remove((method, fault))
        return fault

    def _next_fault(self, method: str) -> Refused | Fault | None:
        return next((fault for name, fault in self._faults if name == method), None)

    def forget_faults(self) -> None:
        """Let all be well again."""
        self._faults = []

    def batch(self, limit: int) -> list[Mapping[str, object]]:
        """Return the waiting updates as the bot gets them."""
        return self.disorder.of(self.pending[:limit])

    def post(self, message: Sent) -> None:
        """Put a message of the bot into its chat, or a new version of it."""
        self.chats[message.chat].messages[message.message_id] = message
        self.sent.append(message)
        told = "" if message.kind == "text" else f"({message.kind} {dict(message.attached)}) "
        self.note(f"Bot an {message.chat}: {told}{message.text}")
        for row in message.rows:
            self.note("    " + " ".join(f"[{button.label}]" for button in row))

    def take_away_buttons(self, message: Sent) -> None:
        """Leave a message without its keyboard."""
        self.chats[message.chat].messages[message.message_id] = replace(message, rows=())

    def note(self, line: str) -> None:
        """Write a line of the transcript."""
        self.lines.append(line)
        if self.on_line:
            self.on_line(line)

    def changed(self) -> None:
        """Wake everybody who waits for something."""
        self._pulse.set()
        self._pulse = asyncio.Event()

    async def until(self, met: Callable[[], bool], seconds: float | None = PATIENCE) -> None:
        """Wait until *met*; raises TimeoutError after *seconds*."""
        async with asyncio.timeout(seconds):
            while not met():
                await self._pulse.wait()

    def calls_of(self, method: str) -> list[Call]:
        """Return the calls of one method, in order."""
        return [call for call in self.calls if call.method == method]


def _number(raw: Mapping[str, object]) -> int:
    number = raw.get("update_id")
    return number if isinstance(number, int) else 0
