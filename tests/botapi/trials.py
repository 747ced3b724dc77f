"""Trials of a bot that runs as its own process: one fault each, and what became of every answer."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.botapi.faults import Disorder, Fault, Garbage, Reset, Silence, Slow
from tests.botapi.laboratory import Laboratory
from tests.botapi.people import Person
from tests.botapi.refusal import Refused, flood
from tests.botapi.world import World


@dataclass(frozen=True, slots=True)
class Trial:
    """What is planned, how many people write at once, and how many answers may come twice."""

    name: str
    plan: Callable[[World], None]
    doubles: int = 0
    people: int = 8
    messages: int = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of so many messages, how many got no answer, and how many answers came too often."""

    asked: int
    lost: int
    doubled: int


def _send(*faults: Refused | Fault) -> Callable[[World], None]:
    def plan(world: World) -> None:
        for fault in faults:
            world.fail_next("sendMessage", fault)

    return plan


def _fetch(*faults: Refused | Fault) -> Callable[[World], None]:
    def plan(world: World) -> None:
        for fault in faults:
            world.fail_next("getUpdates", fault)

    return plan


def _disorder(world: World) -> None:
    world.disorder.doubled = world.disorder.shuffled = True


def _limits(world: World) -> None:
    world.limits.on = True


QUICK: tuple[Trial, ...] = (
    Trial("429 on three sends", _send(*[flood(1)] * 3)),
    Trial("502, 500, 503 on a send each", _send(Refused(502), Refused(500), Refused(503))),
    Trial("three connections reset", _send(*[Reset()] * 3)),
    Trial("three replies of garbage", _send(*[Garbage()] * 3)),
    Trial("three slow replies", _send(*[Slow(0.5)] * 3)),
    Trial("two replies lost by a reset", _send(*[Reset(handled=True)] * 2), doubles=2),
    Trial("updates doubled and shuffled", _disorder),
    Trial("polls refused, reset, garbled", _fetch(Refused(502), flood(1), Reset(), Garbage())),
)
"""Trials that take seconds."""

SLOW: tuple[Trial, ...] = (
    Trial("Telegram's limits, 40 people with 3 messages", _limits, people=40, messages=3),
    Trial("two sends that nobody answers", _send(*[Silence()] * 2)),
    Trial("two replies that never come", _send(*[Silence(handled=True)] * 2), doubles=2),
)
"""Trials that take the long patience of a read time-out, or as long as the limits demand."""


class Trials:
    """Runs trials against the bot at *lab*, each with people of its own."""

    def __init__(self, lab: Laboratory, ask: str) -> None:
        """Let everybody ask *ask*."""
        self._lab = lab
        self._ask = ask
        self._next = 1

    async def run(self, trial: Trial, seconds: float) -> list[Person]:
        """Let the people write, and wait for *seconds* at most until everybody has as many answers as due."""
        world = self._lab.world
        trial.plan(world)
        people = [self._lab.person(number) for number in range(self._next, self._next + trial.people)]
        self._next += trial.people
        for _ in range(trial.messages):
            for person in people:
                person.says(self._ask)
        due = trial.people * trial.messages + trial.doubles
        with contextlib.suppress(TimeoutError):
            await world.until(lambda: sum(len(person.from_bot) for person in people) >= due, seconds)
        world.forget_faults()
        world.disorder, world.limits.on = Disorder(), False
        return people


def judge(people: Sequence[Person], messages: int) -> Verdict:
    """Count what these people got."""
    heard = [len(person.from_bot) for person in people]
    lost = sum(max(0, messages - number) for number in heard)
    return Verdict(messages * len(people), lost, sum(max(0, number - messages) for number in heard))
