"""The ways a question can be answered, weighed against each other.

Five hints: how sure the intent is, whether its topic is named or still talked about, how near one of
our facts is to the question, whether an answer says the words of the question, and what "when" and "where" ask for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import attrgetter

from bot.dialogue import chatting
from bot.dialogue.leaning import meant_by_kind
from bot.dialogue.membership import names_somebody
from bot.dialogue.option import Option, told_first, weighed_by_asking, weighed_by_words
from bot.dialogue.topics import About, TopicResolver, accepted_kinds, takes_any_name
from bot.dialogue.views import asks_for_group
from bot.dialogue.whereabouts import is_apart, is_asked_there, names_place_and_topic
from bot.dialogue.wishing import SURE
from bot.language.languages import of_any
from bot.language.remembering import remembered
from bot.model.answerable import can_answer, runs_of
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import ELSEWHERE, END_WISHES, LANGUAGE, Intent
from bot.model.reading import Candidate, Reading
from bot.model.topics import Network, Topic

_CONSIDERED, _LEAST = 5, 0.04
"""So many of the likeliest intents are weighed, from this confidence on."""
ELLIPSIS = 3
"""A question of at most so many words leans on the talk; a longer one without topic may mean a fact."""

_FACT_WEIGHT, _BY_TOPIC, _BY_INTENT = 0.82, 0.7, 0.3
"""What a near fact weighs at most, and the powers to which the nearness of its topic and the share of its question count."""
_VAGUE, _SILENT, _ELSEWHERE, _NOTHING_OF_OURS = 0.25, 0.95, 0.8, 0.5
"""What is left of a question without topic where a fact is near, of one its topic cannot answer, beside a place elsewhere, and
there of nothing of ours."""
_UNTOLD = 0.9
"""What is left of what may be asked of a near fact's topic, where that has no answer."""
_CERTAINLY_MEANT, _NOBODY = 0.15, 0.6
"""Nearness at which a fact is meant rather than a vague question; what is left of a question for a member that names nobody."""
_SMALL_TALK, _UNSURE_END = 0.4, 0.5
"""What is left of small talk that is not certain, and of a wish not to be reminded any more that is not sure enough to act on."""
_BESIDE_TOPIC, _OF_A_TOPIC = 0.7, 0.2
"""What is left of a question that needs no topic, and of one for the language, where a topic is named."""
_HISTORY_OF_DATED = 0.7  # what is left of the history of something that has dates
_NAMED_ELSEWHERE = 0.45  # what a place elsewhere weighs by itself
_GROUP_NAMED, _GROUP_AT_MOST = 0.35, 0.95
"""What the question who is a member weighs at least and at most, where a network and a group of its members are named."""
_MEANT, _CHATTING = 0.6, 0.7
"""The power to which the nearness of a topic counts beside a likely intent; how probable chat must be to be believed below
`CERTAIN`."""
_LIKELY = 0.33  # from which on small talk is believed where nothing of ours is near
_LEANING, _NEW, _OTHERS, _BESIDE_A_NAME = 0.1, 0.8, 0.5, 0.6
"""What is added to a few words that lean on the talk; what is left of what is new where they point back, of others of a
kind where "das Netzwerk" means the one talked about, and of what is only near where hardly more is said than a full name."""
_CLOSE = 0.8
"""An answer and the path it offers are one reading where the lighter weighs so much of the heavier."""
_WORTH_WEIGHING = 0.2
"""What else is said of a topic is left out where it is lighter, for nothing is answered or offered below 0.27; but of what is
named or talked about the words of an answer may make it heavier."""
_THERE = of_any(lambda grammar: grammar.there)
_SMALL = of_any(lambda grammar: grammar.stop_words)
_SURELY_ASKED, _ASKED_FOR_A_TIME, _DESCRIBED, _SURELY_MEANT = 0.7, 0.4, 0.5, 0.9
"""So sure it is what one word asks, or asks of a time; from this nearness on it is near to a fact by more than that, and from
that on to one that is asked for with a place elsewhere."""


