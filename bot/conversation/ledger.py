"""What is written down of turns for staff: counts, and scrubbed questions that found no answer. No chat is kept with them."""

from __future__ import annotations

from collections import Counter, OrderedDict
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.answers.dates import local_day
from bot.dialogue.decisions import Decision
from bot.model import choices
from bot.model.context import IDLE
from bot.model.intents import OFF_TOPIC
from bot.model.message import Message
from bot.model.moves import AnswerIntent, AskWhich, Doubt, Forget, Help, Move, NotKnown, OfferChoices
from bot.model.reading import Reading
from bot.model.reply import Reply
from bot.model.values import base_of
from bot.store.errors import StoreFailed
from bot.store.questions import Question, Questions, Reason, rows_of
from bot.understanding.scrubbing import Scrubber

OPEN = 1_000
"""So many chats at most are waited for to choose."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One turn as far as the ledger is concerned: ``kind`` is that of the answered intent."""

    message: Message
    decision: Decision
    reading: Reading | None
    reply: Reply
    kind: str | None
    after_crisis: bool = False


@dataclass
class Ledger:
    """Gathers in memory and hands over by `flush`: no turn waits for it.

    A question that was asked back about waits here, beside its chat, until something is chosen, at
    most half an hour; only then it counts as unanswered. A question that was answered waits as long for
    somebody to say that the answer did not help.
    """

    _asked: Counter[tuple[str, str, Reason, date]] = field(default_factory=Counter)
    _counts: Counter[tuple[date, str, str]] = field(default_factory=Counter)
    _open: OrderedDict[str, tuple[datetime, str, str]] = field(default_factory=OrderedDict)
    _answered: OrderedDict[str, tuple[datetime, str, str]] = field(default_factory=OrderedDict)

    def note(self, heard: Heard, scrubber: Scrubber, now: datetime) -> None:
        """Write down one turn."""
        chat, move, day = heard.message.chat, heard.decision.move, local_day(now)
        waiting = self._open.pop(chat, None)
        if isinstance(move, Forget):
            self._answered.pop(chat, None)
            return
        if waiting and not _chose(heard):
            self._asked[waiting[1], waiting[2], "no-choice", day] += 1
        self._count(heard, day)
        self._judge(heard, scrubber, now)
        reason = _left_open(heard)
        if heard.message.text is None or reason is None or not (question := scrubber.scrub(heard.message.text)):
            return
        language = base_of(heard.decision.context.language)
        if reason == "no-choice":
            _wait(self._open, chat, (now, question, language))
        else:
            self._asked[question, language, reason, day] += 1

    def _judge(self, heard: Heard, scrubber: Scrubber, now: datetime) -> None:
        """Remember what was answered until the next question; note it where the answer did not help."""
        chat, data = heard.message.chat, heard.message.choice or ""
        if heard.message.text is not None:
            self._answered.pop(chat, None)
        if any(choice.data.startswith(choices.UNHELPFUL) for choice in heard.reply.choices):
            question = scrubber.scrub(heard.message.text or "")
            _wait(self._answered, chat, (now, question, heard.decision.context.language))
        told = self._answered.get(chat)
        if told and data == choices.unhelpful(told[1]):
            self._asked[told[1], told[2], "unhelpful", local_day(now)] += 1
            del self._answered[chat]

    async def flush(self, questions: Questions, now: datetime) -> None:
        """Hand over what was gathered; what cannot be kept now stays for the next time."""
        self._give_up(now)
        asked, counts = self._asked, self._counts
        if not asked and not counts:
            return
        self._asked, self._counts = Counter(), Counter()
        rows = [Question(*question, times) for question, times in asked.items()]
        try:
            await questions.keep(rows, rows_of(counts))
        except StoreFailed:
            self._asked.update(asked)
            self._counts.update(counts)
            raise

    def _give_up(self, now: datetime) -> None:
        for chat, (asked, question, language) in list(self._open.items()):
            if now - asked > IDLE:
                del self._open[chat]
                self._asked[question, language, "no-choice", local_day(now)] += 1
        for chat, (answered, _, _) in list(self._answered.items()):
            if now - answered > IDLE:
                del self._answered[chat]

    def _count(self, heard: Heard, day: date) -> None:
        if heard.message.text is None and heard.message.choice is None:
            return
        tapped = choices.UNHELPFUL if (heard.message.choice or "").startswith(choices.UNHELPFUL) else "tapped"
        outcome = _outcome(heard.decision.move, heard.kind) if heard.message.text is not None else tapped
        self._counts[day, "outcome", outcome] += 1
        if heard.kind == "question" and heard.reply.intent:
            self._counts[day, "intent", heard.reply.intent] += 1
            for topic in heard.reply.topics[:1]:
                self._counts[day, "topic", topic] += 1


def _wait(
    waiting: OrderedDict[str, tuple[datetime, str, str]], chat: str, what: tuple[datetime, str, str]
) -> None:
    waiting[chat] = what
    if len(waiting) > OPEN:
        waiting.popitem(last=False)


_UNTOLD = frozenset({"doubt-detail", "doubt-number", "doubt-mail", "doubt-age"})
"""What of a question our sources do not tell, so that staff may look for it."""


def _left_open(heard: Heard) -> Reason | None:
    """Return why what was typed may have found no answer; whoever was just in distress is not listened to for that."""
    match heard.decision.move:
        case NotKnown():
            return "refused"
        case OfferChoices():
            return "no-choice"
        case AnswerIntent(doubt=Doubt(kind=kind)) if kind in _UNTOLD and not heard.after_crisis:
            return "untold"
    return "off-topic" if heard.reply.intent == OFF_TOPIC and not heard.after_crisis else None


def _outcome(move: Move, kind: str | None) -> str:
    match move:
        case Help():
            return "crisis"
        case NotKnown():
            return "refused"
        case OfferChoices() | AskWhich():
            return "clarified"
    return {"small_talk": "small-talk", "out_of_scope": "refused"}.get(kind or "", "answered")


def _chose(heard: Heard) -> bool:
    """Tell whether the person took one of the offered choices, by tapping or in words."""
    if heard.message.text is None:
        return heard.message.choice not in {None, choices.NONE}
    return heard.reading is not None and heard.reading.command is not None and heard.kind == "question"
