"""Cards for other chats: what a topic is and how it stands today, with the day it was asked."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.about import about_topic
from bot.answers.dates import cancelled_ahead, coming, latest_past, month_of, running, say_day
from bot.answers.drafts import Draft, finish
from bot.answers.runs import comma_where, dates, say_when
from bot.answers.scope import Piece, Scope
from bot.model.answerable import runs_of, what_it_is
from bot.model.moves import AnswerIntent
from bot.model.reply import Card
from bot.model.topics import Topic


def card(scope: Scope, topic: Topic) -> Card | None:
    """Return the card of *topic*; None where nothing is known of it.

    A card stays in the chat it was sent to: it says of which day it is, and carries no link that will close.
    """
    asked = what_it_is(scope.catalogue, topic)
    if asked is None:
        return None
    told = about_topic(scope, asked, AnswerIntent(asked.id, topic.id), topic)
    today = Piece(scope.say("card-day", day=say_day(scope.today, scope.language)))
    said = tuple(replace(piece, links=(), attached=()) for piece in told.pieces)
    reply = finish(scope, Draft((*said, today), (), asked.id, (topic.id,)))
    return Card(topic.id, scope.title(topic), _line(scope, topic), reply)


def _line(scope: Scope, topic: Topic) -> str:
    """Return what stands under the title in the list of cards: its dates, else what it is."""
    runs = runs_of(topic)
    if ahead := coming(runs, scope.today):
        return say_when(scope, ahead[0]) + comma_where(scope, ahead[0])
    past = latest_past(runs, scope.today)
    if past and running(runs, scope.today) is None and not cancelled_ahead(runs, scope.today):
        return scope.say("card-over", when=scope.in_time(month_of(past.start)))
    return dates(scope, topic).text if runs else scope.prose(topic.summary.text) if topic.summary else ""
