"""What is done to a move once it is chosen: its time and its talk are added, and nothing is said in vain."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.doubting import speaks_of_place
from bot.dialogue.not_known import instead_of_asking
from bot.dialogue.pointing import says_no
from bot.model.answerable import WHAT_IT_IS, can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import ELSEWHERE
from bot.model.moves import AnswerIntent, Move, NotKnown, Remark
from bot.model.reading import Reading

_SHORT = 6
_HISTORY, _HOW_LONG = "history", "duration"
"""Beside what was in a period it is told how long it all takes: "Ende von QLEE 2025" of what goes on until 2029."""


def as_within_the_talk(catalogue: Catalogue, move: Move, reading: Reading, context: Context) -> Move:
    """Return the move with the period that was named, and asked of what is talked about where it is of a place elsewhere."""
    return _with_the_talk(catalogue, _timed(catalogue, move, reading), reading, context)


def unless_heard(move: Move | None, reading: Reading, context: Context) -> Move | None:
    """Return what a mere name asks, unless that was just told: "das mit der Landarztquote" then asks what its words tell."""
    plain = isinstance(move, AnswerIntent) and move.view is None and move.doubt is None
    told = isinstance(move, AnswerIntent) and plain and context.has_just_heard(move.intent, move.topic)
    again = reading.named("period") or any(says_no(word) for _, word in reading.words[:1])
    return None if told and not again else move


def unless_in_vain(catalogue: Catalogue, move: Move, context: Context) -> Move:
    """Foreign questions in a row are misses too: after the first, people are nearer than the same words again.

    So they are when the same would be asked back a third time.
    """
    if in_vain := instead_of_asking(move, context):
        return in_vain
    foreign = isinstance(move, AnswerIntent) and catalogue.intents[move.intent].kind == "out_of_scope"
    return NotKnown(misses=context.misses + 1) if context.misses and foreign else move


def _timed(catalogue: Catalogue, move: Move, reading: Reading) -> Move:
    """Return the move with the period that was named; a day that is in no calendar is told."""
    periods = reading.named("period")
    if not periods or not isinstance(move, AnswerIntent | NotKnown):
        return move
    if isinstance(move, NotKnown) or catalogue.intents[move.intent].kind != "question":
        return move if periods[0].days else Remark("no-such-day")
    move = replace(move, days=periods[0].days, no_such_day=periods[0].days is None)
    how_long, topic = catalogue.intent(_HOW_LONG), catalogue.topic(move.topic)
    lasts = how_long and topic and move.intent == _HISTORY and not move.also and can_answer(topic, how_long)
    return replace(move, also=(_HOW_LONG, move.topic)) if lasts else move


def _with_the_talk(catalogue: Catalogue, move: Move, reading: Reading, context: Context) -> Move:
    """Asked of a place elsewhere without a name, what is talked about is meant: "gibt es das auch in Ulm".

    Where that speaks of the place itself it is told: "gilt das auch in Berlin" of a ticket for both.
    """
    if not isinstance(move, AnswerIntent) or move.intent != ELSEWHERE or move.topic or not context.topics:
        return move
    named = reading.named("kind") or reading.named("theme") or len(reading.words) > _SHORT
    latest, overview = catalogue.topic(context.topics[0]), catalogue.intent(WHAT_IT_IS[0])
    if latest and overview and can_answer(latest, overview) and not named and speaks_of_place(latest, reading):
        return AnswerIntent(overview.id, latest.id)
    return move if named else replace(move, topic=context.topics[0])
