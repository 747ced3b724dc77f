"""Which of several topics a few words describe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent, Move
from bot.model.reading import Reading
from bot.model.topics import Person, Topic
from bot.model.values import Prose

_SHORTEST = 5
_STOP_WORDS = of_any(lambda grammar: grammar.stop_words)
_BY_NAME = 0.9
"""Below this score a mention is a description: a theme beside a kind, or part of a name."""


def described(catalogue: Catalogue, topic: Topic, context: Context) -> frozenset[str]:
    """Return the words that tell what *topic* is, also what it did in those talked about."""
    prose = (*_own(topic), *_roles(catalogue, topic, context), *_employers(catalogue, topic))
    return frozenset(word for text in prose for words in text.values() for word in folded_words(words))


def words_of(topic: Topic) -> frozenset[str]:
    """Return the words of the topic's names and of what is said it is."""
    return frozenset(word for text in _own(topic) for words in text.values() for word in folded_words(words))


def called(topic: Topic) -> frozenset[str]:
    """Return the words of the topic's names."""
    return frozenset(word for name in (*topic.title.values(), *topic.also_called) for word in folded_words(name))


def belongs_to(topic: Topic) -> frozenset[str]:
    """Return the ids of the topic's themes, and of those a person works for."""
    functions = topic.functions if isinstance(topic, Person) else ()
    return frozenset((*topic.themes, *(function.organisation for function in functions if function.organisation)))


def _own(topic: Topic) -> Iterator[Prose]:
    yield topic.title
    yield from ({"de": name} for name in topic.also_called)
    if topic.summary:
        yield topic.summary.text
    if isinstance(topic, Person):
        yield from (function.what for function in topic.functions)


def _roles(catalogue: Catalogue, topic: Topic, context: Context) -> Iterator[Prose]:
    for name in context.topics:
        other = catalogue.topic(name)
        yield from (role.what for role in (other.people if other else ()) if role.who == topic.id and role.what)


def _employers(catalogue: Catalogue, topic: Topic) -> Iterator[Prose]:
    functions = topic.functions if isinstance(topic, Person) else ()
    for function in functions:
        employer = catalogue.topic(function.organisation)
        if employer:
            yield from (employer.title, *({"de": name} for name in employer.also_called))


def shared_words(said: Iterable[str], told: frozenset[str]) -> int:
    """Return how many telling words of *said* are, or are part of, a word of *told*: "kammer", "Handelskammer"."""
    telling = (word for word in said if len(word) >= _SHORTEST and word not in _STOP_WORDS)
    return sum(any(word in other or (len(other) >= _SHORTEST and other in word) for other in told) for word in telling)


def by_its_name(move: Move, reading: Reading, context: Context) -> Move:
    """Mark a topic that was not named: found by its facts, or one of several listed; who asks so wants to hear its name."""
    named = {name for mention in reading.mentions if mention.score >= _BY_NAME for name in mention.ids}
    described = {fact.topic for fact in reading.facts} - named - {*context.topics, *context.listed}
    if not isinstance(move, AnswerIntent) or move.topic not in described | (_just_listed(context) - named):
        return move
    return replace(move, described=True)


def _just_listed(context: Context) -> set[str]:
    """Return the topics of the list that was the last answer, where there were several."""
    view = context.list_view
    return set(context.listed) if view and view.intent == context.intent and len(context.listed) > 1 else set()
