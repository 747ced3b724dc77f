"""What somebody does not want, a field of work, an offer, a body or to study, and what there is besides it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.dialogue.views import view_of
from bot.language.languages import of_any
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent
from bot.model.reading import Mention, Reading
from bot.model.topics import Offer, Organisation, Topic

_STUDYING, STUDY = of_any(lambda grammar: grammar.studying), "study"
_LONGING, _TOWARDS = of_any(lambda grammar: grammar.longing), of_any(lambda grammar: grammar.towards)
_NO, _WITHOUT = of_any(lambda grammar: grammar.negating), of_any(lambda grammar: grammar.refusing)
_URGING, _BUT = of_any(lambda grammar: grammar.urging), of_any(lambda grammar: grammar.contrasting | grammar.joining)
_OTHER, _THAN = of_any(lambda grammar: grammar.other), of_any(lambda grammar: grammar.excepting)
_FOR, _ME = of_any(lambda grammar: grammar.for_whom), of_any(lambda grammar: grammar.to_me)
_EITHER, _THERE = of_any(lambda grammar: grammar.either), of_any(lambda grammar: grammar.there - grammar.definite)
_PASSED = _TOWARDS | of_any(lambda grammar: grammar.definite)
_PASSED_OVER_WHAT_ONE_HAS = _PASSED - of_any(lambda grammar: grammar.more)
_SAYING_NO_MORE = of_any(lambda grammar: grammar.stop_words) | _NO | _LONGING | _TOWARDS | _URGING
_LIST = "list-offers"
_WAYS = ("apprenticeship", "study", "internship", "volunteering", "further-training")
"""Types of what one may do instead of what one does not want: no money for it, no advice on it."""
_RATHER = 0.8
"""So sure it is that what is not wanted is all that counts."""


@dataclass(frozen=True, slots=True)
class _Refused:
    """Where what is not wanted is named, and the ids of what is left out for it."""

    first: int
    last: int
    names: tuple[str, ...]


def refuses_to_study(catalogue: Catalogue, reading: Reading) -> bool:
    """Tell whether studying is not wanted: "ohne Uni", "lieber kein Studium".

    Who names something to study all the same asks about it: "Arzt werden ohne zu studieren".
    """
    return _studying(catalogue, reading) is not None


def without_studying(catalogue: Catalogue, reading: Reading) -> Reading:
    """Return *reading* without the name of studying that is not wanted."""
    refused = _studying(catalogue, reading)
    if refused is None:
        return reading
    kept = _beside((refused,), reading)
    return replace(reading, mentions=kept, bare=reading.bare and bool(kept))


def besides_the_refused(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return what there is besides what somebody does not want.

    "Was mit Menschen, aber nicht Pflege", "kein Bock auf Pflege", "Pflege will ich nicht"; who names something of ours beside
    it asks of that, and who points at what is talked about of that: "gibt es dort etwas außer Pflege". A general offer that is
    named beside it is the sort that is wanted: "eine Ausbildung, aber nicht im Büro".
    """
    refused, intent = _all_refused(catalogue, reading), catalogue.intent(_LIST)
    words = [read_as for _, read_as in reading.words]
    if not refused or intent is None or (context.topics and not _THERE.isdisjoint(words)):
        return None
    left = _beside(refused, reading)
    named = [catalogue.topic(name) for mention in left if mention.kind == "topic" for name in mention.ids]
    sorts = tuple(topic.type for topic in named if isinstance(topic, Offer) and topic.provider is None)
    names = tuple(dict.fromkeys(name for each in refused for name in each.names))
    if len(sorts) < len(named) or not set(names).isdisjoint((*sorts, *(name for mention in left for name in mention.ids))):
        return None
    view = view_of(intent, replace(reading, mentions=left))
    ways = sorts or view.types or (() if view.themes else tuple(way for way in _WAYS if way not in names))
    return AnswerIntent(intent.id, view=replace(view, types=ways, besides=names), confidence=_RATHER)


