"""What the entries state, to be held against what is said beside them: numbers, pages, addresses."""

from __future__ import annotations

from collections.abc import Iterator

from bot.model.topics import Dated, Topic
from bot.workshop.registers import Facts, facts_in


def stated_by(topic: Topic) -> Facts:
    """Return what an entry states in its own words, its numbers and its pages; of what has a day of its own nothing."""
    return facts_in("\n".join(_said_by(topic)))


def _said_by(topic: Topic) -> Iterator[str]:
    recurs = topic.recurs if isinstance(topic, Dated) else None
    for fact in (topic.summary, *topic.facets.values(), recurs, *(part.text for part in topic.parts)):
        yield from fact.text.values() if fact else ()
    yield from (text for part in topic.parts for text in part.title.values())
    for reach in (topic.phone, topic.mail, topic.address):
        if reach:
            yield " ".join((reach.value, *(reach.note or {}).values()))
    yield from (link.url for link in topic.links)
