"""Of what something is asked that who is named cannot tell: of what is talked about, which names them."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.describing import described, words_of
from bot.dialogue.topics import accepted_kinds
from bot.language.fold import folded_words
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent, Move
from bot.model.topics import Topic

_OF_SEVERAL = frozenset({"people", "parts", "recording"})
"""What is shown of something that several take part in."""


def of_the_latest(catalogue: Catalogue, move: Move, context: Context) -> Move:
    """Return *move* asked of what is talked about, where it can tell that and speaks of the one asked, who cannot.

    So "wer hat für QLEE gesprochen" behind a session asks for its speakers. What is told of one thing alone, such as what one
    earns, is not that of another which is named in it.
    """
    asked = catalogue.intent(move.intent) if isinstance(move, AnswerIntent) else None
    named = catalogue.topic(move.topic) if isinstance(move, AnswerIntent) else None
    latest = catalogue.topic(next(iter(context.topics), None))
    if not isinstance(move, AnswerIntent) or asked is None or named is None or latest is None or named == latest:
        return move
    silent = bool(asked.answer.roles or _OF_SEVERAL & set(asked.answer.show)) and not can_answer(named, asked)
    able = latest.kind in accepted_kinds(asked) and can_answer(latest, asked)
    return replace(move, topic=latest.id) if silent and able and _speaks_of(catalogue, latest, named, context) else move


def _speaks_of(catalogue: Catalogue, topic: Topic, other: Topic, context: Context) -> bool:
    """Tell whether *other* takes part in *topic*, or is named, in full, in what is said of it or of its people."""
    people = [each for role in topic.people if (each := catalogue.topic(role.who))]
    if other in people:
        return True
    facts = {word for fact in topic.facets.values() for text in fact.text.values() for word in folded_words(text)}
    said = words_of(topic).union(facts, *(described(catalogue, each, context) for each in people))
    names = (*other.title.values(), *other.also_called)
    return any(set(folded_words(name)) <= said for name in names if folded_words(name))
