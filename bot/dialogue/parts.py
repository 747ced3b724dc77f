"""The parts of a topic, such as working groups, by their number in the list last shown."""

from __future__ import annotations

from bot.model.answerable import what_it_is
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent


def part_of(catalogue: Catalogue, position: int, context: Context) -> AnswerIntent | None:
    """Return the move that tells the part at *position* (last: −1); None where no parts were told last."""
    intent = catalogue.intent(context.intent)
    topic = catalogue.topic(context.topics[0]) if context.topics else None
    if intent is None or topic is None or "parts" not in intent.answer.show:
        return None
    if not -len(topic.parts) <= position < len(topic.parts):
        return None
    own = catalogue.topic(topic.parts[position].topic)
    told = what_it_is(catalogue, own) if own else None
    if own and told:
        return AnswerIntent(told.id, own.id)
    return AnswerIntent(intent.id, topic.id, part=position % len(topic.parts))
