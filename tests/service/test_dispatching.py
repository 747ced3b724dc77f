"""The dispatcher: in order per chat, side by side across chats, and what it does when things break."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.service import dispatching
from bot.service.dispatching import Dispatcher
from bot.service.keeping import LET_GO_EVERY, RENEW_EVERY, STEADY, keep_in_time, keep_leases, keep_trying
from bot.service.office import Office
from bot.service.ports import Clock
from bot.service.stopping import together
from bot.store import Claim
from bot.store.opening import open_store
from bot.store.sql.leases import wall_clock
from tests.builders import NOW, a_context
from tests.service.support import MoodyInbox, a_moody_office
from tests.store.support import DAY, HOUR, SECOND, MovedClock, arrival

pytestmark = pytest.mark.asyncio


class Pulse:
    """Lets a test wait for what others bring about."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def beat(self) -> None:
        """Say that something changed."""
        self._next.set()
        self._next = asyncio.Event()

    async def until(self, met: Callable[[], Awaitable[bool]]) -> None:
        """Wait until *met*; raises TimeoutError after ten seconds."""
        async with asyncio.timeout(10):
            while True:
                following = self._next
                if await met():
                    return
                await following.wait()


@dataclass
class Desk:
    """Answers by noting what it was given; can be held up, and can break."""

    office: Office
    pulse: Pulse
    answered: list[int] = field(default_factory=list)
    begun: list[int] = field(default_factory=list)
    gates: dict[int, asyncio.Event] = field(default_factory=dict)
    broken: set[int] = field(default_factory=set)

    def hold(self, update: int) -> asyncio.Event:
        """Keep the answer to *update* back until the returned event is set."""
        return self.gates.setdefault(update, asyncio.Event())

    async def __call__(self, claim: Claim) -> None:
        """Answer."""
        self.begun.append(claim.update)
        self.pulse.beat()
        if claim.update in self.gates:
            await self.gates[claim.update].wait()
        if claim.update in self.broken:
            raise RuntimeError
        await self.office.hands.save(claim.chat, a_context(f"topic-{claim.update}"))
        self.answered.append(claim.update)
        self.pulse.beat()

    async def has(self, *updates: int) -> None:
        """Wait until these are answered."""

        async def met() -> bool:
            return set(updates) <= set(self.answered)

        await self.pulse.until(met)

    async def has_begun(self, number: int) -> None:
        """Wait until so many were begun."""

        async def met() -> bool:
            return len(self.begun) >= number

        await self.pulse.until(met)


@dataclass
class At:
    """A dispatcher at work."""

    office: Office
    inbox: MoodyInbox
    desk: Desk
    dispatcher: Dispatcher
    pauses: list[float]

    async def comes(self, *updates: tuple[int, str]) -> None:
        """Store updates and say so."""
        await self.inbox.put([arrival(number, chat) for number, chat in updates], NOW)
        self.dispatcher.wake()

    async def is_empty(self) -> None:
        """Wait until nothing waits for an answer."""

        async def met() -> bool:
            return not await self.inbox.waiting()

        await self.desk.pulse.until(met)


@asynccontextmanager
async def at_work(folder: Path, at_once: int = 64, clock: Clock = wall_clock) -> AsyncIterator[At]:
    """Let a dispatcher work beside the body; *clock* measures leases."""
    async with a_moody_office(folder, clock) as (office, inbox):
        pulse, pauses = Pulse(), list[float]()
        desk, inbox.completed = Desk(office, pulse), pulse.beat

        async def pause(seconds: float) -> None:
            pauses.append(seconds)

        dispatcher = Dispatcher(office, desk, lambda: NOW, at_once)
        running = asyncio.create_task(together(dispatcher.run(), keep_trying(office, pause)))
        try:
            yield At(office, inbox, desk, dispatcher, pauses)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await dispatcher.stop(0)


async def test_updates_of_one_chat_keep_their_order_and_others_pass(tmp_path: Path) -> None:
    """The second of a chat waits for the first, those of other chats do not."""
    async with at_work(tmp_path) as at:
        gate = at.desk.hold(1)
        await at.comes((1, "a"), (2, "a"), (3, "b"))
        await at.desk.has(3)
        before = list(at.desk.begun)
        gate.set()
        await at.desk.has(1, 2)

    assert before == [1, 3]
    assert at.desk.answered == [3, 1, 2]


async def test_what_is_remembered_goes_with_the_completion(tmp_path: Path) -> None:
    """Nothing is left in hand, and the next update finds it."""
    async with at_work(tmp_path) as at:
        await at.comes((1, "a"))
        await at.is_empty()
        remembered = await at.office.store.contexts.load("a")

        assert remembered == a_context("topic-1")
        assert await at.office.hands.load("a") is None
    assert at.office.hands.held() == ()