class OptionFinder:
    """Weighs the intents of a reading and the facts near it."""

    def __init__(self, catalogue: Catalogue, resolver: TopicResolver) -> None:
        self._catalogue = catalogue
        self._resolver = resolver
        intents = [intent for intent in catalogue.intents.values() if intent.needs]
        self._of_members = frozenset(intent.id for intent in intents if takes_any_name(intent))
        kinds = {kind for intent in intents for kind in accepted_kinds(intent)}
        self._about = {kind: tuple(each for each in intents if kind in accepted_kinds(each)) for kind in kinds}
        self._askable = remembered(self._all_askable)

    def options(self, reading: Reading, context: Context) -> tuple[Option, ...]:
        """Return the options, best first, one per intent and topic."""
        found: dict[tuple[str, str | None], Option] = {}
        for option in self._all(reading, context):
            key = option.asked
            found[key] = _both(found[key], option) if key in found else option
        weighed = weighed_by_asking(weighed_by_words(self._joined(found.values()), reading, context), reading)
        return told_first(tuple(sorted(weighed, key=attrgetter("weight"), reverse=True)), reading)

    def _joined(self, options: Iterable[Option]) -> Iterable[Option]:
        """An answer and the path it offers are one reading where they are close: the heavier gets the weight of both."""
        plain = {option.intent.id: option for option in options if not option.intent.needs}
        joined = dict(plain)
        for option in plain.values():
            for path in (plain[way] for way in option.intent.answer.next if way in plain and plain[way].intent.answer.path):
                heavy, light = sorted((option, path), key=lambda each: -each.weight)
                if light.weight >= _CLOSE * heavy.weight:
                    joined[heavy.intent.id] = heavy.weighing(heavy.weight + light.weight)
                    joined.pop(light.intent.id, None)
        return (*joined.values(), *(option for option in options if option.intent.needs))

    def _all(self, reading: Reading, context: Context) -> Iterable[Option]:
        likely = [each for each in reading.ranked[:_CONSIDERED] if each.confidence >= _LEAST]
        for candidate in likely:
            yield from self._by_intent(candidate, reading, context)
        yield from self._by_group(likely, reading, context)
        yield from self._by_place_elsewhere(reading)
        yield from self._by_fact(likely, reading, context)

    def _by_intent(self, candidate: Candidate, reading: Reading, context: Context) -> Iterable[Option]:
        intent = self._catalogue.intents[candidate.intent]
        if not intent.needs:
            weight = candidate.confidence * self._doubt(intent, candidate, reading)
            weight = max(weight, chatting.as_chat(self._catalogue, intent, reading))
            yield Option(intent, About(), weight)
            return
        about = self._resolver.resolve(intent, reading, context)
        of_all = "sources" in intent.answer.show or _only_asks(reading)
        vague = not about.topics and len(reading.words) > ELLIPSIS and bool(reading.facts) and not of_all
        strange = bool(reading.named("elsewhere")) and not reading.named("topic")
        silent = about.clear is not None and not can_answer(about.clear, intent)
        leans = len(reading.words) <= ELLIPSIS or (not context.topics and _points_back(reading, context))
        weight = candidate.confidence * (_vague(reading) if vague else _SILENT if silent else _since(intent, about))
        nobody = takes_any_name(intent) and not names_somebody(about, reading)
        ends = intent.id == END_WISHES and candidate.confidence < SURE
        weight *= ((_ELSEWHERE if about.topics else _NOTHING_OF_OURS) if strange else 1.0) * (_NOBODY if nobody else 1.0)
        weight *= _UNSURE_END if ends else 1.0
        yield Option(intent, about, weight + (_LEANING if leans and about.clear and not silent else 0.0))

    def _doubt(self, intent: Intent, candidate: Candidate, reading: Reading) -> float:
        """Small talk needs to be certain, if need be of two sorts ("hey, wie gehts"); and who names a topic asks about it."""
        if intent.id == LANGUAGE and reading.named("topic"):
            return _OF_A_TOPIC
        if intent.kind == "question" and reading.named("topic"):
            return _BESIDE_TOPIC
        if intent.kind == "small_talk" and chatting.greets_and_asks(self._catalogue, reading):
            return _SMALL_TALK
        if intent.kind != "small_talk" or candidate.confidence >= chatting.CERTAIN:
            return 1.0
        if candidate == reading.ranked[0] and chatting.is_surely_about_the_bot(self._catalogue, reading):
            return 1.0
        likely = candidate.confidence >= _LIKELY and not chatting.is_near_ours(reading)
        surely_chat = not (reading.mentions or reading.unread) and (likely or self._chatting(reading) >= _CHATTING)
        return 1.0 if surely_chat else _SMALL_TALK

    def _by_group(self, likely: list[Candidate], reading: Reading, context: Context) -> Iterable[Option]:
        """Who names a network and a group of its members may ask who these are: "Kompetenzregion Hochschulen"."""
        intents = [self._catalogue.intents[each.intent] for each in likely]
        near = sum(each.confidence for each, intent in zip(likely, intents, strict=True) if _asks_who(intent))
        for intent in self._about.get("network", ()) if near and reading.named("topic") else ():
            about = self._resolver.resolve(intent, reading, context) if "members" in intent.answer.show else About()
            network = about.clear
            if isinstance(network, Network) and asks_for_group(network, reading):
                yield Option(intent, about, min(_GROUP_NAMED + near, _GROUP_AT_MOST))

    def _by_place_elsewhere(self, reading: Reading) -> Iterable[Option]:
        """Who names a place elsewhere and nothing of ours asks about that place, unless something else is likelier."""
        intent = self._catalogue.intent(ELSEWHERE)
        if intent and reading.named("elsewhere") and not (reading.named("topic") or reading.named("place")):
            yield Option(intent, About(), _NAMED_ELSEWHERE)

    def _by_fact(self, likely: list[Candidate], reading: Reading, context: Context) -> Iterable[Option]:
        """The near facts themselves, and what else their topics say; a name may mislead more than a description.

        What is asked of a place elsewhere is no fact of ours; what points back is hardly asked of something new.
        """
        if _only_asks(reading) and not context.topics:
            return
        elsewhere = bool(reading.named("elsewhere")) and not reading.named("topic")
        ours = 1.0 if reading.named("topic") else math.sqrt(1.0 - self._chatting(reading))
        talked = context.topics or context.listed
        latest = self._catalogue.topic(talked[0]) if _points_back(reading, context) else None
        meant = meant_by_kind(self._catalogue, reading, context)
        held = {name for mention in reading.named("topic") for name in mention.ids}.union(context.topics)
        in_full = _names_in_full(reading)
        for fact in reading.facts:
            topic = self._catalogue.topic(fact.topic)
            if topic is not None and (not elsewhere or (fact.nearness >= _SURELY_MEANT and is_asked_there(topic, reading))):
                weighty = topic.id in held or ours * _meant(fact.nearness) >= _WORTH_WEIGHING
                weighed = list(self._said_of(topic, fact.nearness, ours, reading)) if weighty else []
                weighed += self._asked_of(topic, fact.nearness, ours, likely, reading)
                about, new = About((topic,)), None if topic.id in talked else latest
                kept = _OTHERS if meant and topic != meant and topic.kind == meant.kind else 1.0
                kept *= _OTHERS if topic.id not in held and is_apart(self._catalogue, topic, reading) else 1.0
                kept *= _BESIDE_A_NAME if topic.id not in held and in_full else 1.0
                told = [(intent, kept * weight * (_instead_of(new, intent) if new else 1.0)) for intent, weight in weighed]
                yield from [Option(intent, about, weight) for intent, weight in told]

    def _chatting(self, reading: Reading) -> float:
        """Return how probable (0–1) small talk or something foreign to us is, by the examples alone."""
        return min(chatting.share_of(self._catalogue, reading, "small_talk", "out_of_scope"), 1.0)

    def _asked_of(
        self, topic: Topic, nearness: float, ours: float, likely: list[Candidate], reading: Reading
    ) -> Iterable[tuple[Intent, float]]:
        """Weigh what can be asked of a topic that is meant with the probability *nearness* (0–1), if *ours* is meant at all.

        How sure an intent is counts less than the topic: what is said of the right one helps more.
        """
        askable = self._askable(topic.id)
        for candidate in likely:
            meant, counts = askable.get(candidate.intent, (None, 0.0))
            if meant and not (meant.answer.show == ("place",) and names_place_and_topic(reading)):
                yield meant, ours * (nearness**_MEANT * candidate.confidence ** (1.0 - _MEANT) * counts)

    def _said_of(self, topic: Topic, nearness: float, ours: float, reading: Reading) -> Iterable[tuple[Intent, float]]:
        """Weigh all that can be asked of a topic, told or not, as `_asked_of` does what is likely asked."""
        askable, meant = self._askable(topic.id), _meant(nearness) * self._is_of_its_kind(topic, reading)
        shares = _shares([reading.asks.get(name, 0.0) for name in askable])
        for (intent, counts), share in zip(askable.values(), shares, strict=True):
            yield intent, ours * (meant * share**_BY_INTENT * counts)

    def _is_of_its_kind(self, topic: Topic, reading: Reading) -> float:
        """Return how probable (0-1) it is that a *topic* can be asked what is asked, where a club's members are."""
        askable = self._askable(topic.id)
        likely = (each for each in reading.ranked[:_CONSIDERED] if each.intent in self._of_members)
        return 1.0 - min(sum(each.confidence for each in likely if each.intent not in askable), 1.0)

    def _all_askable(self, topic: str) -> Mapping[str, tuple[Intent, float]]:
        """Return the intents that can be asked of a topic, by their ids, each with what it counts: less, where it has no answer.

        Without those of no answer, who asks for what no source tells would be told something else.
        """
        asked = self._catalogue.topics[topic]
        askable = self._about.get(asked.kind, ())
        counts = (_since(intent, About((asked,))) * (1.0 if can_answer(asked, intent) else _UNTOLD) for intent in askable)
        return {intent.id: (intent, count) for intent, count in zip(askable, counts, strict=True)}


