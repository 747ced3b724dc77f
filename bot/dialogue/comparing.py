"""Two topics held against each other: "was ist der Unterschied", "welche von beiden ist billiger", "FSJ oder FÖJ"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.dialogue.topics import accepted_kinds, takes_any_name
from bot.language.languages import of_any
from bot.model.answerable import can_answer, is_worth_asking, what_it_is
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent, Move, Several
from bot.model.places import serves
from bot.model.reading import Mention, Reading
from bot.model.topics import Topic

_LIKELY, _DESCRIBED = 0.2, 0.5
"""From this confidence on a question may be asked, and from this nearness on a topic is described."""
_DIFFERENCE = of_any(lambda grammar: grammar.difference)
_EITHER = of_any(lambda grammar: grammar.either)
_JOINTLY = of_any(lambda grammar: grammar.jointly)
_JOINING = of_any(lambda grammar: grammar.joining)
_BETWEEN = _JOINING | of_any(lambda grammar: grammar.definite | grammar.at | grammar.pointing)
_OF_TWO = frozenset({"partners", "membership", "members"})
"""Parts of answers about what two have to do with each other."""
_AT_ONCE, _WHERE = 3, "place"
_BOTH = of_any(lambda grammar: grammar.both)


def compared(catalogue: Catalogue, reading: Reading, context: Context) -> Move | None:
    """Return what is told of two topics, or where one is that may be in either of two places; None where nothing is compared."""
    return _in_which_place(catalogue, reading, context) or _told_of_two(catalogue, reading, context)


def _in_which_place(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return where that is which is named or talked about: "ist die BTU in Cottbus oder in Senftenberg"."""
    named, words = reading.named("topic"), [read_as for _, read_as in reading.words]
    behind = any(not _EITHER.isdisjoint(words[max(0, place.first - 2) : place.first]) for place in reading.named("place"))
    topic = catalogue.topic(named[0].ids[0] if named else context.topics[0] if context.topics else None)
    where = catalogue.intent(_WHERE)
    asks = reading.bare and behind and len(named) < 2 and topic and where
    return AnswerIntent(where.id, topic.id) if asks and topic and where and is_worth_asking(topic, where) else None


def _told_of_two(catalogue: Catalogue, reading: Reading, context: Context) -> Several | None:
    """Return the same told of both topics; None where nothing is compared, or it is not clear what with.

    Both are named, or one is and was not the last talked about, or they are the last two of one kind.
    """
    words = {read_as for _, read_as in reading.words}
    if not (words & (_DIFFERENCE | _BOTH) or (words & _EITHER and reading.bare and len(reading.named("topic")) > 1)):
        return None
    likeliest = catalogue.intent(reading.ranked[0].intent) if reading.ranked else None
    if likeliest and takes_any_name(likeliest) and not words & (_DIFFERENCE | _EITHER):
        return None
    both = _two(catalogue, reading, context)
    asked = _asked(catalogue, reading, both) if words & _BOTH else None
    moves = tuple(move for topic in both if (move := _told(catalogue, topic, asked)))
    again = context.beside is not None and all(move.topic in (context.beside, *context.topics[:1]) for move in moves)
    heard = again and all(move.intent == context.intent for move in moves)
    return Several(moves) if len(moves) == 2 and not heard else None


def of_both(catalogue: Catalogue, move: Move, reading: Reading, context: Context) -> Move:
    """Ask what is asked of one of two that were just held against each other of both: "und wie lange"."""
    two = (context.beside, *context.topics[:1])
    if not isinstance(move, AnswerIntent) or context.beside is None or move.topic not in two or reading.named("topic"):
        return move
    intent = catalogue.intents[move.intent]
    asked = [topic for name in two if (topic := catalogue.topic(name)) and topic.kind in accepted_kinds(intent)]
    told = len(asked) == len(two) and any(can_answer(topic, intent) for topic in asked)
    return Several(tuple(AnswerIntent(intent.id, topic.id) for topic in asked)) if told else move


