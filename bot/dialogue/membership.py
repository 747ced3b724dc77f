"""Follow-ups to "who is a member" and "is X one": another name, another group."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.dialogue.option import Option
from bot.dialogue.telling_words import asked_behind_its_verb, named_by_known_words, stranger
from bot.dialogue.topics import About, accepted_kinds, takes_any_name
from bot.dialogue.views import asks_for_group, group_named, members_view, uncovered
from bot.language.languages import GRAMMARS, of_any
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent
from bot.model.reading import Reading
from bot.model.topics import Network, Organisation, Topic

_SHORT = 5
_ASKED = 0.5
"""From this confidence on a question asks for itself, whatever stands in it."""
_MAY_ASK = 0.15
"""From this confidence on a short question about a body may ask whether it is in the network talked about."""
_VERBS = of_any(lambda grammar: grammar.asking | grammar.doing) - of_any(lambda grammar: grammar.interrogatives)
_ASKS_ELSE = of_any(lambda grammar: grammar.interrogatives - grammar.which - grammar.who)
_BELONGING = of_any(lambda grammar: grammar.members | grammar.belonging)
_OF, _THEM = frozenset({"of", "von"}), of_any(lambda grammar: grammar.them)
_JOINING = of_any(lambda grammar: grammar.joining)
_ASKING = of_any(lambda grammar: grammar.asking)
_EMPTY = of_any(lambda grammar: grammar.stop_words | grammar.heard)
_OPENINGS = (*(some for grammar in GRAMMARS.values() for some in grammar.what_about), *((word,) for word in _JOINING))


def names_somebody(about: About, reading: Reading) -> bool:
    """Tell whether a question for a member names one."""
    return bool(about.others or stranger(reading, beside_others=False) or somebody_named(about.clear, reading))


def somebody_named(club: Topic | None, reading: Reading) -> str | None:
    """Return the name that is asked for as one of a *club*, made of words we know; of a whole group of it none is."""
    grouped = isinstance(club, Network) and group_named(club, reading) is not None
    return named_by_known_words(reading, club.id if club else None) or (None if grouped else asked_behind_its_verb(reading))


def one_instead_of_all(catalogue: Catalogue, intent: Intent, club: Topic, reading: Reading) -> Intent:
    """Return what asks for one member, where *intent* asks for all of a *club* and somebody is named: "macht Rossmann mit"."""
    likely = (catalogue.intents[each.intent] for each in reading.ranked[:2] if each.confidence >= _MAY_ASK)
    one = next((each for each in likely if takes_any_name(each)), None)
    whole = isinstance(club, Network) and group_named(club, reading) is None
    named = one and "members" in intent.answer.show and whole and asked_behind_its_verb(reading)
    return one if one and named else intent


def unless_else_is_asked(options: tuple[Option, ...], reading: Reading) -> tuple[Option, ...]:
    """Return *options* without those for a member, where another word asks, or none, so that what is strange is no name.

    "Was ist das in einem Satz" and "founding date" name nobody, "was ist mit Bosch" and "TÜV im Netzwerk" do.
    """
    words = [word for _, word in reading.words]
    opened = any(tuple(words[: len(some)]) == some for some in _OPENINGS)
    strange = {word for written, word in reading.words if written in reading.unread}
    noun = strange and set(reading.unread) <= set(reading.unasked) and (_ASKING | _VERBS).isdisjoint(words)
    noun = noun and bool(uncovered(reading) - strange - _EMPTY)
    else_asked = words[:1] and words[0] in _ASKS_ELSE
    if opened or not (else_asked or noun) or not _BELONGING.isdisjoint(words):
        return options
    return tuple(each for each in options if not (takes_any_name(each.intent) or (noun and "members" in each.intent.answer.show)))


def other_member(catalogue: Catalogue, reading: Reading, context: Context, *, leans: bool) -> AnswerIntent | None:
    """Return the same asked of another name: "und X?", or of a group: "und von den Kammern"; None where neither is.

    A message that *leans* on the talk asks nothing by itself, so that any name in it is meant.
    """
    asked = _member_question(catalogue, context)
    network = next((club for club in _clubs(catalogue, context) if asked and club.kind in accepted_kinds(asked)), None)
    if asked is None or network is None:
        return None
    group = _group(catalogue, network, reading)
    named = tuple(mention.ids[0] for mention in reading.named("topic") if network.id not in mention.ids) if leans else ()
    name = (" ".join(reading.unread) if leans else "") or (None if named else _mere_name(catalogue, reading, context))
    return group or (AnswerIntent(asked.id, network.id, name=name, others=named) if named or name else None)


def body_in_club(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return whether a body of ours is in the network last talked about, where that may be asked: "macht die Bahn mit".

    Of the body itself nothing is asked surely: to be in a club is nothing it could tell.
    """
    club = catalogue.topic(context.topics[0]) if context.topics else None
    likely = [(catalogue.intents[each.intent], each.confidence) for each in reading.ranked[:2]]
    outright = _asks_outright([word for _, word in reading.words])
    able = [intent for intent, sure in likely if sure >= _MAY_ASK] + (list(catalogue.intents.values()) if outright else [])
    asked = next((intent for intent in able if takes_any_name(intent)), None)
    bodies = [name for mention in reading.named("topic") for name in mention.ids[:1]]
    named = catalogue.topic(bodies[0]) if len(bodies) == 1 else None
    if asked is None or len(uncovered(reading)) > _SHORT or not isinstance(named, Organisation):
        return None
    something_else = likely[0][0] != asked and likely[0][1] >= _ASKED and not outright
    told = isinstance(club, Network) and can_answer(club, asked) and not something_else
    return AnswerIntent(asked.id, club.id, others=(named.id,)) if club and told else None


