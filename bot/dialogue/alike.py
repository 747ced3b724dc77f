"""What there is of the same sort as what is talked about: "gibt es andere", "was noch"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from bot.dialogue.views import view_of
from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.model.catalogue import Catalogue
from bot.model.context import Context, ListView
from bot.model.moves import AnswerIntent
from bot.model.reading import Reading
from bot.model.topics import Place, Topic, is_of, type_of

LIST_BY_KIND: Mapping[str, str] = {
    "offer": "list-offers",
    "event": "list-events",
    "network": "list-networks",
    "organisation": "list-organisations",
}
"""The question that lists the topics of a kind."""
_MANIFOLD = frozenset({"advice", "orientation", "money", "project", "association", "development", "authority"})
"""Types of what has little in common: advice for companies is none for those who come back."""
_TELLING_WORD = 5
"""So long is a word of a name that two share at least."""
_OTHER, _DEFINITE = of_any(lambda grammar: grammar.other), of_any(lambda grammar: grammar.definite)


def alike(catalogue: Catalogue, context: Context) -> AnswerIntent | None:
    """Return the list of what is like the topic talked about, without it: of its type where there is another, else of its kind.

    Where nothing was named so far, and something was said, it is the list of all offers.
    """
    topic = catalogue.topic(context.topics[0] if context.topics else None)
    intent = catalogue.intent(LIST_BY_KIND.get(topic.kind if topic else "offer"))
    if intent is None or not (topic or context.offered):
        return None
    if topic is None:
        return AnswerIntent(intent.id, view=ListView(intent.id))
    types = (type_of(topic),) if _has_sibling(catalogue, topic) else ()
    return AnswerIntent(intent.id, view=ListView(intent.id, types=tuple(name for name in types if name), besides=(topic.id,)))


def others_of(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return the list of the kind that is named, without what is talked about: "und andere Messen"; None of the one other."""
    kinds = reading.named("kind")
    words = [read_as for _, read_as in reading.words]
    intent = catalogue.intent(LIST_BY_KIND.get(kinds[0].ids[0].partition("/")[0])) if kinds else None
    one = any(one in _DEFINITE and then in _OTHER for one, then in pairwise(words))
    if intent is None or one or len(kinds) < len(reading.mentions):
        return None
    latest = catalogue.topic(next(iter(context.topics), None))
    known = (latest.id,) if latest and any(is_of(latest, name) for kind in kinds for name in kind.ids) else ()
    return AnswerIntent(intent.id, view=replace(view_of(intent, reading), besides=known))


def _has_sibling(catalogue: Catalogue, topic: Topic) -> bool:
    sort = (topic.kind, type_of(topic))
    return any((other.kind, type_of(other)) == sort for other in catalogue.topics.values() if other != topic)


def are_of_a_sort(catalogue: Catalogue, one: Topic, other: Topic) -> bool:
    """Tell whether two of a type may stand for each other in another place: of some types only with a name in common."""
    return type_of(one) not in _MANIFOLD or share_a_name(catalogue, one, other)


def share_a_name(catalogue: Catalogue, one: Topic, other: Topic) -> bool:
    """Tell whether two are called the same but for where they are: "Welcome Center Cottbus" and "Welcome Center Forst"."""
    first, second = ({word for text in each.title.values() for word in folded_words(text)} for each in (one, other))
    alike = [word for word in first & second if len(word) >= _TELLING_WORD]
    return bool(alike) and not _words_of_places(catalogue).issuperset(alike)


def _words_of_places(catalogue: Catalogue) -> set[str]:
    titles = (title for place in catalogue.of_class(Place) for title in place.title.values())
    return {word for title in titles for word in folded_words(title)}
