"""Asking back: of which topic something is asked, or which of several questions is meant."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import next_steps
from bot.answers.drafts import Draft
from bot.answers.scope import Piece, Scope
from bot.model import choices
from bot.model.moves import AskWhich, OfferChoices
from bot.model.reply import LABEL_LIMIT, Choice
from bot.model.topics import Topic


def ask_which(scope: Scope, move: AskWhich) -> Draft:
    """Ask of which topic something is asked, with a button each."""
    steps = next_steps.topics(scope, move.topics, move.intent)
    wishing = "wish" in scope.catalogue.intents[move.intent].answer.show
    if wishing and not scope.reminds:
        return Draft((Piece(scope.say("wish-not-here")),), next_steps.ways_on(scope), move.intent, confidence=move.confidence)
    key = "wish-which" if wishing else "which-topic"
    return Draft((Piece(scope.say(key)),), steps, move.intent, confidence=move.confidence)


def offer(scope: Scope, move: OfferChoices) -> Draft:
    """Ask which question is meant, with a button each."""
    steps = _told_apart(scope, move)
    topics = tuple(dict.fromkeys(topic for _, topic in move.options if topic))
    key = "which-question-about" if len(topics) == 1 else "which-question"
    text = scope.say(key, title=scope.title_of(topics[0])) if len(topics) == 1 else scope.say(key)
    nothing = Choice(scope.say("none-of-these"), choices.NONE)
    return Draft((Piece(text),), (*steps, nothing), topics=topics, confidence=move.confidence)


def _told_apart(scope: Scope, move: OfferChoices) -> list[Choice]:
    """Return a button per option: its question; where they are about several things, those too, or alone."""
    steps = [option(scope, intent, topic) for intent, topic in move.options]
    asked = [step.label for step in steps]
    named = [scope.catalogue.topic(topic) for _, topic in move.options]
    several = len({topic.id for topic in named if topic}) > 1
    return [
        replace(step, label=_of(scope, topic, "" if asked.count(step.label) > 1 else step.label)) if topic and several else step
        for step, topic in zip(steps, named, strict=True)
    ]


def _of(scope: Scope, topic: Topic, question: str) -> str:
    """Return the *question* with the name of *topic* where a phone shows both; without a question the name alone."""
    both = f"{scope.label(topic)}: {question}"
    return both if question and len(both) <= LABEL_LIMIT else question or scope.label(topic)


def option(scope: Scope, intent_id: str, topic_id: str | None) -> Choice:
    """Return the button that asks an intent about a topic."""
    return next_steps.ask(scope, scope.catalogue.intents[intent_id], scope.catalogue.topic(topic_id))


def named_option(scope: Scope, intent_id: str, topic_id: str | None) -> Choice:
    """Return the same for a topic that nobody named yet: with its name, alone where both are too long for a phone."""
    asked, topic = option(scope, intent_id, topic_id), scope.catalogue.topic(topic_id)
    if topic is None:
        return asked
    both = f"{scope.label(topic)}: {asked.label}"
    return replace(asked, label=both if len(both) <= LABEL_LIMIT else scope.label(topic))