def _both(one: Option, other: Option) -> Option:
    """Return the heavier of two options for the same; who else was named counts whichever it is."""
    heavy, light = (one, other) if one.weight >= other.weight else (other, one)
    return replace(heavy, about=light.about) if light.about.others and not heavy.about.others else heavy


def _meant(nearness: float) -> float:
    """Return what a topic weighs whose facts are as near."""
    return _FACT_WEIGHT * math.pow(nearness, _BY_TOPIC)


def _shares(fits: list[float]) -> list[float]:
    """Turn log-odds into probabilities (softmax)."""
    highest = max(fits, default=0.0)
    odds = [math.exp(fit - highest) for fit in fits]
    total = sum(odds)
    return [each / total for each in odds]


def _asks_who(intent: Intent) -> bool:
    """Tell whether an intent asks for organisations: those of a list, of a network, or one of them."""
    listed = intent.answer.list is not None and "organisation" in intent.answer.list.of
    return listed or not {"members", "membership"}.isdisjoint(intent.answer.show)


def _instead_of(latest: Topic, intent: Intent) -> float:
    """Return what a question about something new counts where the *latest* was pointed at, which may answer it."""
    return _NEW if latest.kind in accepted_kinds(intent) and can_answer(latest, intent) else 1.0


def _points_back(reading: Reading, context: Context) -> bool:
    """Tell whether a message points at what is talked about, and names nothing: "wo kann ich das lernen"."""
    return bool(context.topics or context.listed) and not reading.mentions and any(word in _THERE for _, word in reading.words)


