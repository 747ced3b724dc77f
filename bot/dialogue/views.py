"""What a list is filtered by, and which part of a member list is asked for."""

from __future__ import annotations

from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS, of_any
from bot.model.context import ListView
from bot.model.intents import Intent
from bot.model.reading import MentionKind, Reading
from bot.model.topics import MemberGroup, Network, Topic

_EVENTS = ("event",)
WHOLE_REGION = "lausitz"
"""The place that everything is in."""
_WHICH = of_any(lambda grammar: grammar.which)
_EMPTY = of_any(lambda grammar: grammar.stop_words | grammar.asking)
_EVERY = of_any(lambda grammar: grammar.every)
_FOR, _BEHIND = of_any(lambda grammar: grammar.for_whom), 2
"""The words before those something is for, and how near they stand."""
_SAME_START = 6


def view_of(intent: Intent, reading: Reading) -> ListView:
    """Return what a list is filtered by: themes, places, whom it is for, and a period named; the whole region is no filter.

    Who asks for the dates of a time means those of courses too.
    """
    themes = tuple(dict.fromkeys(name for mention in reading.named("theme") for name in mention.ids))
    places = tuple(dict.fromkeys(name for mention in reading.named("place") for name in mention.ids if name != WHOLE_REGION))
    days = next((mention.days for mention in reading.named("period") if mention.days), None)
    of = intent.answer.list.of if intent.answer.list else ()
    nouns = (name.partition("/") for mention in reading.named("kind") for name in mention.ids)
    types = tuple(type_name for kind, _, type_name in nouns if type_name and kind in of)
    span = (days[0].isoformat(), days[1].isoformat()) if days else None
    dated = bool(span) and of == _EVENTS and not types
    coming, whom = _asks_what_comes(reading), for_whom(reading)
    return ListView(intent.id, types, themes, places, span, ahead=coming, dated=dated, audience=whom, whole=_for_all(reading))


def for_whom(reading: Reading) -> tuple[str, ...]:
    """Return whom something is asked for: "Angebote für Lehrer", "Kurse für junge Schüler"."""
    words = [word for _, word in reading.words]
    behind = {name for at, word in enumerate(words) if word in _FOR for name in words[at + 1 : at + 1 + _BEHIND]}
    found = (grammar.audiences[word] for grammar in GRAMMARS.values() for word in grammar.audiences if word in behind)
    return tuple(dict.fromkeys(found))


def _asks_what_comes(reading: Reading) -> bool:
    """Tell whether what is to come is asked for: "kommende Termine", "welche Kurse starten bald", "noch dieses Jahr"."""
    said = {grammar.relative.get(word) for _, word in reading.words for grammar in GRAMMARS.values()}
    return bool(said & {"soon", "next"}) or ("still" in said and bool(reading.named("period")))


def members_view(intent: Intent, topic: Topic, reading: Reading) -> ListView | None:
    """Return where a member list begins: with the group the question names, if it names one; None without a list."""
    if "members" not in intent.answer.show or not isinstance(topic, Network) or topic.members is None:
        return None
    return ListView(intent.id, group=group_named(topic, reading), whole=_for_all(reading))


def _for_all(reading: Reading) -> bool:
    """Tell whether all of a list is wanted at once: "sämtliche Kammern", "the full list"."""
    return any(word in _EVERY for _, word in reading.words)


def group_named(network: Network, reading: Reading) -> int | None:
    """Return the position of the group of members a question speaks of: the one most, and then first, spoken of.

    "Hochschulen" begins like a word of a group's title; what a group is also called is said as it stands. None is of none.
    """
    words, said = uncovered(reading, "topic"), [word for _, word in reading.words]
    spoken = [_naming(group, words) for group in _groups(network)]
    named = [(len(found), -min(map(said.index, found), default=0)) for found in spoken]
    most = max(named, default=(0, 0))
    return named.index(most) if most[0] else None


def asks_for_group(network: Network, reading: Reading) -> bool:
    """Tell whether a question asks who of a group is a member: "welche Firmen sind dabei", or nothing but "Hochschulen"."""
    words = uncovered(reading, "topic")
    rest = words.difference(*(_naming(group, words) for group in _groups(network)))
    return len(rest) < len(words) and (not rest.isdisjoint(_WHICH) or rest <= _EMPTY)


def uncovered(reading: Reading, *kinds: MentionKind) -> set[str]:
    """Return the words as read that no mention covers, or none of these *kinds*."""
    mentions = [mention for mention in reading.mentions if not kinds or mention.kind in kinds]
    covered = {at for mention in mentions for at in range(mention.first, mention.last)}
    return {word for at, (_, word) in enumerate(reading.words) if at not in covered}


def _groups(network: Network) -> tuple[MemberGroup, ...]:
    return network.members.groups if network.members else ()


def _naming(group: MemberGroup, words: set[str]) -> set[str]:
    """Return which of *words* speak of a group of members."""
    starts = {name[:_SAME_START] for prose in group.title.values() for name in folded_words(prose)}
    called = {word for name in group.also_called for word in folded_words(name)}
    return {word for word in words if word in called or (len(word) >= _SAME_START and word[:_SAME_START] in starts)}
