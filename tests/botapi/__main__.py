"""Start the server by hand: ``python -m tests.botapi --port 8081 [--talk]``."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from functools import partial
from pathlib import Path
from time import time

from tests.botapi.laboratory import laboratory
from tests.botapi.people import Person
from tests.botapi.spec import Spec
from tests.botapi.world import TOKEN, World


def main() -> None:
    """Read the command line and run until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m tests.botapi", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument(
        "--spec", default=os.environ.get("BOTAPI_SPEC"), help="outside table of methods (JSON)"
    )
    parser.add_argument(
        "--talk", action="store_true", help="what you type is sent as user 1; '#2' taps button 2"
    )
    try:
        asyncio.run(_run(parser.parse_args()))
    except KeyboardInterrupt:
        print()


async def _run(args: argparse.Namespace) -> None:
    # Every start goes on with higher numbers, as Telegram does.
    world = World(args.token, Spec(Path(args.spec)) if args.spec else None, first_update=int(time()))
    world.on_line = partial(print, flush=True)
    async with laboratory(world, args.host, args.port) as lab:
        print(f"TELEGRAM_API_URL={lab.api_url} TELEGRAM_BOT_TOKEN={args.token}", flush=True)
        if args.talk:
            await _talk(lab.person(1))
        else:
            await asyncio.Event().wait()


async def _talk(person: Person) -> None:
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        text = line.strip()
        if text.startswith("#"):
            _tap(person, text)
        else:
            person.says(text)


def _tap(person: Person, text: str) -> None:
    buttons = person.from_bot[-1].buttons if person.from_bot else ()
    number = int(text[1:]) if text[1:].isdigit() else 0
    if not 1 <= number <= len(buttons):
        print(f"Es gibt {len(buttons)} Knöpfe.")
    elif buttons[number - 1].data:
        person.taps(buttons[number - 1].label)
    else:
        print(f"Öffnet {buttons[number - 1].url}")


if __name__ == "__main__":
    main()
