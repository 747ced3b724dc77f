"""Follow-ups that lean on the last answer: another name, place or subject, the second of a list."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.alike import LIST_BY_KIND, are_of_a_sort, share_a_name
from bot.dialogue.describing import belongs_to, described, shared_words
from bot.dialogue.membership import body_in_club, other_member
from bot.dialogue.parts import part_of, parts_of, wholes_of
from bot.dialogue.pointing import counted, kinds_said, ordinal, points, says_no, says_other
from bot.dialogue.topics import MOST_ASKED
from bot.dialogue.views import uncovered, view_of
from bot.dialogue.whats_on import asks_for_whom, asks_in_another_place, asks_which_one, next_of_list
from bot.language.languages import GRAMMARS, of_any
from bot.model.answerable import WHAT_IT_IS, can_answer, is_held
from bot.model.catalogue import Catalogue
from bot.model.context import Context, ListView
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent, AskWhich, Doubt, Move
from bot.model.places import serves
from bot.model.reading import MentionKind, Reading
from bot.model.topics import Topic, is_of, type_of

_SHORT, _LATEST = 5, 2
_SENTENCE = 8
_CLEAR_INTENT, _ASKED_WITH = 0.3, 0.2
_OF_A_TIME = frozenset({"dates", "place", "registration"})
_OTHER_LIST, _FOREIGN = 0.25, 0.6
_ANYTHING = of_any(lambda grammar: grammar.anything)
_DESCRIBED, _SURELY_NEAR = 0.05, 0.5
_WHERE = "place"
_WHAT_ABOUT = tuple(frozenset(opening) for grammar in GRAMMARS.values() for opening in grammar.what_about)
_POINTING = of_any(lambda grammar: grammar.them | grammar.there)
_WHENCE = of_any(lambda grammar: grammar.whence)
_THEN = of_any(lambda grammar: grammar.joining | grammar.leading | grammar.definite).union(*_WHAT_ABOUT)
"""Words beside which only a time is asked for: "und ab 2027", "was ist mit nächstem Jahr"."""
_TOO, _SMALL = of_any(lambda grammar: grammar.too), of_any(lambda grammar: grammar.stop_words - grammar.interrogatives)
_WHAT_THERE_IS = frozenset({*WHAT_IT_IS, "fields-of-work", "content"})
"""Questions that a list of several answers as well."""
_BODIES = frozenset({"organisation", "network"})
_TELLING: tuple[MentionKind, ...] = ("theme", "topic")


class CarriedOn:
    """Reads a follow-up as the last question about something else."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def on(self, reading: Reading, context: Context) -> Move | None:
        """Return the move of a follow-up; None where the message stands for itself, as the first of a talk does."""
        return None if not context.has_begun else (
            self._described(reading, context)
            or next_of_list(self._catalogue, reading, context)
            or self._of_list(reading, context)
            or other_member(self._catalogue, reading, context, leans=self._is_short(reading))
            or body_in_club(self._catalogue, reading, context)
            or self._other_filter(reading, context)
            or self._other_time(reading, context)
            or self._sibling(reading, context)
            or self._namesake(reading, context)
            or self._not_that_one(reading, context)
        )

    def _of_list(self, reading: Reading, context: Context) -> Move | None:
        """A question about the second of the topics last listed, or the second part of the one talked about.

        "das letzte Treffen" is none of those listed where the last is a person.
        """
        if len(reading.words) > _SENTENCE or reading.named("topic"):
            return None
        number = counted(_outside_periods(reading))
        if not number:
            return None
        position = number - 1 if number > 0 else number
        part = part_of(self._catalogue, position, context)
        if part is not None:
            return part
        listed = self._told_apart(context)
        if len(listed) < 2 or not -len(listed) <= position < len(listed):
            return None
        topic = listed[position]
        kinds = {name for mention in reading.named("kind") for name in mention.ids} | kinds_said(reading)
        if kinds and not any(is_of(topic, kind) for kind in kinds):
            return None
        intent = self._asked_again(topic, reading, context) or self._intent_about(topic, reading)
        return AnswerIntent(intent.id, topic.id) if intent else None

    def _asked_again(self, topic: Topic, reading: Reading, context: Context) -> Intent | None:
        """Return what was asked last, of another one of those listed, where only a number is said: "und in der letzten"."""
        last, latest = self._catalogue.intent(context.intent), next(iter(context.topics), None)
        only = all(word in _SMALL or ordinal(word) for _, word in reading.words)
        again = only and last is not None and latest in context.listed and latest != topic.id
        return last if again and last and last.needs and can_answer(topic, last) else None

    def _intent_about(self, topic: Topic, reading: Reading) -> Intent | None:
        least = _CLEAR_INTENT if _WHENCE.isdisjoint(word for _, word in reading.words) else _ASKED_WITH
        asked = [each.intent for each in reading.ranked[:3] if each.confidence >= least]
        intents = (self._catalogue.intent(name) for name in (*asked, *WHAT_IT_IS))
        return next((intent for intent in intents if intent and intent.needs and can_answer(topic, intent)), None)

    def _other_filter(self, reading: Reading, context: Context) -> Move | None:
        """Another subject for the list last shown: "und für Tourismus?"."""
        before = context.list_view
        last = self._catalogue.intent(before.intent) if before else None
        carries_on = self._is_short(reading) or _goes_on(reading) or asks_for_whom(reading)
        if before is None or last is None or last.answer.list is None or reading.named("topic") or not carries_on:
            return None
        best = self._catalogue.intent(reading.ranked[0].intent if reading.ranked else None)
        other = best and best.id != last.id and best.answer.list and reading.ranked[0].confidence >= _OTHER_LIST
        if other and (reading.named("kind") or not reading.bare or not _ANYTHING.isdisjoint(word for _, word in reading.words)):
            return None
        view = view_of(last, reading)
        if not (view.themes or view.places or view.days or view.audience):
            return None
        return AnswerIntent(last.id, view=_refined(view, before))

    def _other_time(self, reading: Reading, context: Context) -> Move | None:
        """The same at another time: "und 2024?"; after another question, when it took place then.

        What has no dates is asked the same again, of which another time is not known: "und ab 2027?" behind how many.
        """
        topic = self._catalogue.topic(context.topics[0]) if context.topics else None
        only = {mention.kind for mention in reading.mentions} == {"period"}
        if topic is None or not only or not reading.bare:
            return None
        last, dates = self._catalogue.intent(context.intent), self._catalogue.intent("dates")
        if not is_held(topic):
            again = last is not None and last.needs and last.id not in WHAT_IT_IS and can_answer(topic, last)
            again = again and uncovered(reading) <= _THEN
            return AnswerIntent(last.id, topic.id, doubt=Doubt("doubt-detail")) if last and again else None
        timed = last is not None and bool(_OF_A_TIME & set(last.answer.show)) and can_answer(topic, last)
        intent = last if timed else dates
        return AnswerIntent(intent.id, topic.id) if intent else None

    def _sibling(self, reading: Reading, context: Context) -> Move | None:
        """The same about something alike, first what was told beside it: "gibts das auch in Forst?", "und zu Tourismus?"."""
        topic = self._catalogue.topic(context.topics[0]) if context.topics else None
        elsewhere = reading.named("topic") or reading.named("elsewhere")
        if topic is None or elsewhere or not (reading.bare or asks_in_another_place(reading)):
            return None
        its_own = not reading.named("place") and self._is_alike(topic, topic, reading)
        if its_own and _tells_another(topic, reading):
            return None
        asked, named = (topic,) if its_own else self._catalogue.topics.values(), reading.named("theme")
        alike = [each for each in asked if self._is_alike(each, topic, reading)]
        alike = [each for each in alike if named or are_of_a_sort(self._catalogue, each, topic)]
        if topic in alike and context.beside is None and (there := self._there_itself(topic, reading)):
            return there
        told = [other for other in alike if other.id == context.beside]
        alike = told or [other for other in alike if other != topic and share_a_name(self._catalogue, other, topic)] or alike
        last = self._catalogue.intent(context.intent)
        if not alike or last is None:
            return None
        intent = last if last.needs and can_answer(alike[0], last) else self._catalogue.intent(WHAT_IT_IS[0])
        if intent is None:
            return None
        if len(alike) == 1:
            return AnswerIntent(intent.id, alike[0].id, described=True)
        anew = intent.id in _WHAT_THERE_IS or reading.named("theme")
        listed = self._all_alike(topic, reading) if anew else None
        return listed or AskWhich(intent.id, _ids(alike))

    def _namesake(self, reading: Reading, context: Context) -> Move | None:
        """What is asked of those of the same name in another place: "und in Forst, was machen die dort".

        It may be a name that was talked about before the latest: "gibt es auch eins in Forst".
        """
        back = any(word in _POINTING for _, word in reading.words) or asks_in_another_place(reading)
        if not back or len(reading.words) > _SENTENCE or {mention.kind for mention in reading.mentions} != {"place"}:
            return None
        talked = [topic for name in context.topics[:_LATEST] if (topic := self._catalogue.topic(name))]
        return next((move for topic in talked if (move := self._called_like(topic, reading))), None)

    def _called_like(self, topic: Topic, reading: Reading) -> Move | None:
        """Return what is asked of the one of the same name in another place."""
        alike = [other for other in self._catalogue.topics.values() if self._is_alike(other, topic, reading)]
        named = [other for other in alike if topic not in alike and share_a_name(self._catalogue, other, topic)]
        intent = self._intent_about(named[0], reading) if len(named) == 1 else None
        return AnswerIntent(intent.id, named[0].id, described=True) if intent else None

    def _there_itself(self, topic: Topic, reading: Reading) -> Move | None:
        """Return where the topic is, being in the place that is named: "geht das in Cottbus", not "in Cottbus auch"."""
        where = self._catalogue.intent(_WHERE) if reading.named("place") else None
        others = any(word in _TOO for _, word in reading.words)
        return AnswerIntent(where.id, topic.id) if where and not others and can_answer(topic, where) else None

    def _all_alike(self, topic: Topic, reading: Reading) -> Move | None:
        """Return the list of all of the topic's type that have the theme or place: "und in Senftenberg" behind studying."""
        listing, sort = self._catalogue.intent(LIST_BY_KIND.get(topic.kind)), type_of(topic)
        return AnswerIntent(listing.id, view=replace(view_of(listing, reading), types=(sort,))) if listing and sort else None

    def _is_alike(self, other: Topic, topic: Topic, reading: Reading) -> bool:
        """Tell whether *other* is of the topic's kind and type, and has the theme or place now named."""
        themes = {name for mention in reading.named("theme") for name in mention.ids}
        places = [name for mention in reading.named("place") for name in mention.ids]
        if (other.kind, type_of(other)) != (topic.kind, type_of(topic)) or not (themes or places):
            return False
        in_place = not places or any(serves(self._catalogue, other, place) for place in places)
        return in_place and (not themes or bool(themes & set(other.themes)))

    def _not_that_one(self, reading: Reading, context: Context) -> Move | None:
        """A correction that describes the other one: "nein, die andere, die für die Landkreise"; else which it is, is asked."""
        last = self._catalogue.intent(context.intent)
        if last is None or not last.needs or not reading.words or not says_no(reading.words[0][1]):
            return None
        if not any(says_other(word) for _, word in reading.words):
            return None
        current = self._catalogue.topic(context.topics[0]) if context.topics else None
        if current is None:
            return None
        if self._is_alike(current, current, reading) and (there := self._there_itself(current, reading)):
            return there
        kinds = _BODIES if current.kind in _BODIES else frozenset({current.kind})
        for fact in reading.facts:
            described = fact.topic != current.id and fact.nearness >= _DESCRIBED
            if described and self._is_kind(fact.topic, kinds):
                return AnswerIntent(last.id, fact.topic)
        return self._another(current, last)

    def _another(self, current: Topic, asked: Intent) -> Move | None:
        """Ask back which of the others of this sort is meant: the bot does not guess."""
        sort = (current.kind, type_of(current))
        others = [topic for topic in self._catalogue.topics.values() if (topic.kind, type_of(topic)) == sort and topic != current]
        able = [topic for topic in others if can_answer(topic, asked)] or others
        return AskWhich(asked.id, _ids(able)) if able else None

    def _described(self, reading: Reading, context: Context) -> Move | None:
        """One of several by what is said of it: "der andere, von der Kammer", "die mit Tourismus", "welche macht Radwege"."""
        words = [read_as for _, read_as in reading.words]
        if len(words) > _SENTENCE or not words or not (points(words) or asks_which_one(reading)):
            return None
        listed = self._told_apart(context)
        if len(listed) < 2:
            return None
        named = {name for kind in _TELLING for mention in reading.named(kind) for name in mention.ids}
        telling = [word for word in words if not ordinal(word)]
        shared = [
            (shared_words(telling, described(self._catalogue, topic, context)) + len(named & belongs_to(topic)), topic)
            for topic in listed
        ]
        best = max(shared, key=lambda each: each[0])
        if not best[0] or [count for count, _ in shared].count(best[0]) > 1:
            return None
        last = self._catalogue.intent(context.intent)
        asked = self._intent_about(best[1], reading)
        able = last if last and last.needs and can_answer(best[1], last) else asked
        return AnswerIntent(able.id, best[1].id) if able else None

    def _told_apart(self, context: Context) -> tuple[Topic, ...]:
        """Return those that may be told from each other: listed last, else the parts of the latest topic or of its whole."""
        listed = tuple(topic for name in context.listed if (topic := self._catalogue.topic(name)))
        latest = self._catalogue.topic(context.topics[0] if context.topics else None)
        if len(listed) > 1 or latest is None:
            return listed
        wholes = (latest, *wholes_of(self._catalogue, latest))
        return next((parts for whole in wholes if (parts := parts_of(self._catalogue, whole))), ())

    def _is_kind(self, identifier: str, kinds: frozenset[str]) -> bool:
        topic = self._catalogue.topic(identifier)
        return topic is not None and topic.kind in kinds

    def _is_short(self, reading: Reading) -> bool:
        """Tell whether a message is too short to ask something by itself."""
        if len(reading.words) > (_SENTENCE if reading.bare else _SHORT):
            return False
        best = self._catalogue.intent(reading.ranked[0].intent if reading.ranked else None)
        foreign = best is not None and best.kind == "out_of_scope" and reading.ranked[0].confidence < _FOREIGN
        return reading.bare or reading.verdict != "answer" or foreign


