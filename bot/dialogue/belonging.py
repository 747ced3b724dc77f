"""Who is in a club, where a question says outright that it asks for that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.dialogue.telling_words import named_at_a_place, stranger
from bot.dialogue.topics import BEARS_MEMBERSHIP, CERTAINLY, lists, takes_any_name
from bot.dialogue.views import group_named, members_view, uncovered
from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent
from bot.model.reading import Mention, Reading
from bot.model.topics import Network, Topic

_PARTLY = 0.5
"""So much of a name is enough where the club lists who bears it, and it is asked which it is."""
_MEMBERS = of_any(lambda grammar: grammar.members)
_BELONGING = _MEMBERS | of_any(lambda grammar: grammar.belonging)
_INTERROGATIVES = of_any(lambda grammar: grammar.interrogatives)
_WHICH = of_any(lambda grammar: grammar.which) & _INTERROGATIVES
_ASKS_ELSE = _INTERROGATIVES - _WHICH
_VERBS = of_any(lambda grammar: grammar.asking | grammar.doing) - _INTERROGATIVES
_OWN = of_any(lambda grammar: grammar.own)
_EMPTY = of_any(lambda grammar: grammar.stop_words | grammar.asking)
_INSIDE, _OFFERED = frozenset({"in", "im"}), ("offer", "event")
_BEFORE_A_NAME = _VERBS | of_any(lambda grammar: grammar.joining | grammar.definite | grammar.too)


def asked_of_club(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return whether those named are in a club: "ist das Krankenhaus auch im Netzwerk dabei", "welche Uni ist Mitglied".

    Without its name the one club that has a list is meant, where it is asked which body of a sort is in it.
    """
    words = [word for _, word in reading.words]
    which, outright = _asks_which(reading), not _BELONGING.isdisjoint(words)
    if not (outright or not _INSIDE.isdisjoint(words)) or _asks_more(reading):
        return None
    asked = next((intent for intent in catalogue.intents.values() if takes_any_name(intent)), None)
    club = _club(catalogue, asked, reading, context) if asked else None
    if asked is None or club is None or not (outright or _is_inside(club, reading)):
        return None
    if which and group_named(club, reading) is not None:
        return _group(catalogue, club, reading)
    who = _bodies(catalogue, club, reading, which=which)
    if who is None:
        return None
    others = tuple(dict.fromkeys((*who, *_of_places(catalogue, club, reading)))) if who else ()
    others = others or (_of_theme(catalogue, club, reading) if which or not outright else ())
    name = (stranger(reading, beside_others=True) if others else None) or (None if which else _at_a_place(club, reading))
    return AnswerIntent(asked.id, club.id, others=others, name=name) if others or name else None


def _group(catalogue: Catalogue, club: Network, reading: Reading) -> AnswerIntent | None:
    """Return the members of the group named, where nothing of ours is named besides: "welche Hochschulen sind Mitglied"."""
    members = catalogue.intent("members")
    others = any(club.id not in mention.ids for mention in reading.named("topic"))
    if members is None or others or all(word not in _MEMBERS for _, word in reading.words):
        return None
    return AnswerIntent(members.id, club.id, view=members_view(members, club, reading))


def _at_a_place(club: Network, reading: Reading) -> str | None:
    grouped = group_named(club, replace(reading, words=reading.words[:1], mentions=())) is not None
    return named_at_a_place(reading, noun_first=grouped)


def _asks_more(reading: Reading) -> bool:
    """Tell whether something else is asked than who is in a club, or for oneself, or of what it offers."""
    words = [word for _, word in reading.words]
    of_offers = any(name.partition("/")[0] in _OFFERED for mention in reading.named("kind") for name in mention.ids)
    return of_offers or not _ASKS_ELSE.isdisjoint(words) or not _OWN.isdisjoint(words)


def _is_inside(club: Network, reading: Reading) -> bool:
    """Tell whether a question says nothing but that somebody is in a *club*: "gibt es eine Gewerkschaft im Netzwerk"."""
    first = next((mention.first for mention in reading.named("topic") if club.id in mention.ids), 0)
    before = [word for _, word in reading.words[max(first - 2, 0) : first]]
    asks = bool(reading.words) and reading.words[0][1] in _VERBS | _WHICH
    return asks and not _INSIDE.isdisjoint(before) and uncovered(reading) <= _EMPTY


def _asks_which(reading: Reading) -> bool:
    return bool(reading.words) and reading.words[0][1] in _WHICH


def _club(catalogue: Catalogue, asked: Intent, reading: Reading, context: Context) -> Network | None:
    """Return the club that is named, else the only one there is where members are asked for and no other is talked about."""
    able = [topic for topic in catalogue.of_class(Network) if can_answer(topic, asked)]
    named = {name for mention in reading.named("topic") for name in mention.ids}
    talked = catalogue.topic(context.topics[0]) if context.topics else None
    alone = len(reading.named("topic")) <= 1 and (talked in able or not isinstance(talked, Network))
    alone = alone and any(word in _MEMBERS for _, word in reading.words)
    found = [club for club in able if club.id in named] or (able if alone and _asks_which(reading) else [])
    return found[0] if len(found) == 1 else None


def _bodies(catalogue: Catalogue, club: Network, reading: Reading, *, which: bool) -> tuple[str, ...] | None:
    """Return who is named beside a *club*; None where something is that is in no club."""
    found = [_body(catalogue, club, mention, which=which) for mention in reading.named("topic") if club.id not in mention.ids]
    return None if None in found else tuple(name for name in found if name)


def _body(catalogue: Catalogue, club: Network, mention: Mention, *, which: bool) -> str | None:
    listed = [name for name in mention.ids if lists(club, name)]
    topic = catalogue.topic((listed or list(mention.ids))[0])
    certain = mention.score >= (_PARTLY if which and listed else CERTAINLY)
    return topic.id if topic and certain and topic.kind in BEARS_MEMBERSHIP else None


def _of_places(catalogue: Catalogue, club: Network, reading: Reading) -> Iterable[str]:
    """Return the members that are called by a town alone: "sind Wildau und die Kammer dabei"; none where several might be."""
    for mention in reading.named("place"):
        place, before = catalogue.topic(mention.ids[0]), reading.words[mention.first - 1][1] if mention.first else ""
        town = set(folded_words(next(iter(place.title.values())))) if place else set()
        named = [topic.id for topic in _members(catalogue, club) if town and town <= _words_of(topic)]
        if before in _BEFORE_A_NAME and len(named) == 1:
            yield named[0]


def _words_of(topic: Topic) -> set[str]:
    return {word for title in topic.title.values() for word in folded_words(title)}


def _of_theme(catalogue: Catalogue, club: Network, reading: Reading) -> tuple[str, ...]:
    """Return the members that are foremost about a theme named: "welche Stelle für Migrant:innen ist Mitglied"."""
    themes = {name for mention in reading.named("theme") for name in mention.ids}
    return tuple(topic.id for topic in _members(catalogue, club) if themes.intersection(topic.themes[:1]))


def _members(catalogue: Catalogue, club: Network) -> Iterable[Topic]:
    groups = club.members.groups if club.members else ()
    return [topic for group in groups for name in group.who if (topic := catalogue.topic(name))]
