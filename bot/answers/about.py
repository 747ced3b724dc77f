"""Answers about one topic: what is known of it, else exactly that it is not, and who knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.answers import contacts, networks, next_steps
from bot.answers.dates import coming, running
from bot.answers.drafts import Draft
from bot.answers.joining import ahead, steps
from bot.answers.parts import show, title_before, told_by_last
from bot.answers.runs import none_in_period, past
from bot.answers.scope import NOTHING, Cited, Piece, Scope
from bot.model.answerable import STEPS, can_answer, is_held, runs_of
from bot.model.context import ListView
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent
from bot.model.topics import Event, Topic, is_open_to_all
from bot.model.values import Fact

_ABOUT_DATES = frozenset({"dates", "registration", "deadline", "vacancies", "calendar"})
_OPENING_HOURS = "opening-hours"
_OF_A_RUN = frozenset({"place", "registration", "deadline", "vacancies", "format", "recording"})


def about_topic(scope: Scope, intent: Intent, move: AnswerIntent, topic: Topic) -> Draft:
    """Return the answer to *intent* about *topic*."""
    pieces = _pieces(scope, intent, move, topic)
    view = move.view or ListView(intent.id)
    if not pieces and view.shown:
        end = Piece(scope.say("list-end"), cited=((topic.id, None),))
        return Draft((end,), next_steps.ways_on(scope), intent.id, (topic.id,))
    if not pieces:
        return _missing(scope, intent, move, topic)
    if _OF_A_RUN & set(intent.answer.show):
        none = none_in_period(scope, topic)
        pieces = [none, *pieces] if none and not any(none.text in piece.text for piece in pieces) else pieces
    if (year := _year_not_told(scope, intent, topic, pieces)) is not None:
        pieces = [Piece(scope.say("doubt-year", year=str(year))), *pieces]
    if _needs_way_on(intent, topic, scope.today) and not _tells_steps(scope, topic, pieces):
        pieces.append(_instead(scope, topic))
    buttons = (*next_steps.with_dates(scope, intent, topic), *next_steps.after_answer(scope, intent, topic))[: next_steps.MOST]
    if "members" in intent.answer.show:
        goes_on, lines = networks.members_go_on(topic, view), sum(len(piece.listed) for piece in pieces)
        buttons = (*next_steps.pages(scope, view, lines, goes_on=goes_on), *buttons)[: next_steps.MOST]
    return Draft(tuple(pieces), buttons, intent.id, (topic.id,), move.confidence)


def _pieces(scope: Scope, intent: Intent, move: AnswerIntent, topic: Topic) -> list[Piece]:
    """What is known; nothing where those asked for are not: "who signed?" is not answered by when.

    Nor is a whole history told behind the people: only what took place on a day has a date.
    """
    if intent.answer.facet:
        fact = topic.facets.get(intent.id)
        told = _name(scope, move, topic, fact).and_then(scope.listing_fact(topic, fact)) if fact else NOTHING
        told = _how_to_join(scope, topic, told) if intent.id == STEPS else told
        return [piece for piece in (told, _over(scope, topic)) if piece] if told else []
    if intent.answer.roles and not can_answer(topic, intent):
        return []
    if move.last:
        return [piece for piece in told_by_last(scope, topic, _cited(scope, move.last, topic)) if piece]
    asked = [part for part in intent.answer.show if not (intent.answer.roles and part == "dates" and not runs_of(topic))]
    return [piece for part in asked if (piece := show(scope, part, topic, move, intent.answer))]


def _how_to_join(scope: Scope, topic: Topic, known: Piece) -> Piece:
    """What is ahead comes before the steps that are *known*; of what has neither but had dates, what to do instead."""
    told = ahead(scope, topic).and_then(known)
    return told or _instead(scope, topic) if runs_of(topic) else known


def _cited(scope: Scope, asked: str, topic: Topic) -> list[Cited]:
    """Return what the answer about the topic to the intent *asked* is taken from."""
    told = _pieces(scope, scope.catalogue.intents[asked], AnswerIntent(asked, topic.id), topic)
    return [cite for piece in told for cite in piece.cited]


def _over(scope: Scope, topic: Topic) -> Piece:
    """Say of what took place once and will not again, as far as we know, that it is over: whatever is told of it."""
    once = isinstance(topic, Event) and topic.recurs is None
    still = coming(runs_of(topic), scope.today) or running(runs_of(topic), scope.today)
    return past(scope, topic) if once and not still else NOTHING


def _year_not_told(scope: Scope, intent: Intent, topic: Topic, pieces: Iterable[Piece]) -> int | None:
    """Return the year up to now that is asked for, where what is told is of another one, or of none that is named."""
    if scope.days is None or not (intent.answer.facet or intent.answer.roles):
        return None
    first, end = scope.days
    is_year = (first.month, first.day) == (1, 1) and end == first.replace(year=first.year + 1)
    told = " ".join(piece.text for piece in pieces)
    begun = {milestone.when.year for milestone in topic.history} if "lead" not in intent.answer.roles else set()
    known = str(first.year) in told or first.year in begun | {run.start.year for run in runs_of(topic)}
    return first.year if is_year and first <= scope.today and not known else None


def _name(scope: Scope, move: AnswerIntent, topic: Topic, fact: Fact) -> Piece:
    return title_before(scope, topic, fact) if move.described else NOTHING


def _needs_way_on(intent: Intent, topic: Topic, today: date) -> bool:
    """What is over leads on: what to do instead, or whom to ask."""
    about_dates = bool({"overview", *_ABOUT_DATES} & set(intent.answer.show))
    on = is_open_to_all(topic) and running(runs_of(topic), today) is not None
    return about_dates and is_held(topic) and not on and not coming(runs_of(topic), today)


def _tells_steps(scope: Scope, topic: Topic, pieces: Iterable[Piece]) -> bool:
    """Tell whether it was already said how to go about it: that is a way on too."""
    how = steps(scope, topic).text
    return bool(how) and any(how in piece.text for piece in pieces)


def _instead(scope: Scope, topic: Topic) -> Piece:
    return scope.fact(topic, topic.instead) if topic.instead else contacts.ask_them(scope, topic)


def untold(scope: Scope, intent: Intent, topic: Topic) -> Draft | None:
    """Return that no source tells what *intent* asks of *topic*, to stand beside an answer; None where one does."""
    return None if can_answer(topic, intent) else Draft((Piece(_why_missing(scope, intent, topic)),), topics=(topic.id,))


def _why_missing(scope: Scope, intent: Intent, topic: Topic) -> str:
    return scope.prose(intent.missing) if intent.missing else scope.say("missing", title=scope.title(topic))


def _missing(scope: Scope, intent: Intent, move: AnswerIntent, topic: Topic) -> Draft:
    """The topic has no such fact: say exactly that, and who knows."""
    why = _why_missing(scope, intent, topic)
    way_on = _instead(scope, topic) if _ABOUT_DATES & set(intent.answer.show) else contacts.ask_them(scope, topic)
    about = next_steps.about(scope, topic, without=intent.id)
    buttons = (*next_steps.with_dates(scope, intent, topic), *about)[: next_steps.MOST]
    known = _told_instead(scope, intent, move, topic)
    said = (*known, Piece(why)) if known else (Piece(scope.say("not-there", why=why)),)
    return Draft((*said, way_on), buttons, intent.id, (topic.id,), move.confidence)


def _told_instead(scope: Scope, intent: Intent, move: AnswerIntent, topic: Topic) -> list[Piece]:
    """What is known nearest to what no source tells: who asks whether there is such a course hears what there is."""
    planned = networks.planned(scope, topic) if intent.id == _OPENING_HOURS else NOTHING
    if planned:
        return [planned]
    near = (scope.catalogue.intent(name) for name in intent.told_instead)
    told = next((each for each in near if each and can_answer(topic, each)), None)
    return _pieces(scope, told, replace(move, intent=told.id), topic) if told else []
