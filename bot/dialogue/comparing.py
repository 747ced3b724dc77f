"""Two topics held against each other: "was ist der Unterschied", "welche von beiden ist billiger", "FSJ oder FÖJ"."""

from __future__ import annotations

from bot.dialogue.topics import accepted_kinds
from bot.language.languages import GRAMMARS
from bot.model.answerable import can_answer, what_it_is
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent, Move, Several
from bot.model.reading import Reading
from bot.model.topics import Topic

_LIKELY = 0.2
_DIFFERENCE = frozenset[str]().union(*(grammar.difference for grammar in GRAMMARS.values()))
_EITHER = frozenset[str]().union(*(grammar.either for grammar in GRAMMARS.values()))
_BOTH = frozenset[str]().union(*(grammar.both for grammar in GRAMMARS.values()))


def compared(catalogue: Catalogue, reading: Reading, context: Context) -> Several | None:
    """Return the same told of both topics; None where nothing is compared, or it is not clear what with.

    Both are named, or one is and was not the last talked about, or they are the last two of one kind.
    """
    words = {read_as for _, read_as in reading.words}
    if not (words & (_DIFFERENCE | _BOTH) or (words & _EITHER and reading.bare and len(reading.named("topic")) > 1)):
        return None
    both = _two(catalogue, reading, context)
    asked = _asked(catalogue, reading, both) if words & _BOTH else None
    moves = tuple(move for topic in both if (move := _told(catalogue, topic, asked)))
    return Several(moves) if len(moves) == 2 else None


def of_both(catalogue: Catalogue, move: Move, reading: Reading, context: Context) -> Move:
    """Ask what is asked of one of two that were just held against each other of both: "und wie lange"."""
    two = (context.beside, *context.topics[:1])
    if not isinstance(move, AnswerIntent) or context.beside is None or move.topic not in two or reading.named("topic"):
        return move
    intent = catalogue.intents[move.intent]
    asked = [topic for name in two if (topic := catalogue.topic(name)) and topic.kind in accepted_kinds(intent)]
    told = len(asked) == len(two) and any(can_answer(topic, intent) for topic in asked)
    return Several(tuple(AnswerIntent(intent.id, topic.id) for topic in asked)) if told else move


def _two(catalogue: Catalogue, reading: Reading, context: Context) -> list[Topic]:
    """Return the two topics, the one talked about first in front."""
    named = [topic for mention in reading.named("topic") if (topic := catalogue.topic(mention.ids[0]))]
    if len(named) >= 2:
        return named[:2]
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
