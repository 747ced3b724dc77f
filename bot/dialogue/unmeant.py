"""What is near to a message and yet not meant by it: what is refused, what takes place elsewhere, what somebody else gives."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.refusing import is_studied, refuses_to_study, without_studying
from bot.dialogue.whereabouts import is_asked_there
from bot.language.languages import of_any
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import ELSEWHERE
from bot.model.places import serves
from bot.model.reading import FactMatch, Reading
from bot.model.topics import Dated, Event, Offer, Person, Place

_AT, _DEFINITE = of_any(lambda grammar: grammar.at), of_any(lambda grammar: grammar.definite)
_SMALL = of_any(lambda grammar: grammar.stop_words)
_WHOLE, _HALF = 1.0, 0.7
"""So much of a name is all of it, and less than that about half."""
_NEAR = 0.05
"""So near is an event that may be meant."""
_DESCRIBED = 0.8
"""So near is what is described for sure."""


def without_the_unmeant(catalogue: Catalogue, reading: Reading, context: Context) -> Reading:
    """Return *reading* without what is not meant, unless it is talked about; of the facts the rest is so much the nearer."""
    refused = refuses_to_study(catalogue, reading)
    reading = _at_somebody(catalogue, _without_half_a_name(catalogue, without_studying(catalogue, _at_home(catalogue, reading))))
    held = {name for mention in reading.named("topic") for name in mention.ids}.union(context.topics)
    here = _events_there(catalogue, reading)

    def is_meant(fact: FactMatch) -> bool:
        topic = catalogue.topic(fact.topic)
        if topic is None or topic.id in held:
            return True
        elsewhere = bool(here) and isinstance(topic, Event) and topic.id not in here
        return not (elsewhere or (refused and is_studied(topic)))

    return _with_facts(reading, tuple(fact for fact in reading.facts if is_meant(fact)))


def _at_home(catalogue: Catalogue, reading: Reading) -> Reading:
    """Return *reading* without a place elsewhere that what is described is asked about with: where a parliament sits."""
    nearest = next((fact for fact in reading.facts if fact.nearness >= _DESCRIBED), None)
    topic = catalogue.topic(nearest.topic if nearest else None)
    if topic is None or isinstance(topic, Person) or not reading.named("elsewhere") or not is_asked_there(topic, reading):
        return reading
    names = {written for place in reading.named("elsewhere") for written, _ in reading.words[place.first : place.last]}
    ours = tuple(each for each in reading.ranked if each.intent != ELSEWHERE)
    left = sum(each.confidence for each in ours) or 1.0
    ranked = tuple(replace(each, confidence=each.confidence / left) for each in ours)
    mentions = tuple(mention for mention in reading.mentions if mention.kind != "elsewhere")
    unread = tuple(word for word in reading.unread if word not in names)
    return replace(reading, mentions=mentions, ranked=ranked, unread=unread)


def _with_facts(reading: Reading, kept: tuple[FactMatch, ...]) -> Reading:
    """Return *reading* with the facts *kept*, each as near as it is where the others are not meant."""
    if len(kept) == len(reading.facts):
        return reading
    left = 1.0 - sum(fact.nearness for fact in reading.facts if fact not in kept)
    return replace(reading, facts=tuple(FactMatch(fact.topic, fact.nearness / max(left, fact.nearness)) for fact in kept))


def _at_somebody(catalogue: Catalogue, reading: Reading) -> Reading:
    """Return *reading* as the name of something alone, and of somebody unknown it is asked for at: "Ausbildung bei Vattenfall".

    What others offer of that sort is not meant.
    """
    words, last = [read_as for _, read_as in reading.words], len(reading.words) - 1
    first = last - 1 if words[last - 1 : last] and words[last - 1] not in _DEFINITE else last - 2
    general = next((each for each in reading.named("topic") if each.last == first and len(reading.mentions) == 1), None)
    topic = catalogue.topic(general.ids[0]) if general else None
    alone = general is not None and all(word in _SMALL for word in words[: general.first])
    if not alone or not isinstance(topic, Offer) or topic.provider or words[first] not in _AT or words[last] in _SMALL:
        return reading
    facts = tuple(fact for fact in reading.facts if fact.topic == topic.id)
    return replace(reading, bare=True, unread=(reading.words[last][0],), facts=facts)


def _without_half_a_name(catalogue: Catalogue, reading: Reading) -> Reading:
    """Return *reading* without what is held and only half named, beside a whole name: "money during a voluntary year".

    Somebody may be named in part beside what they belong to.
    """
    topics = reading.named("topic")
    whole = any(mention.score >= _WHOLE for mention in topics)
    half = {mention.ids for mention in topics if whole and mention.score < _HALF and _is_held(catalogue, mention.ids)}
    return replace(reading, mentions=tuple(each for each in reading.mentions if each.ids not in half)) if half else reading


def _is_held(catalogue: Catalogue, names: tuple[str, ...]) -> bool:
    """Tell whether all that is named takes place: offers and events."""
    return all(isinstance(catalogue.topic(name), Dated) for name in names)


def _events_there(catalogue: Catalogue, reading: Reading) -> frozenset[str]:
    """Return the events that may be meant and take place in the district that is named, or around the town."""
    named = (catalogue.topic(name) for mention in reading.named("place") for name in mention.ids)
    around = [place.id if place.type == "district" else place.within or place.id for place in named if isinstance(place, Place)]
    near = (catalogue.topic(fact.topic) for fact in reading.facts if fact.nearness >= _NEAR)
    events = (topic for topic in near if isinstance(topic, Event))
    return frozenset(topic.id for topic in events if any(serves(catalogue, topic, name) for name in around))