def _beside(refused: Sequence[_Refused], reading: Reading) -> tuple[Mention, ...]:
    """Return what is named beside what is *refused*."""
    return tuple(each for each in reading.mentions if not any(no.first < each.last and each.first < no.last for no in refused))


def _all_refused(catalogue: Catalogue, reading: Reading) -> tuple[_Refused, ...]:
    """Return all that is not wanted; studying where nothing else is said: there is much to say to who goes on."""
    words = [read_as for _, read_as in reading.words]
    named = [found for mention in reading.mentions if (found := _refused(catalogue, mention, words))]
    study = _studying(catalogue, reading)
    alone = study is not None and _SAYING_NO_MORE.issuperset((*words[: study.first], *words[study.last :]))
    return (*named, study) if study and alone else tuple(named)


def _refused(catalogue: Catalogue, mention: Mention, words: Sequence[str]) -> _Refused | None:
    """Return the field of work, the offer or the body that is named if it is not wanted; with a general offer all of its sort."""
    named = catalogue.topic(mention.ids[0]) if mention.kind == "topic" else None
    outright = mention.kind == "theme"
    if not (outright or isinstance(named, Offer | Organisation)):
        return None
    general = isinstance(named, Offer) and named.provider is None
    names = (*mention.ids, named.type) if general and isinstance(named, Offer) else mention.ids
    found = _Refused(mention.first, mention.last, names)
    return found if _is_unwanted(words, found, outright=outright) else None


def _studying(catalogue: Catalogue, reading: Reading) -> _Refused | None:
    words = [read_as for _, read_as in reading.words]
    places = (_Refused(at, at + 1, (STUDY,)) for at, word in enumerate(words) if word in _STUDYING)
    found = next((each for each in places if _is_unwanted(words, each, outright=True)), None)
    named = (catalogue.topic(name) for each in _beside((found,), reading) for name in each.ids) if found else ()
    return None if any(topic is not None and is_studied(topic) for topic in named) else found


def is_studied(topic: Topic) -> bool:
    """Tell whether *topic* is something to study."""
    return isinstance(topic, Offer) and topic.type == STUDY


def _is_unwanted(words: Sequence[str], named: _Refused, *, outright: bool) -> bool:
    """Tell whether what is *named* in a message is not wanted, by the words before it or behind it.

    A mere "kein", "nicht mehr" or "ohne" tells it *outright* of a field of work: nobody has one. "Keine Ausbildung" and "keine
    Lust mehr auf Ausbildung" may tell of what one has.
    """
    return _is_denied(words, named.first, outright=outright) or _is_refused_behind(words, named)


def _is_denied(words: Sequence[str], first: int, *, outright: bool) -> bool:
    """Tell whether the words before what is named deny it: "kein Bock auf", "bloß keine", "was anderes als", "außer"."""
    passed = _PASSED if outright else _PASSED_OVER_WHAT_ONE_HAS
    at = next((at for at in range(first - 1, -1, -1) if words[at] not in passed), None)
    if at is None:
        return False
    before = next((word for word in reversed(words[:at]) if word not in _TOWARDS), "")
    if words[at] in _NO:
        bare = outright and (not before or before in _BUT)
        return bare or before in _URGING or not _LONGING.isdisjoint(words[:first])
    excepted = words[at] in _THAN and (before in _OTHER or words[at] in _WITHOUT)
    return excepted or (outright and words[at] in _WITHOUT)


def _is_refused_behind(words: Sequence[str], named: _Refused) -> bool:
    """Tell whether no more is said behind what is named than that it is not wanted: "will ich nicht", "ist nichts für mich"."""
    rest = words[named.last :]
    wished = not _LONGING.isdisjoint(words) or not (_FOR.isdisjoint(rest) or _ME.isdisjoint(rest))
    return wished and not _NO.isdisjoint(rest) and _EITHER.isdisjoint(rest) and _SAYING_NO_MORE.issuperset(rest)
