"""One turn: message in, reply out, context remembered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.answers.dates import local_day
from bot.answers.distress import with_help
from bot.answers.paths import with_way_back
from bot.answers.scope import Scope
from bot.conversation.brain import Brain
from bot.conversation.cards import cards
from bot.conversation.feedback import is_real_answer, with_feedback
from bot.conversation.hearing import heard, read, sentences_ahead
from bot.conversation.ledger import Heard, Ledger
from bot.conversation.privacy import carry_out
from bot.conversation.wishing import WishBook
from bot.dialogue.decisions import Decision
from bot.language.labels import label_key, own_label_key
from bot.language.languages import first_language
from bot.model.context import Context, after_break, fresh
from bot.model.message import Message
from bot.model.moves import (
    AnswerIntent,
    EndWishes,
    Forget,
    Help,
    MakeWish,
    Move,
    Remark,
    Several,
    ShowWishes,
    TakeStep,
)
from bot.model.reading import Reading
from bot.model.reply import Card, Reply, Text
from bot.model.values import Language
from bot.store import Memory
from bot.understanding.crisis import Alarm

_EDITED = "edited"
_IN_PLACE = ("page:", "lead:", "lang:")
"""How the choices begin that are answered where they were tapped: turned pages, and settings chosen from a few."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn led to: the reply, the contexts after and before it, and the reading behind it (None for taps)."""

    reply: Reply
    context: Context
    reading: Reading | None = None
    before: Context | None = None


class Conversation:
    """Answers messages from one brain. Turns of one chat must not overlap (the channel's lanes see to it)."""

    def __init__(
        self, brain: Brain, memory: Memory, wishes: WishBook | None = None, ledger: Ledger | None = None
    ) -> None:
        """Answer from *brain*; without *wishes* nobody can be told anything later, and is told so.

        What staff should know of the turns is noted in *ledger*.
        """
        self.brain = brain
        self._memory = memory
        self._wishes = wishes
        self._ledger = ledger

    async def turn(self, message: Message, now: datetime) -> Reply:
        """Answer *message* at *now* (aware) and remember what the talk is about."""
        return (await self.explained_turn(message, now)).reply

    async def explained_turn(self, message: Message, now: datetime) -> Turn:
        """Answer like `turn`, and hand out the reading and context too."""
        brain = self.brain
        remembered = await self._memory.load(message.chat)
        first = first_language(message.language_code, brain.catalogue.languages)
        context = after_break(remembered, now) if remembered else fresh(first, now)
        message = as_tapped(message, context)
        decided = decide(brain, message, context, now)
        move = await carry_out(decided.decision.move, message.chat, self._memory)
        if isinstance(move, Forget):
            result = finish(brain, Decided(Decision(move, fresh(context.language, now)), context), now)
            self._note(brain, message, decided, result, now)
        else:
            move = await self._wished(brain, move, decided.decision.context.language, message.chat, now)
            told = replace(decided, decision=replace(decided.decision, move=move))
            result = finish(brain, told, now, reminds=self._wishes is not None)
            if self._ledger:
                result = _asking_whether_it_helped(brain, message, decided, result)
            self._note(brain, message, decided, result, now)
            await self._memory.save(message.chat, result.context)
        return result

    def _note(self, brain: Brain, message: Message, decided: Decided, turn: Turn, now: datetime) -> None:
        if self._ledger:
            self._ledger.note(_heard_of(brain, message, decided, turn), brain.reader.scrubber, now)

    async def _wished(self, brain: Brain, move: Move, language: Language, chat: str, now: datetime) -> Move:
        """Do what the move wishes of the future; every other move is only to be put into words."""
        if not isinstance(move, MakeWish | EndWishes | ShowWishes):
            return move
        if self._wishes is None:
            return Remark("wish-not-here")
        return await self._wishes.carry_out(move, chat, language, brain.catalogue, now)

    def cards(self, text: str, language_code: str | None, now: datetime) -> tuple[Card, ...]:
        """Return what is offered to somebody who types *text* behind our name in another chat; nothing is remembered."""
        return cards(self.brain, text, language_code, now)

    def topic_count(self) -> int:
        """Count the topics that can be asked about."""
        return len(self.brain.catalogue.topics)

    def say(self, language: str, key: str, **arguments: str) -> str:
        """Return one of the bot's own sentences for a channel, in *language* or German."""
        return self.brain.texts.say(language, key, **arguments)

    def languages(self) -> tuple[Language, ...]:
        """Return the languages and registers the bot answers in, German first."""
        return self.brain.catalogue.languages


@dataclass(frozen=True, slots=True)
class Decided:
    """What is to be answered, in which state the talk was, and the reading behind it."""

    decision: Decision
    before: Context
    reading: Reading | None = None
    in_place: bool = False
    captioned: bool = False


