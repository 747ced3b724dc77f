"""Answers that list: what fits, else what comes near it, else that there is nothing and what to do."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import contacts, lists, next_steps
from bot.answers.drafts import Draft
from bot.answers.scope import NOTHING, Piece, Scope
from bot.model.answerable import TRYING_OUT
from bot.model.context import ListView
from bot.model.intents import Intent, ListSpec
from bot.model.moves import AnswerIntent
from bot.model.places import covers
from bot.model.reply import Choice

_COURSE = "further-training"


def listed(scope: Scope, intent: Intent, spec: ListSpec, move: AnswerIntent) -> Draft:
    """Return the answer that lists what fits, or says that nothing does and leads on."""
    view = move.view or ListView(intent.id)
    found = lists.select(scope.catalogue, spec, view, scope.today)
    if not view.shown and lists.lacks_dates(spec, view, found, scope.today):
        return _list_without_dates(scope, intent, spec, replace(move, view=view))
    pieces = lists.what_comes(scope, spec, view, found) or (lists.listing(scope, found, view),)
    piece = NOTHING.and_then(*pieces)
    if not piece:
        instead = (_list_responsible, _list_nearby, _list_of_any_type)
        found_else = (draft for each in instead if (draft := each(scope, intent, spec, move)))
        return next(found_else, None) or _empty_list(scope, intent, view, move)
    steps = _to_the_listed(scope, piece, view, goes_on=len(found) > view.shown + len(piece.listed))
    in_vain = lists.are_over(found, view, scope.today) or (lists.lacks_offers(found, view) and not view.shown)
    person = contacts.general(scope) if in_vain else NOTHING
    return Draft((*pieces, person), steps, intent.id, piece.listed, move.confidence)


def _list_without_dates(scope: Scope, intent: Intent, spec: ListSpec, move: AnswerIntent) -> Draft:
    """Nothing of what was asked for is ahead: said first, then what there is else, maybe in the district, and whom to ask."""
    view = _with_anything(scope, spec, move.view or ListView(intent.id))
    piece = lists.without_dates(scope, spec, view)
    rest = lists.select(scope.catalogue, spec, view, scope.today)
    steps = _to_the_listed(scope, piece, view, goes_on=not view.days and len(rest) > len(piece.listed))
    person = NOTHING if lists.has_standing(scope.catalogue, piece.listed) else contacts.general(scope)
    return Draft((piece, person), steps or next_steps.ways_on(scope), intent.id, piece.listed, move.confidence)


def _with_anything(scope: Scope, spec: ListSpec, view: ListView) -> ListView:
    """Return the view of the district around the town named, where there never was anything in the town but there."""
    around = lists.wider(scope.catalogue, view)
    timeless = [replace(each, days=None) for each in (view, around) if each]
    found = [lists.select(scope.catalogue, spec, each, scope.today) for each in timeless]
    return around if around and found[-1] and not found[0] else view


def _list_nearby(scope: Scope, intent: Intent, spec: ListSpec, move: AnswerIntent) -> Draft | None:
    """Where the town named has nothing of it, the district around may; the list goes on there by its name."""
    view = move.view or ListView(intent.id)
    around = None if view.shown else lists.wider(scope.catalogue, view)
    found = lists.select(scope.catalogue, spec, around, scope.today) if around else ()
    if around is None or not found:
        return None
    piece = lists.nearby(scope, found, view, around)
    return Draft((piece,), _to_the_listed(scope, piece, view, goes_on=False), intent.id, piece.listed, move.confidence)


def _list_responsible(scope: Scope, intent: Intent, spec: ListSpec, move: AnswerIntent) -> Draft | None:
    """Where nothing of it is in the place named, what is responsible for that: a chamber for all the districts."""
    view = move.view or ListView(intent.id)
    piece = lists.responsible(scope, lists.select(scope.catalogue, spec, view, scope.today, covers), view)
    steps = _to_the_listed(scope, piece, view, goes_on=False)
    return Draft((piece,), steps, intent.id, piece.listed, move.confidence) if piece and not view.shown else None


def _list_of_any_type(scope: Scope, intent: Intent, spec: ListSpec, move: AnswerIntent) -> Draft | None:
    """Where nothing of the sort named fits a theme or place, what else there is: a "Kurs" may be called otherwise.

    And where nothing of the kind has to do with a theme, whatever has: "wer kümmert sich um autonomes Fahren".
    """
    view = move.view or ListView(intent.id)
    same_kind, any_kind = replace(view, types=()), replace(view, types=(), of_any_kind=True)
    narrow = view.themes or view.audience
    widened = ((view.types and (narrow or view.places), same_kind), (narrow, any_kind))
    for wide in (view for fits, view in widened if fits):
        found = lists.select(scope.catalogue, spec, wide, scope.today)
        if piece := lists.of_another_sort(scope, found, wide):
            steps = _to_the_listed(scope, piece, view, goes_on=len(found) > view.shown + len(piece.listed))
            in_vain = lists.lacks_offers(found, wide) and "offer" in spec.of
            instead = (_trying_out(scope, view) or contacts.general(scope)) if in_vain else NOTHING
            return Draft((piece, instead), steps, intent.id, piece.listed, move.confidence)
    return None


def _to_the_listed(scope: Scope, piece: Piece, view: ListView, *, goes_on: bool) -> tuple[Choice, ...]:
    steps = next_steps.topics(scope, piece.listed[: next_steps.MOST - 1])
    return (*steps, *next_steps.pages(scope, view, len(piece.listed), goes_on=goes_on))


def _empty_list(scope: Scope, intent: Intent, view: ListView, move: AnswerIntent) -> Draft:
    if view.shown:
        return Draft((Piece(scope.say("list-end")),), next_steps.ways_on(scope), intent.id)
    unfiltered = (next_steps.ask(scope, intent, None),) if view.themes or view.places or view.days else ()
    steps = tuple({step.data: step for step in (*unfiltered, *next_steps.ways_on(scope))}.values())
    tried = _trying_out(scope, view) if "offer" in (intent.answer.list.of if intent.answer.list else ()) else NOTHING
    return Draft((lists.empty(scope, view), tried, contacts.general(scope)), steps, intent.id, confidence=move.confidence)


def _trying_out(scope: Scope, view: ListView) -> Piece:
    """Where a field of work has no offer of its own, what leads into any; who wants a course wants no job in it."""
    offer = scope.catalogue.topic(TRYING_OUT)
    fits = view.themes and not view.shown and _COURSE not in view.types
    return replace(scope.fact(offer, offer.summary), listed=(offer.id,)) if fits and offer and offer.summary else NOTHING
