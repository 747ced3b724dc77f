"""Places on the map, where staff know exactly where they are."""

from __future__ import annotations

from bot.answers.scope import Scope
from bot.model.reply import Venue
from bot.model.topics import Place, position


def on_map(scope: Scope, identifier: str | None) -> tuple[Venue, ...]:
    """Return the place on the map; nothing where its coordinates are not known: they are never guessed."""
    place = scope.catalogue.topic(identifier)
    where = position(place) if isinstance(place, Place) else None
    if not isinstance(place, Place) or where is None:
        return ()
    around = scope.catalogue.topic(place.within)
    address = place.address.value if place.address else scope.title(around or place)
    return (Venue(scope.say("map-label"), scope.title(place), address, *where),)
