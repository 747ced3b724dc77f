"""From a move to a reply: what was asked first, then the next step, then the source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.answers import asides, contacts, next_steps, paths, runs
from bot.answers.about import about_topic, untold
from bot.answers.asking_back import ask_which, named_option, offer, option
from bot.answers.dates import say_language
from bot.answers.distress import help_reply, perhaps_help_reply
from bot.answers.drafts import Draft, finish, together, with_rest
from bot.answers.list_lines import line
from bot.answers.listed import listed
from bot.answers.parts import says_name
from bot.answers.privacy import about_keeping, run_by
from bot.answers.scope import NOTHING, Piece, Scope
from bot.answers.texts import Texts
from bot.model.catalogue import Catalogue
from bot.model.context import ListView
from bot.model.intents import LANGUAGE, PRIVACY, Intent
from bot.model.kept import Operator
from bot.model.moves import (
    AnswerIntent,
    AskToForget,
    AskWhich,
    Forget,
    Help,
    LanguageSet,
    Move,
    NotKnown,
    OfferChoices,
    Remark,
    Several,
    ShowKept,
    Spoken,
    TakeStep,
)
from bot.model.reply import Link, Reply
from bot.model.topics import Topic
from bot.model.values import Language
from bot.model.wishes import Tiding

_SEVERAL_MISSES = 3
_MOST_NEAR, _MOST_BESIDE = 3, 2
"""So many topics are named beside what is not known."""


@dataclass(frozen=True)
class Composer:
    """Composes replies from one catalogue and its texts. Pure: the day is an argument."""

    catalogue: Catalogue
    texts: Texts
    operator: Operator | None = None

    def compose(self, move: Move, language: Language, today: date, *, reminds: bool = True) -> Reply:
        """Return the reply to a move; without *reminds* nothing is promised for later."""
        scope = Scope(self.catalogue, self.texts, language, today, reminds=reminds)
        match move:
            case Help(kind, wavers):
                return perhaps_help_reply(scope) if wavers else help_reply(scope, kind)
            case ShowKept() | AskToForget() | Forget():
                return about_keeping(scope, move)
            case _:
                return finish(scope, self._draft(scope, move))

    def _draft(self, scope: Scope, move: Spoken) -> Draft:
        match move:
            case AnswerIntent():
                return _with_what_is_near(scope, self._answer(replace(scope, days=move.days), move), move.near)
            case Several():
                return self._several(scope, move)
            case AskWhich():
                return ask_which(scope, move)
            case OfferChoices():
                return offer(scope, move)
            case NotKnown():
                return _not_known(scope, move)
            case TakeStep():
                return paths.step(scope, self.catalogue.paths[move.path], move)
            case LanguageSet() | Remark():
                return self._own_words(scope, move)
            case _:
                return asides.aside(scope, move)

    def _own_words(self, scope: Scope, move: LanguageSet | Remark) -> Draft:
        """Say a sentence of our own; after another language was set, what was said last in that one."""
        if isinstance(move, Remark):
            return Draft((Piece(scope.say(move.key)),), next_steps.ways_on(scope), move.key)
        said = Piece(scope.say("language-set" if move.code else "language-auto"))
        if move.again:
            return self._answer(scope, move.again).after(said)
        return Draft((said,), next_steps.ways_on(scope), LANGUAGE)

    def tell(self, tiding: Tiding, language: Language, today: date) -> Reply | None:
        """Return what somebody wished to be told, put into words of *today*; None where it is no longer true."""
        scope = Scope(self.catalogue, self.texts, language, today)
        told = asides.tiding(scope, tiding)
        return finish(scope, told) if told else None

    def _several(self, scope: Scope, move: Several) -> Draft:
        """Answer what has room; the others are offered, and what was not understood is told."""
        drafts = [self._named(scope, each, move.moves) for each in move.moves]
        draft = drafts[0]
        waiting: list[AnswerIntent] = []
        for question, more in zip(move.moves[1:], drafts[1:], strict=True):
            both = None if waiting else together(draft, more) or together(draft, replace(more, pieces=more.pieces[:1]))
            draft, waiting = (both, waiting) if both else (draft, [*waiting, question])
        answered = {option(scope, each.intent, each.topic).data for each in move.moves if each not in waiting}
        unasked = {step.label: step for step in draft.steps[::-1] if step.data not in answered}
        steps = tuple(unasked.values())[::-1][: next_steps.MOST]
        asked = tuple(
            (option if each.topic in draft.topics else named_option)(scope, each.intent, each.topic)
            for each in (*waiting, *move.later)
        )
        if not asked and not move.unclear:
            return replace(draft, steps=steps)
        key = "several-one-by-one" if move.unclear or len(asked) > next_steps.MOST else "several-waiting"
        return with_rest(replace(draft, steps=steps), Piece(scope.say(key)), asked)

    def _named(self, scope: Scope, move: AnswerIntent, beside: tuple[AnswerIntent, ...]) -> Draft:
        """Return one of several answers; the title stands before one that does not say of which of several topics it is."""
        draft, topic = self._draft(scope, move), self.catalogue.topic(move.topic)
        told, alone = draft.pieces[0] if draft.pieces else NOTHING, len({each.topic for each in beside}) == 1
        if topic is None or alone or not told.text or says_name(scope, topic, told.text):
            return draft
        return replace(draft, pieces=(replace(told, text=f"{scope.title(topic)}: {told.text}"), *draft.pieces[1:]))

    def _answer(self, scope: Scope, move: AnswerIntent) -> Draft:
        intent = self.catalogue.intents[move.intent]
        topic = self.catalogue.topic(move.topic)
        if move.no_such_day:
            return self._answer(scope, replace(move, no_such_day=False)).after(Piece(scope.say("no-such-day")))
        if move.tongue:
            note = scope.say("tongue-not-ours", named=say_language(move.tongue, scope.language))
            return self._answer(scope, replace(move, tongue=None)).after(Piece(note))
        if move.doubt:
            word = scope.where(move.doubt.word) if move.doubt.kind == "doubt-town" else move.doubt.word
            doubt = Piece(scope.say(move.doubt.kind, word=word))
            timeless = intent.answer.facet or bool(intent.answer.roles)
            known = self._answer(replace(scope, days=None) if timeless else scope, replace(move, doubt=None))
            return known.after(doubt)
        if move.also:
            return self._both(scope, replace(move, also=None), move.also)
        if intent.answer.list is not None:
            return listed(scope, intent, intent.answer.list, move)
        if intent.answer.language is not None:
            return self._own_words(scope, LanguageSet(intent.answer.language))
        if intent.answer.text is not None:
            draft = _text(scope, intent, move, topic)
            more = (Piece(run_by(scope, self.operator)),) if intent.id == PRIVACY else ()
            return replace(draft, pieces=(*draft.pieces, *more))
        return about_topic(scope, intent, move, topic) if topic else _not_known(scope, NotKnown())

    def _both(self, scope: Scope, move: AnswerIntent, also: tuple[str, str | None]) -> Draft:
        """Tell two answers about one topic, nothing said twice; what has no room or is about another is the first button."""
        first, (intent, topic) = self._answer(scope, move), also
        if topic and topic == move.topic:
            asked = option(scope, intent, topic)
            other = AnswerIntent(intent, topic, days=move.days, confidence=move.confidence)
            second = untold(scope, self.catalogue.intents[intent], self.catalogue.topics[topic]) or self._answer(scope, other)
            if both := together(first, second):
                return replace(both, steps=tuple(step for step in first.steps if step.data != asked.data), also=intent)
        else:
            asked = named_option(scope, intent, topic)
        return replace(first, steps=tuple(dict.fromkeys((asked, *first.steps)))[: next_steps.MOST])


def _with_what_is_near(scope: Scope, guess: Draft, near: tuple[str, ...]) -> Draft:
    """Return a *guess* with what the topics are that may be meant instead, where there is room."""
    lines = _what_is_near(scope, near)
    if not lines:
        return guess
    beside = Draft((replace(lines, text=scope.say("perhaps-instead")),), next_steps.topics(scope, near))
    both = together(guess, beside) or guess
    steps = both.steps if guess.topics else tuple(dict.fromkeys((*guess.steps, *beside.steps)))
    return replace(both, steps=steps, topics=guess.topics)


def _text(scope: Scope, intent: Intent, move: AnswerIntent, topic: Topic | None) -> Draft:
    links = tuple(Link(scope.prose(link.title), link.url) for link in intent.answer.links)
    text = scope.say("elsewhere-named", place=move.name) if move.name else scope.prose(intent.answer.text or {})
    place = runs.place(scope, topic) if topic and move.name else NOTHING
    here = Piece(scope.say("elsewhere-here")).and_then(place) if place else NOTHING
    steps = next_steps.languages(scope) if intent.id == LANGUAGE else next_steps.after_answer(scope, intent, None)
    about = next_steps.topics(scope, (topic.id,)) if topic else ()
    said = Piece(text, links=links, cited=scope.taken_from(intent.answer.about))
    return Draft((said, here), (*about, *steps), intent.id, (topic.id,) if topic else (), move.confidence)


def _not_known(scope: Scope, move: NotKnown) -> Draft:
    """Say so, offer what is near, and a person; the third time people at once."""
    topic = scope.catalogue.topic(move.topic)
    if move.misses >= _SEVERAL_MISSES:
        key = "not-known-people" if move.misses % 2 else "not-known-still"
        said = (Piece(scope.say(key)), contacts.general(scope))
        return Draft(said, next_steps.ways_on(scope), "not-known", confidence=0.0)
    if topic is not None:
        text = scope.say("not-known-again") if move.misses > 1 else scope.say("not-known-about", title=scope.title(topic))
        known = _what_is_near(scope, tuple(dict.fromkeys((topic.id, *move.near)))[:_MOST_BESIDE]) if move.misses <= 1 else NOTHING
        steps = tuple(next_steps.about(scope, topic))[: next_steps.MOST]
        return Draft((Piece(text), known, contacts.ask_them(scope, topic)), steps, "not-known", (topic.id,), 0.0)
    if move.lost:
        said = (Piece(scope.say("not-known-now", name=move.lost)), contacts.general(scope))
        return Draft(said, next_steps.ways_on(scope), "not-known", confidence=0.0)
    if move.name:
        said = (Piece(scope.say("not-known-name", name=move.name)), contacts.general(scope))
        steps = (*next_steps.topics(scope, move.near), *next_steps.ways_on(scope))
        return Draft(said, steps, "not-known", confidence=0.0)
    key = "not-known-again" if move.misses > 1 else "not-known-near" if move.near else "not-known"
    steps = (*next_steps.topics(scope, move.near[:_MOST_NEAR]), *next_steps.ways_on(scope))
    person = contacts.general(scope) if move.misses > 1 or not move.near else NOTHING
    near = _what_is_near(scope, move.near[:_MOST_NEAR])
    return Draft((Piece(scope.say(key)), near, person), steps, "not-known", confidence=0.0)


def _what_is_near(scope: Scope, near: tuple[str, ...]) -> Piece:
    """Say in a line each what the topics near to the question are; what is over, as over."""
    known = [(topic, topic.summary) for name in near if (topic := scope.catalogue.topic(name)) and topic.summary]
    told = [(line(scope, topic, ListView("")), scope.fact(topic, summary)) for topic, summary in known]
    lines = tuple(f"{title.lines[0]}: {fact.text}" for title, fact in told)
    return Piece(lines=lines, cited=tuple(cite for each in told for part in each for cite in part.cited))
