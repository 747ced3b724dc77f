"""Our bot beside a bare python-telegram-bot echo bot, in turns in one run.

Run: ``python -m tests.benchmarks.telegram [--messages 300] [--rounds 2] [--modes polling webhook]
[--databases sqlite postgres]``.
Each bot is a process of its own at a Bot API that costs next to nothing. Measured per cell: answers a
second, median and 99th percentile from the update to its sendMessage, CPU of the bot's process per
answer, its memory; ours on SQLite and on a PostgreSQL that does not wait for the disk. Last comes a stream of 25 questions a second with Telegram's limits kept.
CPU is read from /proc: Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from bot.model.choices import ask
from tests.benchmarks.lean import Lean
from tests.ports import free_port
from tests.postgres import running_postgres
from tests.questions.scoring import questions

USERS = (1, 50)
STREAM_RATE, STREAM_SECONDS = 25, 12
WARM_UP, PAUSE = 20, 3
BUTTONS = (ask("dates", "wasserstoff-fachexperte"), ask("place", "qlee"), ask("greeting"), ask("contact", "qlee"))

BARE = "bare"

Options = Mapping[str, Sequence[str]]
"""Our bots by the name of their database, with what they are started with."""
Person = Callable[[], Awaitable[float]]


@dataclass(frozen=True)
class Bot:
    """One running bot."""

    name: str
    token: str
    process: int

    def cpu(self) -> float:
        """Return the seconds of CPU it has used."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Return its megabytes."""
        lines = Path(f"/proc/{self.process}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


@dataclass(frozen=True)
class Figures:
    """What one phase showed."""

    rate: float
    p50: float
    p99: float
    cpu: float
    memory: float

    def row(self) -> str:
        """Return them as a row of the table."""
        return f"{self.rate:9.0f} {self.p50:8.1f} {self.p99:8.1f} {self.cpu:8.2f} {self.memory:7.0f}"


HEAD = f"{'answers/s':>9} {'p50 ms':>8} {'p99 ms':>8} {'CPU ms':>8} {'RSS MB':>7}"


@asynccontextmanager
async def a_bot(lean: Lean, name: str, mode: str, *extra: str) -> AsyncIterator[Bot]:
    """Start a bot and wait until it takes updates."""
    token = f"{len(lean.lines) + 1}:{mode}"
    port = ["--port", str(free_port())] if mode == "webhook" else []
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.benchmarks.bots", "bare" if name == BARE else "ours",
        "--api", lean.base, "--token", token, *port, *extra, stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        async with asyncio.timeout(120):
            await lean.line(token).ready.wait()
        yield Bot(name, token, process.pid)
    finally:
        process.terminate()
        await process.wait()


async def closed(bot: Bot, person: Person, users: int, messages: int) -> Figures:
    """Let *users* people write one message after the other until *messages* are answered."""
    left, times = iter(range(messages)), list[float]()

    async def keep_asking() -> None:
        for _ in left:
            times.append(await person())

    return await _measured(bot, times, asyncio.gather(*(keep_asking() for _ in range(users))))


async def stream(bot: Bot, person: Person) -> Figures:
    """Let questions come in evenly, whether or not the earlier ones are answered."""
    times, loop = list[float](), asyncio.get_running_loop()
    first = loop.time()

    async def at(number: int) -> None:
        await asyncio.sleep(first + number / STREAM_RATE - loop.time())
        times.append(await person())

    return await _measured(bot, times, asyncio.gather(*(at(n) for n in range(STREAM_RATE * STREAM_SECONDS))))


async def _measured(bot: Bot, times: list[float], work: Awaitable[object]) -> Figures:
    cpu, began = bot.cpu(), time.perf_counter()
    await work
    seconds, used = time.perf_counter() - began, bot.cpu() - cpu
    ranked = sorted(1000 * one for one in times)
    return Figures(
        len(ranked) / seconds,
        statistics.median(ranked),
        ranked[int(0.99 * len(ranked))],
        1000 * used / len(ranked),
        bot.memory(),
    )


def typing(lean: Lean, bot: Bot) -> Person:
    """Return somebody who asks our test questions in turn."""
    asked = cycle([question["question"] for question in questions("german")[:60]])
    return lambda: lean.ask(bot.token, text=next(asked))


def pressing(lean: Lean, bot: Bot) -> Person:
    """Return somebody who presses buttons in turn."""
    pressed = cycle(BUTTONS)
    return lambda: lean.ask(bot.token, data=next(pressed))


async def compare(lean: Lean, mode: str, ours: Options, messages: int, rounds: int) -> None:
    """Measure all bots in turns, print their medians and how many times the bare one's CPU ours need."""
    async with AsyncExitStack() as running:
        bots = [
            await running.enter_async_context(a_bot(lean, name, mode, *extra))
            for name, extra in {**ours, BARE: ()}.items()
        ]
        for kind, habit in (("typed", typing), ("button", pressing)):
            people = {bot: habit(lean, bot) for bot in bots}
            for bot, person in people.items():
                await closed(bot, person, 1, WARM_UP)
            for users in USERS:
                found: dict[str, list[Figures]] = {bot.name: [] for bot in bots}
                for _ in range(rounds):
                    for bot, person in people.items():
                        found[bot.name].append(await closed(bot, person, users, messages))
                _print_turn(f"{mode:8} {kind:7} {users:4}", found)


def _print_turn(what: str, found: Mapping[str, Sequence[Figures]]) -> None:
    middle = {name: _middle(figures) for name, figures in found.items()}
    for name, figures in middle.items():
        print(f"{what} {name:8} {figures.row()} {figures.cpu / middle[BARE].cpu:6.2f}", flush=True)


def _middle(figures: Sequence[Figures]) -> Figures:
    return Figures(*(statistics.median(getattr(one, name) for one in figures) for name in Figures.__annotations__))


@contextmanager
def databases(names: Sequence[str]) -> Iterator[Options]:
    """Yield how our bots are started on each of the databases."""
    if "postgres" not in names:
        yield dict.fromkeys(names, ())
        return
    with running_postgres() as server:
        address = asyncio.run(server.new_database())
        yield {name: ("--database", address) if name == "postgres" else () for name in names}


async def run(modes: Sequence[str], ours: Options, messages: int, rounds: int) -> None:
    """Measure everything."""
    lean = Lean()
    async with lean.running():
        print(f"{'':30} {HEAD}  CPU ×", flush=True)
        for mode in modes:
            await compare(lean, mode, ours, messages, rounds)
            for name, extra in ours.items():
                async with a_bot(lean, name, mode, *extra, "--limited") as bot:
                    person = typing(lean, bot)
                    await closed(bot, person, 1, WARM_UP)
                    # The warm-up has used up what Telegram allows in a second or two.
                    await asyncio.sleep(PAUSE)
                    print(f"{mode:8} typed   25/s {name:8} {(await stream(bot, person)).row()}", flush=True)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.telegram", description=__doc__)
    parser.add_argument("--messages", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--modes", nargs="+", default=["polling", "webhook"], choices=["polling", "webhook"])
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgres"], choices=["sqlite", "postgres"])
    args = parser.parse_args()
    with databases(args.databases) as ours:
        asyncio.run(run(args.modes, ours, args.messages, args.rounds))


if __name__ == "__main__":
    main()
