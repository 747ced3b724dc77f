"""Who is meant by a pronoun: whom the last reply was about, rather than what it was asked of."""

from __future__ import annotations

from bot.dialogue.pointing import points_at_him, points_at_them
from bot.dialogue.topics import takes_any_name
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.reading import Reading
from bot.model.topics import Person, Topic


def of_the_one_named(catalogue: Catalogue, reading: Reading, context: Context) -> Context:
    """Return the talk about who was just named, where a message points at them and names nothing: "was machen die"."""
    words = [word for _, word in reading.words]
    them = _member(catalogue, context) if points_at_them(words) else None
    one = them or (_person(catalogue, context) if points_at_him(words) else None)
    return context.with_topics(one.id) if one and not reading.mentions else context


def _member(catalogue: Catalogue, context: Context) -> Topic | None:
    """Return who was just asked for as a member: "was machen die" behind "ist die LEAG dabei"."""
    asked = catalogue.intent(context.intent)
    told = context.also is not None and context.also[0] == context.intent
    return catalogue.topic(context.also[1]) if context.also and told and asked and takes_any_name(asked) else None


def _person(catalogue: Catalogue, context: Context) -> Topic | None:
    """Return the one person the last reply named: "seit wann macht er das" behind who leads it."""
    asked = catalogue.intent(context.intent)
    people = [topic for name in context.listed if isinstance(topic := catalogue.topic(name), Person)]
    return people[0] if asked and asked.answer.roles and len(people) == 1 else None
