"""What staff learn of the talks: counts, and scrubbed questions without an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from bot.conversation.ledger import Heard, Ledger
from bot.conversation.turn import Conversation
from bot.dialogue.decisions import Decision
from bot.model.choices import FORGET_ALL, NONE, UNHELPFUL
from bot.model.context import IDLE
from bot.model.message import Message
from bot.model.moves import OfferChoices
from bot.model.reply import Reply, plain_text
from bot.store import MemoryStore, StoreFailed
from bot.store.questions import Question, Tally
from tests.builders import NOW, a_context
from tests.conversation.world import the_brain

pytestmark = pytest.mark.asyncio

TODAY = NOW.date()
UNKNOWN = "darf ich im wohnwagen schlafen"
UNCLEAR = "was ist mit dem kurs"


@dataclass
class Kept:
    """Stands in for the store's questions; fails as often as told."""

    asked: list[Question] = field(default_factory=list)
    counted: list[Tally] = field(default_factory=list)
    failures: int = 0

    async def keep(self, asked: Sequence[Question], tallies: Sequence[Tally]) -> None:
        """Keep."""
        if self.failures:
            self.failures -= 1
            raise StoreFailed
        self.asked += asked
        self.counted += tallies

    async def open(self) -> tuple[Question, ...]:
        """Return what was kept."""
        return tuple(self.asked)

    async def settle(self, numbers: Sequence[int], today: date) -> int:
        """Settle nothing."""
        return 0

    async def tallies(self, since: date, until: date) -> tuple[Tally, ...]:
        """Return all counts."""
        return tuple(self.counted)


class Desk:
    """A talk whose turns are noted."""

    def __init__(self) -> None:
        """Begin."""
        self.ledger, self.kept = Ledger(), Kept()
        self._conversation = Conversation(the_brain(), MemoryStore(), ledger=self.ledger)

    async def say(self, text: str | None = None, choice: str | None = None, chat: str = "a") -> Reply:
        """Write or tap."""
        return await self._conversation.turn(Message(chat, text=text, choice=choice), NOW)

    async def noted(self, later: timedelta = timedelta()) -> list[tuple[str, str, int]]:
        """Return what questions were kept."""
        await self.ledger.flush(self.kept, NOW + later)
        return [(each.question, each.reason, each.times) for each in self.kept.asked]

    def counts(self, kind: str) -> dict[str, int]:
        """Return what was counted of a kind."""
        return {each.what: each.times for each in self.kept.counted if each.kind == kind}


async def test_a_refused_question_is_kept_scrubbed_and_without_its_chat() -> None:
    """Asked in two chats it counts twice."""
    desk = Desk()
    await desk.say(f"{UNKNOWN} 0355 123456")
    await desk.say(f"{UNKNOWN} 0170 99999", chat="b")

    assert await desk.noted() == [(f"{UNKNOWN} …", "refused", 2)]
    assert desk.counts("outcome") == {"refused": 2}


async def test_an_answer_is_counted_and_its_wording_is_not_kept() -> None:
    """Intent and topic are."""
    desk = Desk()
    await desk.say("wann startet der windkurs")
    await desk.say("danke")

    assert await desk.noted() == []
    assert desk.counts("outcome") == {"answered": 1, "small-talk": 1}
    assert (desk.counts("intent"), desk.counts("topic")) == ({"dates": 1}, {"windkurs": 1})


async def test_nothing_but_a_count_is_kept_of_a_crisis() -> None:
    """No word of it."""
    desk = Desk()
    await desk.say("mir ist alles zu viel")

    assert await desk.noted() == []
    assert [(each.kind, each.what) for each in desk.kept.counted] == [("outcome", "crisis")]


def unclear(desk: Desk) -> None:
    """Let several readings be close."""
    heard = Heard(Message("a", text=UNCLEAR), Decision(OfferChoices((("dates", "windkurs"),)), a_context()), None, Reply(()), None)
    desk.ledger.note(heard, the_brain().reader.scrubber, NOW)


async def test_what_was_taken_for_none_of_ours_is_kept_as_that() -> None:
    """One of ours may be among it, and staff see it; small talk is not, nor what somebody says who was just in distress."""
    desk = Desk()
    for text in ("wie wird das wetter", "danke", "mir ist alles zu viel", "wie wird das wetter"):
        await desk.say(text)

    assert await desk.noted() == [("wie wird das wetter", "off-topic", 1)]


async def test_a_question_whose_detail_is_not_told_is_kept_as_that() -> None:
    """The bot says so first and does not ask whether the rest helped; right after a crisis nothing is kept."""
    desk, after = Desk(), Desk()
    reply = await desk.say("hat der windkurs eine kantine")
    await after.say("mir ist alles zu viel")
    await after.say("hat der windkurs eine kantine")

    assert plain_text(reply).startswith("Das weiß ich nicht genau.")
    assert (helped(reply), await desk.noted()) == ([], [("hat der windkurs eine kantine", "untold", 1)])
    assert await after.noted() == []


