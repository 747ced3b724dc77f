"""What a list is filtered by, and which part of a member list is asked for."""

from __future__ import annotations

from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS
from bot.model.context import ListView
from bot.model.intents import Intent
from bot.model.reading import Reading
from bot.model.topics import MemberGroup, Network, Topic

_SAME_START = 6


def view_of(intent: Intent, reading: Reading) -> ListView:
    """Return what a list is filtered by: themes, places and a period named; the whole region is no filter."""
    themes = tuple(dict.fromkeys(name for mention in reading.named("theme") for name in mention.ids))
    places = tuple(dict.fromkeys(name for mention in reading.named("place") for name in mention.ids if name != "lausitz"))
    days = next((mention.days for mention in reading.named("period") if mention.days), None)
    of = intent.answer.list.of if intent.answer.list else ()
    nouns = (name.partition("/") for mention in reading.named("kind") for name in mention.ids)
    types = tuple(type_name for kind, _, type_name in nouns if type_name and kind in of)
    span = (days[0].isoformat(), days[1].isoformat()) if days else None
    return ListView(intent.id, types, themes, places, span, ahead=_asks_what_comes(reading))


def _asks_what_comes(reading: Reading) -> bool:
    """Tell whether what is to come is asked for: "kommende Termine", "welche Kurse starten bald", "noch dieses Jahr"."""
    said = {grammar.relative.get(word) for _, word in reading.words for grammar in GRAMMARS.values()}
    return bool(said & {"soon", "next"}) or ("still" in said and bool(reading.named("period")))


def members_view(intent: Intent, topic: Topic, reading: Reading) -> ListView | None:
    """Return where a member list begins: with the group the question names, if it names one; None without a list."""
    if "members" not in intent.answer.show or not isinstance(topic, Network) or topic.members is None:
        return None
    words = tuple(read_as for _, read_as in reading.words)
    named = (at for at, group in enumerate(topic.members.groups) if _is_named(group, words))
    return ListView(intent.id, group=next(named, None))


def _is_named(group: MemberGroup, words: tuple[str, ...]) -> bool:
    """Tell whether a question speaks of this group: "Hochschulen" begins like a word of its title."""
    title = [word for prose in group.title.values() for word in folded_words(prose)]
    return any(len(word) >= _SAME_START and word[:_SAME_START] == name[:_SAME_START] for word in words for name in title)
