"""What start links lead to, and which one is to be handed out."""

from __future__ import annotations

from bot.dialogue.topics import MOST_ASKED, able_topics, takes_any_name
from bot.model.answerable import what_it_is
from bot.model.catalogue import Catalogue
from bot.model.context import ListView
from bot.model.intents import Intent
from bot.model.links import StartLink, is_campaign, read_payload
from bot.model.moves import AnswerIntent, AskWhich, Move, Remark, ShowLink, WhichLink
from bot.model.reading import Reading
from bot.model.topics import Place, Theme, Topic

_LIST, _CONTACT, _MEMBERS = "list-offers", "contact", "members"


def opened(catalogue: Catalogue, payload: str) -> Move:
    """Return the move of a link; what is no more, or never was, gets a friendly beginning."""
    link = read_payload(payload)
    topic, intent = catalogue.topic(link.topic if link else None), catalogue.intent(link.intent if link else None)
    move = _about(catalogue, topic) if topic else _asking(catalogue, intent) if intent else None
    return move or Remark("start-unknown")


def _about(catalogue: Catalogue, topic: Topic) -> Move | None:
    """Say what the topic is; of a theme or place without words of its own, what there is; else whom to ask."""
    told, offers = what_it_is(catalogue, topic), catalogue.intent(_LIST)
    if told is None and offers and isinstance(topic, Theme):
        return AnswerIntent(offers.id, view=ListView(offers.id, themes=(topic.id,)))
    if (told is None or told.id == "place") and offers and isinstance(topic, Place):
        return AnswerIntent(offers.id, view=ListView(offers.id, places=(topic.id,)))
    asked = told or catalogue.intent(_CONTACT)
    return AnswerIntent(asked.id, topic.id) if asked else None


def _asking(catalogue: Catalogue, intent: Intent) -> Move | None:
    """Answer the question, or ask back what it is about."""
    if not intent.needs:
        return AnswerIntent(intent.id)
    asked = catalogue.intent(_MEMBERS) if takes_any_name(intent) else intent
    topics = able_topics(catalogue, asked) if asked else ()
    return AskWhich(asked.id, tuple(topic.id for topic in topics)) if asked and topics else None


def shown(catalogue: Catalogue, payload: str) -> ShowLink | None:
    """Return the move that shows the link with this payload; None where it would lead nowhere."""
    link = read_payload(payload)
    topic, intent = catalogue.topic(link.topic if link else None), catalogue.intent(link.intent if link else None)
    if link is None or not (topic or intent):
        return None
    return ShowLink(StartLink(topic.id if topic else None, intent.id if intent else None, link.campaign))


def wanted(catalogue: Catalogue, reading: Reading) -> Move:
    """Return what ``/link`` with words behind it leads to: an id or a name, and ``#code`` for a campaign."""
    words, _, code = reading.text.partition("#")
    campaign = code.strip() or None
    if campaign and not is_campaign(campaign):
        return Remark("link-bad-campaign")
    topic, intent = catalogue.topic(words.strip()), catalogue.intent(words.strip())
    if topic is None and intent is not None:
        return ShowLink(StartLink(intent=intent.id, campaign=campaign))
    named = (topic.id,) if topic else _named(reading)
    links = tuple(StartLink(name, campaign=campaign) for name in named)
    return (ShowLink(links[0]) if len(links) == 1 else WhichLink(links)) if links else Remark("link-how")


def _named(reading: Reading) -> tuple[str, ...]:
    """Return the topics of the best name, else of the theme or place that was named."""
    mentions = reading.named("topic") or reading.named("theme") or reading.named("place")
    return mentions[0].ids[:MOST_ASKED] if mentions else ()