async def test_a_close_call_is_unanswered_only_where_nothing_was_chosen() -> None:
    """A tap settles it; "none of these", another question and half an hour of silence do not."""
    chosen, denied, changed, left = Desk(), Desk(), Desk(), Desk()
    for desk in (chosen, denied, changed, left):
        unclear(desk)
    await chosen.say(choice="q:dates:windkurs")
    await denied.say(choice=NONE)
    await changed.say("wann startet der windkurs")

    assert await chosen.noted(2 * IDLE) == []
    assert await denied.noted() == await changed.noted() == [(UNCLEAR, "no-choice", 1)]
    assert await left.noted() == []
    assert await left.noted(2 * IDLE) == [(UNCLEAR, "no-choice", 1)]
    assert left.counts("outcome") == {"clarified": 1}


async def test_who_has_everything_deleted_leaves_no_open_question() -> None:
    """What waited for a choice is gone with the rest."""
    desk = Desk()
    unclear(desk)
    await desk.say(choice=FORGET_ALL)

    assert await desk.noted(2 * IDLE) == []


async def test_what_the_store_did_not_take_is_handed_over_later() -> None:
    """And once."""
    desk = Desk()
    await desk.say(UNKNOWN)
    desk.kept.failures = 1
    with pytest.raises(StoreFailed):
        await desk.noted()

    assert await desk.noted() == [(UNKNOWN, "refused", 1)]
    assert await desk.noted() == [(UNKNOWN, "refused", 1)]
    assert desk.counts("outcome") == {"refused": 1}


def helped(reply: Reply) -> list[str]:
    """Return the data of the buttons that say an answer did not help."""
    return [choice.data for choice in reply.choices if choice.data.startswith(UNHELPFUL)]


async def test_an_answer_that_did_not_help_waits_for_staff() -> None:
    """Once, scrubbed, and only that of the last question; the tap is thanked for and counted."""
    desk = Desk()
    (older,) = helped(await desk.say("was kostet der windkurs"))
    (data,) = helped(await desk.say("wann startet der windkurs von Peter Muster"))
    await desk.say(choice="q:place:windkurs")
    thanks = await desk.say(choice=data)
    await desk.say(choice=data)
    await desk.say(choice=older)

    assert plain_text(thanks).startswith("Danke, das lesen wir")
    assert helped(thanks) == []
    assert await desk.noted() == [("wann startet der windkurs von …", "unhelpful", 1)]
    assert desk.counts("outcome") == {"answered": 2, "tapped": 1, "unhelpful": 3}


async def test_that_it_did_not_help_can_be_typed() -> None:
    """As the button reads."""
    desk = Desk()
    await desk.say("wann startet der windkurs")
    thanks = await desk.say("hat nicht geholfen!")

    assert plain_text(thanks).startswith("Danke, das lesen wir")
    assert await desk.noted() == [("wann startet der windkurs", "unhelpful", 1)]


@pytest.mark.parametrize("said", ["danke", UNKNOWN, "mir ist alles zu viel", "was kostet das", "was kostet der imkerkurs"])
async def test_whether_it_helped_is_asked_under_real_answers_alone(said: str) -> None:
    """Not under small talk, a fallback, a crisis, a question back, or "that is not written anywhere"."""
    assert helped(await Desk().say(said)) == []


async def test_whether_it_helped_is_not_asked_right_after_a_crisis_nor_after_a_tap() -> None:
    """The turn after a crisis carries the numbers, and whoever taps has not asked in words."""
    desk = Desk()
    await desk.say("mir ist alles zu viel")

    assert helped(await desk.say("wann startet der windkurs")) == []
    assert helped(await desk.say(choice="q:dates:windkurs")) == []
    assert len(helped(await desk.say("wann startet der windkurs"))) == 1


async def test_what_was_answered_is_remembered_no_longer_than_the_talk() -> None:
    """Half an hour later, and after everything was deleted, nobody knows the words any more."""
    for ends in ("time", "deletion"):
        desk = Desk()
        (data,) = helped(await desk.say("wann startet der windkurs"))
        if ends == "time":
            await desk.noted(2 * IDLE)
        else:
            await desk.say(choice=FORGET_ALL)
        await desk.say(choice=data)

        assert await desk.noted() == []


async def test_without_staff_nobody_is_asked_whether_it_helped() -> None:
    """In the terminal nothing is noted down, so nothing is asked."""
    reply = await Conversation(the_brain(), MemoryStore()).turn(Message("a", text="wann startet der windkurs"), NOW)

    assert helped(reply) == []
