"""What is called the same but for where it is, or for who gives it: a name said without that means each of them."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.describing import called
from bot.language.fold import folded_words
from bot.language.remembering import remembered
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent, AskWhich, Move, Several
from bot.model.places import covers, serves
from bot.model.reading import Mention, Reading
from bot.model.topics import Offer, Organisation, Place, Topic, type_of

_FOREIGN = "out_of_scope"
_BOTH = 2
"""So many namesakes are told of at once; which of more is meant is asked."""


def _names(place: Place) -> tuple[str, ...]:
    return (*place.title.values(), *place.also_called)


class Namesakes:
    """Knows the bodies and the offers that share a name."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        named = [(folded_words(name), place.id) for place in catalogue.of_class(Place) for name in _names(place)]
        self._places = frozenset(word for words, _ in named for word in words)
        self._place_of = {words[0]: place for words, place in named if len(words) == 1}
        self._alike = remembered(self._all_alike)

    def meant(self, reading: Reading, context: Context) -> Reading:
        """Return *reading* with each name that lacks its place, or its giver, meaning all who bear it.

        Where a place or a giver is named, or one of them was talked about, it is clear which is meant: of offers the one that
        is there.
        """
        if places := self._named_places(reading):
            mentions = tuple(self._there(mention, places) for mention in reading.mentions)
        else:
            mentions = tuple(self._each(mention, reading, context) for mention in reading.mentions)
        return replace(reading, mentions=mentions) if mentions != reading.mentions else reading

    def told(self, move: Move, reading: Reading) -> Move:
        """Return *move*; what it asks or tells of one of two that are meant by their name is told of both, if it is ours."""
        asked = set(move.topics if isinstance(move, AskWhich) else (move.topic,) if isinstance(move, AnswerIntent) else ())
        both = next((mention.ids for mention in reading.named("topic") if asked and asked <= set(mention.ids)), ())
        namesakes = len(both) == _BOTH and set(both) == set(self._alike(both[0]))
        if not isinstance(move, AskWhich | AnswerIntent) or not namesakes:
            return move
        if self._catalogue.intents[move.intent].kind == _FOREIGN:
            return move
        return Several(tuple(AnswerIntent(move.intent, topic, confidence=move.confidence) for topic in both))

    def _each(self, mention: Mention, reading: Reading, context: Context) -> Mention:
        if mention.kind != "topic" or len(mention.ids) > 1 or not {*context.topics}.isdisjoint(self._alike(mention.ids[0])):
            return mention
        alike = self._alike(mention.ids[0])
        if len(alike) == 1:
            return mention
        said = frozenset(word for _, word in reading.words[mention.first : mention.last])
        topics = [self._catalogue.topics[each] for each in alike]
        telling = frozenset[str]().union(*map(self._telling, topics))
        givers = {topic.provider for topic in topics if isinstance(topic, Offer)}
        beside = any(not givers.isdisjoint(other.ids) for other in reading.named("topic"))
        return replace(mention, ids=alike) if not (said & (telling | self._places) or beside) else mention

    def _named_places(self, reading: Reading) -> tuple[str, ...]:
        """Return the places that are named, if need be between the words of an offer: "Abitur in Luckau nachholen"."""
        named = tuple(name for mention in reading.named("place") for name in mention.ids)
        inside = (word for each in reading.named("topic") for _, word in reading.words[each.first : each.last])
        return named or tuple(self._place_of[word] for word in inside if word in self._place_of)

    def _there(self, mention: Mention, places: tuple[str, ...]) -> Mention:
        """Return the *mention* of an offer that is in none of *places* as that of the one of its title that is."""
        topic = self._catalogue.topic(mention.ids[0])
        if not isinstance(topic, Offer) or len(mention.ids) > 1 or self._is_in(topic, places):
            return mention
        title = self._without_places(topic)
        alike = (each for each in self._catalogue.of_class(Offer) if type_of(each) == type_of(topic))
        there = [each.id for each in alike if self._without_places(each) == title and self._is_in(each, places)]
        return replace(mention, ids=(there[0],)) if len(there) == 1 else mention

    def _is_in(self, offer: Offer, places: tuple[str, ...]) -> bool:
        return any(serves(self._catalogue, offer, place) or covers(self._catalogue, offer, place) for place in places)

    def _without_places(self, offer: Offer) -> frozenset[str]:
        return frozenset(folded_words(offer.title["de"])) - self._places

    def _all_alike(self, identifier: str) -> tuple[str, ...]:
        """Return the ids of the topic and of others of its kind and type of the same title but for what tells them apart."""
        topic = self._catalogue.topics[identifier]
        if not isinstance(topic, Organisation | Offer):
            return (identifier,)
        own = self._shared(topic)
        others = (each for each in self._catalogue.topics.values() if (each.kind, type_of(each)) == (topic.kind, type_of(topic)))
        return (identifier, *(each.id for each in others if own and each != topic and self._shared(each) == own))

    def _shared(self, topic: Topic) -> frozenset[str]:
        """Return the words of the topic's title but those that tell it from others; none where none do."""
        words = frozenset(folded_words(topic.title["de"]))
        told = words - self._telling(topic)
        return told if len(told) < len(words) else frozenset()

    def _telling(self, topic: Topic) -> frozenset[str]:
        """Return the words that tell a topic from others of its name: those of places, of an offer those of its giver."""
        if not isinstance(topic, Offer):
            return self._places
        giver = self._catalogue.topic(topic.provider)
        return called(giver) if giver else frozenset()
