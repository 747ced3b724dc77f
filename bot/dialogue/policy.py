"""From a reading and what was said before to the next move."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.dialogue.choosing import ChoiceHandler
from bot.dialogue.topics import About, TopicResolver, accepted_kinds, takes_any_name
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context, ListView
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent, AskWhich, LanguageSet, Move, NotKnown, OfferChoices, Remark
from bot.model.reading import Candidate, Reading
from bot.model.topics import Topic

_OPTIONS = 3
_LEAST_OPTION = 0.04
_NAMED_ENOUGH = 0.3
_NEAR_FACT = 0.28
_WORTH_NAMING = 0.18
_WHAT_IT_IS = ("overview", "function", "place")
_LIST_BY_KIND = {"offer": "list-offers", "event": "list-events", "network": "list-networks", "organisation": "list-organisations"}


@dataclass(frozen=True, slots=True)
class Decision:
    """The next move and the context after it."""

    move: Move
    context: Context


class Policy:
    """Decides. Pure: nothing is remembered here but the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._resolver = TopicResolver(catalogue)
        self._choices = ChoiceHandler(catalogue)

    def on_choice(self, data: str, context: Context) -> Decision:
        """Return what a tapped button does; an unknown or stale one is answered kindly."""
        return self._after(self._choices.move(data, context), context)

    def on_reading(self, reading: Reading, context: Context) -> Decision:
        """Return what to do about a message."""
        move = (
            self._choices.typed(reading, context)
            or self._choices.command(reading, context)
            or self._awaited(reading, context)
            or self._named_alone(reading, context)
            or self._by_verdict(reading, context)
        )
        return self._after(move, context)

    def _awaited(self, reading: Reading, context: Context) -> Move | None:
        """A topic named after we asked back answers the question that was open."""
        intent = self._catalogue.intent(context.awaiting)
        if intent is None or not reading.named("topic") or reading.verdict == "answer" and not reading.bare:
            return None
        return self._ask(intent, reading, context, 1.0)

    def _named_alone(self, reading: Reading, context: Context) -> Move | None:
        """Only a name was said: the last question about it while the talk runs, else what it is."""
        if not reading.bare or reading.named("period") or reading.named("elsewhere"):
            return None
        topics = reading.named("topic")
        if topics:
            last = self._catalogue.intent(context.intent)
            named = self._catalogue.topic(topics[0].ids[0])
            runs_on = last and last.kind == "question" and named and named.kind in accepted_kinds(last)
            intents = (last if runs_on else None, *(self._catalogue.intent(name) for name in _WHAT_IT_IS))
            found = [intent for intent in intents if intent]
            able = [intent for intent in found if named and can_answer(named, intent)] or found
            return self._ask(able[0], reading, context, 1.0) if able else None
        return self._theme_alone(reading, context) or self._kind_alone(reading)

    def _theme_alone(self, reading: Reading, context: Context) -> Move | None:
        themes = [self._catalogue.topic(mention.ids[0]) for mention in reading.named("theme")]
        overview = self._catalogue.intent("overview")
        if themes and themes[0] and overview and can_answer(themes[0], overview) and not reading.named("kind"):
            return AnswerIntent(overview.id, themes[0].id)
        return self._list_for(reading, "offer") if themes else None

    def _kind_alone(self, reading: Reading) -> Move | None:
        kinds = [mention.ids[0].partition("/")[0] for mention in reading.named("kind")]
        return self._list_for(reading, kinds[0]) if kinds else self._list_for(reading, "offer")

    def _list_for(self, reading: Reading, kind: str) -> Move | None:
        intent = self._catalogue.intent(_LIST_BY_KIND.get(kind, ""))
        return AnswerIntent(intent.id, view=self._view(intent, reading)) if intent else None

    def _by_verdict(self, reading: Reading, context: Context) -> Move:
        if not reading.ranked:
            return self._not_known(reading, context)
        top = reading.ranked[0]
        intent = self._catalogue.intents[top.intent]
        if reading.verdict == "answer":
            return self._ask(intent, reading, context, top.confidence)
        able = self._able(reading, context)
        if fact := self._near_fact(reading, intent, top):
            return fact
        if reading.verdict == "choices":
            return self._offer(able, reading, context, intent, top)
        if reading.named("topic") and able and able[0][2] >= _NAMED_ENOUGH:
            return self._ask(able[0][0], reading, context, able[0][2])
        return self._not_known(reading, context)

    def _able(self, reading: Reading, context: Context) -> list[tuple[Intent, About, float]]:
        """Return the likely intents that can be answered here, with what they would be about."""
        found = []
        for candidate in reading.ranked[:_OPTIONS]:
            intent = self._catalogue.intents[candidate.intent]
            about = self._resolver.resolve(intent, reading, context) if intent.needs else About()
            answerable = about.clear is None or can_answer(about.clear, intent)
            if candidate.confidence >= _LEAST_OPTION and (not intent.needs or answerable):
                found.append((intent, about, candidate.confidence))
        return found

    def _offer(
        self, able: list[tuple[Intent, About, float]], reading: Reading, context: Context, intent: Intent, top: Candidate
    ) -> Move:
        """Offer the close readings; small talk and the out of scope are never worth a question back."""
        if intent.kind != "question" and not reading.named("topic"):
            return self._ask(intent, reading, context, top.confidence)
        questions = [(each, about) for each, about, _ in able if each.kind == "question"]
        if len(questions) == 1:
            return self._ask(questions[0][0], reading, context, top.confidence)
        if not questions:
            return self._not_known(reading, context)
        options = tuple((each.id, about.clear.id if about.clear else None) for each, about in questions)
        return OfferChoices(options, top.confidence)

    def _not_known(self, reading: Reading, context: Context) -> Move:
        named = reading.named("topic")
        topic = named[0].ids[0] if named and named[0].score >= 0.7 else None
        near = tuple(fact.topic for fact in reading.facts if fact.nearness >= _WORTH_NAMING)
        return NotKnown(topic, near, context.misses + 1)

    def _near_fact(self, reading: Reading, intent: Intent, top: Candidate) -> Move | None:
        """Answer with the fact nearest to the question where no topic is named and no intent is clear."""
        if not reading.facts or reading.named("topic") or (intent.kind != "question" and top.confidence >= _NAMED_ENOUGH):
            return None
        fact = reading.facts[0]
        known = self._catalogue.intent(fact.intent)
        if known is None or fact.nearness < _NEAR_FACT:
            return None
        return AnswerIntent(known.id, fact.topic, confidence=fact.nearness)

    def _ask(self, intent: Intent, reading: Reading, context: Context, confidence: float) -> Move:
        """Answer *intent*, or ask back for what it needs."""
        if intent.answer.list is not None:
            return AnswerIntent(intent.id, view=self._view(intent, reading), confidence=confidence)
        if not intent.needs:
            named = reading.named("topic")
            topic = named[0].ids[0] if named and intent.kind == "out_of_scope" else None
            return AnswerIntent(intent.id, topic, confidence=confidence)
        about = self._resolver.resolve(intent, reading, context)
        if about.clear is None:
            topics = about.topics or self._resolver.could_answer(intent, reading)
            return AskWhich(intent.id, tuple(topic.id for topic in topics), confidence)
        name = " ".join(reading.unread) or None
        if takes_any_name(intent) and not about.other and not name:
            return self._instead_of_membership(about.clear, confidence)
        return AnswerIntent(intent.id, about.clear.id, name=name, other=about.other, confidence=confidence)

    @staticmethod
    def _instead_of_membership(topic: Topic, confidence: float) -> Move:
        """Without a name, "is … a member" can only be answered with the list."""
        return AnswerIntent("members", topic.id, confidence=confidence)

    @staticmethod
    def _view(intent: Intent, reading: Reading) -> ListView:
        themes = tuple(name for mention in reading.named("theme") for name in mention.ids)
        places = tuple(name for mention in reading.named("place") for name in mention.ids if name != "lausitz")
        days = next((mention.days for mention in reading.named("period") if mention.days), None)
        return ListView(intent.id, themes, places, (days[0].isoformat(), days[1].isoformat()) if days else None)

    def _after(self, move: Move, context: Context) -> Decision:
        """Return the decision with what the talk is about from now on."""
        match move:
            case AnswerIntent(intent=intent, topic=topic):
                moved = context.with_topics(topic) if topic else context
                answered = self._catalogue.intents[intent]
                kept = intent if answered.kind == "question" else context.intent
                pages = move.view or (ListView(intent) if "members" in answered.answer.show else None)
                return Decision(move, replace(moved, intent=kept, awaiting=None, misses=0, list_view=pages))
            case AskWhich(intent=intent):
                return Decision(move, replace(context, awaiting=intent, misses=0, list_view=None))
            case NotKnown(misses=misses):
                return Decision(move, replace(context, awaiting=None, misses=misses, list_view=None))
            case Remark(key="cancelled"):
                return Decision(move, Context(context.language, context.touched, context.language_fixed))
            case LanguageSet(code=code):
                language = code or context.language
                return Decision(move, replace(context, language=language, language_fixed=code is not None))
            case _:
                return Decision(move, replace(context, awaiting=None))
