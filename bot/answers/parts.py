"""The parts an answer can show, by the names staff use in ``answer: {show: […]}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from bot.answers import calendar, contacts, joining, networks, people, runs, sources, wishes
from bot.answers.dates import latest_past
from bot.answers.scope import NOTHING, Cited, Piece, Scope
from bot.language.fold import folded_words
from bot.model.answerable import is_held, runs_of
from bot.model.context import ListView
from bot.model.intents import Answer, Show
from bot.model.moves import AnswerIntent
from bot.model.topics import Dated, Network, Offer, Organisation, Person, Topic
from bot.model.values import Fact, Source

_PAGES = 4
"""So many pages are named where somebody asks where something is from."""


def show(scope: Scope, part: Show, topic: Topic, move: AnswerIntent, answer: Answer) -> Piece:
    """Return one part of an answer about *topic*; nothing where the topic has no such fact."""
    match part:
        case "people":
            return people.asked_for(scope, topic, answer.roles)
        case "members":
            return networks.members(scope, topic, move.view or ListView(move.intent))
        case "parts":
            return networks.parts(scope, topic, move.part)
        case "membership":
            return networks.membership(scope, topic, move.others, move.name)
        case _:
            return _PLAIN[part](scope, topic)


def overview(scope: Scope, topic: Topic) -> Piece:
    """Say what the topic is, what about its dates (which names it), and where to read more."""
    if topic.summary is None:
        return NOTHING
    pages = contacts.links(scope, topic).links[:1]
    named = NOTHING if is_held(topic) else title_before(scope, topic, topic.summary)
    return named.and_then(scope.fact(topic, topic.summary), _standing(scope, topic), Piece(links=pages))


def title_before(scope: Scope, topic: Topic, fact: Fact) -> Piece:
    """Return the topic's title, to stand before a fact that does not say it: who describes a thing wants its name."""
    said = set(folded_words(scope.prose(fact.text)))
    names_itself = all(word in said for word in folded_words(scope.title(topic)))
    return NOTHING if names_itself else Piece(f"{scope.title(topic)}:")


def says_name(scope: Scope, topic: Topic, text: str) -> bool:
    """Tell whether *text* says one of the names of a topic; the title "Soziales Jahr (FSJ)" is two."""
    said = set(folded_words(text))
    names = (*re.split(r"[()]", scope.title(topic)), *topic.also_called)
    return any(words and said.issuperset(words) for words in map(folded_words, names))


def _standing(scope: Scope, topic: Topic) -> Piece:
    """A dated topic's overview always says whether it is still to come."""
    return runs.dates(scope, topic) if is_held(topic) else NOTHING


def history(scope: Scope, topic: Topic) -> Piece:
    """Say what happened when, and when the last date was, where the history does not tell it."""
    told, last = networks.history(scope, topic), latest_past(runs_of(topic), scope.today)
    if not told or last is None or any(milestone.when.first_day == last.start for milestone in topic.history):
        return told
    over = runs.past(scope, topic)
    return told.and_then(Piece(lines=(over.text,), cited=over.cited))


def _never(scope: Scope, topic: Topic) -> Piece:
    """What has a history and no dates: nothing that is still to come, or in the period asked for, is known, unless it tells."""
    days = [milestone.when.first_day for milestone in topic.history]
    if not days or any(scope.days[0] <= day < scope.days[1] if scope.days else day >= scope.today for day in days):
        return NOTHING
    never = scope.say("date-never-known", title=scope.title(topic))
    return Piece(runs.none_within(scope, topic, scope.days) if scope.days else never)


def _by_history(scope: Scope, topic: Topic) -> Piece:
    """What has no dates of its own is told by its history: what of it is still to come, else what was."""
    return _never(scope, topic).and_then(networks.planned(scope, topic) or networks.history(scope, topic))


def provider(scope: Scope, topic: Topic) -> Piece:
    """Say who offers or carries the topic."""
    identifier = topic.provider if isinstance(topic, Dated | Network) else None
    who = scope.catalogue.topic(identifier)
    if who is None:
        return _those_behind(scope, topic)
    key = "provider-offer" if isinstance(topic, Offer) else "provider-other"
    said = scope.say(key, title=scope.title(topic), who=scope.title(who))
    piece = Piece(said, cited=((topic.id, None),), listed=(who.id,)).and_then(_person_at_the_head(scope, topic))
    return piece.and_then(scope.fact(who, who.summary)) if who.summary else piece


def _person_at_the_head(scope: Scope, topic: Topic) -> Piece:
    """Who asks who runs a network may also mean the person."""
    lead = [role.who for role in topic.people if role.part == "lead"]
    named = any(isinstance(scope.catalogue.topic(who), Person) for who in lead)
    return people.people(scope, topic, ("lead",)) if named and isinstance(topic, Network) else NOTHING


def _those_behind(scope: Scope, topic: Topic) -> Piece:
    """Where nobody alone offers it: who leads or started it, or the partners in staff's words; of an organisation both."""
    named = people.people(scope, topic, ("lead", "initiated"))
    partners = topic.facets.get("partners")
    told = scope.fact(topic, partners) if partners else NOTHING
    return told.and_then(named) if isinstance(topic, Organisation) else named or told


def told_by(scope: Scope, topic: Topic) -> Piece:
    """Name the pages the topic's facts were taken from."""
    told = list(topic.sources.values())[:_PAGES]
    return Piece(scope.say("told-by", title=scope.title(topic)), _pages(scope, told)) if told else NOTHING


def told_by_last(scope: Scope, topic: Topic, cited: Iterable[Cited]) -> tuple[Piece, ...]:
    """Name the pages *cited* in the answer just given, and behind them what else the topic's facts were taken from."""
    last = sources.sources_of(scope, cited)[:_PAGES]
    if not last:
        return (told_by(scope, topic),)
    others = [source for source in topic.sources.values() if source not in last][: _PAGES - len(last)]
    more = Piece(scope.say("told-by-too", title=scope.title(topic)), _pages(scope, others)) if others else NOTHING
    return Piece(scope.say("told-by-last"), _pages(scope, last)), more


def _pages(scope: Scope, found: Iterable[Source]) -> tuple[str, ...]:
    return tuple(f"{sources.describe(scope, source)}: {contacts.host(source.url)}" for source in found)


_PLAIN: Mapping[str, Callable[[Scope, Topic], Piece]] = {
    "overview": overview,
    "dates": lambda scope, topic: runs.dates(scope, topic).and_then(runs.earlier(scope, topic)) or _by_history(scope, topic),
    "wish": wishes.question,
    "calendar": lambda scope, topic: calendar.calendar(scope, topic) or runs.dates(scope, topic),
    "place": lambda scope, topic: runs.place(scope, topic) or joining.without_place(scope, topic),
    "registration": joining.registration,
    "deadline": joining.deadline,
    "vacancies": joining.vacancies,
    "format": joining.taking_part,
    "provider": provider,
    "contact": contacts.contact,
    "press": contacts.press,
    "functions": people.functions,
    "history": history,
    "recording": joining.recording,
    "links": lambda scope, topic: contacts.links(scope, topic) or joining.page_to_register(scope, topic),
    "sources": told_by,
}
