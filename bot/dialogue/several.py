"""Several questions in one message: each is decided by itself, with what the one before was about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.dialogue.decisions import Decision
from bot.dialogue.option import ANSWER_FROM, CHOICES_FROM
from bot.dialogue.policy import Policy
from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.model.context import Context
from bot.model.moves import AnswerIntent, AskWhich, Move, NotKnown, Several
from bot.model.reading import Mention, Reading

Read = Callable[[str, Context], Reading]
"""Reads a part of the message as it stands in the talk."""
Find = Callable[[str, Context], Sequence[Mention]]
"""Returns what reading such a part would find named: a tenth of the work."""

TOGETHER = 3
"""So many questions are answered at once; of more than these only two are, and the others offered."""
_OF_MANY = 2
_FEW, _SURELY = 3, 0.5
"""So many words ask something of what is named beside them, from such a confidence on."""
_OWN = of_any(lambda grammar: grammar.own)
_SHORT = of_any(lambda grammar: grammar.stop_words - grammar.asking - grammar.no)
"""Words without which a part says nothing else than the one before."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What was decided about one part of the message, and the moves where those are clear answers."""

    decision: Decision
    clear: tuple[AnswerIntent, ...]


def decide_several(
    policy: Policy, first: Reading, rest: Sequence[str], read: Read, find: Find, context: Context
) -> Decision | None:
    """Return how to answer the questions of a message; None where it is better read as a whole.

    That is where one of a few questions is not clear, unless it follows two clear ones, or one behind a question
    mark, or what it is asked about cannot be asked it. What follows is then read only where the *first* is clear,
    or needs the name of what it is about.
    """
    many = 1 + len(rest) > TOGETHER
    apart = all(part.rstrip().endswith("?") for part in (first.text, *rest[:-1]))
    parts: list[_Part] = []
    for part in _decided(policy, first, rest, read, _with_named(first, rest, find, context)):
        follows = bool(parts) and (apart or len(parts) > 1 or _leaves_open(part.decision.move))
        if not (part.clear or many or follows):
            return None
        parts.append(part)
    return _together(policy, parts, context, _OF_MANY if many else TOGETHER)


def ask_of_one(halves: Sequence[str], find: Callable[[str], Sequence[Mention]]) -> bool:
    """Tell whether of two *halves* one names what both are about, and a few words of the other another question about it.

    *find* returns what one names; where neither has few words nobody is asked.
    """
    if all(len(half.split()) > _FEW for half in halves):
        return False
    named = [find(half) for half in halves]
    bare = [half for half, mentions in zip(halves, named, strict=True) if not mentions]
    topics = [mention for mentions in named for mention in mentions if mention.kind == "topic"]
    told = any(word in _OWN or word.isdigit() for half in bare for word in folded_words(half))
    return len(bare) == len(topics) == 1 and len(bare[0].split()) <= _FEW and not told


def are_two_of_one(decision: Decision) -> bool:
    """Tell whether two questions about one topic are answered, each for sure: a noun alone often asks nothing."""
    moves = decision.move.moves if isinstance(decision.move, Several) else ()
    topics, intents = {move.topic for move in moves}, {move.intent for move in moves}
    return len(topics) == 1 and len(intents) == 2 and all(move.topic and move.confidence >= _SURELY for move in moves)


def _decided(policy: Policy, first: Reading, rest: Sequence[str], read: Read, context: Context) -> Iterator[_Part]:
    """Decide the parts in order. What one names is meant in what follows, not the talk before."""
    named: tuple[str, ...] = ()
    before, asked = first, False
    for number, text in enumerate(("", *rest)):
        reading = read(text, context) if number else first
        reading = _with_left_out(reading) if asked and _leaves_out(reading, before) else reading
        decision = policy.on_reading(reading, context)
        clear = _clear(policy, decision.move, named)
        yield _Part(decision, clear)
        topics = tuple(topic for move in clear for topic in (move.topic, move.also[1] if move.also else None) if topic)
        if topics and (named or reading.named("topic")):
            named = tuple(dict.fromkeys((*topics, *named)))
        before, asked = reading, bool(clear)
        context = _about(decision.context if clear else context, named)


def _leaves_out(reading: Reading, before: Reading) -> bool:
    """Tell whether a part names something and says, else, only what was said *before*: "wer leitet A und wer B"."""
    topics = reading.named("topic")
    named = frozenset[int]().union(*(range(mention.first, mention.last) for mention in topics))
    said = {word for _, word in before.words} | _SHORT
    return bool(topics) and all(word in said for at, (_, word) in enumerate(reading.words) if at not in named)


def _with_left_out(reading: Reading) -> Reading:
    """Return a part that asks the same again of what it names."""
    return replace(reading, bare=True, verdict="refuse")


def _with_named(first: Reading, rest: Sequence[str], find: Find, context: Context) -> Context:
    """Let a *first* part that names nothing be about what the *rest* names first."""
    if first.mentions:
        return context
    ahead = ((mention.ids[0],) for text in rest for mention in find(text, context) if mention.kind == "topic")
    return _about(context, next(ahead, ()))


def _about(context: Context, named: tuple[str, ...]) -> Context:
    return replace(context, topics=named) if named else context


def _clear(policy: Policy, move: Move, named: tuple[str, ...]) -> tuple[AnswerIntent, ...]:
    """Return the questions or small talk that a part asks for sure; of what was *named* before it less is enough."""
    asked = (move,) if isinstance(move, AnswerIntent) else move.moves if isinstance(move, Several) else ()
    sure = all(each.confidence >= (CHOICES_FROM if each.topic in named else ANSWER_FROM) for each in asked)
    return asked if sure and all(policy.is_question(each) or policy.is_small_talk(each) for each in asked) else ()


def _leaves_open(move: Move) -> bool:
    """Tell whether it is asked back what a part is about, or not known of that."""
    return isinstance(move, AskWhich) or (isinstance(move, NotKnown) and move.topic is not None)


def _together(policy: Policy, parts: Sequence[_Part], before: Context, at_once: int) -> Decision | None:
    """Questions that lead to one answer are one question; small talk is answered behind them, never alone."""
    distinct: dict[object, tuple[AnswerIntent, Context]] = {}
    for part in parts:
        for move in part.clear:
            distinct.setdefault((move.intent, move.topic, move.view), (move, part.decision.context))
    told = sorted(distinct.values(), key=lambda each: not policy.is_question(each[0]))
    unclear = not all(part.clear for part in parts)
    if not told or not policy.is_question(told[0][0]) or (len(told) == 1 and not unclear):
        return None
    moves = tuple(replace(move, last=None) for move, _ in told)  # none was answered before this message
    last = [context for move, context in told[:at_once] if policy.is_question(move)][-1]
    after = replace(last.with_topics(*last.topics, *before.topics), awaiting=None)
    return Decision(Several(moves[:at_once], moves[at_once:], unclear=unclear), after)