def _goes_on(reading: Reading) -> bool:
    """Tell whether a message that asks nothing clear by itself begins with "und"."""
    first = reading.words[0][0].casefold() if reading.words else ""
    joined = any(first in grammar.joining for grammar in GRAMMARS.values())
    return joined and reading.verdict != "answer" and len(reading.words) <= _SENTENCE


def _tells_another(topic: Topic, reading: Reading) -> bool:
    """Tell whether a theme that the topic has is told by the very word for another: "und Obersorbisch" behind Lower Sorbian."""
    return any(fact.topic != topic.id and fact.nearness >= _SURELY_NEAR for fact in reading.facts[:1])


def _refined(view: ListView, before: ListView) -> ListView:
    """Keep what the list was filtered by before, where nothing of that sort is named now."""
    return replace(view, types=view.types or before.types, themes=view.themes or before.themes,
                   places=view.places or before.places, days=view.days or before.days, audience=view.audience or before.audience,
                   of_any_kind=before.of_any_kind, dated=before.dated)


def _outside_periods(reading: Reading) -> list[str]:
    """Return the words that name no time: "letztes Jahr" is not the last of a list."""
    timed = {at for mention in reading.named("period") for at in range(mention.first, mention.last)}
    return [word for at, (_, word) in enumerate(reading.words) if at not in timed]


def _ids(topics: list[Topic]) -> tuple[str, ...]:
    return tuple(topic.id for topic in topics[:MOST_ASKED])
