"""What is near to a message and yet not meant by it: what is refused, what takes place elsewhere, what somebody else gives."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.views import view_of
from bot.language.languages import of_any
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent
from bot.model.places import serves
from bot.model.reading import FactMatch, Mention, Reading
from bot.model.topics import Dated, Event, Offer, Organisation, Place, Topic

_STUDYING, _STUDY = of_any(lambda grammar: grammar.studying), "study"
_LONGING, _TOWARDS = of_any(lambda grammar: grammar.longing), of_any(lambda grammar: grammar.towards)
_NO, _WITHOUT = of_any(lambda grammar: grammar.negating), of_any(lambda grammar: grammar.refusing)
_AT, _DEFINITE = of_any(lambda grammar: grammar.at), of_any(lambda grammar: grammar.definite)
_ELSE, _THERE = of_any(lambda grammar: grammar.besides), of_any(lambda grammar: grammar.there - grammar.definite)
_PASSED = (_TOWARDS | _DEFINITE) - of_any(lambda grammar: grammar.more)
_LIST, _HELPLESS = "list-offers", "orientation"
_RATHER = 0.8
"""So sure it is that what is not wanted is all that counts."""
_SMALL = of_any(lambda grammar: grammar.stop_words)
_WHOLE, _HALF = 1.0, 0.7
"""So much of a name is all of it, and less than that about half."""
_NEAR = 0.05
"""So near is an event that may be meant."""


def without_the_unmeant(catalogue: Catalogue, reading: Reading, context: Context) -> Reading:
    """Return *reading* without what is not meant, unless it is talked about; of the facts the rest is so much the nearer."""
    reading, refused = _without_the_refused(catalogue, reading)
    reading = _at_somebody(catalogue, _without_half_a_name(catalogue, reading))
    held = {name for mention in reading.named("topic") for name in mention.ids}.union(context.topics)
    here = _events_there(catalogue, reading)

    def is_meant(fact: FactMatch) -> bool:
        topic = catalogue.topic(fact.topic)
        if topic is None or topic.id in held:
            return True
        elsewhere = bool(here) and isinstance(topic, Event) and topic.id not in here
        return not (elsewhere or (refused and _is_studied(topic)))

    return _with_facts(reading, tuple(fact for fact in reading.facts if is_meant(fact)))


def _with_facts(reading: Reading, kept: tuple[FactMatch, ...]) -> Reading:
    """Return *reading* with the facts *kept*, each as near as it is where the others are not meant."""
    if len(kept) == len(reading.facts):
        return reading
    left = 1.0 - sum(fact.nearness for fact in reading.facts if fact not in kept)
    return replace(reading, facts=tuple(FactMatch(fact.topic, fact.nearness / max(left, fact.nearness)) for fact in kept))


def _without_the_refused(catalogue: Catalogue, reading: Reading) -> tuple[Reading, bool]:
    """Return *reading* without the name of studying that is not wanted, and whether that is so: "ohne Uni".

    Who names something to study all the same asks about it: "Arzt werden ohne zu studieren".
    """
    words = [read_as for _, read_as in reading.words]
    at = next((at for at, word in enumerate(words) if word in _STUDYING and _refuses(words, at)), None)
    kept = tuple(each for each in reading.mentions if at is None or not each.first <= at < each.last)
    named = (catalogue.topic(name) for each in kept if each.kind == "topic" for name in each.ids)
    if at is None or any(topic is not None and _is_studied(topic) for topic in named):
        return reading, False
    return replace(reading, mentions=kept, bare=reading.bare and bool(kept)), True


def besides_the_refused(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return what there is besides what somebody does not want; how to find out what they want where nothing else is named.

    "Was mit Menschen, aber nicht Pflege", "kein Bock auf Pflege, was noch"; who names something of ours beside it asks of that,
    and who points at what is talked about of that: "gibt es dort etwas außer Pflege".
    """
    words = [read_as for _, read_as in reading.words]
    refused = next((each for each in reading.mentions if _is_refused(catalogue, each, words)), None)
    left = tuple(each for each in reading.mentions if each != refused)
    listed, helpless = catalogue.intent(_LIST), catalogue.intent(_HELPLESS)
    within = bool(context.topics) and not _THERE.isdisjoint(words)
    if refused is None or listed is None or within or any(each.kind == "topic" or each.ids == refused.ids for each in left):
        return None
    if helpless and not any(each.kind in ("theme", "kind") for each in left) and (_ELSE | _WITHOUT).isdisjoint(words):
        return AnswerIntent(helpless.id, confidence=_RATHER)
    view = replace(view_of(listed, replace(reading, mentions=left)), besides=refused.ids[0])
    return AnswerIntent(listed.id, view=view, confidence=_RATHER)


def _is_refused(catalogue: Catalogue, mention: Mention, words: list[str]) -> bool:
    """Tell whether a field of work, an offer or a body is not wanted; "kein Bock mehr auf" tells of what one has."""
    before = [word for word in words[: mention.first] if word not in _PASSED][-1:]
    unwanted = not (_NO.isdisjoint(before) or _LONGING.isdisjoint(words[: mention.first]))
    if mention.kind == "theme":
        return unwanted or not _WITHOUT.isdisjoint(before)
    named = catalogue.topic(mention.ids[0]) if mention.kind == "topic" else None
    return unwanted and isinstance(named, Offer | Organisation)


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


def _refuses(words: list[str], at: int) -> bool:
    """Tell whether what stands before the word at a position says that it is not wanted."""
    before = next((word for word in reversed(words[:at]) if word not in _TOWARDS), "")
    return before in _WITHOUT or (before in _NO and not _LONGING.isdisjoint(words))


def _is_studied(topic: Topic) -> bool:
    return isinstance(topic, Offer) and topic.type == _STUDY


def _events_there(catalogue: Catalogue, reading: Reading) -> frozenset[str]:
    """Return the events that may be meant and take place in the district that is named, or around the town."""
    named = (catalogue.topic(name) for mention in reading.named("place") for name in mention.ids)
    around = [place.id if place.type == "district" else place.within or place.id for place in named if isinstance(place, Place)]
    near = (catalogue.topic(fact.topic) for fact in reading.facts if fact.nearness >= _NEAR)
    events = (topic for topic in near if isinstance(topic, Event))
    return frozenset(topic.id for topic in events if any(serves(catalogue, topic, name) for name in around))
