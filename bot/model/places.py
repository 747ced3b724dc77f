"""Where topics are, and which places they serve."""

from __future__ import annotations

from bot.model.answerable import runs_of
from bot.model.catalogue import Catalogue
from bot.model.topics import Dated, Offer, Place, Topic


def serves(catalogue: Catalogue, topic: Topic, place: str) -> bool:
    """Tell whether *topic* is in *place*, or in the district *place* lies in; what is in a town is not in all its buildings."""
    asked = catalogue.topic(place)
    around = isinstance(asked, Place) and asked.type != "building"
    places = _places(catalogue, topic)
    return any(lies_in(catalogue, name, place) or (around and lies_in(catalogue, place, name)) for name in places)


def covers(catalogue: Catalogue, topic: Topic, place: str) -> bool:
    """Tell whether *topic* is responsible for *place*, wherever it is; an offer also where who gives it is."""
    provider = catalogue.topic(topic.provider) if isinstance(topic, Offer) else None
    named = (*topic.covers, *(provider.covers if provider else ()))
    return any(lies_in(catalogue, place, name) for name in named)


def has_a_place(catalogue: Catalogue, topic: Topic) -> bool:
    """Tell whether any place of *topic* is known."""
    return bool(_places(catalogue, topic))


def _places(catalogue: Catalogue, topic: Topic) -> tuple[str, ...]:
    provider = catalogue.topic(topic.provider) if isinstance(topic, Dated) else None
    places = (topic.place, *topic.also_in, *(run.place for run in runs_of(topic)), provider.place if provider else None)
    return tuple(place for place in places if place)


def lies_in(catalogue: Catalogue, identifier: str | None, place: str) -> bool:
    """Tell whether one place is, or lies within, the other."""
    while identifier and identifier != place:
        current = catalogue.topic(identifier)
        identifier = current.within if isinstance(current, Place) else None
    return identifier == place
