"""What a question may mean that nothing talked about fits: the one person of it, or what the path or the buttons speak of."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.describing import called, shared_words, words_of
from bot.language.languages import of_any
from bot.model.answerable import WHAT_IT_IS, can_answer, is_given_by, is_worth_asking
from bot.model.catalogue import Catalogue
from bot.model.context import Context, ListView
from bot.model.intents import Intent
from bot.model.reading import Reading
from bot.model.topics import Dated, Event, Offer, Organisation, Person, Topic, type_of

_PERSON = frozenset({"person"})
_FEW_OFFERED = 2
_ELLIPSIS, _TOLD = 3, 0.3
"""So few words lean on the last reply; from this nearness on they tell which of its topics is meant."""
_THEM = of_any(lambda grammar: grammar.them - grammar.definite)
_BACK = of_any(lambda grammar: (grammar.them - grammar.definite) | grammar.there)

_MEANT = 0.5
"""A topic as near as that is meant."""


def around(
    catalogue: Catalogue, intent: Intent, kinds: frozenset[str], context: Context, reading: Reading
) -> tuple[Topic, ...]:
    """Return the topics of *kinds* that *intent* may be asked about, likeliest first; only the one that the words surely tell.

    Those of the buttons under the last reply are meant where the message leans on it.
    """
    latest = catalogue.topic(context.topics[0] if context.topics else None)
    if latest is None:
        offered = () if context.path or not _leans(reading) else _offered(catalogue, context)
        nearby = [topic for topic in _on_the_path(catalogue, context) or offered if topic.kind in kinds]
        able = tuple(topic for topic in nearby if can_answer(topic, intent))
        told = {fact.topic for fact in reading.facts[:1] if fact.nearness >= _TOLD}
        surely = tuple(topic for topic in able if topic.id in told)
        return surely or (tuple([*able, *nearby][:1]) if _advised(catalogue, context, offered) else able)
    if isinstance(latest, Person) or (isinstance(latest, Dated) and _points_at_them(reading)):
        about = (*_bodies_of(catalogue, latest), *_taken_part_in(catalogue, latest))
        return tuple(each for each in about if each.kind in kinds and can_answer(each, intent))[:1]
    return _person_of(catalogue, latest) if kinds == _PERSON else ()


def _advised(catalogue: Catalogue, context: Context, offered: Sequence[Topic]) -> bool:
    """Tell whether advice about few topics was the last reply: the first of those *offered* with it is its subject."""
    told = catalogue.intent(context.intent)
    return told is not None and told.answer.text is not None and not context.misses and 0 < len(offered) <= _FEW_OFFERED


def _leans(reading: Reading) -> bool:
    """Tell whether a message is too short to stand alone, or points back: "adresse?", "die mail von denen", "wo ist das"."""
    return len(reading.words) <= _ELLIPSIS or (not reading.mentions and any(word in _BACK for _, word in reading.words))


def of_its_theme(catalogue: Catalogue, listed: Sequence[Topic], view: ListView) -> tuple[Topic, ...]:
    """Return the one of those *listed* for a theme whose own words say most of it, else all: "Pflege" lists more than nursing."""
    themes = [theme for name in view.themes if (theme := catalogue.topic(name))]
    said = {word for theme in themes for word in called(theme)}
    counts = [shared_words(said, words_of(topic)) for topic in listed]
    first = counts.index(max(counts)) if any(counts) else 0
    return (listed[first],) if any(counts) and counts.count(counts[first]) == 1 else tuple(listed)


def of_the_same_giver(catalogue: Catalogue, found: Sequence[Topic], context: Context) -> tuple[Topic, ...]:
    """Return the one topic of the sort *found* that whoever gives what is talked about gives: "der Tag der offenen Tür"."""
    latest = catalogue.topic(context.topics[0] if context.topics else None)
    sorts = {(topic.kind, type_of(topic)) for topic in found}
    giver = getattr(latest, "provider", None) or (latest.id if latest else None)
    if len(found) < 2 or len(sorts) > 1 or giver is None:
        return ()
    own = [topic for topic in catalogue.topics.values() if (topic.kind, type_of(topic)) in sorts and is_given_by(topic, giver)]
    return tuple(own) if len(own) == 1 else ()


def nearest_first(topics: Sequence[Topic], reading: Reading) -> tuple[Topic, ...]:
    """Return *topics*, those near the question first; the nearest alone where it is meant: "Bewerbungsfrist BTU"."""
    near = {fact.topic: fact.nearness for fact in reading.facts}
    order = sorted(topics, key=lambda topic: -near.get(topic.id, 0.0))
    return tuple(order[:1] if order and near.get(order[0].id, 0.0) >= _MEANT else order)


def dated_of(able: Sequence[Topic], intent: Intent, body: Topic) -> tuple[Topic, ...]:
    """Return what a body that has no dates itself gives at some: "wann geht das los" behind whom one can learn with."""
    if not isinstance(body, Organisation) or is_worth_asking(body, intent):
        return ()
    given = (topic for topic in able if isinstance(topic, Offer) and topic.provider == body.id)
    return tuple(topic for topic in given if is_worth_asking(topic, intent))


def _person_of(catalogue: Catalogue, topic: Topic) -> tuple[Topic, ...]:
    """Return the one person who takes part in *topic*: "ist der noch im Amt" behind who spoke."""
    people = {each.id: each for role in topic.people if (each := catalogue.topic(role.who)) and each.kind in _PERSON}
    return tuple(people.values()) if len(people) == 1 else ()


def _bodies_of(catalogue: Catalogue, topic: Person | Dated) -> tuple[Topic, ...]:
    """Return those a person works for, or who gives something: "und wer macht bei denen Presse"."""
    names = [each.organisation for each in topic.functions] if isinstance(topic, Person) else [topic.provider]
    return tuple(body for name in names if (body := catalogue.topic(name)))


def _taken_part_in(catalogue: Catalogue, latest: Topic) -> tuple[Topic, ...]:
    """Return the one event a person took part in: "wo hat der geredet"."""
    events = tuple(each for each in catalogue.of_class(Event) if any(role.who == latest.id for role in each.people))
    return events if isinstance(latest, Person) and len(events) == 1 else ()


def _points_at_them(reading: Reading) -> bool:
    return any(word in _THEM for _, word in reading.words)


def _offered(catalogue: Catalogue, context: Context) -> tuple[Topic, ...]:
    """Return the topics whose buttons stood under the last reply, first those it told of: "Telefonnummer?" behind who helps."""
    asked = [tuple(data.split(":")[1:3]) for data in context.offered if data.startswith("q:") and data.count(":") > 1]
    asked.sort(key=lambda each: each[0] not in WHAT_IT_IS)
    return tuple(topic for _, name in asked if (topic := catalogue.topic(name)))


def _on_the_path(catalogue: Catalogue, context: Context) -> tuple[Topic, ...]:
    """Return what the path speaks of and leads to, the step it is at first: "wann war das letzte" on the way of a class."""
    found = catalogue.step(context.path, context.step or "")
    if found is None:
        return ()
    path, here = found
    steps = (path.steps[here], *path.steps.values())
    names = dict.fromkeys(name for step in steps for name in (*step.about, *(way.to for way in step.choices)))
    return tuple(topic for name in names if (topic := catalogue.topic(name)))
