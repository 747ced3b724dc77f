"""Faults × outcome: our bot and a bare python-telegram-bot echo, each at the strict local server.

Run: ``python -m tests.benchmarks.faults [--only ours|bare] [--quick]``. Prints for each trial of
`tests.botapi.trials` how many of the messages got no answer and how many answers came twice. The slow
trials take minutes: they wait for read time-outs and for Telegram's limits.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

from tests.botapi.laboratory import Laboratory, laboratory
from tests.botapi.trials import QUICK, SLOW, Trial, Trials, Verdict, judge
from tests.botapi.world import TOKEN

ASKED = "Was kostet der Wasserstoffkurs?"
SECONDS: Mapping[str, Mapping[bool, float]] = {"ours": {True: 40, False: 120}, "bare": {True: 6, False: 40}}
"""How long a bot is waited for, by whether the trial is quick; the bare one never repeats anything."""
QUIET = 3.0


@asynccontextmanager
async def a_bot(lab: Laboratory, which: str) -> AsyncIterator[None]:
    """Run a bot by polling until it has answered once."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.benchmarks.bots", which, "--api", lab.api_url, "--token", TOKEN, "--limited",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        first = lab.person(10**6)
        first.says(ASKED)
        await first.hears(seconds=120)
        yield
    finally:
        process.terminate()
        await process.wait()


async def try_out(which: str, trials: Sequence[Trial]) -> dict[str, Verdict]:
    """Return what each trial showed."""
    async with laboratory() as lab, a_bot(lab, which):
        running = Trials(lab, ASKED)
        people = {trial: await running.run(trial, SECONDS[which][trial in QUICK]) for trial in trials}
        await asyncio.sleep(QUIET)
        return {trial.name: judge(asking, trial.messages) for trial, asking in people.items()}


async def compare(bots: Sequence[str], trials: Sequence[Trial]) -> None:
    """Print the table."""
    told = {which: await try_out(which, trials) for which in bots}
    print(f"{'lost / doubled of asked':<46}" + "".join(f"{which:>18}" for which in bots))
    for trial in trials:
        row = (told[which][trial.name] for which in bots)
        print(f"{trial.name:<46}" + "".join(f"{f'{v.lost} / {v.doubled} of {v.asked}':>18}" for v in row))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.faults", description=__doc__)
    parser.add_argument("--only", choices=["ours", "bare"])
    parser.add_argument("--quick", action="store_true", help="leave out the trials that take minutes")
    args = parser.parse_args()
    asyncio.run(compare([args.only] if args.only else ["ours", "bare"], QUICK if args.quick else (*QUICK, *SLOW)))


if __name__ == "__main__":
    main()
