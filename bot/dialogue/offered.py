"""What a body offers: its courses or events, named or talked about, and its own of the sort talked about."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.alike import LIST_BY_KIND
from bot.dialogue.topics import accepted_kinds
from bot.dialogue.views import uncovered, view_of
from bot.language.languages import of_any
from bot.model.answerable import can_answer, is_given_by, is_worth_asking
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent
from bot.model.reading import Reading
from bot.model.topics import Dated, Event, Network, Organisation, Topic, type_of

_GIVEN = ("offer", "event")
_CLEAR = 0.5
_POINTING_BACK = of_any(lambda grammar: grammar.there | grammar.them)
_WHICH_ONE = of_any(lambda grammar: grammar.interrogatives - grammar.which - grammar.happening)
_ASKING = of_any(lambda grammar: grammar.asking)


def offered_by(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return the list of a body's courses or events: "welche kurse bietet QLEE an", or "machen die auch Kurse" behind it."""
    kinds = [mention.ids[0].partition("/")[0] for mention in reading.named("kind")]
    intent = catalogue.intent(LIST_BY_KIND.get(kinds[0])) if kinds and kinds[0] in _GIVEN else None
    body = _body(catalogue, reading, context)
    if intent is None or body is None or not _asks_which(catalogue, reading):
        return None
    given = any(topic.kind == kinds[0] and is_given_by(topic, body.id) for topic in catalogue.topics.values())
    meant = given or not reading.named("topic")
    return AnswerIntent(intent.id, view=replace(view_of(intent, reading), by=body.id)) if meant else None


def _body(catalogue: Catalogue, reading: Reading, context: Context) -> Topic | None:
    """Return the body that was named, else the one that was pointed back at."""
    named = reading.named("topic")
    back = any(word in _POINTING_BACK for _, word in reading.words)
    name = named[0].ids[0] if len(named) == 1 else context.topics[0] if not named and back and context.topics else None
    topic = catalogue.topic(name)
    return topic if isinstance(topic, Organisation | Network) else None


def _asks_which(catalogue: Catalogue, reading: Reading) -> bool:
    """Tell whether several things may be meant: not when or where one is, and nothing else that is clear."""
    words = uncovered(reading)
    asks = words & _ASKING or not reading.named("topic")
    if {mention.kind for mention in reading.mentions} - {"kind", "topic"} or words & _WHICH_ONE or not asks:
        return False
    likely = reading.ranked[0] if reading.ranked else None
    asked = catalogue.intents[likely.intent] if likely else None
    return likely is None or asked is None or likely.confidence < _CLEAR or asked.answer.list is not None or _asks_who(asked)


def _asks_who(intent: Intent) -> bool:
    """Tell whether an intent asks who offers something: "welche Kurse bietet QLEE an" sounds like it."""
    return "provider" in intent.answer.show


def its_own(catalogue: Catalogue, asked: Intent, body: Topic) -> Topic:
    """Return the one event or course of *body* that tells what is *asked*, where bodies have no such thing: a recording."""
    if not isinstance(body, Organisation | Network) or body.kind in accepted_kinds(asked):
        return body
    own = (each for each in catalogue.of_class(Dated) if is_given_by(each, body.id) or each.contact == body.id)
    able = [each for each in own if can_answer(each, asked)]
    return able[0] if len(able) == 1 else body


def own_answer(catalogue: Catalogue, body: Topic, asked: Intent, context: Context) -> AnswerIntent | None:
    """Ask the last question of what *body* gives of the sort talked about: "und bei der Bahn" behind an apprenticeship's pay.

    Where neither tells it, that is the answer: what the body is was not asked.
    """
    talked = catalogue.topic(context.topics[0] if context.topics else None)
    if talked is None or not asked.needs or not isinstance(body, Organisation):
        return None
    if is_worth_asking(body, asked) and not isinstance(talked, Event):
        return None
    sort = (talked.kind, type_of(talked))
    own = [each for each in catalogue.topics.values() if (each.kind, type_of(each)) == sort and is_given_by(each, body.id)]
    meant = len(own) == 1 and own[0] != talked and (can_answer(own[0], asked) or not can_answer(body, asked))
    return AnswerIntent(asked.id, own[0].id) if meant else None
