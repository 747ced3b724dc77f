"""A move that was chosen, and what the talk is about from then on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from bot.dialogue.not_known import asks_the_same_again
from bot.dialogue.topics import takes_any_name
from bot.dialogue.walking import Walker
from bot.dialogue.wishing import asked
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context, ListView
from bot.model.intents import COPY, FORGET_ME, LANGUAGE
from bot.model.moves import (
    AnswerIntent,
    AskToForget,
    AskWhich,
    EndWishes,
    LanguageSet,
    MakeWish,
    Move,
    NotKnown,
    OfferChoices,
    Remark,
    Several,
    ShowKept,
    TakeStep,
)

SURE_OF_LANGUAGE = 0.65
"""From this weight on a language is set; below, the languages are offered: nobody is switched by mistake."""

_KEEPING: Mapping[str, Move] = MappingProxyType({COPY: ShowKept(), FORGET_ME: AskToForget()})
"""What is done where somebody asks for it in words: the same as after the command."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The next move and the context after it."""

    move: Move
    context: Context


class Decisions:
    """Makes decisions of moves; a question that begins a path becomes its first step, one about wishes or data what it asks."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._walker = Walker(catalogue)

    def with_context(self, move: Move, context: Context) -> Decision:
        """Return the decision for *move* with what the talk is about from now on."""
        move = self._instead(self._of_the_last(move, context)) if isinstance(move, AnswerIntent) else move
        match move:
            case MakeWish(topic=topic) | EndWishes(topic=str(topic)):
                return Decision(move, replace(context.with_topics(topic), awaiting=None, misses=0, list_view=None))
            case TakeStep():
                return Decision(move, self._on_path(move, context))
            case AnswerIntent():
                return Decision(move, self._answered(move, context))
            case Several(moves=moves):
                return Decision(move, self._answered_all(moves, context))
            case AskWhich() | NotKnown() | OfferChoices():
                return Decision(move, _left_open(move, context))
            case Remark(key="cancelled" | "path-left"):
                return Decision(move, Context(context.language, context.touched, context.language_fixed))
            case LanguageSet():
                return self._in_language(move, context)
            case _:
                return Decision(move, replace(context, awaiting=None))

    def _of_the_last(self, move: AnswerIntent, context: Context) -> AnswerIntent:
        """Who asks where something is from right after an answer about it means that answer."""
        last = self._catalogue.intent(context.intent)
        asks = "sources" in self._catalogue.intents[move.intent].answer.show and move.topic in context.topics[:1]
        told = last is not None and last.id != move.intent and bool(last.needs)
        return replace(move, last=last.id) if asks and last and told else move

    def _instead(self, move: AnswerIntent) -> Move:
        """Return the first step where the question begins a path, and what it does where it sets a language or wishes."""
        path, intent = self._catalogue.path(move.intent), self._catalogue.intents[move.intent]
        if path is not None:
            return self._walker.begun(path, move.confidence)
        if intent.answer.language and (move.confidence >= SURE_OF_LANGUAGE or LANGUAGE not in self._catalogue.intents):
            return LanguageSet(intent.answer.language)
        if intent.answer.language:
            return AnswerIntent(LANGUAGE, confidence=move.confidence)
        return _KEEPING.get(intent.id) or asked(intent, self._catalogue.topic(move.topic), move.confidence) or move

    def _in_language(self, move: LanguageSet, context: Context) -> Decision:
        """Set the language; what was said last is said again in one that was chosen."""
        language, again = move.code or context.language, self._last(context) if move.code else None
        return Decision(replace(move, again=again), replace(context, language=language, language_fixed=move.code is not None))

    def _last(self, context: Context) -> AnswerIntent | None:
        """Return what was answered last; None where nothing was, or where somebody is in need of help."""
        intent = self._catalogue.intent(context.intent)
        if intent is None or context.crisis:
            return None
        if context.list_view is not None and context.list_view.intent == intent.id and not intent.needs:
            return AnswerIntent(intent.id, view=context.list_view)
        topic = self._catalogue.topic(context.topics[0] if context.topics else None)
        return AnswerIntent(intent.id, topic.id) if topic and can_answer(topic, intent) else None

    def _answered(self, move: AnswerIntent, context: Context) -> Context:
        intent = self._catalogue.intents[move.intent]
        moved = replace(context, topics=()) if intent.answer.list and not move.topic else self._about(move, context)
        kept = intent.id if intent.kind == "question" else context.intent
        pages = move.view or (ListView(intent.id) if intent.has_pages else None)
        misses = 1 if intent.kind == "out_of_scope" else 0
        named = (intent.id, move.others[-1]) if takes_any_name(intent) and move.others and not move.name else None
        return replace(moved, beside=None, intent=kept, also=move.also or named, awaiting=None, misses=misses, list_view=pages)

    def _about(self, move: AnswerIntent, context: Context) -> Context:
        """Return the context with the topic that is named in the reply in front, behind whoever speaks to the press for it."""
        topic, intent = self._catalogue.topic(move.topic), self._catalogue.intents[move.intent]
        speaking = topic.people if topic and "press" in intent.answer.show else ()
        return _about(move.topic, context).with_topics(*(role.who for role in speaking if role.part == "press"))

    def _answered_all(self, moves: tuple[AnswerIntent, ...], context: Context) -> Context:
        for move in moves:
            context = self._answered(move, context)
        first, last = moves[0], moves[-1]
        held = first.intent == last.intent and first.topic != last.topic
        return replace(context, beside=first.topic) if held else context

    def _on_path(self, move: TakeStep, context: Context) -> Context:
        """Return the context at a step; where the path ends there is nothing to go on with.

        A step that speaks of one thing alone is what "und was kostet das" then leans on.
        """
        here = self._catalogue.paths[move.path].steps[move.step]
        path, step = (move.path, move.step) if here.choices else (None, None)
        moved = context.with_topics(*here.about) if len(here.about) == 1 else context
        return replace(moved, beside=None, path=path, step=step, intent=None, also=None, awaiting=None, misses=0, list_view=None)


def _about(topic: str | None, context: Context) -> Context:
    """Return the context with the topic that is named in the reply, if one is, in front."""
    return context.with_topics(topic) if topic else context


def _left_open(move: AskWhich | NotKnown | OfferChoices, context: Context) -> Context:
    """Return the context after a question that was not answered: a list stays the one last shown.

    What the reply names is talked about all the same. To ask back the same again is a miss.
    """
    misses = context.misses + 1 if asks_the_same_again(move, context) else 0
    match move:
        case AskWhich(intent=intent):
            return replace(context, awaiting=intent, misses=misses)
        case NotKnown(topic=topic, near=near, misses=missed):
            view = None if topic else context.list_view
            only = near[0] if len(near) == 1 and missed == 1 and not context.topics else None
            return replace(_about(topic or only, context), awaiting=None, misses=missed, list_view=view)
        case OfferChoices(options=options):
            named = {topic for _, topic in options if topic}
            return replace(_about(named.pop() if len(named) == 1 else None, context), awaiting=None, misses=misses)
