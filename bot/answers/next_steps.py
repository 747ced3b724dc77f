"""The buttons under a reply: natural next questions that really have an answer."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.dates import coming
from bot.answers.lists import is_over
from bot.answers.networks import lines_of
from bot.answers.scope import Scope
from bot.answers.tidings import leads_left, wish_button
from bot.model import choices
from bot.model.answerable import is_worth_asking, runs_of, what_it_is
from bot.model.context import ListView
from bot.model.intents import Intent
from bot.model.reply import Choice
from bot.model.topics import Dated, Event, Topic

MOST = 4
_USUAL = ("content", "dates", "registration", "place", "contact", "history", "members", "website")
_CALENDAR = "calendar"
_ABOUT_DATES = frozenset({"overview", "dates", "registration", "deadline", "vacancies", "calendar", "wish"})
_SIGNING_UP = frozenset({"registration", "deadline", "vacancies"})
_WITHOUT_TOPIC = ("list-offers", "after-school", "who-helps")


def after_answer(scope: Scope, intent: Intent, topic: Topic | None) -> tuple[Choice, ...]:
    """Return the next steps after *intent* was answered, about *topic* where there is one."""
    named = [step for name in intent.answer.next if (step := _step(scope, name, topic, intent))]
    if topic and len(named) < MOST - 1:
        named += about(scope, topic, without=intent.id)
    return _distinct(named)


def with_dates(scope: Scope, intent: Intent, topic: Topic) -> tuple[Choice, ...]:
    """Return what can be done about a topic's dates after an answer that speaks of them: be told, and save them."""
    about_dates = _ABOUT_DATES & set(intent.answer.show) and isinstance(topic, Dated)
    if not about_dates or ("overview" in intent.answer.show and not runs_of(topic)):
        return ()
    ahead = coming(runs_of(topic), scope.today)
    rings = scope.reminds and (not ahead or leads_left(topic, scope.today))
    bell = (wish_button(scope, topic),) if rings else ()
    saved = scope.catalogue.intent(_CALENDAR) if ahead and intent.id != _CALENDAR else None
    return (*bell, ask(scope, saved, topic)) if saved else bell


def pages(scope: Scope, view: ListView, lines: int, *, goes_on: bool) -> tuple[Choice, ...]:
    """Return the buttons that turn the pages of a list of which *lines* are shown after those before."""
    back = (Choice(scope.say("page-back"), choices.page(max(0, view.shown - lines_of(view)), view.mark)),) if view.shown else ()
    on = (Choice(scope.say("more"), choices.page(view.shown + lines, view.mark)),) if goes_on else ()
    return (*back, *on)


def about(scope: Scope, topic: Topic, without: str = "") -> list[Choice]:
    """Return what can be asked about *topic*."""
    intents = (scope.catalogue.intent(name) for name in _USUAL if name != without)
    return [ask(scope, intent, topic) for intent in intents if intent and _leads_somewhere(scope, topic, intent)]


def ways_on(scope: Scope) -> tuple[Choice, ...]:
    """Return the next steps where nothing else is natural."""
    intents = (scope.catalogue.intent(name) for name in _WITHOUT_TOPIC)
    return tuple(Choice(scope.prose(intent.title), choices.ask(intent.id)) for intent in intents if intent)


def languages(scope: Scope) -> tuple[Choice, ...]:
    """Return the buttons that set the chat's language, or let it follow the text again."""
    texts = scope.texts
    names = {code: texts.say(code, "language-name") for code in texts.languages if texts.has(code, "language-name")}
    names["auto"] = scope.say("language-follow")
    return tuple(Choice(name, choices.set_language(code)) for code, name in names.items())


def topics(scope: Scope, identifiers: Iterable[str], intent: str | None = None) -> tuple[Choice, ...]:
    """Return a button per topic that asks *intent* about it, by default what it is."""
    found = [topic for identifier in identifiers if (topic := scope.catalogue.topic(identifier))]
    if intent:
        return _distinct([Choice(scope.label(topic), choices.ask(intent, topic.id)) for topic in found])
    return _distinct([step for topic in found if (step := _to_topic(scope, topic))])


def _to_topic(scope: Scope, topic: Topic) -> Choice | None:
    """Return the button that says what *topic* is, under its name; None where nothing is known of it."""
    asked = what_it_is(scope.catalogue, topic)
    return Choice(scope.label(topic), choices.ask(asked.id, topic.id)) if asked else None


def ask(scope: Scope, intent: Intent, topic: Topic | None) -> Choice:
    """Return the button that asks *intent* about *topic*."""
    return Choice(scope.prose(intent.title), choices.ask(intent.id, topic.id if topic else None))


def _step(scope: Scope, name: str, topic: Topic | None, current: Intent) -> Choice | None:
    """Return the button for the id of an intent or topic; None where it would lead nowhere."""
    intent = scope.catalogue.intent(name)
    if intent is None:
        other = scope.catalogue.topic(name)
        return _to_topic(scope, other) if other else None
    if intent.id == current.id:
        return None
    if not intent.needs:
        return ask(scope, intent, None)
    return ask(scope, intent, topic) if topic and _leads_somewhere(scope, topic, intent) else None


def _leads_somewhere(scope: Scope, topic: Topic, intent: Intent) -> bool:
    """Nobody signs up for an event that is over and does not come again."""
    signing_up = not _SIGNING_UP.isdisjoint(intent.answer.show)
    return is_worth_asking(topic, intent) and not (signing_up and isinstance(topic, Event) and is_over(topic, scope.today))


def _distinct(steps: list[Choice]) -> tuple[Choice, ...]:
    first: dict[str, Choice] = {}
    for step in steps:
        first.setdefault(step.data, step)
    return tuple(first.values())[:MOST]
