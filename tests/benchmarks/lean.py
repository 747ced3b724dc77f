"""A Bot API that costs next to nothing, and people who write and wait: the load of a benchmark.

Several bots can be connected at once, told apart by their token. Nothing is checked here; the strict
server is `tests.botapi`.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl

import aiohttp

ME = {"id": 123456, "is_bot": True, "first_name": "Bot", "username": "bench_bot"}
PATIENCE = 60.0
RESULTS: Mapping[str, object] = MappingProxyType({"getMe": ME, "getWebhookInfo": {
    "url": "", "has_custom_certificate": False, "pending_update_count": 0,
}})  # fmt: skip
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Line:
    """What one bot has to take, and who waits for its answers."""

    hook: str = ""
    secret: str = ""
    pending: list[dict[str, object]] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    waiting: dict[int, asyncio.Future[float]] = field(default_factory=dict)


class Lean:
    """The server and the people in one."""

    def __init__(self) -> None:
        self.lines: dict[str, Line] = {}
        self.base = ""
        self._numbers = count(1)
        self._chats = count(1000)
        self._session: aiohttp.ClientSession | None = None

    def line(self, token: str) -> Line:
        """Return the line of the bot with *token*."""
        return self.lines.setdefault(token, Line())

    async def ask(self, token: str, *, text: str | None = None, data: str | None = None) -> float:
        """Write, or press a button, in a chat of its own; returns the seconds until the answer."""
        line, chat = self.line(token), next(self._chats)
        answered: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        line.waiting[chat] = answered
        update, began = self._update(chat, text, data), time.perf_counter()
        if line.hook and self._session:
            async with self._session.post(line.hook, json=update, headers={SECRET_HEADER: line.secret}) as taken:
                taken.raise_for_status()
        else:
            line.pending.append(update)
            line.news.set()
        async with asyncio.timeout(PATIENCE):
            return await answered - began

    def _update(self, chat: int, text: str | None, data: str | None) -> dict[str, object]:
        person = {"id": chat, "is_bot": False, "first_name": "P", "language_code": "de"}
        room = {"id": chat, "type": "private", "first_name": "P"}
        message = {"message_id": 1, "date": 1767225600, "chat": room, "from": person, "text": text or "x"}
        if data is None:
            return {"update_id": next(self._numbers), "message": message}
        tap = {"id": str(chat), "from": person, "chat_instance": "1", "message": message, "data": data}
        return {"update_id": next(self._numbers), "callback_query": tap}

    async def serve_line(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                path = head.split(b" ", 2)[1].decode()
                size = next(
                    (int(part[15:]) for part in head.lower().split(b"\r\n") if part.startswith(b"content-length:")), 0
                )
                body = _values(await reader.readexactly(size))
                _, bot, method = path.split("/")
                payload = json.dumps({"ok": True, "result": await self._result(bot[3:], method, body)}).encode()
                writer.write(
                    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(payload)
                    + payload
                )
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            writer.close()

    async def _result(self, token: str, method: str, body: Mapping[str, Any]) -> object:
        line = self.line(token)
        if method == "getUpdates":
            return await self._updates(line, int(body.get("offset", 0)), int(body.get("timeout", 0)))
        if method == "setWebhook":
            line.hook, line.secret = body["url"], body.get("secret_token", "")
            line.ready.set()
        if method == "sendMessage":
            chat = int(body["chat_id"])
            if (waiting := line.waiting.pop(chat, None)) and not waiting.done():
                waiting.set_result(time.perf_counter())
            room = {"id": chat, "type": "private", "first_name": "P"}
            return {"message_id": 2, "date": 1767225600, "chat": room, "from": ME, "text": "x"}
        return RESULTS.get(method, True)

    async def _updates(self, line: Line, offset: int, hold: int) -> object:
        line.ready.set()
        line.pending = [raw for raw in line.pending if int(str(raw["update_id"])) >= offset]
        if not line.pending and hold:
            line.news.clear()
            try:
                await asyncio.wait_for(line.news.wait(), hold)
            except TimeoutError:
                return []
        return line.pending[:100]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Serve beside the body."""
        server = await asyncio.start_server(self.serve_line, "127.0.0.1", 0)
        self.base = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot"
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=2)) as self._session:
            yield
        server.close()


def _values(body: bytes) -> Mapping[str, Any]:
    """Return what a method is called with: ours comes as JSON, the library's own as a form."""
    return json.loads(body) if body.startswith(b"{") else dict(parse_qsl(body.decode()))
