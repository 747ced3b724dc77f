"""New knowledge while the bot answers: whole or not at all, and told once."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from threading import Event

import pytest

from bot.conversation.brain import Brain
from bot.conversation.turn import Conversation
from bot.errors import MissingFolder
from bot.knowledge import Problem
from bot.model.context import Context
from bot.model.message import Message
from bot.model.reply import plain_text
from bot.service.reloading import AGAIN, KEPT, UNEXPECTED, BesideAnswers, Reloader
from bot.store import MemoryStore
from bot.understanding.wanted import InVain, IsWanted
from tests.builders import NOW
from tests.conversation.world import the_brain

pytestmark = pytest.mark.asyncio

SLIP = Problem("content/offers/windkurs.yaml", 3, 1, "error", "«13.02.206» ist kein Datum.")
OTHER = replace(SLIP, message="Hier fehlt der Titel.")
ADVICE = replace(SLIP, severity="warning")
Step = Callable[[], tuple[Brain, tuple[Problem, ...]]]


def version(number: int) -> Brain:
    """Return a brain that greets with its number, twice."""
    brain = the_brain()
    texts = {code: source.replace("empty = ", f"empty = [{number}] [{number}] ") for code, source in brain.catalogue.texts.items()}
    catalogue = replace(brain.catalogue, texts=texts, version=str(number))
    return replace(brain, catalogue=catalogue, composer=replace(brain.composer, catalogue=catalogue, texts=type(brain.texts)(texts)))


def built(number: int, *problems: Problem) -> Step:
    """Return a build that works."""
    return lambda: (version(number), problems)


def failing(error: Exception) -> Step:
    """Return a build that does not."""

    def build() -> tuple[Brain, tuple[Problem, ...]]:
        raise error

    return build


@dataclass
class Bench:
    """A reloader that finds one state of the folders after the other, and the admins who hear of it."""

    steps: Sequence[Step]
    known: tuple[Problem, ...] = ()
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with version 0."""
        left = iter(self.steps)
        self.conversation = Conversation(version(0), YieldingStore())
        self.reloader = Reloader(self.conversation, lambda: _made(next(left)), self.known)

    async def tell(self, text: str) -> None:
        """Hear something."""
        self.told.append(text)

    async def run(self) -> list[str]:
        """Reload once per step and return the version after each."""
        found = []
        for _ in self.steps:
            await self.reloader.reload(self.tell)
            found.append(self.conversation.brain.version)
        await self.reloader.learnt()
        return found


def _ready(brain: Brain) -> Step:
    return lambda: (brain, ())


def _made(step: Step) -> tuple[Brain, tuple[Problem, ...]]:
    return step()


class YieldingStore(MemoryStore):
    """Lets others run in the middle of each turn."""

    async def load(self, chat: str) -> Context | None:
        """Return what is remembered, a moment later."""
        await asyncio.sleep(0)
        return await super().load(chat)


async def test_sound_knowledge_replaces_the_old() -> None:
    """Warnings stop nothing, and nobody is told."""
    bench = Bench([built(1), built(2, ADVICE), built(2)])

    assert await bench.run() == ["1", "2", "2"]
    assert bench.told == []


async def test_errors_keep_the_old_and_are_told_once() -> None:
    """Each state of what is wrong is told once, and so is that it is over."""
    bench = Bench([built(1, SLIP), built(1, SLIP), built(1, SLIP, OTHER), built(3), built(4)])

    assert await bench.run() == ["0", "0", "0", "3", "4"]
    assert [text.count("Fehler") for text in bench.told] == [1, 2, 0]
    assert bench.told[0].startswith(KEPT)
    assert "windkurs.yaml:3:1" in bench.told[0]
    assert bench.told[2] == AGAIN


async def test_going_back_to_what_answers_is_told_too() -> None:
    """Whoever takes a slip back hears that all is well though nothing new came."""
    bench = Bench([built(1, SLIP), built(0)])

    assert await bench.run() == ["0", "0"]
    assert bench.told[1:] == [AGAIN]


async def test_errors_of_the_start_stop_no_later_change() -> None:
    """A bot that began with one bad file takes in the others; a new error stops them all."""
    bench = Bench([built(1, SLIP), built(2, SLIP, OTHER)], known=(SLIP,))

    assert await bench.run() == ["1", "1"]
    assert "Titel" in bench.told[0]
    assert "Datum" not in bench.told[0]


@pytest.mark.parametrize(
    ("error", "words"), [(MissingFolder("Der Ordner fehlt."), "Der Ordner fehlt."), (RuntimeError("secret"), UNEXPECTED)]
)
async def test_what_cannot_be_built_keeps_the_old(error: Exception, words: str) -> None:
    """A folder that is gone, and a mistake of ours, are told; then it comes back."""
    bench = Bench([failing(error), failing(error), built(1)])

    assert await bench.run() == ["0", "0", "1"]
    assert bench.told == [f"{KEPT}\n\n{words}", AGAIN]