def _asking_whether_it_helped(brain: Brain, message: Message, decided: Decided, turn: Turn) -> Turn:
    """Let people say so under a real answer to what they typed, while nothing is wrong with them."""
    typed = message.text if decided.reading and message.command is None and not decided.before.crisis else None
    question = brain.reader.scrubber.scrub(typed) if typed and is_real_answer(decided.decision, brain.catalogue) else ""
    if not question:
        return turn
    label = brain.texts.say(turn.reply.language, "unhelpful-button")
    reply = with_feedback(turn.reply, question, label)
    return replace(turn, reply=reply, context=_offering(turn.context, reply))


def _heard_of(brain: Brain, message: Message, decided: Decided, turn: Turn) -> Heard:
    intent = brain.catalogue.intent(turn.reply.intent)
    kind = intent.kind if intent else None
    return Heard(message, decided.decision, decided.reading, turn.reply, kind, decided.before.crisis)


def answer(brain: Brain, message: Message, context: Context, now: datetime) -> Turn:
    """Answer one message; pure: the same message, context and time give the same turn. Touches nothing that is kept."""
    return finish(brain, decide(brain, as_tapped(message, context), context, now), now)


def as_tapped(message: Message, context: Context) -> Message:
    """Return the tap that *message* is if it reads like a button of the last reply, else the message as it is. Pure."""
    typed = message.text if message.command is None and message.attached is None else None
    said = label_key(typed) if typed and context.labels else ""
    offered = zip(context.offered, context.labels, strict=False)
    data = next((data for data, label in offered if label == said), None) if said else None
    return replace(message, text=None, choice=data) if data else message


def decide(brain: Brain, message: Message, context: Context, now: datetime) -> Decided:
    """Return what to answer to a message. Pure."""
    if message.text is None:
        decision = _decide(brain, message, context)
        turned = (message.choice or "").startswith(_IN_PLACE) and not isinstance(decision.move, Remark)
        return Decided(decision, context, in_place=turned)
    ahead = partial(sentences_ahead, brain, message.text, context, local_day(now))
    if alarm := brain.crisis.explain(message.text, ahead):
        language = _language_of_help(brain, message.text, alarm, context)
        aside = replace(context, language=language, awaiting=None, list_view=None, misses=0)
        return Decided(Decision(Help(alarm.kind, alarm.wavers), aside), context)
    if message.attached == _EDITED:
        return Decided(Decision(Remark(f"notice-{_EDITED}"), context), context)
    if message.command is not None:
        reading = read(brain, message.text, context, local_day(now))
        return Decided(brain.policy.on_command(reading, context), context, reading)
    reading, decision = heard(brain, message.text, context, local_day(now))
    if message.attached and not _asks_of_ours(reading, decision):
        return Decided(Decision(Remark(f"notice-{message.attached}"), context), context)
    return Decided(decision, context, reading, captioned=message.attached is not None)


def _asks_of_ours(reading: Reading, decision: Decision) -> bool:
    """Tell whether the words under a picture name something of ours that is answered: "was ist das" asks of the picture."""
    return bool(reading.named("topic")) and isinstance(decision.move, AnswerIntent | Several)


def _language_of_help(brain: Brain, text: str, alarm: Alarm, context: Context) -> Language:
    """Return the language to help in: short cries are told by the words that showed the distress."""
    if context.language_fixed:
        return context.language
    say = brain.catalogue.crisis.kinds[alarm.kind].say
    told = (brain.reader.language_of(text), alarm.language)
    return next((language for language in told if language and language in say), context.language)


def _decide(brain: Brain, message: Message, context: Context) -> Decision:
    """Return what to do about what is no text."""
    if message.choice is not None:
        return brain.policy.on_choice(message.choice, context)
    return Decision(Remark(f"notice-{message.notice}" if message.notice else "empty"), context)


def finish(brain: Brain, decided: Decided, now: datetime, *, reminds: bool = True) -> Turn:
    """Compose the reply; the turn after a crisis still carries the numbers. Pure.

    Without *reminds* nobody can be told anything later, and it is not offered.
    """
    decision, before = decided.decision, decided.before
    context = decision.context
    today = local_day(now)
    reply = brain.composer.compose(decision.move, context.language, today, reminds=reminds)
    in_crisis = isinstance(decision.move, Help)
    scope = Scope(brain.catalogue, brain.texts, context.language, today)
    if not isinstance(decision.move, Help | TakeStep):
        reply = with_way_back(scope, reply, context)
    if before.crisis and not in_crisis:
        reply = with_help(scope, reply)
    if decided.captioned and not in_crisis:
        reply = replace(reply, blocks=(Text(scope.say("words-alone")), *reply.blocks))
    reply = replace(reply, in_place=decided.in_place and not before.crisis)
    return Turn(reply, replace(_offering(context, reply), touched=now, crisis=in_crisis), decided.reading, before)


def _offering(context: Context, reply: Reply) -> Context:
    """Return the context after *reply*: its buttons can be tapped, typed and counted, and so can what it lists."""
    offered = tuple(choice.data for choice in reply.choices)
    labels = tuple(own_label_key(choice.label) for choice in reply.choices)
    return replace(context, offered=offered, labels=labels, listed=reply.listed or context.listed)
