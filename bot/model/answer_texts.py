"""What the answers to questions about a topic tell, as texts in all languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from bot.model.answerable import SPOKEN_WITH_FACETS, STEPS, runs_of
from bot.model.catalogue import Catalogue
from bot.model.intents import Intent
from bot.model.topics import Dated, Network, Person, Place, Role, Topic
from bot.model.values import Fact, Prose


def answer_texts(catalogue: Catalogue, topic: Topic, intent: Intent) -> Iterable[str]:
    """Yield the texts that answering *intent* about *topic* says; days as numbers, of what is over the year."""
    if intent.answer.facet:
        yield from _facet(topic, intent.id)
    for part in intent.answer.show:
        if part in SPOKEN_WITH_FACETS:
            yield from _facet(topic, part)
        if part == "people":
            yield from _people(catalogue, [role for role in topic.people if role.part in intent.answer.roles])
        elif part in _TELLS:
            yield from _TELLS[part](catalogue, topic)


def _facet(topic: Topic, name: str) -> Iterable[str]:
    instead = topic.instead if name == STEPS and runs_of(topic) else None
    return _fact(topic.facets.get(name, instead))


def _fact(fact: Fact | None) -> Iterable[str]:
    return fact.text.values() if fact else ()


def _title(catalogue: Catalogue, identifier: str | None) -> Iterable[str]:
    topic = catalogue.topic(identifier) if identifier else None
    if topic is not None:
        yield from topic.title.values()
        yield from topic.where.values() if isinstance(topic, Place) else ()


def _people(catalogue: Catalogue, roles: Iterable[Role]) -> Iterable[str]:
    for role in roles:
        yield from _title(catalogue, role.who)
        yield from _prose(role.what)


def _prose(text: Prose | None) -> Iterable[str]:
    return text.values() if text else ()


def _overview(_: Catalogue, topic: Topic) -> Iterable[str]:
    return _fact(topic.summary)


def _dates(catalogue: Catalogue, topic: Topic) -> Iterable[str]:
    yield from (run.start.isoformat() for run in runs_of(topic))
    yield from _fact(topic.recurs) if isinstance(topic, Dated) else ()
    yield from () if runs_of(topic) else _history(catalogue, topic)


def _history(_: Catalogue, topic: Topic) -> Iterable[str]:
    for milestone in topic.history:
        yield str(milestone.when.year)
        yield from milestone.what.values()


def _place(catalogue: Catalogue, topic: Topic) -> Iterable[str]:
    for place in (topic.place, *topic.also_in, *(run.place for run in runs_of(topic))):
        yield from _title(catalogue, place)
    if topic.address:
        yield topic.address.value


def _registration(_: Catalogue, topic: Topic) -> Iterable[str]:
    return _facet(topic, STEPS)


def _provider(catalogue: Catalogue, topic: Topic) -> Iterable[str]:
    yield from _title(catalogue, topic.provider if isinstance(topic, Dated | Network) else None)
    yield from _facet(topic, "partners")


def _contact(catalogue: Catalogue, topic: Topic) -> Iterable[str]:
    yield from _title(catalogue, topic.contact)
    for reach in (topic.phone, topic.mail):
        yield from _prose(reach.note) if reach else ()


def _functions(catalogue: Catalogue, topic: Topic) -> Iterable[str]:
    for function in topic.functions if isinstance(topic, Person) else ():
        yield from function.what.values()
        yield from _title(catalogue, function.organisation)


def _members(catalogue: Catalogue, topic: Topic) -> Iterable[str]:
    members = topic.members if isinstance(topic, Network) else None
    for group in members.groups if members else ():
        yield from group.title.values()
        for name in group.who:
            yield from _title(catalogue, name)


def _parts(_: Catalogue, topic: Topic) -> Iterable[str]:
    for part in topic.parts:
        yield from part.title.values()
        yield from _fact(part.text)


def _links(_: Catalogue, topic: Topic) -> Iterable[str]:
    for link in topic.links:
        yield from link.title.values()


_TELLS: Mapping[str, Callable[[Catalogue, Topic], Iterable[str]]] = {
    "overview": _overview,
    "dates": _dates,
    "place": _place,
    "registration": _registration,
    "provider": _provider,
    "contact": _contact,
    "functions": _functions,
    "history": _history,
    "members": _members,
    "parts": _parts,
    "links": _links,
}
