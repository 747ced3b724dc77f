"""Hand-written stand-ins and a running bot for the tests of this folder."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from bot.channels.telegram.desk import TYPING_AFTER, TYPING_AGAIN
from bot.channels.telegram.run import Staff, poll, serve
from bot.model.message import Message
from bot.model.reply import Card, Reply, Text
from bot.service.backing import Backing
from bot.service.office import Office, office_of
from bot.service.vitals import Check
from bot.service.web import listen
from bot.settings import Settings
from bot.store.opening import open_store
from tests.botapi.laboratory import Laboratory
from tests.botapi.world import PATIENCE, TOKEN
from tests.ports import free_port

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SECRET = "the-secret_of-the-webhook"


def clock() -> datetime:
    """Stand still."""
    return NOW


def echo(message: Message) -> Reply:
    """Say what came in."""
    said = message.text if message.text is not None else message.choice or f"notice-{message.notice}"
    return Reply((Text(f"Antwort: {said}"),))


@dataclass
class FakeAnswerer:
    """Answers by a plain function, remembers what it was asked, can be held up."""

    answer: Callable[[Message], Reply] = echo
    asked: list[Message] = field(default_factory=list)
    moments: list[datetime] = field(default_factory=list)
    held: dict[str, asyncio.Event] = field(default_factory=dict)
    started: asyncio.Event = field(default_factory=asyncio.Event)

    async def turn(self, message: Message, now: datetime) -> Reply:
        """Answer, once nobody holds this text up any more."""
        self.asked.append(message)
        self.moments.append(now)
        self.started.set()
        if message.text in self.held:
            await self.held[message.text].wait()
        return self.answer(message)

    def cards(self, text: str, language_code: str | None, now: datetime) -> tuple[Card, ...]:
        """Offer one card that says what was typed."""
        if text == "bumm":
            raise RuntimeError(text)
        return (Card("kurs", f"Kurs {text}", f"{language_code} {now:%d.%m.%Y}", Reply((Text(f"Karte <{text}>"),))),)

    def topic_count(self) -> int:
        """Know one thing."""
        return 1

    def languages(self) -> tuple[str, ...]:
        """Speak two languages, one of them in two registers."""
        return ("de", "de-simple", "en")

    def say(self, language: str, key: str, **args: str) -> str:
        """Return the key itself with its language."""
        return " ".join([key, language, *args.values()])

    def hold(self, text: str) -> asyncio.Event:
        """Keep back the answer to *text* until the returned event is set."""
        return self.held.setdefault(text, asyncio.Event())


@dataclass
class Pauses:
    """Waits for nothing and remembers how long it was asked to; typing signs stay away by default."""

    typing: bool = False
    asked: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        """Return at once, or never where the typing sign is not part of the test."""
        self.asked.append(seconds)
        if seconds == TYPING_AGAIN or (seconds == TYPING_AFTER and not self.typing):
            await asyncio.Event().wait()
        await asyncio.sleep(0)

    @property
    def real(self) -> list[float]:
        """The pauses that were not about typing."""
        return [seconds for seconds in self.asked if seconds not in {TYPING_AFTER, TYPING_AGAIN}]


@dataclass
class Stuck(Pauses):
    """Waits for ever, and says that it does."""

    waiting: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, seconds: float) -> None:
        """Never return."""
        self.waiting.set()
        await asyncio.Event().wait()


def settings_for(lab: Laboratory, *, port: int | None = None, token: str = TOKEN) -> Settings:
    """Return settings that point at *lab*; with *port*, those of a webhook."""
    basic: dict[str, object] = {"telegram_bot_token": token, "telegram_api_url": lab.api_url, "host": "127.0.0.1"}
    hook = {"webhook_url": f"http://127.0.0.1:{port}/telegram", "webhook_secret": SECRET, "port": port}
    return Settings.model_validate({**basic, **(hook if port else {})})


@dataclass
class Running:
    """A bot at work in this process."""

    answerer: FakeAnswerer
    pauses: Pauses
    task: asyncio.Task[None]
    office: Office
    port: int = 0

    async def end(self) -> None:
        """Tell it to stop and wait until it has."""
        await ended(self.task)


async def ended(bot: asyncio.Task[None]) -> None:
    """Tell *bot* to stop and wait until it has; raises what it ended with before."""
    bot.cancel()
    await asyncio.wait({bot}, timeout=PATIENCE)
    if not bot.cancelled():
        bot.result()


@asynccontextmanager
async def polling(
    lab: Laboratory,
    answerer: FakeAnswerer | None = None,
    pauses: Pauses | None = None,
    *,
    remove_webhook: bool = False,
    token: str = TOKEN,
    checks: Mapping[str, Check] = MappingProxyType({}),
    pages: Mapping[str, object] = MappingProxyType({}),
    folder: Path | None = None,
) -> AsyncIterator[Running]:
    """Run the bot by polling beside the body, on the database in *folder*; *pages* are settings to serve them by."""
    answerer, pauses = answerer or FakeAnswerer(), pauses or Pauses()
    port = free_port() if pages else 0
    settings = settings_for(lab, token=token)
    if pages:
        settings = Settings.model_validate({**settings.model_dump(exclude_unset=True), "port": port, **pages})
    with listen(settings.host, settings.port) if pages else nullcontext() as sock:
        async with an_office(folder) as office:
            staff = Staff(answerer, office, clock, Backing(pause=pauses, checks=checks))
            work = poll(settings, staff, sock, remove_webhook=remove_webhook)
            async with _beside(work, answerer, pauses, office) as running:
                running.port = port
                yield running


@asynccontextmanager
async def serving(
    lab: Laboratory,
    answerer: FakeAnswerer | None = None,
    pauses: Pauses | None = None,
    *,
    folder: Path | None = None,
) -> AsyncIterator[Running]:
    """Run the bot behind a webhook beside the body, on the database in *folder*."""
    answerer, pauses, port = answerer or FakeAnswerer(), pauses or Pauses(), free_port()
    async with an_office(folder) as office:
        staff = Staff(answerer, office, clock, Backing(pause=pauses))
        with listen("127.0.0.1", port) as sock:
            async with _beside(serve(settings_for(lab, port=port), staff, sock), answerer, pauses, office) as running:
                running.port = port
                yield running


@asynccontextmanager
async def an_office(folder: Path | None = None) -> AsyncIterator[Office]:
    """Open a database in *folder*, else in a folder of its own that is gone afterwards."""
    with TemporaryDirectory() as temporary:
        async with open_store(None, folder or Path(temporary), alone=True) as store:
            yield office_of(store)


@asynccontextmanager
async def _beside(
    work: Coroutine[object, object, None],
    answerer: FakeAnswerer,
    pauses: Pauses,
    office: Office,
) -> AsyncIterator[Running]:
    running = Running(answerer, pauses, asyncio.create_task(work), office)
    try:
        yield running
        if not running.task.done():
            await running.end()
    finally:
        running.task.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await running.task
