"""The parts of a topic, such as working groups, by their number in the list last shown."""

from __future__ import annotations

from bot.model.answerable import what_it_is
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent
from bot.model.topics import Topic


def part_of(catalogue: Catalogue, position: int, context: Context) -> AnswerIntent | None:
    """Return the move that tells the part at *position* (last: −1); None where no parts were told last.

    Parts that are topics of their own are meant wherever nothing else was listed: "was macht die fünfte" behind how many.
    """
    intent = catalogue.intent(context.intent)
    topic = catalogue.topic(context.topics[0]) if context.topics else None
    if intent is None or topic is None:
        return None
    meant = "parts" in intent.answer.show or (parts_of(catalogue, topic) and not context.listed)
    if not meant or not -len(topic.parts) <= position < len(topic.parts):
        return None
    own = catalogue.topic(topic.parts[position].topic)
    told = what_it_is(catalogue, own) if own else None
    if own and told:
        return AnswerIntent(told.id, own.id)
    return AnswerIntent(intent.id, topic.id, part=position % len(topic.parts))


def parts_of(catalogue: Catalogue, topic: Topic) -> tuple[Topic, ...]:
    """Return the parts of *topic* that are topics of their own, such as the workshops of a region."""
    return tuple(own for part in topic.parts if (own := catalogue.topic(part.topic)))


def wholes_of(catalogue: Catalogue, topic: Topic) -> tuple[Topic, ...]:
    """Return what *topic* is a part of: all workshops for one of them, where "wie viele sind es insgesamt" is asked."""
    with_parts = [whole for whole in catalogue.topics.values() if whole.parts]
    return tuple(whole for whole in with_parts if any(part.topic == topic.id for part in whole.parts))
