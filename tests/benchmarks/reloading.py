"""Edits while the bot answers: nothing lost or mixed, how soon they are live, what they hold up and cost in memory.

Run: ``python -m tests.benchmarks.reloading [--reloads 100] [--rate 100] [--intents N]``.
A copy of our own content (with ``--intents 300``: of as many intents, the new ones made from ours with
invented words) is edited again and again, in turns a fact and an example, while questions come in at a
steady rate, answered or not. Every edit numbers all that is said of one course. Printed are:
questions, answers missing, answers with another number than the knowledge they began with; seconds from
the edit to the first turn that knows it; milliseconds from the new knowledge being ready to that turn;
milliseconds until an answer, and memory after the first and the last edit.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import statistics
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count, cycle
from pathlib import Path
from random import Random
from time import perf_counter, process_time

# Before numpy is loaded: as `python -m bot` does.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from ruamel.yaml import YAML

from bot.app import builder, converse
from bot.conversation.brain import Brain
from bot.conversation.turn import Conversation
from bot.knowledge import Problem
from bot.logs import set_up_logs
from bot.model.message import Message
from bot.model.reply import plain_text
from bot.service.reloading import Build, Reloader, keep_fresh
from bot.settings import Settings
from tests.house import OWN_DATA
from tests.questions.scoring import questions

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NUMBERED = "content/offers/zaehlkurs.yaml"
COURSE = """\
title: {{de: "Zählkurs", en: "Counting course"}}
type: further-training
for: [employees]
provider: qlee
summary: {{de: "Fassung {0}: Du lernst in {0} Tagen zählen.", en: "Version {0}: you learn to count in {0} days."}}
facets:
  cost: {{de: "Fassung {0} kostet {0} Euro.", en: "Version {0} costs {0} euros."}}
  duration: {{de: "Fassung {0} dauert {0} Tage.", en: "Version {0} takes {0} days."}}
