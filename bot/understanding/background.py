"""Places that are only the background of a question: streets, where somebody comes from, lives or has been."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.languages import of_any
from bot.model.reading import Mention

_NEAR_BY, _BEHIND = 3, 2
"""So many words before a place elsewhere, or behind it, may say that somebody lives there or has been there."""
_ARTICLES = frozenset({"der", "den", "dem", "the"})
_ORIGIN = of_any(lambda grammar: grammar.origin)
_DWELLING = of_any(lambda grammar: grammar.dwelling)
_STAYED = of_any(lambda grammar: grammar.stayed)
_STAYED_BEHIND = _STAYED - of_any(lambda grammar: grammar.interrogatives)
"""Behind a place "was" begins a question: "Informatik in München was brauch ich"."""
_STREETS = of_any(lambda grammar: grammar.streets)
_MOVING = of_any(lambda grammar: grammar.moving)
_THERE = of_any(lambda grammar: (grammar.there - grammar.definite) | grammar.too)
_HERE = of_any(lambda grammar: grammar.here)
_SAYING_MORE = of_any(lambda grammar: grammar.own | grammar.asking)
_LIKENING = of_any(lambda grammar: grammar.likening)


def without_background(found: Sequence[Mention], words: tuple[str, ...]) -> list[Mention]:
    """Return the mentions of what is asked about: a place in the background is not, nor is a person of its name."""
    elsewhere = [mention for mention in found if mention.kind == "elsewhere" and _is_behind(mention, found, words)]
    behind = [*elsewhere, *(mention for mention in found if _is_in_street_name(mention, words))]
    return [mention for mention in found if not any(_is_within(mention, place) for place in behind)]


def _is_within(mention: Mention, other: Mention) -> bool:
    return other.first <= mention.first and mention.last <= other.last


def _is_in_street_name(mention: Mention, words: tuple[str, ...]) -> bool:
    """Tell whether a place is the name of a street: "Berliner Straße"."""
    return mention.kind in ("elsewhere", "place") and not _STREETS.isdisjoint(words[mention.last : mention.last + 1])


def _is_behind(place: Mention, found: Sequence[Mention], words: tuple[str, ...]) -> bool:
    bearers = frozenset(mention.last for mention in found if mention.kind in ("topic", "kind"))
    ours = [mention for mention in found if mention.kind == "place" and not _is_within(mention, place)]
    if not ours and _is_where_to(place, words):
        return False
    return _is_origin(place, words, bearers) or (bool(ours) and _is_home(place, words)) or (
        _has_been_left(place, found, words) or any(_goes_on_to(place, mention, words) for mention in ours)
    )


def _is_where_to(place: Mention, words: tuple[str, ...]) -> bool:
    """Who moves to a place and then points at it asks about it: "ich ziehe nach Wien, wie läuft das dort"."""
    return not (_MOVING.isdisjoint(words[: place.first]) or _THERE.isdisjoint(words[place.last :]))


def _is_origin(place: Mention, words: tuple[str, ...], bearers: frozenset[int]) -> bool:
    """Where somebody comes from or went to is not where something is looked for.

    What is named right before it is that of the place: *bearers* are the positions behind names ("Landtag von Bayern").
    """
    before = words[max(0, place.first - 2) : place.first]
    close = before[-1:] if before and before[-1] not in _ARTICLES else before
    its_own = place.first - len(close) in bearers and close[:1] == ("von",)
    return not its_own and any(word in _ORIGIN for word in close)


def _is_home(place: Mention, words: tuple[str, ...]) -> bool:
    """Where somebody lives is not where something is looked for, if a place of ours is named too."""
    return not _DWELLING.isdisjoint(words[max(0, place.first - _NEAR_BY) : place.first])


def _has_been_left(place: Mention, found: Sequence[Mention], words: tuple[str, ...]) -> bool:
    """Where somebody has been is behind them where something of ours is asked for: "in Ulm Abi gemacht, kann ich an die BTU"."""
    before, behind = words[max(0, place.first - _NEAR_BY) : place.first], words[place.last : place.last + _BEHIND]
    ours = any(mention.kind in ("topic", "place") and not _is_within(mention, place) for mention in found)
    ours = ours or not _HERE.isdisjoint(words)
    return ours and not (_STAYED.isdisjoint(before) and _STAYED_BEHIND.isdisjoint(behind)) and _THERE.isdisjoint(words)


def _goes_on_to(place: Mention, ours: Mention, words: tuple[str, ...]) -> bool:
    """Tell whether more is said behind the place elsewhere, of one of ours: "studiere in Jena, gibt es Praktika in Guben"."""
    between = words[place.last : ours.first]
    return not _SAYING_MORE.isdisjoint(between) and _THERE.isdisjoint(words) and _LIKENING.isdisjoint(between)
