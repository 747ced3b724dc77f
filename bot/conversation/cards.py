"""What is offered to somebody who types our name in another chat."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.answers.cards import card
from bot.answers.dates import coming, local_day
from bot.answers.distress import help_reply
from bot.answers.scope import Scope
from bot.conversation.brain import Brain
from bot.language.fold import folded_words
from bot.language.languages import first_language
from bot.model.answerable import runs_of
from bot.model.catalogue import Catalogue
from bot.model.reply import Card
from bot.model.topics import Dated, Person, Theme, Topic

MOST = 10
HELP = "help"
_KINDS = ("offer", "event", "network", "organisation", "person", "theme", "place")


def cards(brain: Brain, text: str, language_code: str | None, now: datetime) -> tuple[Card, ...]:
    """Return cards of what *text* names or begins to name, at most ten; with nothing typed, of what is ahead. Pure."""
    language, today = first_language(language_code, brain.catalogue.languages), local_day(now)
    scope = Scope(brain.catalogue, brain.texts, language, today)
    if kind := brain.crisis.detect(text):
        reply = help_reply(scope, kind)
        return (Card(HELP, scope.say("card-help"), scope.say("still-here"), reply),)
    if not text.strip():
        ahead = [topic for topic in brain.catalogue.of_class(Dated) if coming(runs_of(topic), today)]
        return _cards(scope, sorted(ahead, key=lambda topic: coming(runs_of(topic), today)[0].start))
    reading = brain.reader.read(text, today, language)
    mentions = (*reading.named("topic"), *reading.named("theme"), *reading.named("place"))
    named = [topic for mention in mentions for name in mention.ids for topic in _meant(brain.catalogue, name)]
    typed = folded_words(text)

    def order(topic: Topic) -> tuple[bool, int, str]:
        called_so = any(folded_words(title) == typed for title in topic.title.values())
        return not called_so, _KINDS.index(topic.kind), topic.id

    begun = sorted(_begun(brain.catalogue, typed), key=order)
    # Half a word read as a whole one may mean something else: what begins like it comes first.
    return _cards(scope, (*begun, *named))


def _cards(scope: Scope, topics: Iterable[Topic]) -> tuple[Card, ...]:
    distinct = {topic.id: topic for topic in topics if not (isinstance(topic, Person) and topic.press_only)}
    found = [made for topic in list(distinct.values())[: 2 * MOST] if (made := card(scope, topic))]
    return tuple(found[:MOST])


def _meant(catalogue: Catalogue, identifier: str) -> Iterable[Topic]:
    """Of a theme what has it, offers first; else the topic itself."""
    topic = catalogue.topic(identifier)
    if isinstance(topic, Theme):
        of_theme = [each for each in catalogue.topics.values() if topic.id in each.themes]
        yield from sorted(of_theme, key=lambda each: (_KINDS.index(each.kind), each.id))
    if topic is not None:
        yield topic


def _begun(catalogue: Catalogue, typed: tuple[str, ...]) -> Iterable[Topic]:
    """Yield the topics of which every typed word begins some word of a name: people send before they have typed all."""
    for topic in catalogue.topics.values():
        names = {word for name in (*topic.title.values(), *topic.also_called) for word in folded_words(name)}
        if typed and all(any(name.startswith(word) for name in names) for word in typed):
            yield topic
