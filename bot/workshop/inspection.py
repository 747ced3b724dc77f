"""The inspection of all replies, by several processes where there are very many.

Composing is Python through and through, so a second core helps only in a process of its own. Each
composes from the same catalogue; portions are handed out one by one, so that nobody waits for long,
and whoever wants the result lends a hand. A process that cannot be started or dies costs time only.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.resource_tracker import ensure_running
from threading import Thread
from typing import Self

from bot.answers.compose import Composer
from bot.answers.texts import Texts
from bot.model.catalogue import Catalogue
from bot.model.kept import Operator
from bot.workshop.laws import Breach, Inspector

_PORTION = 8
"""So many subjects are inspected at once: about half a second of work."""
_WORTH_HELP = 8_000
"""From so many pairs of topic and question on, another process saves more than the second it takes to start."""
_MOST_HELPERS = 3

Progress = Callable[[str], object]
"""Told the name of each subject whose replies were inspected."""


@dataclass(frozen=True, slots=True)
class Task:
    """All that the replies follow from."""

    catalogue: Catalogue
    operator: Operator | None
    today: date

    def inspector(self) -> Inspector:
        """Return who looks at the replies."""
        return Inspector(Composer(self.catalogue, Texts(self.catalogue.texts), self.operator), self.today)


@dataclass(frozen=True, slots=True)
class Found:
    """A breach, the first of its kind, and how many there are."""

    first: Breach
    times: int = 1


def gathered(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return one for all that break the same law in the same way, in the order of the first."""
    kinds: dict[tuple[str, str | None, str], Found] = {}
    for each in found:
        kind = (each.first.intent, each.first.topic, each.first.wrong)
        earlier = kinds.get(kind)
        kinds[kind] = Found(earlier.first, earlier.times + each.times) if earlier else each
    return tuple(kinds.values())


def helpers_for(catalogue: Catalogue) -> int:
    """Return how many other processes are worth starting: none for little work or on a single core."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    is_much = len(catalogue.topics) * len(catalogue.intents) >= _WORTH_HELP
    return min(cores - 1, _MOST_HELPERS) if is_much else 0


class Inspection:
    """Every reply to *task*, inspected by this process and by helpers.

    To be used with ``with``: the helpers end with it, whatever happens.
    """

    def __init__(self, task: Task) -> None:
        self._task, self._inspector = task, task.inspector()
        subjects = range(0, len(self._inspector.subjects), _PORTION)
        self._waiting = deque(slice(first, first + _PORTION) for first in subjects)
        self._portions = len(self._waiting)
        self._found: dict[int, Sequence[Found]] = {}
        self._helpers: list[_Helper] = []
        self._progress: Progress = lambda _: None

    def begin(self, progress: Progress, helpers: int) -> None:
        """Let so many *helpers* begin; *progress* is told by several threads."""
        self._progress = progress
        self._helpers += [helper for _ in range(helpers) if (helper := _Helper.started(self._lead))]

    @property
    def subjects(self) -> int:
        """How many subjects there are."""
        return len(self._inspector.subjects)

    def __enter__(self) -> Self:
        """Return the inspection itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let the helpers go, even in the middle of their work."""
        for helper in self._helpers:
            helper.stop()

    def found(self) -> tuple[Found, ...]:
        """Do what is left, wait for the helpers, and return what they all found, in the order of the subjects."""
        while len(self._found) < self._portions:
            while portion := self._next():
                self._keep(portion, inspected(self._inspector, portion))
            for helper in self._helpers:
                helper.thread.join()
        return gathered(each for _, found in sorted(self._found.items()) for each in found)

    def _lead(self, work: Connection) -> None:
        """Hand portions to a helper as long as there are any; what it leaves undone goes back."""
        with suppress(EOFError, OSError):
            work.send(self._task)
            while portion := self._next():
                try:
                    work.send(portion)
                    found: Sequence[Found] = work.recv()
                except (EOFError, OSError):
                    self._waiting.append(portion)
                    raise
                self._keep(portion, found)

    def _next(self) -> slice | None:
        try:
            return self._waiting.popleft()
        except IndexError:
            return None

    def _keep(self, portion: slice, found: Sequence[Found]) -> None:
        self._found[portion.start] = found
        for subject in self._inspector.subjects[portion]:
            self._progress(subject.name)


def inspected(inspector: Inspector, portion: slice) -> tuple[Found, ...]:
    """Return what is wrong in the replies about the subjects of a *portion*."""
    return gathered(map(Found, inspector.breaches(portion)))


class _Helper:
    """A process that inspects what it is handed, and the thread that hands it over."""

    def __init__(self, process: SpawnProcess, work: Connection, lead: Callable[[Connection], None]) -> None:
        self._process, self._work = process, work
        self.thread = Thread(target=lead, args=(work,), daemon=True)
        self.thread.start()

    @classmethod
    def started(cls, lead: Callable[[Connection], None]) -> _Helper | None:
        """Return a helper led by *lead*; None where the system allows no more processes."""
        context = get_context("spawn")  # the only way there is everywhere, and safe beside threads
        try:
            here, there = context.Pipe()
            process = context.Process(target=help_out, args=(there,), daemon=True)
            with _deaf_to_ctrl_c():
                process.start()
            there.close()
        except OSError:
            return None
        return cls(process, here, lead)

    def stop(self) -> None:
        """End the process and with it the thread."""
        self._process.kill()
        self._process.join()
        self.thread.join()
        self._work.close()


def help_out(work: Connection) -> None:
    """Inspect one portion after the other, in a process of its own, until nobody hands out any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    with suppress(EOFError, OSError):
        task: Task = work.recv()
        inspector = task.inspector()
        while True:
            portion: slice = work.recv()
            work.send(inspected(inspector, portion))


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Let a process that is started now hear no Ctrl-C, not even while it is loading: it would show a traceback."""
    if sys.platform == "win32":
        yield
        return
    ensure_running()  # Python's own helper: started later, it would open our ears again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
