"""Several questions in one message: each is decided by itself, with what the one before was about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from bot.dialogue.decisions import Decision
from bot.dialogue.policy import ANSWER_FROM, Policy
from bot.model.context import Context
from bot.model.moves import AnswerIntent, Move, Several
from bot.model.reading import Reading


def decide_several(policy: Policy, first: Reading, rest: Iterable[Reading], context: Context) -> Decision | None:
    """Return how to answer all questions of a message; None where one of them alone is not clear.

    What follows is read only where the *first* is clear, or needs the name of what it is about.
    """
    if not first.mentions:
        rest = tuple(rest)
        named = next((mention.ids[0] for part in rest for mention in part.named("topic")), None)
        context = context.with_topics(named) if named else context
    moves: list[AnswerIntent] = []
    for part in chain((first,), rest):
        decision = policy.on_reading(part, context)
        if not isinstance(decision.move, AnswerIntent) or not policy.is_question(decision.move):
            return None
        if decision.move.confidence < ANSWER_FROM:
            return None
        moves.append(decision.move)
        context = decision.context
    return _together(moves, context)


def _together(moves: list[AnswerIntent], context: Context) -> Decision | None:
    """Questions that lead to one answer are one question."""
    distinct = {(move.intent, move.topic, move.view): move for move in moves}
    first, *rest = distinct.values()
    if not rest:
        return None
    move: Move = Several((first, rest[0], *rest[1:]))
    return Decision(move, replace(context, awaiting=None))
