"""New knowledge while the bot runs: built beside the turns, and swapped in at once and whole, or not at all."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Literal, NoReturn, TypeVar

import structlog

from bot.conversation.brain import Brain
from bot.conversation.turn import Conversation
from bot.errors import BotError
from bot.knowledge import Problem
from bot.service.ports import Pause, Tell
from bot.service.thrift import give_back, unsearched
from bot.service.watching import changes
from bot.understanding.wanted import InVain

T = TypeVar("T")
State = Literal["replaced", "unchanged", "broken"]
Build = Callable[[], tuple[Brain, tuple[Problem, ...]]]
"""Reads the folders as they are now; raises `BotError` where nothing can be built from them."""

SHOWN = 5
_SHORT_TURN = 0.0005
"""Seconds."""
UNEXPECTED = "Beim Einlesen ist ein unerwarteter Fehler passiert. Mehr steht im Protokoll des Bots."
KEPT = "⚠️ Die Änderung ist nicht übernommen. Ich antworte weiter mit dem letzten guten Stand."
AGAIN = "✅ Die Inhalte sind wieder in Ordnung und übernommen."


@dataclass(frozen=True, slots=True)
class Reloaded:
    """What became of a try; ``errors`` are told to staff, one text each."""

    state: State
    errors: tuple[str, ...] = ()

    def in_words(self, topics: int, intents: int) -> str:
        """Return it for admins, with the size of the knowledge that answers now."""
        if self.state == "broken":
            rest = len(self.errors) - SHOWN
            more = (f"… und {rest} weitere. Alle zeigt: python -m bot check",) if rest > 0 else ()
            return "\n\n".join((KEPT, *self.errors[:SHOWN], *more))
        known = f"{topics} Einträge und {intents} Fragen"
        return f"Übernommen: {known}." if self.state == "replaced" else f"Nichts Neues in den Dateien: {known}."


class BesideAnswers:
    """Lets a build, which is all work and makes a million objects, hold up no answers.

    Threads take turns often: an answer gives up its turn a hundred times, to numpy, and would wait
    5 ms for each of them otherwise.
    """

    def __init__(self) -> None:
        self._busy, self._lock, self._usual = 0, Lock(), sys.getswitchinterval()

    def __call__(self, work: Callable[[], T]) -> Callable[[], T]:
        """Return *work* that does so."""

        def beside() -> T:
            with self._short_turns(), unsearched():
                return work()

        return beside

    @contextmanager
    def _short_turns(self) -> Iterator[None]:
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def _count(self, more: int) -> None:
        with self._lock:
            self._busy += more
            sys.setswitchinterval(_SHORT_TURN if self._busy else self._usual)


@dataclass
class Reloader:
    """Gives a conversation a new brain whenever the folders hold sound new knowledge.

    ``known`` are the problems of the brain it began with: a start does with what is sound, so these
    stop no later change. Any other error in the files does, until it is mended.
    """

    conversation: Conversation
    build: Build
    known: tuple[Problem, ...] = ()
    _told: tuple[str, ...] = ()
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)
    _learning: asyncio.Task[None] | None = None
    _beside_answers: BesideAnswers = field(default_factory=BesideAnswers)

    async def reload(self, tell: Tell) -> Reloaded:
        """Build from the folders in a thread and swap; *tell* admins what is new about errors, each only once."""
        async with self._one_at_a_time:
            reloaded = await self._try()
            await asyncio.to_thread(give_back)
            if reloaded.errors != self._told:
                self._told = reloaded.errors
                await tell(self.in_words(reloaded) if reloaded.errors else AGAIN)
        if self._learning is None or self._learning.done():
            self._learning = asyncio.create_task(self._learn())
        return reloaded

    async def learnt(self) -> None:
        """Wait until the brain that answers has nothing left to learn."""
        if self._learning:
            await self._learning

    @property
    def errors(self) -> int:
        """The errors in the files, as far as known: those of the start, or those that stop what is new."""
        return len(self._told) or sum(problem.severity == "error" for problem in self.known)

    def in_words(self, reloaded: Reloaded) -> str:
        """Return what became of a try, for admins."""
        catalogue = self.conversation.brain.catalogue
        return reloaded.in_words(len(catalogue.topics), len(catalogue.intents))

    async def _try(self) -> Reloaded:
        log = structlog.get_logger()
        try:
            brain, problems = await asyncio.to_thread(self._beside_answers(self.build))
        except BotError as error:
            return self._kept((str(error), *error.details))
        except Exception:
            # Whatever is wrong with the new knowledge, the old answers.
            log.exception("knowledge_build_failed")
            return self._kept((UNEXPECTED,))
        if errors := self._new_errors(problems):
            return self._kept(errors)
        if brain.version == self.conversation.brain.version:
            return Reloaded("unchanged")
        self.conversation.brain, self.known = brain, problems
        log.info("knowledge_replaced", version=brain.version, topics=len(brain.catalogue.topics))
        return Reloaded("replaced")

    async def _learn(self) -> None:
        """Let the brain that answers learn what it has left; for an edit it stops, and afterwards begins again."""
        log = structlog.get_logger()
        while learn := (brain := self.conversation.brain).learn:
            try:
                learnt = await asyncio.to_thread(self._beside_answers(partial(learn, partial(self._is_wanted, brain))))
            except InVain:
                learnt = brain
            except Exception:
                # It answers as well as before; the next edit tries again.
                log.exception("learning_failed")
                return
            if self.conversation.brain is brain:
                self.conversation.brain = learnt
            del brain, learn, learnt
            await asyncio.to_thread(give_back)
            async with self._one_at_a_time:
                # The edit is live.
                pass

    def _is_wanted(self, brain: Brain) -> bool:
        """Tell whether *brain* is to learn: not beside a build, which would take twice as long, nor once it is replaced."""
        return not self._one_at_a_time.locked() and self.conversation.brain is brain

    def _kept(self, errors: tuple[str, ...]) -> Reloaded:
        if errors != self._told:
            structlog.get_logger().warning("knowledge_kept", errors=errors)
        return Reloaded("broken", errors)

    def _new_errors(self, problems: tuple[Problem, ...]) -> tuple[str, ...]:
        lived_with = {(problem.file, problem.message) for problem in self.known}
        errors = (problem for problem in problems if problem.severity == "error")
        return tuple(str(problem) for problem in errors if (problem.file, problem.message) not in lived_with)


async def keep_fresh(reloader: Reloader, folders: Sequence[Path], tell: Tell, pause: Pause = asyncio.sleep) -> NoReturn:
    """Reload whenever something in *folders* changes, and on SIGHUP; admins are told of errors."""
    wanted = asyncio.Event()

    async def notice() -> None:
        async for _ in changes(folders, pause):
            wanted.set()

    with on_hangup(wanted.set):
        async with asyncio.TaskGroup() as beside:
            beside.create_task(notice())
            while True:
                await wanted.wait()
                wanted.clear()
                await reloader.reload(tell)


@contextmanager
def on_hangup(wanted: Callable[[], None]) -> Iterator[None]:
    """Call *wanted* on SIGHUP during the body, where the system knows that signal."""
    hangup = getattr(signal, "SIGHUP", None)
    if hangup is None:
        yield
        return
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(hangup, wanted)
    try:
        yield
    finally:
        loop.remove_signal_handler(hangup)
