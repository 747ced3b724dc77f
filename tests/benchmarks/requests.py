"""CPU of one sendMessage: the library's httpx beside our aiohttp, in turns.

Run: ``python -m tests.benchmarks.requests [--calls 1000] [--rounds 3]``. Prints milliseconds of CPU
a call, median and spread over the rounds, for the bare POST and for a whole `Bot` call with
keyboard. The server is a process of its own that answers at once and counts for nobody.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.channels.telegram.patience import hush_library
from bot.channels.telegram.requests import AiohttpRequest

TOKEN = "123456:TEST"
ANSWER = (
    b'{"ok":true,"result":{"message_id":1,"date":1767225600,"text":"hallo",'
    b'"chat":{"id":7,"type":"private","first_name":"P"},'
    b'"from":{"id":123456,"is_bot":true,"first_name":"L","username":"lausitz_bot"}}}'
)
KEYBOARD = {"inline_keyboard": [[{"text": f"Knopf {number}", "callback_data": "q:dates"}] for number in range(3)]}
MESSAGE = {"chat_id": 7, "text": "Guten Tag! " * 20, "parse_mode": "HTML", "reply_markup": KEYBOARD}
CLASSES: Mapping[str, Callable[[], BaseRequest]] = {"httpx (library)": HTTPXRequest, "aiohttp (ours)": AiohttpRequest}

Call = Callable[[], Awaitable[object]]


async def answer_at_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer every request of one connection."""
    head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(ANSWER)
    while request := await _head(reader):
        length = next((line for line in request.lower().split(b"\r\n") if line.startswith(b"content-length:")), b":0")
        await reader.readexactly(int(length.partition(b":")[2]))
        writer.write(head + ANSWER)
    writer.close()


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""


async def serve() -> None:
    """Be the server: print the port, then answer until killed."""
    server = await asyncio.start_server(answer_at_once, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@asynccontextmanager
async def a_server() -> AsyncIterator[str]:
    """Yield the base address of a server in a process of its own."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.benchmarks.requests", "--serve", stdout=asyncio.subprocess.PIPE
    )
    try:
        port = (await process.stdout.readline()).decode().strip() if process.stdout else ""
        yield f"http://127.0.0.1:{port}/bot"
    finally:
        process.kill()
        await process.wait()


async def cpu(call: Call, calls: int) -> float:
    """Return milliseconds of CPU one call takes."""
    await call()
    began = time.process_time()
    for _ in range(calls):
        await call()
    return (time.process_time() - began) / calls * 1000


async def measured(base: str, request: BaseRequest, calls: int) -> tuple[float, float]:
    """Return the CPU of the bare POST and of a whole call."""
    bot, url = Bot(TOKEN, base_url=base, request=request), f"{base}{TOKEN}/sendMessage"
    async with request:
        bare = await cpu(lambda: request.post(url, RequestData([])), calls)
        return bare, await cpu(lambda: bot.do_api_request("sendMessage", MESSAGE), calls)


async def compare(calls: int, rounds: int) -> None:
    """Measure both classes in turns and print the table."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in CLASSES}
    async with a_server() as base:
        for _ in range(rounds):
            for name, make in CLASSES.items():
                found[name].append(await measured(base, make(), calls))
    print(f"{'ms CPU a call':<18} {'bare POST':>22} {'Bot call':>22}")
    for name, pairs in found.items():
        print(f"{name:<18} " + " ".join(f"{_spread(column):>22}" for column in zip(*pairs, strict=True)))


def _spread(values: tuple[float, ...]) -> str:
    return f"{statistics.median(values):.3f} ({min(values):.3f}–{max(values):.3f})"


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.requests", description=__doc__)
    parser.add_argument("--calls", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    hush_library()
    asyncio.run(serve() if args.serve else compare(args.calls, args.rounds))


if __name__ == "__main__":
    main()
