"""Several questions in one message: each is decided by itself, with what the one before was about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.dialogue.decisions import Decision
from bot.dialogue.policy import ANSWER_FROM, Policy
from bot.model.context import Context
from bot.model.moves import AnswerIntent, AskWhich, Move, Several
from bot.model.reading import Mention, Reading

Read = Callable[[str, Context], Reading]
"""Reads a part of the message as it stands in the talk."""
Find = Callable[[str, Context], Sequence[Mention]]
"""Returns what reading such a part would find named: a tenth of the work."""

TOGETHER = 3
"""So many questions are answered at once; of more than these only two are, and the others offered."""
_OF_MANY = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """What was decided about one part of the message, and the move where that is a clear answer."""

    decision: Decision
    clear: AnswerIntent | None


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
        follows = bool(parts) and (apart or len(parts) > 1 or isinstance(part.decision.move, AskWhich))
        if not (part.clear or many or follows):
            return None
        parts.append(part)
    return _together(policy, parts, context, _OF_MANY if many else TOGETHER)


def _decided(policy: Policy, first: Reading, rest: Sequence[str], read: Read, context: Context) -> Iterator[_Part]:
    """Decide the parts in order. What one names is meant in what follows, not the talk before."""
    named: tuple[str, ...] = ()
    for number, text in enumerate(("", *rest)):
        reading = read(text, context) if number else first
        decision = policy.on_reading(reading, context)
        clear = _clear(policy, decision.move)
        yield _Part(decision, clear)
        if clear and clear.topic and (named or reading.named("topic")):
            named = tuple(dict.fromkeys((clear.topic, *named)))
        context = _about(decision.context if clear else context, named)


def _with_named(first: Reading, rest: Sequence[str], find: Find, context: Context) -> Context:
    """Let a *first* part that names nothing be about what the *rest* names first."""
    if first.mentions:
        return context
    ahead = ((mention.ids[0],) for text in rest for mention in find(text, context) if mention.kind == "topic")
    return _about(context, next(ahead, ()))


def _about(context: Context, named: tuple[str, ...]) -> Context:
    return replace(context, topics=named) if named else context


def _clear(policy: Policy, move: Move) -> AnswerIntent | None:
    if not isinstance(move, AnswerIntent) or move.confidence < ANSWER_FROM:
        return None
    return move if policy.is_question(move) or policy.is_small_talk(move) else None


def _together(policy: Policy, parts: Sequence[_Part], before: Context, at_once: int) -> Decision | None:
    """Questions that lead to one answer are one question; small talk is answered behind them, never alone."""
    distinct: dict[object, _Part] = {}
    for part in parts:
        if part.clear:
            distinct.setdefault((part.clear.intent, part.clear.topic, part.clear.view), part)
    told = sorted(distinct.values(), key=lambda part: not _asks(policy, part))
    unclear = not all(part.clear for part in parts)
    if not told or not _asks(policy, told[0]) or (len(told) == 1 and not unclear):
        return None
    moves = tuple(part.clear for part in told if part.clear)
    last = [part for part in told[:at_once] if _asks(policy, part)][-1].decision.context
    after = replace(last.with_topics(*last.topics, *before.topics), awaiting=None)
    return Decision(Several(moves[:at_once], moves[at_once:], unclear=unclear), after)


def _asks(policy: Policy, part: _Part) -> bool:
    return part.clear is not None and policy.is_question(part.clear)