def _names_in_full(reading: Reading) -> bool:
    """Tell whether hardly more is said than a name of several words: nothing else is described then."""
    covered = {at for mention in reading.mentions for at in range(mention.first, mention.last)}
    told = [word for at, (_, word) in enumerate(reading.words) if at not in covered and word not in _SMALL]
    return len(told) <= 1 and any(each.score >= 1.0 and each.last - each.first > 1 for each in reading.named("topic"))


def _only_asks(reading: Reading) -> bool:
    """Tell whether the one word that says anything says what is asked, not of what: "noch Plätze 2026" is near by its year."""
    timed = {at for each in reading.named("period") for at in range(each.first, each.last)}
    telling = [word for at, (_, word) in enumerate(reading.words) if at not in timed and word not in _SMALL]
    sure = reading.ranked[0].confidence if reading.ranked else 0.0
    asks = sure >= (_ASKED_FOR_A_TIME if timed else _SURELY_ASKED) and {each.kind for each in reading.mentions} <= {"period"}
    return asks and len(telling) <= 1 and all(fact.nearness < _DESCRIBED for fact in reading.facts[:1])


def _vague(reading: Reading) -> float:
    """Return what a question without topic is worth: the less, the nearer a fact is that may be meant instead."""
    nearness = min(reading.facts[0].nearness / _CERTAINLY_MEANT, 1.0)
    return 1.0 - (1.0 - _VAGUE) * nearness


def _since(intent: Intent, about: About) -> float:
    """Asked for a time, what has dates means these before its history."""
    if intent.answer.show != ("history",) or about.clear is None:
        return 1.0
    return _HISTORY_OF_DATED if runs_of(about.clear) else 1.0