contact: qlee
sources:
  page: {{title: {{de: "Seite der Fassung {0}", en: "Page of version {0}"}}, url: https://example.org/zaehlkurs, read: 2026-11-21}}
review_by: 2027-06-01
owner: Redaktion
"""
TAUGHT = "intents/cost.yaml"
ASKED = ("was ist der zählkurs", "was kostet der zählkurs", "wie lange dauert der zählkurs", "erzähl mir was über den zählkurs")
NUMBER = re.compile(r"(?:Fassung|Version|kostet|costs|dauert|takes|in) (\d{3,})")
CHANCE = Random()
"""Drawn anew in each run: what an earlier one computed for the same edits is kept, and would be found."""
FIRST = CHANCE.randrange(100, 800)


@dataclass
class Site:
    """The folders that are edited."""

    root: Path
    edits: int = 0
    began: dict[int, float] = field(default_factory=dict)
    built: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Copy our own, and add the course that counts."""
        for name in ("content", "intents"):
            shutil.copytree(ROOT / name, self.root / name)
        self._taught = (self.root / TAUGHT).read_text(encoding="utf-8")
        self.edit()

    @property
    def settings(self) -> Settings:
        """The settings that lead there."""
        return Settings(content_dir=self.root / "content", intents_dir=self.root / "intents", data_dir=OWN_DATA, bot_today=None)

    def edit(self) -> None:
        """Save a new version: new facts, and every other time a new example too."""
        number = FIRST + self.edits
        if self.edits % 2:
            more = f"examples:\n  de:\n    - was kostet {{topic}} am {invented(CHANCE)}\n"
            taught = self._taught.replace("examples:\n  de:\n", more, 1)
            (self.root / TAUGHT).write_text(taught, encoding="utf-8")
        self.began[number] = perf_counter()
        (self.root / NUMBERED).write_text(COURSE.format(number), encoding="utf-8")
        self.edits += 1

    def grow(self, intents: int) -> None:
        """Add intents until there are so many, each with the examples of one of ours and a word of its own."""
        yaml, random, folder = YAML(), Random(7), self.root / "intents"
        ours = sorted(folder.glob("*.yaml"))
        for number, path in zip(range(len(ours), intents), cycle(ours), strict=False):
            known, word = yaml.load(path), invented(random)
            examples = {code: [f"{line} {word}" for line in lines] for code, lines in known["examples"].items()}
            said = {"de": f"Das ist {word}.", "en": f"That is {word}."}
            made = {"title": said, "examples": examples, "answer": {"text": dict(said)}}  # the same one twice would be an alias
            with (folder / f"made-up-{number}.yaml").open("w", encoding="utf-8") as file:
                yaml.dump(made, file)

    def timed(self, build: Build) -> Build:
        """Return *build*, noting when each version was ready."""

        def built() -> tuple[Brain, tuple[Problem, ...]]:
            brain, problems = build()
            self.built[version(brain)] = perf_counter()
            return brain, problems

        return built


def invented(random: Random) -> str:
    """Return a word nobody knows."""
    return "".join(random.choice("bdfgklmnprstw") + random.choice("aeiou") for _ in range(4))


def version(brain: Brain) -> int:
    """Return the number of the last edit a brain knows."""
    summary = brain.catalogue.topics["zaehlkurs"].summary
    assert summary is not None
    return int(NUMBER.findall(summary.text["de"])[0])


@dataclass
class Answers:
    """What became of the questions."""

    conversation: Conversation
    asked: int = 0
    missing: int = 0
    mixed: int = 0
    seconds: list[float] = field(default_factory=list)
    seen: dict[int, float] = field(default_factory=dict)
    first: dict[int, asyncio.Event] = field(default_factory=dict)

    async def know(self, number: int) -> None:
        """Wait for the first turn that knows this version."""
        await self.first.setdefault(number, asyncio.Event()).wait()

    async def keep_asking(self, rate: float) -> None:
        """Ask *rate* questions a second, whether or not those before are answered."""
        others = cycle([question["question"] for name in ("german", "english") for question in questions(name)])
        began = perf_counter()
        async with asyncio.TaskGroup() as group:
            for number, text in zip(count(), others, strict=False):
                due = began + number / rate
                await asyncio.sleep(due - perf_counter())
                mine = ASKED[number // 4 % len(ASKED)]
                group.create_task(self._ask(f"chat-{number}", mine if number % 4 == 0 else text, due))

    async def _ask(self, chat: str, text: str, due: float) -> None:
        self.asked += 1
        known = version(self.conversation.brain)
        self.seen.setdefault(known, perf_counter())
        self.first.setdefault(known, asyncio.Event()).set()
        try:
            said = plain_text(await self.conversation.turn(Message(chat, text=text), NOW))
        except Exception:  # noqa: BLE001 - whatever it is, the answer is lost
            self.missing += 1
            return
        self.seconds.append(perf_counter() - due)
        numbers = set(NUMBER.findall(said))
        self.missing += not said
        self.mixed += bool(numbers - {str(known)}) or (text in ASKED and not numbers)


def _is_error(problem: Problem) -> bool:
    return problem.severity == "error"


def memory() -> float:
    """Return the megabytes in use."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


async def tell(text: str) -> None:
    """Show what staff would be told: it must not happen."""
    print(text)


async def trial(site: Site, reloads: int, rate: float) -> None:
    """Edit so many times, ask meanwhile, and print."""
    build = site.timed(builder(site.settings, soon=True))
    brain, problems = build()
    conversation, known = converse(brain), brain.catalogue
    print(f"{len(known.intents)} intents · {len(known.topics)} topics · {sum(map(_is_error, problems))} errors in the files")
    del brain, known
    answers = Answers(conversation)
    reloader, folders = Reloader(conversation, build, problems), (site.settings.content_dir, site.settings.intents_dir)
    memories, processors = [memory()], process_time()
    with suppress(asyncio.CancelledError):
        async with asyncio.TaskGroup() as group:
            beside = [group.create_task(keep_fresh(reloader, folders, tell)), group.create_task(answers.keep_asking(rate))]
            await asyncio.sleep(2)
            for _ in range(reloads):
                site.edit()
                await answers.know(FIRST + site.edits - 1)
                await asyncio.sleep(1)
                memories.append(memory())
            for task in beside:
                task.cancel()
    report(site, answers, memories, (process_time() - processors) / max(1, reloads))


def report(site: Site, answers: Answers, memories: Sequence[float], processors: float) -> None:
    """Print the figures."""
    later = sorted(site.began)[1:]
    live = [answers.seen[number] - site.began[number] for number in later]
    swaps = [1000 * (answers.seen[number] - site.built[number]) for number in later]
    waits = sorted(1000 * each for each in answers.seconds)
    print(f"questions {answers.asked} · missing {answers.asked - len(waits)} · failed {answers.missing} · mixed {answers.mixed}")
    for name, times in (("a fact", live[1::2]), ("an example", live[::2])):
        if times:
            print(f"{name:<11} live after    median {statistics.median(times):5.2f} s · longest {max(times):5.2f} s")
    print(f"ready to first turn       median {statistics.median(swaps):5.1f} ms · longest {max(swaps):5.1f} ms")
    ranks = " · ".join(f"p{share:g} {waits[int(share / 100 * (len(waits) - 1))]:.0f} ms" for share in (50, 99, 99.9, 100))
    print(f"until an answer           {ranks}")
    print(f"CPU                       {processors:.1f} s an edit, answers included")
    print(f"memory                    start {memories[0]:.0f} · first {memories[1]:.0f} · last {memories[-1]:.0f} · most {max(memories):.0f} MB")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reloading", description=__doc__)
    parser.add_argument("--reloads", type=int, default=100)
    parser.add_argument("--rate", type=float, default=100, help="questions a second")
    parser.add_argument("--intents", type=int, default=0, help="as many at least; 0: only ours")
    args = parser.parse_args()
    set_up_logs("error", "json", ())
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        site.grow(args.intents)
        asyncio.run(trial(site, args.reloads, args.rate))


if __name__ == "__main__":
    main()
