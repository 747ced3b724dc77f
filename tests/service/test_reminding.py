"""Reminders: told once, by day, only if true, and never lost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from structlog.testing import capture_logs

from bot.conversation.brain import Brain
from bot.conversation.wishing import WishBook
from bot.model.catalogue import Catalogue
from bot.model.moves import MakeWish
from bot.model.reply import Reply, plain_text
from bot.model.topics import Run, Topic
from bot.service.reminding import STEADY, Reminders, Told
from bot.store import Note, StoreFailed
from tests.builders import a_composer, a_context, a_run, an_offer
from tests.conversation.world import the_brain
from tests.service.memory import MemoryShelf
from tests.service.support import SoonWell

pytestmark = pytest.mark.asyncio
BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2027, 3, 4, 12, tzinfo=BERLIN)
MAY = a_run("2027-05-03", id="mai", time="10:00")


@dataclass
class House:
    """Reminders over one shelf, with a clock moved by hand and a channel that writes down what it is told."""

    now: datetime = NOON
    shelf: MemoryShelf = field(default_factory=MemoryShelf)
    said: list[tuple[str, str]] = field(default_factory=list)
    outcomes: list[Told] = field(default_factory=list)
    known: Brain = field(init=False)
    reminders: Reminders = field(init=False)

    def __post_init__(self) -> None:
        """Know one course without dates."""
        self.staff_write()
        self.restart()

    def restart(self) -> None:
        """Begin anew with what the shelf holds."""
        self.shelf.outbox.crash()
        self.reminders = Reminders(self.shelf, lambda: self.known, self._tell, lambda: self.now, self._pause, SoonWell())

    def staff_write(self, *runs: Run, topic: str = "kurs", **fields: object) -> None:
        """Let the course have these dates from now on."""
        course: Topic = an_offer(topic, title="Kurs", runs=runs, **fields)
        composer = a_composer(course)
        version = f"{runs}{fields}"
        catalogue = replace(composer.catalogue, version=version)
        self.known = replace(the_brain(), composer=replace(composer, catalogue=catalogue), catalogue=catalogue)

    async def wishes(self, chat: str = "a", language: str = "de", move: MakeWish | None = None) -> None:
        """Tap the bell."""
        book, catalogue = WishBook(self.shelf.subscriptions, self.shelf.outbox), self.catalogue
        await book.carry_out(move or MakeWish("kurs"), chat, language, catalogue, self.now)

    @property
    def catalogue(self) -> Catalogue:
        """What is known."""
        return self.known.catalogue

    async def at(self, moment: str) -> list[str]:
        """Look into the outbox at that local time; returns what was said."""
        self.now = datetime.fromisoformat(moment).replace(tzinfo=BERLIN)
        before = len(self.said)
        await self.reminders.step()
        return [text for _, text in self.said[before:]]

    async def _tell(self, chat: str, reply: Reply) -> Told:
        outcome = self.outcomes.pop(0) if self.outcomes else Told.SENT
        if outcome is Told.SENT:
            self.said.append((chat, plain_text(reply)))
        return outcome

    async def _pause(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def house() -> Iterator[House]:
    """Begin at noon. What is logged is kept, not printed: a traceback with all that a brain holds takes seconds."""
    with capture_logs():
        yield House()


async def test_each_subscriber_is_told_once_in_their_language(house: House) -> None:
    """When staff add a date; not again at the next look, nor after a restart."""
    await house.wishes("a")
    await house.wishes("b", "en")
    house.staff_write(MAY)
    await house.at("2027-03-05 12:00")
    await house.at("2027-03-05 12:01")
    house.restart()
    await house.at("2027-03-05 15:00")

    assert [chat for chat, _ in house.said] == ["a", "b"]
    assert house.said[0][1].startswith("🔔 Für „Kurs“ gibt es einen neuen Termin: Montag, 3. Mai 2027, 10 Uhr.")
    assert house.said[1][1].startswith("🔔 There is a new date for “Kurs”: Monday, 3 May 2027, 10:00.")


@pytest.mark.parametrize("night", ["2027-03-05 20:00", "2027-03-05 23:59", "2027-03-06 03:00", "2027-03-06 07:59"])
async def test_nobody_is_written_to_at_night(house: House, night: str) -> None:
    """What comes in the evening is told in the morning."""
    await house.wishes()
    house.staff_write(MAY)

    assert await house.at(night) == []
    assert len(await house.at("2027-03-06 08:00")) == 1


async def test_reminders_come_when_they_were_wished(house: House) -> None:
    """A week before and a day before, at ten, though the clocks change in between."""
    house.staff_write(MAY)
    await house.wishes()
    early = [*await house.at("2027-03-28 12:00"), *await house.at("2027-04-26 09:59")]
    week, day = await house.at("2027-04-26 10:00"), await house.at("2027-05-02 10:00")

    assert early == []
    assert week[0].startswith("🔔 In einer Woche ist es so weit: „Kurs“, Montag, 3. Mai 2027, 10 Uhr.")
    assert day[0].startswith("🔔 Morgen ist es so weit")
    assert await house.at("2027-05-03 09:00") == []


async def test_a_late_reminder_counts_the_days_anew(house: House) -> None:
    """The bot was away for two days."""
    house.staff_write(MAY)
    await house.wishes()

    assert (await house.at("2027-04-28 10:00"))[0].startswith("🔔 In 5 Tagen ist es so weit")


async def test_after_a_long_absence_one_reminder_is_enough(house: House) -> None:
    """The week's notice is of no use once the day's is due; after the start there is none at all."""
    house.staff_write(MAY)
    await house.wishes("a")
    late = await house.at("2027-05-02 11:00")

    assert len(late) == 1
    assert late[0].startswith("🔔 Morgen")


async def test_nothing_is_told_after_the_start(house: House) -> None:
    """Whatever was planned."""
    house.staff_write(MAY)
    await house.wishes()

    assert await house.at("2027-05-03 10:00") == []


async def test_a_moved_date_is_told_and_reminded_of_anew(house: House) -> None:
    """The old reminders fall silent."""
    house.staff_write(MAY)
    await house.wishes()
    house.staff_write(a_run("2027-05-17", id="mai", time="10:00"))
    moved = await house.at("2027-03-10 12:00")
    old = await house.at("2027-04-26 10:00")
    new = await house.at("2027-05-10 10:00")

    assert moved[0].startswith("🔔 „Kurs“ ist verschoben auf: Montag, 17. Mai 2027")
    assert old == []
    assert new[0].startswith("🔔 In einer Woche ist es so weit: „Kurs“, Montag, 17. Mai 2027")


async def test_a_cancelled_date_is_told_and_reminded_of_no_more(house: House) -> None:
    """Once; and who never heard of the date hears nothing."""
    house.staff_write(MAY)
    await house.wishes("a")
    house.staff_write(MAY.model_copy(update={"status": "cancelled"}))
    await house.wishes("b")
    told = await house.at("2027-03-10 12:00")
    later = [*await house.at("2027-03-11 12:00"), *await house.at("2027-04-26 10:00"), *await house.at("2027-05-02 10:00")]

    assert told == [told[0]]
    assert told[0].startswith("🔔 „Kurs“ am Montag, 3. Mai 2027 ist abgesagt.")
    assert later == []
    assert {chat for chat, _ in house.said} == {"a"}


async def test_a_date_that_is_gone_before_it_was_told_is_not_told(house: House) -> None:
    """Added and taken back during the night; put in again, it is told."""
    await house.wishes()
    house.staff_write(MAY)
    night = await house.at("2027-03-05 22:00")
    house.staff_write()
    morning = await house.at("2027-03-06 08:00")
    house.staff_write(MAY)

    assert (night, morning) == ([], [])
    assert len(await house.at("2027-03-06 09:00")) == 1


async def test_who_ended_a_wish_hears_nothing(house: House) -> None:
    """Even what another process has in its plan already."""
    house.staff_write(MAY)
    await house.wishes()
    notes = dict(house.shelf.outbox.notes)
    await house.shelf.subscriptions.end("a", "kurs", run="mai")
    house.shelf.outbox.notes |= notes

    assert await house.at("2027-04-26 10:00") == []
    assert await house.at("2027-05-02 10:00") == []
    assert house.shelf.outbox.notes == {}


async def test_a_renamed_topic_goes_on(house: House) -> None:
    """The wish was stored under the old id, and nobody is told twice."""
    await house.wishes()
    house.staff_write(MAY)
    first = await house.at("2027-03-05 12:00")
    house.staff_write(MAY, topic="neuer-kurs", formerly=["kurs"])
    again = await house.at("2027-03-06 12:00")
    house.staff_write(MAY, a_run("2027-09-01"), topic="neuer-kurs", formerly=["kurs"])

    assert (len(first), again) == (1, [])
    assert "1. September 2027" in (await house.at("2027-03-07 12:00"))[0]


async def test_who_wishes_again_after_a_rename_is_told_once(house: House) -> None:
    """Under the old id and the new: of a new date, a week before it and a day before it."""
    await house.wishes()
    house.staff_write(MAY)
    news = await house.at("2027-03-05 12:00")
    await house.wishes()
    house.staff_write(MAY, topic="neuer-kurs", formerly=["kurs"])
    for move in (MakeWish("neuer-kurs"), MakeWish("neuer-kurs", ("week",))):
        await house.wishes(move=move)
    said = [await house.at(moment) for moment in ("2027-03-06 12:00", "2027-04-26 10:00", "2027-05-02 10:00")]

    assert [len(each) for each in (news, *said)] == [1, 0, 1, 0]
    assert {each.topic for each in await house.shelf.subscriptions.of_chat("a")} == {"neuer-kurs"}


async def test_a_note_whose_topic_is_left_out_for_a_slip_waits(house: House) -> None:
    """Its moment comes while the file is broken; it is told once that is mended."""
    house.staff_write(MAY)
    await house.wishes()
    await house.at("2027-03-05 12:00")
    house.staff_write(topic="anderer")
    broken = await house.at("2027-04-26 10:00")
    house.staff_write(MAY)

    assert broken == []
    assert len(await house.at("2027-04-26 10:30")) == 1


async def test_a_topic_left_out_for_a_slip_ends_no_wish(house: House) -> None:
    """Its file is broken for a day."""
    house.staff_write(MAY)
    await house.wishes()
    house.staff_write(topic="anderer")
    await house.at("2027-03-05 12:00")
    house.staff_write(MAY)

    assert len(await house.at("2027-04-26 10:00")) == 1


async def test_a_reminder_of_what_is_over_ends_by_itself(house: House) -> None:
    """The wish for the next date stays."""
    house.staff_write(MAY)
    await house.wishes("a")
    house.staff_write()
    await house.wishes("b")
    house.staff_write(MAY)
    await house.at("2027-05-04 12:00")

    assert [(each.chat, each.kind) for each in house.shelf.subscriptions.kept.values()] == [("b", "dates")]


async def test_what_cannot_be_sent_now_is_sent_later(house: House) -> None:
    """A quarter of an hour, and never at night."""
    await house.wishes()
    house.staff_write(MAY)
    house.outcomes = [Told.LATER, Told.LATER]

    assert await house.at("2027-03-05 19:40") == []
    assert await house.at("2027-03-05 19:54") == []
    assert await house.at("2027-03-05 19:55") == []
    assert await house.at("2027-03-06 07:59") == []
    assert len(await house.at("2027-03-06 08:00")) == 1


async def test_who_blocked_the_bot_is_told_when_they_are_back(house: House) -> None:
    """It is let go, and planned again as long as it is of use."""
    await house.wishes()
    house.staff_write(MAY)
    house.outcomes = [Told.GONE]
    gone = await house.at("2027-03-05 12:00")

    assert (gone, house.shelf.outbox.notes) == ([], {})
    assert len(await house.at("2027-03-05 13:00")) == 1


async def test_what_telegram_refuses_is_not_tried_again(house: House) -> None:
    """It would be refused for ever."""
    await house.wishes()
    house.staff_write(MAY)
    house.outcomes = [Told.REFUSED]

    assert await house.at("2027-03-05 12:00") == []
    assert await house.at("2027-03-05 14:00") == []


async def test_after_a_crisis_reminders_wait(house: House) -> None:
    """Nobody in distress is reminded of a course; two hours later it is told."""
    await house.wishes()
    house.staff_write(MAY)
    context = replace(a_context(), crisis=True, touched=datetime(2027, 3, 5, 11, 59, tzinfo=BERLIN))
    await house.shelf.contexts.save("a", context)

    assert await house.at("2027-03-05 12:00") == []
    assert await house.at("2027-03-05 13:58") == []
    assert len(await house.at("2027-03-05 13:59")) == 1


async def test_a_store_that_is_away_is_waited_for(house: House) -> None:
    """The loop goes on, and nothing is lost; what others hold is freed only after they had the time to say that they live."""
    await house.wishes()
    house.staff_write(MAY)
    faults = iter([StoreFailed(), StoreFailed()])
    plan = house.shelf.outbox.plan

    async def failing(notes: object) -> int:
        for fault in faults:
            raise fault
        house.shelf.outbox.plan = plan  # type: ignore[method-assign]
        return await plan(notes)  # type: ignore[arg-type]

    house.shelf.outbox.plan = failing  # type: ignore[method-assign]
    rounds, freed = iter(range(4)), list[int]()

    async def pause(_seconds: float) -> None:
        if next(rounds, None) is None:
            raise TimeoutError

    async def free() -> int:
        freed.append(len(house.said))
        return 0

    house.reminders.pause, house.shelf.outbox.free_overdue = pause, free  # type: ignore[method-assign]
    with pytest.raises(TimeoutError):
        await house.reminders.run()

    assert len(house.said) == 1
    assert len(freed) == 5 - 2 - STEADY


async def test_what_got_through_is_written_down_however_long_it_takes(house: House) -> None:
    """A store that is away for a moment doubles nothing."""
    await house.wishes()
    house.staff_write(MAY)
    faults = iter([StoreFailed(), StoreFailed(), StoreFailed()])
    sent = house.shelf.outbox.sent

    async def failing(note: Note, now: datetime) -> bool:
        for fault in faults:
            raise fault
        return await sent(note, now)

    house.shelf.outbox.sent = failing  # type: ignore[method-assign]

    assert len(await house.at("2027-03-05 12:00")) == 1
    assert await house.at("2027-03-05 13:00") == []


async def test_a_message_under_way_gets_through_when_we_are_told_to_stop(house: House) -> None:
    """And it is noted, so that the next process does not send it again."""
    await house.wishes()
    house.staff_write(MAY)
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(chat: str, reply: Reply) -> Told:
        begun.set()
        await go_on.wait()
        house.said.append((chat, plain_text(reply)))
        return Told.SENT

    house.reminders.tell = slowly
    working = asyncio.create_task(house.reminders.run())
    await begun.wait()
    working.cancel()
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(working, return_exceptions=True)
    house.restart()

    assert len(house.said) == 1
    assert await house.at("2027-03-05 12:00") == []


async def test_many_are_told_in_one_look(house: House) -> None:
    """A whole school class."""
    for number in range(60):
        await house.wishes(f"chat-{number}")
    house.staff_write(MAY)

    assert len(await house.at("2027-03-05 12:00")) == 60
