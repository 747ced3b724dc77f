"""The parts of a topic, such as working groups: by their number in the list last shown, or by their theme."""

from __future__ import annotations

from collections.abc import Iterator

from bot.language.languages import of_any
from bot.model.answerable import is_given_by, runs_of, what_it_is
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent
from bot.model.reading import Mention, Reading
from bot.model.topics import Dated, Network, Topic

_WHICH = of_any(lambda grammar: grammar.which & grammar.interrogatives)


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


def parts_of(catalogue: Catalogue, topic: Topic) -> tuple[Topic, ...]:
    """Return the parts of *topic* that are topics of their own, such as the workshops of a region."""
    return tuple(own for part in topic.parts if (own := catalogue.topic(part.topic)))


def wholes_of(catalogue: Catalogue, topic: Topic) -> tuple[Topic, ...]:
    """Return what *topic* is a part of: all workshops for one of them, where "wie viele sind es insgesamt" is asked."""
    with_parts = [whole for whole in catalogue.topics.values() if whole.parts]
    return tuple(whole for whole in with_parts if any(part.topic == topic.id for part in whole.parts))


def part_by_theme(catalogue: Catalogue, reading: Reading) -> AnswerIntent | None:
    """Return what the one part about the theme named is, where only the whole is named, or whoever gives that.

    "Welche Gruppe der WRL macht was mit Tourismus" asks for the workshop, of which neither tells it.
    """
    themes = {name for mention in reading.named("theme") for name in mention.ids}
    asked = bool(themes) and any(word in _WHICH for _, word in reading.words)
    found = [part for mention in reading.named("topic") if (part := _about(catalogue, mention, themes))] if asked else []
    told = what_it_is(catalogue, found[0]) if len(found) == 1 else None
    return AnswerIntent(told.id, found[0].id) if told else None


def _about(catalogue: Catalogue, mention: Mention, themes: set[str]) -> Topic | None:
    """Return the part with most of the *themes*; None where no part or several have them."""
    parts = tuple(_within(catalogue, mention))
    counts = [len(themes.intersection(part.themes)) for part in parts]
    most = max(counts, default=0)
    return parts[counts.index(most)] if most and counts.count(most) == 1 else None


def _within(catalogue: Catalogue, mention: Mention) -> Iterator[Topic]:
    topic = catalogue.topic(mention.ids[0]) if len(mention.ids) == 1 else None
    if topic is not None:
        given = [whole for whole in catalogue.topics.values() if whole.parts and is_given_by(whole, topic.id)]
        for whole in (topic, *given):
            yield from parts_of(catalogue, whole)


def references(topic: Topic) -> frozenset[str]:
    """Return the ids of those who offer, hold or take part in the topic."""
    provider = topic.provider if isinstance(topic, Dated | Network) else None
    ids = (provider, topic.place, *(role.who for role in topic.people), *(run.place for run in runs_of(topic)))
    return frozenset(identifier for identifier in ids if identifier)