@pytest.mark.parametrize("last", [built(1), failing(RuntimeError("secret"))])
async def test_a_build_holds_up_no_answers(last: Step) -> None:
    """While it runs, turns are short and nobody looks for garbage; after it, all is as it was, come what may."""
    seen = []

    def step() -> tuple[Brain, tuple[Problem, ...]]:
        seen.append((gc.isenabled(), sys.getswitchinterval()))
        return last()

    usual = sys.getswitchinterval()
    await Bench([step]).run()

    assert [enabled for enabled, _ in seen] == [False]
    assert [interval for _, interval in seen] == pytest.approx([0.0005])
    assert gc.isenabled()
    assert sys.getswitchinterval() == usual
    gc.unfreeze()


async def test_of_many_errors_the_first_are_told() -> None:
    """The message stays readable and says how to see the rest."""
    many = [replace(SLIP, line=line, message=f"Fehler {line}") for line in range(1, 9)]
    bench = Bench([built(1, *many)])
    await bench.run()

    assert "Fehler 5" in bench.told[0]
    assert "Fehler 6" not in bench.told[0]
    assert "3 weitere" in bench.told[0]


async def test_no_question_is_lost_or_mixed_over_a_hundred_reloads() -> None:
    """Turns go on meanwhile, and every answer is of one version from its first word to its last."""
    brains = [version(number) for number in range(4)]
    bench = Bench([_ready(brains[number % 4]) for number in range(1, 101)])
    running = asyncio.create_task(bench.run())
    said, asked = [], 0
    while not running.done() or asked < 1_000:
        turns = (bench.conversation.turn(Message(f"chat-{chat}", text="???"), NOW) for chat in range(10))
        said += [plain_text(reply) for reply in await asyncio.gather(*turns)]
        asked += 10

    assert len(said) == asked
    assert all(any(text.count(f"[{number}]") == 2 for number in range(4)) for text in said)
    assert len(set(said)) > 1
    assert await running == [str(number % 4) for number in range(1, 101)]


async def test_a_turn_keeps_the_brain_it_began_with() -> None:
    """What changes in the middle of a turn counts from the next one on."""
    bench = Bench([built(1)])
    turn = asyncio.create_task(bench.conversation.turn(Message("chat", text="???"), NOW))
    await asyncio.sleep(0)
    await bench.run()

    assert "[0]" in plain_text(await turn)
    assert "[1]" in plain_text(await bench.conversation.turn(Message("chat", text="???"), NOW))


async def test_a_brain_answers_before_it_has_learnt_all() -> None:
    """Whoever asks meanwhile is answered from the new knowledge; then the one that learnt takes its place."""
    learnt = version(1)
    bench = Bench([_ready(replace(version(1), learn=lambda _: learnt))])
    await bench.reloader.reload(bench.tell)

    assert bench.conversation.brain.version == "1"
    assert bench.conversation.brain.learn
    await bench.reloader.learnt()
    assert bench.conversation.brain is learnt


async def test_an_edit_waits_for_nothing_that_is_learnt() -> None:
    """What was learnt of knowledge that is no longer the newest is dropped, and the newest is learnt."""
    newest, edited = version(2), Event()

    def learn(_: IsWanted) -> Brain:
        edited.wait()
        return version(1)

    bench = Bench([_ready(replace(version(1), learn=learn)), _ready(replace(version(2), learn=lambda _: newest))])
    for _ in bench.steps:
        await bench.reloader.reload(bench.tell)

    assert bench.conversation.brain.version == "2"
    edited.set()
    await bench.reloader.learnt()
    assert bench.conversation.brain is newest


async def test_learning_makes_way_for_an_edit() -> None:
    """It stops while that is built, and begins again afterwards, also where nothing new came of it."""
    begun, building, stopped, again = Event(), Event(), Event(), Event()
    learnt = version(1)

    def learn(is_wanted: IsWanted) -> Brain:
        if stopped.is_set():
            again.set()
            return learnt
        assert is_wanted()
        begun.set()
        assert building.wait(timeout=10)
        assert not is_wanted()
        stopped.set()
        raise InVain

    def slip() -> tuple[Brain, tuple[Problem, ...]]:
        building.set()
        assert stopped.wait(timeout=10)
        assert not again.wait(timeout=0.1)
        return version(2), (SLIP,)

    bench = Bench([_ready(replace(version(1), learn=learn)), slip])

    await bench.reloader.reload(bench.tell)
    assert await asyncio.to_thread(begun.wait, 10)
    await bench.reloader.reload(bench.tell)
    await bench.reloader.learnt()

    assert ["Datum" in text for text in bench.told] == [True]
    assert bench.conversation.brain is learnt


async def test_what_cannot_be_learnt_is_no_loss() -> None:
    """The brain that was to learn goes on answering, and the next edit is taken over."""

    def learn(_: IsWanted) -> Brain:
        raise ValueError

    bench = Bench([_ready(replace(version(1), learn=learn)), built(2)])

    assert await bench.run() == ["1", "2"]


async def test_threads_take_turns_often_as_long_as_anything_is_built() -> None:
    """Also where learning and a build overlap; afterwards as seldom as before."""
    usual, beside = sys.getswitchinterval(), BesideAnswers()
    found: list[float] = []

    def outer() -> None:
        beside(lambda: found.append(sys.getswitchinterval()))()
        found.append(sys.getswitchinterval())

    beside(outer)()

    assert max(found) < usual == sys.getswitchinterval()
