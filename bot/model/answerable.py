"""Which questions a topic has something to say to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.model import choices
from bot.model.catalogue import Catalogue
from bot.model.intents import Intent
from bot.model.paths import Path
from bot.model.topics import Dated, Event, Network, Person, Run, Topic, type_of

GENERAL_CONTACT = "arbeitsagentur-cottbus"
"""Whom to ask when nobody nearer is known."""

TRYING_OUT = "praktikum"
"""What leads on in any field of work: a few days in a company."""

SPOKEN_WITH_FACETS = frozenset({"deadline", "format"})
"""Parts of an answer that say a facet of their name where no date tells more."""

STEPS = "steps"
"""How to go about it: of what has dates also by what is ahead, or what to do instead."""

_OF_HOURS = frozenset({"duration", "opening-hours"})

WHAT_IT_IS = ("overview", "function", "place")
"""The intents that tell what a topic is, the first that it can answer."""


def can_answer(topic: Topic, intent: Intent) -> bool:
    """Tell whether *topic* holds what *intent* asks for."""
    answer = intent.answer
    if answer.facet:
        return intent.id in topic.facets or (intent.id == STEPS and bool(runs_of(topic)))
    if answer.roles:
        return any(role.part in answer.roles for role in topic.people)
    return any(_HAS[part](topic) for part in answer.show)


def is_worth_asking(topic: Topic, intent: Intent) -> bool:
    """Tell whether a button may lead there: what is asked for is told, not only what there is in its place."""
    told = all(_TOLD[part](topic) for part in intent.answer.show if part in _TOLD)
    return told and can_answer(topic, intent)


def is_told(topic: Topic, intent: Intent) -> bool:
    """Tell whether the answer holds what is asked for, and does not begin with what no source names."""
    return is_worth_asking(topic, intent) and all(_NAMED[part](topic) for part in intent.answer.show if part in _NAMED)


def has_its_hours(topic: Topic, intent: Intent) -> bool:
    """Tell whether how long *topic* lasts, or when its doors are open, is told with its date alone."""
    return intent.id in _OF_HOURS and not can_answer(topic, intent) and any(run.time for run in runs_of(topic))


def what_it_is(catalogue: Catalogue, topic: Topic) -> Intent | None:
    """Return the question that tells what *topic* is; a person has a function, not a summary."""
    intents = (catalogue.intent(name) for name in WHAT_IT_IS)
    return next((intent for intent in intents if intent and can_answer(topic, intent)), None)


def way_to(catalogue: Catalogue, path: Path, target: str) -> str | None:
    """Return the button data for what a choice of *path* leads to; None where there is nothing."""
    if target in path.steps:
        return choices.take_step(path.id, target)
    if intent := catalogue.intent(target):
        return choices.ask(intent.id)
    topic = catalogue.topic(target)
    asked = what_it_is(catalogue, topic) if topic else None
    return choices.ask(asked.id, topic.id) if topic and asked else None


def runs_of(topic: Topic) -> tuple[Run, ...]:
    """Return the topic's runs; none where its kind has no dates."""
    return topic.runs if isinstance(topic, Dated) else ()


def is_held(topic: Topic) -> bool:
    """Tell whether something is known of when *topic* takes place: days, or of an event its usual season."""
    return bool(runs_of(topic)) or (isinstance(topic, Event) and topic.recurs is not None)


def is_given_by(topic: Topic, body: str) -> bool:
    """Tell whether *topic* is offered by the topic with the id *body*, or was begun or is led by it."""
    leads = any(role.who == body and role.part in ("lead", "initiated") for role in topic.people)
    return leads or getattr(topic, "provider", None) == body


def has_to_do_with(topic: Topic, name: str) -> bool:
    """Tell whether *topic* is the topic or of the theme with the id *name*, or of this type, or is given by it."""
    return name in (topic.id, *topic.themes, type_of(topic)) or is_given_by(topic, name)


def _has_dates(topic: Topic) -> bool:
    return _takes_place(topic) or bool(topic.history)


def _takes_place(topic: Topic) -> bool:
    return bool(runs_of(topic)) or (isinstance(topic, Dated) and topic.recurs is not None)


def _has_place(topic: Topic) -> bool:
    return _is_somewhere(topic) or STEPS in topic.facets


def _is_somewhere(topic: Topic) -> bool:
    return bool(topic.place or topic.address) or any(run.place for run in runs_of(topic))


def _has_registration(topic: Topic) -> bool:
    return bool(runs_of(topic)) or STEPS in topic.facets


def _has_deadline(topic: Topic) -> bool:
    """Tell whether a deadline is known beside those of runs: of a round in its history, or what staff wrote of it."""
    return "deadline" in topic.facets or any(milestone.deadline for milestone in topic.history)


def _has_format(topic: Topic) -> bool:
    return any(run.format for run in runs_of(topic)) or "format" in topic.facets


def _has_provider(topic: Topic) -> bool:
    initiated = any(role.part in ("lead", "initiated") for role in topic.people)
    return getattr(topic, "provider", None) is not None or "partners" in topic.facets or initiated


def _has_contact(topic: Topic) -> bool:
    return bool(topic.phone or topic.mail or topic.links or topic.contact or getattr(topic, "provider", None))


def _has_recording(topic: Topic) -> bool:
    return any(run.recording or run.stream for run in runs_of(topic))


def _has_members(topic: Topic) -> bool:
    return isinstance(topic, Network) and topic.members is not None


_HAS: Mapping[str, Callable[[Topic], bool]] = {
    "overview": lambda topic: topic.summary is not None,
    "dates": _has_dates,
    "wish": lambda topic: isinstance(topic, Dated),
    "calendar": lambda topic: bool(runs_of(topic)),
    "place": _has_place,
    "registration": _has_registration,
    "deadline": lambda topic: _has_registration(topic) or _has_deadline(topic),
    "vacancies": lambda topic: _has_registration(topic) or _has_deadline(topic),
    "format": _has_format,
    "provider": _has_provider,
    "contact": _has_contact,
    "press": lambda topic: any(role.part == "press" for role in topic.people),
    "people": lambda topic: bool(topic.people),
    "functions": lambda topic: isinstance(topic, Person) and bool(topic.functions),
    "history": lambda topic: bool(topic.history),
    "members": _has_members,
    "membership": _has_members,
    "parts": lambda topic: bool(topic.parts),
    "recording": _has_recording,
    "links": lambda topic: bool(topic.links),
    "sources": lambda topic: bool(topic.sources),
}
_TOLD: Mapping[str, Callable[[Topic], bool]] = {"dates": _takes_place, "place": _is_somewhere}
_NAMED: Mapping[str, Callable[[Topic], bool]] = {
    "contact": lambda topic: bool(topic.phone or topic.mail or topic.contact),
    "deadline": lambda topic: _has_deadline(topic) or bool(runs_of(topic)),
    "vacancies": lambda topic: bool(runs_of(topic)),
}