async def test_an_answer_that_breaks_stops_nobody(tmp_path: Path) -> None:
    """It counts as given: the same update would break again."""
    async with at_work(tmp_path) as at:
        at.desk.broken.add(1)
        await at.comes((1, "a"), (2, "a"))
        await at.desk.has(2)
        await at.is_empty()

    assert at.desk.begun == [1, 2]


async def test_no_more_are_in_hand_than_fit(tmp_path: Path) -> None:
    """The others stay where other processes can take them."""
    async with at_work(tmp_path, at_once=2) as at:
        gates = [at.desk.hold(number) for number in (1, 2)]
        await at.comes((1, "a"), (2, "b"), (3, "c"))
        await at.desk.has_begun(2)
        others = await at.inbox.claim(9)
        for gate in gates:
            gate.set()
        await at.desk.has(1, 2)

    assert [claim.update for claim in others] == [3]


@pytest.mark.parametrize("at_once", [2, 64])
async def test_what_may_be_had_after_an_answer_is_looked_for_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    """The next of the chat, and what did not fit."""
    monkeypatch.setattr(dispatching, "LOOK_AGAIN", HOUR.total_seconds())
    async with at_work(tmp_path, at_once) as at:
        await at.comes((1, "a"), (2, "a"), (3, "b"), (4, "c"), (5, "d"))
        await at.is_empty()

    assert sorted(at.desk.answered) == [1, 2, 3, 4, 5]


async def test_behind_an_answer_nothing_is_looked_for_where_nothing_waits(tmp_path: Path) -> None:
    """Each look costs as much as storing a message."""
    async with at_work(tmp_path) as at:
        for number in range(1, 6):
            await at.comes((number, "a"))
            await at.is_empty()

    assert at.inbox.claims <= 1 + 5


async def test_a_store_that_fails_is_tried_until_it_works(tmp_path: Path) -> None:
    """With longer pauses; what was sent is written down as soon as it can be, not sent again."""
    async with at_work(tmp_path) as at:
        at.inbox.failing += ["complete", "complete", "claim", "rehearse", "rehearse"]
        gate = at.desk.hold(1)
        await at.comes((1, "a"))
        await at.desk.has_begun(1)
        gate.set()
        await at.is_empty()

    assert at.desk.begun == [1]
    assert at.inbox.failing == []
    assert at.pauses == [1.0, 2.0, 4.0, 5.0, 5.0]


async def test_what_is_answered_is_written_down_at_the_end_and_not_put_back(tmp_path: Path) -> None:
    """Where the store was away until then: the next start would answer it again."""
    async with a_moody_office(tmp_path) as (office, inbox):
        desk = Desk(office, Pulse())
        dispatcher = Dispatcher(office, desk, lambda: NOW)
        running = asyncio.create_task(dispatcher.run())
        inbox.failing.append("complete")
        await inbox.put([arrival(1)], NOW)
        dispatcher.wake()
        await office.health.until_store_fails()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

        assert (await dispatcher.stop(0), await inbox.waiting()) == (1, 0)
        assert await office.store.contexts.load("a") == a_context("topic-1")


async def test_health_tells_once_that_the_store_fails_and_once_that_it_works_again(tmp_path: Path) -> None:
    """What /readyz shows: a store that takes one thing and not the next, as on a full disk, is away until it was tried."""
    async with a_moody_office(tmp_path) as (office, inbox):
        with capture_logs() as told:
            for what in ("claim", "complete", "claim"):
                office.health.store_failed(what)
                await inbox.put([arrival(1)], NOW)
            failed = await office.is_reached()
            office.health.store_recovered()

        assert (failed, await office.is_reached(), office.health.waiting) == (False, True, 1)
    assert [line["event"] for line in told] == ["store_failed", "store_works_again"]


async def test_at_the_end_what_is_in_hand_is_finished_or_put_back(tmp_path: Path) -> None:
    """What finishes in time is answered; the rest is there for the next start at once, as if untouched."""
    async with at_work(tmp_path) as at:
        quick = at.desk.hold(1)
        at.desk.hold(2)
        await at.comes((1, "a"), (2, "b"), (3, "b"))
        await at.desk.has_begun(2)
        quick.set()
        cut_off = await at.dispatcher.stop(0.2)
    async with open_store(None, tmp_path) as later:
        [claim] = await later.inbox.claim(9)

    assert (cut_off, at.desk.answered) == (1, [1])
    assert (claim.update, claim.attempts) == (2, 1)