def _asks_outright(words: Sequence[str]) -> bool:
    """Tell whether it is asked whether somebody belongs to those talked about: "gehört die LEAG dazu", "is BTU one of them"."""
    of_them = any(word in _OF and after in _THEM for word, after in pairwise(words))
    return bool(words) and words[0] in _VERBS and (of_them or not _BELONGING.isdisjoint(words))


def _clubs(catalogue: Catalogue, context: Context) -> tuple[Network, ...]:
    topics = (catalogue.topic(name) for name in context.topics)
    return tuple(topic for topic in topics if isinstance(topic, Network))


def _member_question(catalogue: Catalogue, context: Context) -> Intent | None:
    """Return what asks for one member, where members were talked about."""
    last = catalogue.intent(context.intent)
    if last is None or takes_any_name(last) or "members" not in last.answer.show:
        return last if last and takes_any_name(last) else None
    return next((intent for intent in catalogue.intents.values() if takes_any_name(intent)), None)


def _group(catalogue: Catalogue, network: Network, reading: Reading) -> AnswerIntent | None:
    """Return who of another group is a member, where nothing else is said."""
    members = catalogue.intent("members")
    named = {mention.kind for mention in reading.mentions} - {"kind"}
    if members is None or named or len(reading.words) > _SHORT or not asks_for_group(network, reading):
        return None
    return AnswerIntent(members.id, network.id, view=members_view(members, network, reading))


def _mere_name(catalogue: Catalogue, reading: Reading, context: Context) -> str | None:
    """Return the one word behind "und" that asks nothing by itself, after a question for one name: "und Zalando?"."""
    last, best = catalogue.intent(context.intent), reading.ranked[0] if reading.ranked else None
    asks = best is not None and best.confidence >= _ASKED and catalogue.intents[best.intent].kind == "question"
    if last is None or not takes_any_name(last) or reading.mentions or asks or not _is_joined(reading):
        return None
    told = [written for written, word in reading.words if word not in _EMPTY]
    return told[0] if len(told) == 1 else None


def _is_joined(reading: Reading) -> bool:
    """Tell whether a message begins with "und" or "was ist mit", and asks nothing behind it."""
    words = tuple(written.casefold() for written, _ in reading.words)
    opening = next((some for some in _OPENINGS if words[: len(some)] == some), ())
    return bool(opening) and all(word not in _ASKING for _, word in reading.words[len(opening) :])
