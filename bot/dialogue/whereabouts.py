"""What a place in a question is there for: what is asked about is in it, or only who asks."""

from __future__ import annotations

from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.model.reading import Reading
from bot.model.topics import Topic

_OWN = of_any(lambda grammar: grammar.own)


def is_asked_there(topic: Topic, reading: Reading) -> bool:
    """Tell whether a topic is asked about with the place elsewhere that is named: where a parliament sits."""
    places = [folded_words(place.ids[0]) for place in reading.named("elsewhere")]
    asked = (folded_words(text) for texts in topic.questions.values() for text in texts)
    return any(set(place) <= set(words) for words in asked for place in places)


def is_only_there(topic: Topic, reading: Reading) -> bool:
    """Tell whether a topic beside the one that is named may be near by a place in its own name alone: where somebody is."""
    tells = any(word in _OWN for _, word in reading.words)
    places = {word for place in reading.named("place") for _, word in reading.words[place.first : place.last]}
    return tells and bool(reading.named("topic")) and not places.isdisjoint(folded_words(" ".join(topic.title.values())))


def names_place_and_topic(reading: Reading) -> bool:
    """Tell whether something is looked for in a place: then nobody asks where something else is."""
    return bool(reading.named("place") and reading.named("topic"))
