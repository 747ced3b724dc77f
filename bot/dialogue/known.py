"""What a message names behind an article as if both knew it: a part of what is talked about, "die Werkstatt" of the railway."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.dialogue.describing import words_of
from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import Intent
from bot.model.reading import Mention, Reading
from bot.model.topics import Offer, Organisation, Topic, is_of

_DEFINITE = of_any(lambda grammar: grammar.definite)
_SMALL = of_any(lambda grammar: grammar.stop_words | grammar.asking)
_FROM, _MOST = 4, 8
"""So long is a noun at least; in so many words at most something known is named."""


def of_what_is_known(catalogue: Catalogue, reading: Reading, context: Context) -> Reading:
    """Return *reading* without a sort of ours that is but a part of what is named or talked about.

    A theme that a word beside such a part has is left out too: "wie viele plant das Werk" speaks of no plants.
    "Für die Umwelt" names the theme itself.
    """
    kinds = [mention for mention in reading.mentions if mention.kind in ("kind", "theme")]
    words = [word for _, word in reading.words]
    nouns = list(_known_nouns(words)) if kinds and len(words) <= _MOST else []
    topic = _meant(catalogue, reading, context) if nouns else None
    said = _said_of(topic) if topic else frozenset[str]()
    known = {at for at in nouns if any(words[at] in word for word in said)}
    parts = [each for each in kinds if known and (each.first in known) == (each.kind == "kind")]
    parts = [each for each in parts if not _is_called_so(catalogue, each, topic, context)]
    if not parts:
        return reading
    left = tuple(mention for mention in reading.mentions if mention not in parts)
    return _asked_of_it(catalogue, replace(reading, mentions=left), parts)


def _known_nouns(words: Sequence[str]) -> Iterator[int]:
    """Yield where an article stands right before a word that tells something."""
    around = enumerate(pairwise(words), start=1)
    return (at for at, (before, word) in around if before in _DEFINITE and len(word) >= _FROM and word not in _SMALL)


def _meant(catalogue: Catalogue, reading: Reading, context: Context) -> Topic | None:
    """Return the body or the offer that is named, else the latest of the talk."""
    named = (mention.ids[0] for mention in reading.named("topic"))
    topic = catalogue.topic(next(named, next(iter(context.topics), None)))
    return topic if isinstance(topic, Offer | Organisation) else None


def _said_of(topic: Topic) -> frozenset[str]:
    texts = (text for fact in topic.facets.values() for text in fact.text.values())
    return words_of(topic).union(word for text in texts for word in folded_words(text))


def _is_called_so(catalogue: Catalogue, mention: Mention, meant: Topic | None, context: Context) -> bool:
    """Tell whether what is *meant* or talked about is of the kind, or has the theme, that is mentioned."""
    talked = [topic for name in (*context.topics, *context.listed) if (topic := catalogue.topic(name))]
    some = [*talked, *([meant] if meant else [])]
    if mention.kind == "theme":
        return any(not set(mention.ids).isdisjoint(topic.themes) for topic in some)
    return any(is_of(topic, name) for topic in some for name in mention.ids)


def _asked_of_it(catalogue: Catalogue, reading: Reading, parts: Sequence[Mention]) -> Reading:
    """Return *reading* with what is asked of something instead of the list of a sort that is no more named."""
    sorts = {name for mention in parts if mention.kind == "kind" for name in mention.ids}
    kept = [each for each in reading.ranked if not _lists(catalogue.intents[each.intent], sorts)]
    if len(kept) == len(reading.ranked):
        return reading
    asked = [each for each in kept if catalogue.intents[each.intent].needs]
    scale = 1.0 / (sum(each.confidence for each in asked) or 1.0)
    ranked = tuple(replace(each, confidence=scale * each.confidence) for each in asked)
    return replace(reading, ranked=ranked) if ranked else reading


def _lists(intent: Intent, sorts: set[str]) -> bool:
    """Tell whether an intent lists nothing but those *sorts*."""
    spec = intent.answer.list
    listed = {f"{kind}/{sort}" for kind in spec.of for sort in spec.types} if spec else set[str]()
    return bool(listed) and listed <= sorts
