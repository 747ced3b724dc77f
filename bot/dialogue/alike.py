"""What there is of the same sort as what is talked about: "gibt es andere", "was noch"."""

from __future__ import annotations

from collections.abc import Mapping

from bot.model.catalogue import Catalogue
from bot.model.context import Context, ListView
from bot.model.moves import AnswerIntent
from bot.model.topics import Topic, type_of

LIST_BY_KIND: Mapping[str, str] = {
    "offer": "list-offers",
    "event": "list-events",
    "network": "list-networks",
    "organisation": "list-organisations",
}
"""The question that lists the topics of a kind."""


def alike(catalogue: Catalogue, context: Context) -> AnswerIntent | None:
    """Return the list of what is like the topic talked about, without it: of its type where there is another, else of its kind.

    Where nothing was named so far, and something was said, it is the list of all offers.
    """
    topic = catalogue.topic(context.topics[0] if context.topics else None)
    intent = catalogue.intent(LIST_BY_KIND.get(topic.kind if topic else "offer"))
    if intent is None or not (topic or context.offered):
        return None
    if topic is None:
        return AnswerIntent(intent.id, view=ListView(intent.id))
    types = (type_of(topic),) if _has_sibling(catalogue, topic) else ()
    return AnswerIntent(intent.id, view=ListView(intent.id, types=tuple(name for name in types if name), besides=topic.id))


def _has_sibling(catalogue: Catalogue, topic: Topic) -> bool:
    sort = (topic.kind, type_of(topic))
    return any((other.kind, type_of(other)) == sort for other in catalogue.topics.values() if other != topic)
