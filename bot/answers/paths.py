"""The steps of guided paths: what is said, and the buttons that lead on, back and off."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import contacts
from bot.answers.drafts import Draft
from bot.answers.scope import Piece, Scope
from bot.model import choices
from bot.model.answerable import way_to
from bot.model.context import Context
from bot.model.moves import TakeStep
from bot.model.paths import Path, PathEnd
from bot.model.reply import Block, Choice, Link, Reply, SourceNote


def step(scope: Scope, path: Path, move: TakeStep) -> Draft:
    """Return what a step of *path* says, where it ends the one who helps or the page, and the ways on."""
    here = path.steps[move.step]
    said = Piece(scope.prose(here.say), cited=scope.taken_from(here.about))
    end = _end(scope, here.end) if here.end else []
    ways = _ways_on(scope, path, move.step)
    return Draft((said, *end), ways, path.id, confidence=move.confidence, most_steps=len(ways))


def _end(scope: Scope, end: PathEnd) -> list[Piece]:
    who = scope.catalogue.topic(end.contact)
    links = (Link(scope.prose(end.link.title), end.link.url),) if end.link else ()
    return [*([contacts.contact(scope, who)] if who else []), *([Piece(links=links)] if links else [])]


def _ways_on(scope: Scope, path: Path, step: str) -> tuple[Choice, ...]:
    """Return the buttons of a step: its choices, back, and off the path; only back where the path ends."""
    here = path.steps[step]
    found = ((scope.prose(way.label), way_to(scope.catalogue, path, way.to)) for way in here.choices)
    before = path.before(step)
    # Where a path ends nobody is on it any more: back is then a step like others.
    back = choices.BACK if here.choices else choices.take_step(path.id, before) if before else ""
    steering = [(scope.say("path-back"), back if before else ""), (scope.say("path-stop"), choices.STOP if here.choices else "")]
    return tuple(Choice(label, data) for label, data in (*found, *steering) if data)


def with_way_back(scope: Scope, reply: Reply, context: Context) -> Reply:
    """Return *reply*, given beside a path, with the button that goes on with it."""
    left_at = scope.catalogue.step(context.path, context.step or "")
    if left_at is None:
        return reply
    path, step = left_at
    on = Choice(scope.say("path-on", title=scope.prose(path.title)), choices.take_step(path.id, step))
    note = tuple(block for block in reply.blocks if isinstance(block, SourceNote))
    rest: tuple[Block, ...] = tuple(block for block in reply.blocks if not isinstance(block, SourceNote))
    return replace(reply, blocks=(*rest, on, *note))
