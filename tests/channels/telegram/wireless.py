"""A Telegram without a network: calls reach the little world at once, or after what a die decides."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field

from telegram import Bot
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.incoming import Place
from bot.channels.telegram.pacing import Pace
from bot.channels.telegram.patience import hush_library
from bot.channels.telegram.render import Part
from bot.channels.telegram.requests import AiohttpRequest
from bot.channels.telegram.sending import Sender, Tools
from bot.service.chats import MemoryChats
from bot.service.metrics import Metrics
from bot.store.slots import MemorySlots
from tests.botapi import methods
from tests.botapi.refusal import Refused
from tests.botapi.world import TOKEN, World


@dataclass(frozen=True, slots=True)
class Lost:
    """The call is carried out, and then this error takes the place of the answer."""

    error: TelegramError


Mishap = TelegramError | Refused | Lost | None
"""What happens to one call; an error alone means that it was not carried out."""


@dataclass
class Wireless(BaseRequest):
    """Carries calls to *world*; *mishaps* happen to the first ones, in order."""

    world: World
    mishaps: list[Mishap] = field(default_factory=list)
    takes: Callable[[], float] = lambda: 0.0

    @property
    def read_timeout(self) -> float | None:
        """There is none."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        """Read answers as the real one does."""
        return AiohttpRequest.parse_json_payload(payload)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        """Carry the call out, unless a mishap comes first."""
        mishap = self.mishaps.pop(0) if self.mishaps else None
        await asyncio.sleep(self.takes())
        if isinstance(mishap, TelegramError):
            raise mishap
        try:
            if isinstance(mishap, Refused):
                raise mishap
            values = request_data.json_parameters if request_data else {}
            result = await methods.call(self.world, url.rpartition("/")[2], values)
        except Refused as refusal:
            return refusal.code, json.dumps(refusal.body()).encode()
        if isinstance(mishap, Lost):
            raise mishap.error
        return 200, json.dumps({"ok": True, "result": result}).encode()


@dataclass
class Post:
    """A sender at work on a world of its own, in the time of the running loop."""

    world: World
    wireless: Wireless
    sender: Sender
    metrics: Metrics
    chats: MemoryChats

    async def says(self, chat: int, *texts: str, thread: int | None = None) -> str:
        """Send the texts to *chat*; returns what became of them."""
        return (await self.sender.say(Place(chat, thread), [Part(text) for text in texts])).value

    def heard(self, chat: int) -> list[str]:
        """Return what arrived in *chat*."""
        return [sent.text for sent in self.world.sent if sent.chat == chat]


def a_post(*mishaps: Mishap, people: int = 1, takes: Callable[[], float] = lambda: 0.0) -> Post:
    """Return a sender for *people* (numbered from 1). Needs a running loop."""
    hush_library()
    now = asyncio.get_running_loop().time
    world, metrics, chats = World(), Metrics(), MemoryChats()
    world.limits._now = now
    for person in range(1, people + 1):
        world.chat(person)
    wireless = Wireless(world, list(mishaps), takes)
    pace = Pace(asyncio.sleep, MemorySlots(now))
    bot = Bot(TOKEN, request=wireless, get_updates_request=wireless)
    return Post(world, wireless, Sender(Tools(bot, pace, chats, metrics, asyncio.sleep)), metrics, chats)


def place_of(chat: int) -> Place:
    """Return where answers to *chat* go."""
    return Place(chat)
