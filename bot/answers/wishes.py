"""What is said about wishes to be told: that one was noted, that it ended, and all there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.answers import tidings
from bot.answers.dates import coming, say_day
from bot.answers.runs import dates
from bot.answers.scope import Piece, Scope
from bot.model import choices
from bot.model.answerable import runs_of
from bot.model.intents import WISHES
from bot.model.moves import EndWishes, MakeWish
from bot.model.reply import LABEL_LIMIT, Choice
from bot.model.topics import Topic
from bot.model.wishes import Lead, Wish

_LINES, _BUTTONS = 6, 4


def question(scope: Scope, topic: Topic) -> Piece:
    """Say what a tap on the bell would lead to; where there is none, what is known of the dates."""
    if not scope.reminds:
        return Piece(scope.say("wish-not-here")).and_then(dates(scope, topic))
    ahead = coming(runs_of(topic), scope.today)
    if ahead and not tidings.leads_left(topic, scope.today):
        return Piece(scope.say("wish-too-near")).and_then(dates(scope, topic))
    key = "wish-ask-reminder" if ahead else "wish-ask-dates"
    return Piece(scope.say(key, title=scope.title(topic)))


def made(scope: Scope, topic: Topic, move: MakeWish) -> Piece:
    """Say what will be told, and when."""
    wishes = tidings.wishes_for(topic, move.leads, scope.today)
    if not wishes:
        return question(scope, topic)
    if wishes[0].day is None:
        return Piece(scope.say("wish-dates-done", title=scope.title(topic)))
    run = coming(runs_of(topic), scope.today)[0]
    text = scope.say("wish-reminder-done", title=scope.title(topic), day=say_day(run.start, scope.language),
                     lead=_leads(scope, [wish.lead for wish in wishes if wish.lead]))
    if run.deadline and run.deadline < run.start:
        text += " " + scope.say("wish-deadline-too", day=say_day(run.deadline, scope.language))
    return Piece(text, cited=((topic.id, run.source),))


def after_wish(scope: Scope, topic: Topic, move: MakeWish) -> tuple[Choice, ...]:
    """Return the ways to have it otherwise: only one reminder, or none."""
    wishes = tidings.wishes_for(topic, move.leads, scope.today)
    leads = [wish.lead for wish in wishes if wish.lead]
    fewer = [Choice(scope.say(f"wish-only-{lead}"), choices.wish_lead(lead, topic.id)) for lead in leads if len(leads) > 1]
    stop = [Choice(scope.say("wish-stop"), choices.end_wishes(topic.id))] if wishes else []
    return (*fewer, *stop, *_to_all(scope))


def ended(scope: Scope, move: EndWishes) -> Piece:
    """Say that nothing more will be told."""
    topic = scope.catalogue.topic(move.topic)
    return Piece(scope.say("wish-ended", title=scope.title(topic)) if topic else scope.say("wish-all-ended"))


def after_end(scope: Scope, move: EndWishes) -> tuple[Choice, ...]:
    """Return the way to those that are left."""
    return _to_all(scope) if move.topic else ()


def _to_all(scope: Scope) -> tuple[Choice, ...]:
    intent = scope.catalogue.intent(WISHES)
    return (Choice(scope.prose(intent.title), choices.ask(intent.id)),) if intent else ()


def _leads(scope: Scope, leads: list[Lead]) -> str:
    return scope.say("wish-lead-both") if len(leads) > 1 else scope.say(f"wish-lead-{leads[0]}")


def listed(scope: Scope, wishes: Iterable[Wish]) -> Piece:
    """Say what was wished, a line for each date or topic."""
    lines = [line for group in _by_run(wishes) for line in _line(scope, group)]
    if not lines:
        return Piece(scope.say("wish-none"))
    more = (scope.say("wish-more", count=len(lines) - _LINES),) if len(lines) > _LINES else ()
    return Piece(scope.say("wish-list"), (*lines[:_LINES], *more))


def _by_run(wishes: Iterable[Wish]) -> Iterable[list[Wish]]:
    """Bring the two reminders of one date together."""
    groups: dict[tuple[str, str], list[Wish]] = {}
    for wish in wishes:
        groups.setdefault((wish.topic, wish.run), []).append(wish)
    return groups.values()


def _line(scope: Scope, wishes: list[Wish]) -> Iterator[str]:
    """Nothing for a date that has passed or is no more: nobody will be reminded of it."""
    topic = scope.catalogue.topic(wishes[0].topic)
    if topic is None:
        return
    leads = [wish.lead for wish in wishes if wish.lead]
    if not leads:
        yield scope.say("wish-line-dates", title=scope.title(topic))
        return
    run = next((run for run in coming(runs_of(topic), scope.today) if run.id == wishes[0].run), None)
    if run is not None:
        day = say_day(run.start, scope.language)
        yield scope.say("wish-line-reminder", title=scope.title(topic), day=day, lead=_leads(scope, leads))


def ends(scope: Scope, wishes: Iterable[Wish]) -> tuple[Choice, ...]:
    """Return a button for each topic that ends it, and one that ends all."""
    topics = {topic.id: topic for wish in wishes if (topic := scope.catalogue.topic(wish.topic))}
    room = LABEL_LIMIT - len(scope.say("wish-end", title=""))
    single = [
        Choice(scope.say("wish-end", title=scope.label(topic, room)), choices.end_wishes(topic.id)) for topic in topics.values()
    ]
    everything = [Choice(scope.say("wish-end-all"), choices.end_wishes())] if len(topics) > 1 else []
    return (*single[:_BUTTONS], *everything)
