"""As what somebody asks: what is for others is hardly meant, however like it that sounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.describing import words_of
from bot.language.languages import GRAMMARS, of_any
from bot.model.catalogue import Catalogue
from bot.model.reading import Reading
from bot.model.topics import Person, Topic

_FOR_OTHERS = 0.3
"""What is left of the nearness of what is for others."""
_SHORTEST, _BEHIND = 5, 2
"""So long is the beginning that two words for the same people share; so near it stands to who says to be one."""
_AUDIENCES = tuple((name, sort) for grammar in GRAMMARS.values() for name, sort in grammar.audiences.items())
_ASKED, _RATHER = 0.1, 0.3
"""From this confidence on a signature is asked for, and from this sum with what is for others to say it is rather meant."""
_SIGNED, _LAW, _WHO = "signed", "too-personal", of_any(lambda grammar: grammar.who)
_PRIVATE, _FUNCTION, _LEADER, _NAMING = "private-life", "function", "leader", of_any(lambda grammar: grammar.naming)
_ONESELF, _BEING = of_any(lambda grammar: grammar.own), of_any(lambda grammar: grammar.being)


def for_those_who_ask(catalogue: Catalogue, reading: Reading) -> Reading:
    """Return *reading* with what is for others less near, where somebody says what they are: "I'm a teacher, …".

    A degree for those who want to teach speaks of teachers. Who names something means it.
    """
    words = [read_as for _, read_as in reading.words]
    told = None if reading.named("topic") else _told(words)
    if told is None:
        return reading
    near = (
        replace(fact, nearness=_FOR_OTHERS * fact.nearness) if _is_for_others(catalogue.topic(fact.topic), *told) else fact
        for fact in reading.facts
    )
    return replace(reading, facts=tuple(sorted(near, key=lambda fact: -fact.nearness)))


def of_what_one_signs(catalogue: Catalogue, reading: Reading) -> Reading:
    """Return *reading* with what is for others to say, not who signed, where one's own signature is asked for.

    "Muss meine Mama unterschreiben" asks for the law, which none of our facts tells; "wer hat unterschrieben" for those who did.
    """
    words = {read_as for _, read_as in reading.words}
    if words.isdisjoint(_ONESELF) or not words.isdisjoint(_WHO) or _LAW not in catalogue.intents or reading.named("topic"):
        return reading
    signed = [each for each in reading.ranked if _SIGNED in catalogue.intents[each.intent].answer.roles]
    law = [each for each in reading.ranked if each.intent == _LAW]
    sure = sum(each.confidence for each in (*signed, *law))
    if not signed or signed[0].confidence < _ASKED or sure < _RATHER:
        return reading
    others = (each for each in reading.ranked if each not in signed and each not in law)
    ranked = sorted((replace(signed[0], intent=_LAW, confidence=sure), *others), key=lambda each: -each.confidence)
    return replace(reading, ranked=tuple(ranked), facts=())


def of_who_stands_for_it(catalogue: Catalogue, reading: Reading) -> Reading:
    """Return *reading* as asked for somebody's public function where a name is asked for that sounded private.

    "Wie heißt die Frau von der WRL" asks who stands for that body: the one of its people who is nearest, else whoever leads it.
    """
    words, named = {read_as for _, read_as in reading.words}, reading.named("topic")
    likely = reading.ranked[0] if reading.ranked else None
    body = catalogue.topic(named[0].ids[0]) if len(named) == 1 else None
    if likely is None or likely.intent != _PRIVATE or words.isdisjoint(_NAMING) or body is None or isinstance(body, Person):
        return reading
    people = {role.who for role in body.people}
    nearest = next((fact.topic for fact in reading.facts if fact.topic in people), None)
    asked = _FUNCTION if nearest else _LEADER
    if asked not in catalogue.intents:
        return reading
    mentions = tuple(replace(each, ids=(nearest,)) if nearest and each == named[0] else each for each in reading.mentions)
    others = (each for each in reading.ranked[1:] if each.intent != asked)
    return replace(reading, mentions=mentions, ranked=(replace(likely, intent=asked), *others))


def _told(words: Sequence[str]) -> tuple[str, str] | None:
    """Return how the word begins for what somebody says to be, right behind saying so, and the sort of people: "bin Lehrerin"."""
    at = next((at for at, word in enumerate(words[:_BEHIND]) if word in _BEING), None)
    if at is None or (at and words[at - 1] not in _ONESELF):
        return None
    begun = [word[:_SHORTEST] for word in words[at + 1 : at + 1 + _BEHIND] if len(word) >= _SHORTEST]
    return next(((word, sort) for word in begun for name, sort in _AUDIENCES if name.startswith(word)), None)


def _is_for_others(topic: Topic | None, begun: str, sort: str) -> bool:
    """Tell whether *topic* is for others, though it speaks of those that are called so."""
    others = topic is not None and bool(topic.audience) and sort not in topic.audience
    return others and topic is not None and any(begun in word for word in words_of(topic))