def of_each(catalogue: Catalogue, move: Move, reading: Reading) -> Move:
    """Ask what is asked of one of some topics joined by "und" of each: "wann sind iBOB und IMPULS"; not what two do together."""
    meant = catalogue.topic(move.topic) if isinstance(move, AnswerIntent) else None
    if not isinstance(move, AnswerIntent) or meant is None or not {word for _, word in reading.words}.isdisjoint(_JOINTLY):
        return move
    intent = catalogue.intents[move.intent]
    if takes_any_name(intent) or intent.answer.list is not None or not _OF_TWO.isdisjoint(intent.answer.show):
        return move
    groups = [group for group in _joined(reading) if any(meant.id in mention.ids for mention in group)]
    named = [_asked_of(catalogue, intent, mention, meant, reading) for group in groups[-1:] for mention in group]
    asked = tuple(dict.fromkeys(topic.id for topic in named if topic))
    if len(asked) < max(len(named), 2) or not any(can_answer(topic, intent) for topic in named if topic):
        return move
    each = tuple(replace(move, topic=topic, others=(), also=None) for topic in asked)
    return Several(each[:_AT_ONCE], each[_AT_ONCE:])


def _joined(reading: Reading) -> Iterator[tuple[Mention, ...]]:
    """Return the groups of topics with "und" between them, or, before that, commas."""
    words, listed = [read_as for _, read_as in reading.words], "," in reading.text
    group: tuple[Mention, ...] = ()
    for mention in reading.named("topic"):
        between = set(words[group[-1].last : mention.first]) if group else set[str]()
        linked = between & _JOINING and between <= _BETWEEN
        if not (linked or (listed and not between)):
            group = ()
        group = (*group, mention)
        if linked:
            yield group


def _asked_of(catalogue: Catalogue, intent: Intent, mention: Mention, meant: Topic, reading: Reading) -> Topic | None:
    """Return what a mention means where *intent* is asked: what is *meant* by the question, else in its town, or near to it."""
    named = [topic for name in mention.ids if (topic := catalogue.topic(name)) and topic.kind in accepted_kinds(intent)]
    near = {fact.topic: at for at, fact in enumerate(reading.facts)}

    def farness(topic: Topic) -> tuple[bool, bool, int]:
        return topic != meant, meant.place is None or not serves(catalogue, topic, meant.place), near.get(topic.id, len(near))

    return min(named, key=farness, default=None)


def _two(catalogue: Catalogue, reading: Reading, context: Context) -> list[Topic]:
    """Return the two topics, the one talked about first in front; beside the one that is named the other may be described."""
    named = [topic for mention in reading.named("topic") if (topic := catalogue.topic(mention.ids[0]))]
    near = (catalogue.topic(fact.topic) for fact in reading.facts if fact.nearness >= _DESCRIBED)
    described = [topic for topic in near if topic and len(named) == 1 and topic not in named and topic.kind == named[0].kind]
    if len(named) + len(described) >= 2:
        return [*named, *described][:2]
    talked = [topic for name in context.topics if (topic := catalogue.topic(name)) and topic not in named]
    first = [*named, *talked][:1]
    others = [topic for topic in talked if topic not in first and topic.kind == first[0].kind]
    return [*others[:1], *first]


def _asked(catalogue: Catalogue, reading: Reading, both: list[Topic]) -> Intent | None:
    """Return the likeliest question that one of them can answer."""
    likely = (catalogue.intent(each.intent) for each in reading.ranked[:3] if each.confidence >= _LIKELY)
    return next((intent for intent in likely if intent and intent.needs and any(can_answer(each, intent) for each in both)), None)


def _told(catalogue: Catalogue, topic: Topic, asked: Intent | None) -> AnswerIntent | None:
    intent = asked or what_it_is(catalogue, topic)
    return AnswerIntent(intent.id, topic.id) if intent else None
