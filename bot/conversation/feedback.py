"""Under an answer to a typed question one can say that it did not help; never under a fallback, after a crisis or a tap."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.decisions import Decision
from bot.model import choices
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.moves import AnswerIntent, Several
from bot.model.reply import Block, Choice, Reply, SourceNote


def is_real_answer(decision: Decision, catalogue: Catalogue) -> bool:
    """Tell whether a question is answered with what we know: no small talk, no "just that I do not know"."""
    move = decision.move.moves[0] if isinstance(decision.move, Several) else decision.move
    if not isinstance(move, AnswerIntent) or move.doubt or catalogue.intents[move.intent].kind != "question":
        return False
    intent, topic = catalogue.intents[move.intent], catalogue.topic(move.topic)
    by_itself = intent.answer.text is not None or intent.answer.list is not None
    return by_itself or (topic is not None and can_answer(topic, intent))


def with_feedback(reply: Reply, question: str, label: str) -> Reply:
    """Return the reply with one more button behind the others, for the scrubbed *question* it answers."""
    button = Choice(label, choices.unhelpful(question))
    note = tuple(block for block in reply.blocks if isinstance(block, SourceNote))
    rest: tuple[Block, ...] = tuple(block for block in reply.blocks if not isinstance(block, SourceNote))
    return replace(reply, blocks=(*rest, button, *note))
