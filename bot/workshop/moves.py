"""Everything the bot can be led to say, as moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil

from bot.dialogue.topics import takes_any_name
from bot.model.answerable import runs_of
from bot.model.catalogue import Catalogue
from bot.model.context import ListView
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent, AskWhich, Days, Help, Move, NotKnown, TakeStep
from bot.model.topics import Network, Place, Theme, Topic

PAGE = 6
_ABOUT_TIMES = frozenset({"dates", "registration"})
_IN_A_YEAR = ("2025-01-01", "2026-01-01")
_STRANGER = "Beispielfirma"


def in_turn(moves: Sequence[Move], most: int, turn: int) -> Sequence[Move]:
    """Return all *moves*, or about *most* of them; over several turns each comes up."""
    step = max(1, ceil(len(moves) / most))
    return moves[turn % step :: step]


def moves_about(topic: Topic, catalogue: Catalogue) -> Iterator[Move]:
    """Yield every answer and every "not known" about one topic."""
    for intent in catalogue.intents.values():
        if intent.answer.list is None and intent.answer.path is None:
            yield from _answers(intent, topic)
    yield NotKnown(topic.id)


def _answers(intent: Intent, topic: Topic) -> Iterator[Move]:
    yield AnswerIntent(intent.id, topic.id)
    if _ABOUT_TIMES & set(intent.answer.show):
        years = sorted({run.start.year for run in runs_of(topic)})
        yield from (AnswerIntent(intent.id, topic.id, days=_year(year)) for year in (*years, *(year - 1 for year in years[:1])))
    if "parts" in intent.answer.show:
        yield from (AnswerIntent(intent.id, topic.id, part=number) for number in range(len(topic.parts)))
    if not isinstance(topic, Network) or topic.members is None:
        return
    members = [who for group in topic.members.groups for who in group.who]
    if takes_any_name(intent):
        yield from (AnswerIntent(intent.id, topic.id, others=(member,)) for member in members)
        yield AnswerIntent(intent.id, topic.id, name=_STRANGER)
    if intent.answer.show == ("members",):
        yield from (AnswerIntent(intent.id, topic.id, view=view) for view in _pages(intent, len(members)))


def _year(year: int) -> Days:
    return date(year, 1, 1), date(year + 1, 1, 1)


def moves_about_nothing(catalogue: Catalogue) -> Iterator[Move]:
    """Yield what is said without a topic: crises, questions back, "not known", plain texts, steps of paths."""
    yield from (Help(kind, wavers=wavers) for kind in catalogue.crisis.kinds for wavers in (False, True))
    yield from (NotKnown(near=tuple(catalogue.topics)[:3], misses=misses) for misses in (1, 2, 3))
    yield from (TakeStep(path.id, step) for path in catalogue.paths.values() for step in path.steps)
    for intent in catalogue.intents.values():
        if intent.needs:
            yield AskWhich(intent.id, tuple(catalogue.topics)[:4])
        elif intent.answer.list is None and intent.answer.path is None:
            yield AnswerIntent(intent.id)


def whole_lists(catalogue: Catalogue) -> Iterator[Move]:
    """Yield every page of every list."""
    for intent in catalogue.intents.values():
        kinds = intent.answer.list.of if intent.answer.list else ()
        entries = sum(topic.kind in kinds for topic in catalogue.topics.values())
        if kinds:
            views = (*_pages(intent, entries), ListView(intent.id, ahead=True), ListView(intent.id, days=_IN_A_YEAR))
            yield from (AnswerIntent(intent.id, view=view) for view in views)


def filtered_lists(catalogue: Catalogue) -> Iterator[Move]:
    """Yield every list, filtered by each theme and each place."""
    themes = [theme.id for theme in catalogue.of_class(Theme)]
    places = [place.id for place in catalogue.of_class(Place)]
    for intent in catalogue.intents.values():
        if intent.answer.list is not None:
            views = [ListView(intent.id, themes=(theme,)) for theme in themes]
            views += [ListView(intent.id, places=(place,)) for place in places]
            yield from (AnswerIntent(intent.id, view=view) for view in views)


def _pages(intent: Intent, entries: int) -> tuple[ListView, ...]:
    pages = (ListView(intent.id, shown=shown) for shown in range(0, entries + PAGE, PAGE))
    return (*pages, ListView(intent.id, whole=True))
