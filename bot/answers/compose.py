"""From a move to a reply: what was asked first, then the next step, then the source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.answers import contacts, lists, networks, next_steps, paths
from bot.answers.dates import coming
from bot.answers.parts import show
from bot.answers.scope import NOTHING, Piece, Scope
from bot.answers.sources import describe, source_note
from bot.answers.texts import Texts
from bot.model import choices
from bot.model.answerable import GENERAL_CONTACT, can_answer, runs_of
from bot.model.catalogue import Catalogue
from bot.model.context import ListView
from bot.model.intents import LANGUAGE, Intent
from bot.model.moves import (
    AnswerIntent,
    AskWhich,
    Help,
    LanguageSet,
    Move,
    NotKnown,
    OfferChoices,
    Remark,
    TakeStep,
)
from bot.model.reply import Block, Choice, Items, Link, Reply, SourceNote, Text
from bot.model.topics import Dated, Topic
from bot.model.values import Language

MOST_CHARACTERS = 900
"""A reply is read on a phone: not longer than this, the source line apart."""

_SEVERAL_MISSES = 3
_ABOUT_DATES = frozenset({"dates", "registration"})
_BESIDE_TEXT, _BESIDE_LINE = 4, 3
"""Room for the blank lines around a paragraph, and for bullet and line end."""


@dataclass(frozen=True)
class Composer:
    """Composes replies from one catalogue and its texts. Pure: the day is an argument."""

    catalogue: Catalogue
    texts: Texts

    def compose(self, move: Move, language: Language, today: date) -> Reply:
        """Return the reply to a move."""
        scope = Scope(self.catalogue, self.texts, language, today)
        match move:
            case AnswerIntent():
                return self._answer(scope, move)
            case AskWhich():
                return _ask_which(scope, move)
            case OfferChoices():
                return _offer(scope, move)
            case NotKnown():
                return _not_known(scope, move)
            case TakeStep():
                return _step(scope, move)
            case Help():
                return help_reply(scope, move.kind)
            case LanguageSet() | Remark():
                return _own_words(scope, move)

    def _answer(self, scope: Scope, move: AnswerIntent) -> Reply:
        intent = self.catalogue.intents[move.intent]
        topic = self.catalogue.topic(move.topic)
        if intent.answer.list is not None:
            return _list(scope, intent, move)
        if intent.answer.text is not None:
            return _text(scope, intent, move, topic)
        if topic is None:
            return _not_known(scope, NotKnown())
        return _about_topic(scope, intent, move, topic)


def _own_words(scope: Scope, move: LanguageSet | Remark) -> Reply:
    if isinstance(move, Remark):
        return _reply(scope, Piece(scope.say(move.key)), next_steps.ways_on(scope), intent=move.key)
    key = "language-set" if move.code else "language-auto"
    return _reply(scope, Piece(scope.say(key)), next_steps.ways_on(scope), intent="language")


def _about_topic(scope: Scope, intent: Intent, move: AnswerIntent, topic: Topic) -> Reply:
    pieces = _pieces(scope, intent, move, topic)
    view = move.view or ListView(intent.id)
    if not pieces and view.shown:
        end = Piece(scope.say("list-end"), cited=((topic.id, None),))
        return _reply(scope, end, next_steps.ways_on(scope), intent=intent.id, topics=(topic.id,))
    if not pieces:
        return _missing(scope, intent, move, topic)
    if _needs_way_on(intent, topic, scope.today):
        pieces.append(_instead(scope, topic))
    steps = next_steps.after_answer(scope, intent, topic)
    if "members" in intent.answer.show and networks.members_go_on(topic, view):
        steps = (Choice(scope.say("more"), choices.MORE), *steps)[: next_steps.MOST]
    return _reply(scope, pieces, steps, intent=intent.id, topics=(topic.id,), confidence=move.confidence)


def _pieces(scope: Scope, intent: Intent, move: AnswerIntent, topic: Topic) -> list[Piece]:
    """What is known; nothing where those asked for are not: "who signed?" is not answered by when."""
    if intent.answer.facet:
        fact = topic.facets.get(intent.id)
        return [scope.fact(topic, fact)] if fact else []
    if intent.answer.roles and not can_answer(topic, intent):
        return []
    return [piece for part in intent.answer.show if (piece := show(scope, part, topic, move, intent.answer))]


def _needs_way_on(intent: Intent, topic: Topic, today: date) -> bool:
    """What is over leads on: what to do instead, or whom to ask."""
    about_dates = bool({"overview", *_ABOUT_DATES} & set(intent.answer.show))
    return about_dates and isinstance(topic, Dated) and bool(topic.runs) and not coming(runs_of(topic), today)


def _instead(scope: Scope, topic: Topic) -> Piece:
    return scope.fact(topic, topic.instead) if topic.instead else contacts.ask_them(scope, topic)


def _missing(scope: Scope, intent: Intent, move: AnswerIntent, topic: Topic) -> Reply:
    """The topic has no such fact: say exactly that, and who knows."""
    why = scope.prose(intent.missing) if intent.missing else scope.say("missing", title=scope.title(topic))
    way_on = _instead(scope, topic) if _ABOUT_DATES & set(intent.answer.show) else contacts.ask_them(scope, topic)
    pieces = [Piece(scope.say("not-there", why=why)), way_on]
    steps = tuple(next_steps.about(scope, topic, without=intent.id))[: next_steps.MOST]
    return _reply(scope, pieces, steps, intent=intent.id, topics=(topic.id,), confidence=move.confidence)


def _text(scope: Scope, intent: Intent, move: AnswerIntent, topic: Topic | None) -> Reply:
    links = tuple(Link(scope.prose(link.title), link.url) for link in intent.answer.links)
    piece = Piece(scope.prose(intent.answer.text or {}), links=links)
    steps = next_steps.languages(scope) if intent.id == LANGUAGE else next_steps.after_answer(scope, intent, None)
    about = next_steps.topics(scope, (topic.id,)) if topic else ()
    return _reply(scope, piece, (*about, *steps), intent=intent.id, topics=(topic.id,) if topic else (),
                  confidence=move.confidence)


def _list(scope: Scope, intent: Intent, move: AnswerIntent) -> Reply:
    spec, view = intent.answer.list, move.view or ListView(intent.id)
    found = lists.select(scope.catalogue, spec, view, scope.today) if spec else ()
    piece = lists.listing(scope, found, view)
    if not piece:
        return _empty_list(scope, intent, view, move)
    steps = next_steps.topics(scope, piece.listed[: next_steps.MOST - 1])
    if len(found) > view.shown + len(piece.listed):
        steps = (*steps, Choice(scope.say("more"), choices.MORE))
    return _reply(scope, piece, steps, intent=intent.id, topics=piece.listed, confidence=move.confidence)


def _empty_list(scope: Scope, intent: Intent, view: ListView, move: AnswerIntent) -> Reply:
    if view.shown:
        return _reply(scope, Piece(scope.say("list-end")), next_steps.ways_on(scope), intent=intent.id)
    pieces = [Piece(scope.say("list-empty")), _general_contact(scope)]
    unfiltered = (next_steps.ask(scope, intent, None),) if view.themes or view.places or view.days else ()
    steps = (*unfiltered, *next_steps.ways_on(scope))
    return _reply(scope, pieces, steps, intent=intent.id, confidence=move.confidence)


def _general_contact(scope: Scope) -> Piece:
    office = scope.catalogue.topic(GENERAL_CONTACT)
    return contacts.ask_them(scope, office) if office else NOTHING


def _ask_which(scope: Scope, move: AskWhich) -> Reply:
    steps = next_steps.topics(scope, move.topics, move.intent)
    return _reply(scope, Piece(scope.say("which-topic")), steps, intent=move.intent, confidence=move.confidence)


def _offer(scope: Scope, move: OfferChoices) -> Reply:
    steps = [_option(scope, intent, topic) for intent, topic in move.options]
    topics = tuple(dict.fromkeys(topic for _, topic in move.options if topic))
    key = "which-question-about" if len(topics) == 1 else "which-question"
    text = scope.say(key, title=scope.title_of(topics[0])) if len(topics) == 1 else scope.say(key)
    nothing = Choice(scope.say("none-of-these"), choices.NONE)
    return _reply(scope, Piece(text), (*steps, nothing), topics=topics, confidence=move.confidence)


def _option(scope: Scope, intent_id: str, topic_id: str | None) -> Choice:
    return next_steps.ask(scope, scope.catalogue.intents[intent_id], scope.catalogue.topic(topic_id))


def _step(scope: Scope, move: TakeStep) -> Reply:
    path = scope.catalogue.paths[move.path]
    steps = paths.ways_on(scope, path, move.step)
    said = paths.said(scope, path, move.step)
    return _reply(scope, said, steps, intent=path.id, confidence=move.confidence)


def _not_known(scope: Scope, move: NotKnown) -> Reply:
    """Say so, offer what is near, and a person; the third time people at once."""
    topic = scope.catalogue.topic(move.topic)
    if move.misses >= _SEVERAL_MISSES:
        key = "not-known-people" if move.misses % 2 else "not-known-still"
        pieces = [Piece(scope.say(key)), _general_contact(scope)]
        return _reply(scope, pieces, next_steps.ways_on(scope), intent="not-known", confidence=0.0)
    if topic is not None:
        pieces = [Piece(scope.say("not-known-about", title=scope.title(topic))), contacts.ask_them(scope, topic)]
        steps = tuple(next_steps.about(scope, topic))
        return _reply(scope, pieces, steps, intent="not-known", topics=(topic.id,), confidence=0.0)
    if move.name:
        pieces = [Piece(scope.say("not-known-name", name=move.name)), _general_contact(scope)]
        return _reply(scope, pieces, next_steps.ways_on(scope), intent="not-known", confidence=0.0)
    key = "not-known-again" if move.misses > 1 else "not-known-near" if move.near else "not-known"
    steps = (*next_steps.topics(scope, move.near[:2]), *next_steps.ways_on(scope))
    person = _general_contact(scope) if move.misses > 1 or not move.near else NOTHING
    pieces = [Piece(scope.say(key)), _what_is_near(scope, move.near[:2]), person]
    return _reply(scope, pieces, steps, intent="not-known", confidence=0.0)


def _what_is_near(scope: Scope, near: tuple[str, ...]) -> Piece:
    """Say in a line each what the topics near to the question are."""
    known = [topic for name in near if (topic := scope.catalogue.topic(name)) and topic.summary]
    lines = tuple(f"{scope.title(topic)}: {scope.prose(topic.summary.text)}" for topic in known if topic.summary)
    return Piece(lines=lines, cited=tuple((topic.id, topic.summary.source) for topic in known if topic.summary))


def help_reply(scope: Scope, kind: str) -> Reply:
    """Return the numbers that help at once, with a warm first sentence and nothing to tap."""
    rules = scope.catalogue.crisis
    said: list[Block] = [Text(scope.prose(rules.kinds[kind].say)), help_lines(scope)]
    sources = {line.source: rules.sources[line.source] for line in rules.help if line.source in rules.sources}
    told = [describe(scope, source) for source in list(sources.values())[:2]]
    note = [SourceNote(scope.say("source", sources="; ".join(told)))] if told else []
    return Reply((*said, *note), scope.language, intent="crisis", confidence=1.0)


def help_lines(scope: Scope) -> Items:
    """Return the help lines of the crisis rules."""
    return Items(tuple(scope.prose(line.text) for line in scope.catalogue.crisis.help))


def _reply(
    scope: Scope,
    said: Piece | list[Piece],
    steps: tuple[Choice, ...],
    *,
    intent: str | None = None,
    topics: tuple[str, ...] = (),
    confidence: float = 1.0,
) -> Reply:
    pieces = _within_limit([said] if isinstance(said, Piece) else said)
    links = tuple(dict.fromkeys(link for piece in pieces for link in piece.links))
    note = source_note(scope, (cite for piece in pieces for cite in piece.cited))
    blocks: list[Block] = [block for piece in pieces for block in _blocks(piece)]
    blocks += [*links, *steps, *([note] if note else [])]
    listed = tuple(topic for piece in pieces for topic in piece.listed)
    return Reply(tuple(blocks), scope.language, intent, tuple(dict.fromkeys((*topics, *listed))), confidence, listed)


def _blocks(piece: Piece) -> list[Block]:
    blocks: list[Block] = [Text(piece.text)] if piece.text else []
    return [*blocks, Items(piece.lines)] if piece.lines else blocks


def _within_limit(pieces: list[Piece]) -> list[Piece]:
    """Drop the later parts of a reply that would make it too long for a phone."""
    kept: list[Piece] = []
    length = 0
    for piece in pieces:
        length += len(piece.text) + sum(len(line) + _BESIDE_LINE for line in piece.lines) + _BESIDE_TEXT
        if kept and length > MOST_CHARACTERS:
            kept.append(Piece(links=piece.links, cited=piece.cited))
            break
        kept.append(piece)
    return kept