async def test_a_store_opened_alone_frees_what_the_dead_held(tmp_path: Path) -> None:
    """After a kill nobody waits for a lease to run out."""
    async with open_store(None, tmp_path) as dead:
        await dead.inbox.put([arrival(1)], NOW)
        await dead.inbox.claim(1)
        async with open_store(None, tmp_path) as beside:
            none = await beside.inbox.claim(1)
    async with open_store(None, tmp_path, alone=True) as alone:
        claims = await alone.inbox.claim(1)

    assert none == ()
    assert [claim.attempts for claim in claims] == [2]


@dataclass
class Beats:
    """Lets so many beats pass at once and then none."""

    left: int
    asked: list[float] = field(default_factory=list)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, seconds: float) -> None:
        """Beat, or wait for ever."""
        self.asked.append(seconds)
        self.left -= 1
        if self.left < 0:
            self.over.set()
            await asyncio.Event().wait()


async def test_leases_are_kept_while_the_process_lives(tmp_path: Path) -> None:
    """A store that fails in between is asked again at the next beat; what others dropped wakes the dispatcher."""
    async with a_moody_office(tmp_path) as (office, inbox):
        beats, woken = Beats(3), list[bool]()
        inbox.failing.append("renew")
        await inbox.put([arrival(1)], NOW)
        keeping = asyncio.create_task(keep_leases(office, lambda: woken.append(True), beats))
        await beats.over.wait()
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)

        assert (beats.asked, woken) == ([RENEW_EVERY] * 4, [])
        assert (office.health.waiting, office.health.store_works) == (1, False)


@pytest.mark.parametrize(("good", "freed"), [(STEADY, []), (STEADY + 1, [True])])
async def test_after_the_store_was_away_the_living_come_before_the_dead(tmp_path: Path, good: int, freed: list[bool]) -> None:
    """What others hold is freed only when they had the time to renew it: it may be in the middle of an answer."""
    async with a_moody_office(tmp_path) as (office, inbox):
        await inbox.put([arrival(1)], NOW)
        async with open_store(None, tmp_path, lambda: NOW) as silent:
            await silent.inbox.claim(1)
        inbox.failing.append("renew")
        beats, woken = Beats(1 + good), list[bool]()
        keeping = asyncio.create_task(keep_leases(office, lambda: woken.append(True), beats))
        await beats.over.wait()
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)

    assert woken == freed


async def test_an_update_that_was_claimed_unheard_is_answered(tmp_path: Path) -> None:
    """The database goes away between giving it to us and saying so; what we do work on stays in our hands meanwhile."""
    clock = MovedClock()

    async def beat(seconds: float) -> None:
        clock.move(seconds * SECOND)
        await asyncio.sleep(0)

    async with at_work(tmp_path, clock=clock) as at:
        gate = at.desk.hold(1)
        await at.comes((1, "a"))
        await at.desk.has_begun(1)
        at.inbox.unheard = True
        await at.comes((2, "b"))
        keeping = asyncio.create_task(keep_leases(at.office, at.dispatcher.wake, beat))
        await at.desk.has(2)
        gate.set()
        await at.is_empty()
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)

    assert at.desk.begun == [1, 2]


async def test_what_breaks_while_the_store_is_tried_is_told_and_tried_again(tmp_path: Path) -> None:
    """Everybody waits for this one trial: were it to end, the bot would live and never answer again."""
    async with a_moody_office(tmp_path) as (office, inbox):
        inbox.odd.append(AttributeError("driver"))
        office.health.store_failed("claim")
        trying = asyncio.create_task(keep_trying(office, Beats(2)))
        with capture_logs() as told:
            async with asyncio.timeout(10):
                await office.health.until_store_works()
        trying.cancel()
        await asyncio.gather(trying, return_exceptions=True)

    assert [line["event"] for line in told] == ["store_trial_broke", "store_works_again"]


async def test_what_is_too_old_is_let_go_by_itself(tmp_path: Path) -> None:
    """At the start and every minute after, by the bot's own clock."""
    moments = iter([NOW, NOW + 2 * DAY, NOW + 2 * DAY])
    async with a_moody_office(tmp_path) as (office, inbox):
        await inbox.put([arrival(1)], NOW)
        before = await inbox.waiting()
        beats = Beats(1)
        keeping = asyncio.create_task(keep_in_time(office, lambda: next(moments), beats))
        await beats.over.wait()
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)

        assert (before, await inbox.waiting()) == (1, 0)
        assert beats.asked == [LET_GO_EVERY] * 2
