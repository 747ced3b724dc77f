"""Start links to hand out, with what they tell today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.answers.about import about_topic
from bot.answers.scope import Piece, Scope
from bot.model import choices
from bot.model.answerable import what_it_is
from bot.model.links import StartLink
from bot.model.moves import AnswerIntent
from bot.model.reply import Choice, StartCode
from bot.model.topics import Place, Topic


def handed_out(scope: Scope, link: StartLink) -> tuple[Piece, ...]:
    """Say where the link leads, show it, and tell what somebody who opens it learns today."""
    code = StartCode(scope.say("link-label"), link.payload)
    topic, intent = scope.catalogue.topic(link.topic), scope.catalogue.intent(link.intent)
    asked = scope.prose(intent.title) if intent else ""
    opens = scope.say("link-topic", title=scope.title(topic)) if topic else scope.say("link-question", title=asked)
    marked = scope.say("link-campaign", code=link.campaign) if link.campaign else ""
    said = Piece(" ".join(part for part in (opens, marked) if part), attached=(code,))
    return (said, *_told_today(scope, topic)) if topic else (said,)


def _told_today(scope: Scope, topic: Topic) -> tuple[Piece, ...]:
    """What opening the link tells: dated, with what to do instead of what is over, and with its source in the last line.

    Themes and places without words of their own open a list, which is different tomorrow.
    """
    intent = what_it_is(scope.catalogue, topic)
    if intent is None or (isinstance(topic, Place) and topic.summary is None):
        return ()
    told = about_topic(scope, intent, AnswerIntent(intent.id, topic.id), topic).pieces
    first, *rest = (Piece(piece.text, piece.lines, cited=piece.cited) for piece in told)
    return (Piece(scope.say("link-today")).and_then(first), *rest)


def tries(scope: Scope, link: StartLink) -> tuple[Choice, ...]:
    """Return the button that opens what the link opens."""
    return (Choice(scope.say("link-try"), choices.opened(replace(link, campaign=None).payload)),)


def which(scope: Scope, links: Iterable[StartLink]) -> tuple[Choice, ...]:
    """Return a button per link."""
    topics = ((scope.catalogue.topic(link.topic), link) for link in links)
    return tuple(Choice(scope.label(topic), choices.link(link.payload)) for topic, link in topics if topic)
