"""What a place in a question is there for: what is asked about is in it, or only who asks."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.pointing import points_back
from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.places import serves
from bot.model.reading import Reading
from bot.model.topics import Place, Topic

_WHERE = "place"
_OWN = of_any(lambda grammar: grammar.own)


def is_asked_there(topic: Topic, reading: Reading) -> bool:
    """Tell whether a topic is asked about with the place elsewhere that is named: where a parliament sits."""
    places = [folded_words(place.ids[0]) for place in reading.named("elsewhere")]
    asked = (folded_words(text) for texts in topic.questions.values() for text in texts)
    return any(set(place) <= set(words) for words in asked for place in places)


def is_only_there(topic: Topic, reading: Reading) -> bool:
    """Tell whether a topic beside the one that is named may be near by a place in its own name alone: where somebody is."""
    if not reading.named("topic") or not any(word in _OWN for _, word in reading.words):
        return False
    places = {word for place in reading.named("place") for _, word in reading.words[place.first : place.last]}
    return bool(places) and not places.isdisjoint(folded_words(" ".join(topic.title.values())))


def names_place_and_topic(reading: Reading) -> bool:
    """Tell whether something is looked for in a place: then nobody asks where something else is."""
    return bool(reading.named("place") and reading.named("topic"))


def is_apart(catalogue: Catalogue, topic: Topic, reading: Reading) -> bool:
    """Tell whether a topic that is not named seems near by the place that is alone."""
    return is_only_there(topic, reading) or _is_outside(catalogue, topic, reading)


def apart_from_halls(catalogue: Catalogue, reading: Reading, context: Context) -> Context:
    """Return the talk; about nothing where it is asked where a building is that the latest topic is not in.

    "Wo ist die Messe Cottbus" behind an office asks for the hall; "gibt es das auch in der Messe Cottbus" for the same there.
    """
    latest = catalogue.topic(next(iter(context.topics), None))
    asks = any(each.intent == _WHERE for each in reading.ranked[:1]) and not reading.named("topic")
    apart = latest is not None and asks and not points_back([word for _, word in reading.words])
    return replace(context, topics=()) if latest and apart and _is_outside(catalogue, latest, reading) else context


def _is_outside(catalogue: Catalogue, topic: Topic, reading: Reading) -> bool:
    """Tell whether a building is named that a topic is not in: who asks where a hall is means nothing else in its town."""
    named = [catalogue.topic(name) for mention in reading.named("place") for name in mention.ids]
    halls = [place.id for place in named if isinstance(place, Place) and place.type == "building"]
    return bool(halls) and not any(serves(catalogue, topic, hall) for hall in halls)
