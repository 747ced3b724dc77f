"""`check` and `check --full` on a folder of 300 questions and 2,000 topics, made from our own.

Run: ``python -m tests.benchmarks.checking [--intents 300] [--topics 2000] [--keep FOLDER]``. Every question and topic is
copied, under names of invented words, until there are as many; facts that are asked for by a copied question are
handed on to copies of it. Printed are, for `check`, for a first `check --full` and for one where nothing changed: the exit
code, seconds by the clock and of CPU with all helpers, the peak memory of the largest process, and the last line.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

import yaml

ROOT = Path(__file__).parents[2]
SHELVES = ("offers", "events", "networks", "organisations", "people", "places", "themes")
LONGEST_ID = 34  # of 40, so that a number fits behind
LONGEST_TITLE = 40
TODAY = "2026-11-22"

Thing = dict[str, object]


def loaded(path: Path) -> Thing:
    """Return what a file says, all of it as texts."""
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - makes texts only
    assert isinstance(found, dict)
    return found


def also(value: object, word: str, most: int | None = None) -> object:
    """Return texts, lists and tables of texts with *word* behind each text."""
    if isinstance(value, Mapping):
        return {key: also(below, word, most) for key, below in value.items()}
    return [also(each, word, most) for each in value] if isinstance(value, list) else f"{value} {word}"[:most]


@dataclass
class Large:
    """A copy of our own folders that grows."""

    root: Path
    random: Random = field(default_factory=lambda: Random(1))

    def grow(self, intents: int, topics: int) -> None:
        """Copy questions and topics until there are so many."""
        for name in ("content", "intents"):
            shutil.copytree(ROOT / name, self.root / name)
        ours = sorted((self.root / "intents").glob("*.yaml"))
        rounds = self._questions(ours, intents - len(list((self.root / "content/paths").glob("*.yaml"))))
        shelves = [sorted((self.root / "content" / shelf).glob("*.yaml")) for shelf in SHELVES]
        self._topics([path for shelf in shelves for path in shelf], topics, rounds)

    def _questions(self, ours: list[Path], wanted: int) -> int:
        made = len(ours)
        for turn in count(1):
            for path in ours:
                if made >= wanted:
                    return turn
                thing, word = loaded(path), self._word()
                for key in ("formerly", "not_this", "tests"):
                    thing.pop(key, None)
                thing |= {"title": also(thing["title"], word, LONGEST_TITLE), "examples": also(thing["examples"], word)}
                made += self._write(path, turn, thing)
        raise AssertionError

    def _topics(self, ours: list[Path], wanted: int, rounds: int) -> None:
        made = len(ours)
        for turn in count(1):
            for path in ours if turn == 1 else [path for path in ours if path.parent.name != "themes"]:
                if made >= wanted:
                    return
                made += self._write(path, turn, self._topic(loaded(path), turn % (rounds + 1)))

    def _topic(self, thing: Thing, turn: int) -> Thing:
        word = self._word()
        thing.pop("formerly", None)
        for key in ("title", "also_called", "questions"):
            if key in thing:
                thing[key] = also(thing[key], word)
        facets, questions = thing.get("facets"), thing.get("questions")
        if turn and isinstance(facets, dict):
            renamed = {name: copy for name in facets if (copy := self._copied(name, turn))}
            thing["facets"] = {renamed.get(name, name): fact for name, fact in facets.items()}
            if isinstance(questions, dict):
                thing["questions"] = {renamed[name]: asked for name, asked in questions.items() if name in renamed}
        return thing

    def _copied(self, intent: str, turn: int) -> str | None:
        """Return the copy of a question that is answered by a fact; None where there is none."""
        name = f"{intent[:LONGEST_ID]}-{turn}"
        path = self.root / "intents" / f"{name}.yaml"
        return name if path.exists() and "facet" in str(loaded(path).get("answer")) else None

    def _write(self, like: Path, turn: int, thing: Thing) -> bool:
        text = yaml.dump(thing, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1_000)
        like.with_name(f"{like.stem[:LONGEST_ID]}-{turn}.yaml").write_text(text, encoding="utf-8")
        return True

    def _word(self) -> str:
        return "".join(self.random.choice("bdfgklmnprstw") + self.random.choice("aeiou") for _ in range(4))

    def checked(self, *options: str) -> None:
        """Run `check` on it and print how it went."""
        folders = {"CONTENT_DIR": "content", "INTENTS_DIR": "intents", "DATA_DIR": "data"}
        environment = os.environ | {"BOT_TODAY": TODAY} | {name: str(self.root / folder) for name, folder in folders.items()}
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        command = [sys.executable, "-m", "bot", "check", *options]
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=False)
        wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"check {' '.join(options):<7} exit {done.returncode} · {wall:6.1f} s · {spent:6.1f} s CPU · {after.ru_maxrss // 1024} MB")
        print(done.stdout.splitlines()[-1])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.checking", description=__doc__)
    parser.add_argument("--intents", type=int, default=300)
    parser.add_argument("--topics", type=int, default=2_000)
    parser.add_argument("--keep", type=Path, help="where the folders are made and kept; by default they are not")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        large = Large(args.keep or Path(folder))
        large.grow(args.intents, args.topics)
        for options in ((), ("--full",), ("--full",)):
            large.checked(*options)


if __name__ == "__main__":
    main()
