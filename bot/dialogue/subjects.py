"""What there is of a theme, a kind or in a place that was named: overviews and lists."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.dialogue.alike import LIST_BY_KIND, are_of_a_sort
from bot.dialogue.option import ANSWER_FROM, Option
from bot.dialogue.views import uncovered, view_of
from bot.dialogue.whats_on import asks_only_which, asks_whats_there
from bot.language.languages import of_any
from bot.model.answerable import WHAT_IT_IS, can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import ListSpec
from bot.model.moves import AnswerIntent, Doubt
from bot.model.places import serves
from bot.model.reading import Reading
from bot.model.topics import Offer, Organisation, Theme, type_of

_SHORT = 6
"""So few words are a short message."""
_IN_ANY_FIELD, _IN_ANY = ("internship", "volunteering"), 0.7
"""Sorts of offers that hardly a field of work is without, though we list none for it; and how sure it is that one is meant."""
_BY_ITS_WORD = 0.9
"""From this score on a field of work is named by its own word, not by a part of a longer one: "Sängerstadt"."""
_WHERE, _FIELDS = "place", "fields-of-work"
_DWELLING = of_any(lambda grammar: grammar.dwelling)
_ANYTHING, _POINTING = of_any(lambda grammar: grammar.anything), of_any(lambda grammar: grammar.pointing)
_ONE, _TOO = of_any(lambda grammar: grammar.one), of_any(lambda grammar: grammar.too)
_WHENCE, _WHICH_ARE = of_any(lambda grammar: grammar.whence), of_any(lambda grammar: grammar.which)
_ANEW = of_any(lambda grammar: grammar.longing | grammar.contrasting)
_NOTHING_TOLD = of_any(lambda grammar: grammar.stop_words - grammar.particular)


class Subjects:
    """Knows the lists of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._empty = empty_fields(catalogue)

    def alone(self, reading: Reading, context: Context) -> AnswerIntent | None:
        """Return what is told where nothing but a theme, a kind, a place or more was said; None where small talk is sure."""
        if self._is_of_the_bot(reading):
            return None
        listed = self._theme_alone(reading) or self.kind_alone(reading)
        return self._there_too(listed, context) if {mention.kind for mention in reading.mentions} == {"place"} else listed

    def _there_too(self, listed: AnswerIntent | None, context: Context) -> AnswerIntent | None:
        """Return what is *listed* in a place; within a talk where the latest topic is: nobody told us whether it is there too.

        All else there is in that place is no answer to that. What is nowhere is told again.
        """
        last, where = self._catalogue.intent(context.intent), self._catalogue.intent(_WHERE)
        latest = self._catalogue.topic(next(iter(context.topics), None))
        if not (listed and listed.view and latest and last and last.needs):
            return listed
        asked = where if where and can_answer(latest, where) else last
        return next((AnswerIntent(asked.id, latest.id, doubt=Doubt("doubt-town", name)) for name in listed.view.places), None)

    def something(self, reading: Reading, best: Option | None) -> AnswerIntent | None:
        """Return the list of the theme that "something with" is wanted, where the *best* option is weak or for everybody.

        "Bin 16, in der 10. Klasse und will was mit Autos machen" asks for more than what everybody hears after school.
        """
        words = [read_as for _, read_as in reading.words]
        named = [words[max(0, theme.first - 2) : theme.last] for theme in reading.named("theme")[:1]]
        wanted = any(one in _ANYTHING and then in _POINTING for some in named for one, then in pairwise(some))
        told = best is not None and best.weight >= ANSWER_FROM and (bool(best.intent.needs) or best.intent.answer.text is None)
        return self.list_for(reading) if wanted and not told else None

    def kind_alone(self, reading: Reading) -> AnswerIntent | None:
        """Return the list of the kind that was named."""
        kinds = [mention.ids[0].partition("/")[0] for mention in reading.named("kind")]
        return self.list_for(reading, *kinds[:1])

    def list_for(self, reading: Reading, kind: str = "") -> AnswerIntent | None:
        """List what is of this kind; for a theme or place alone, whatever there is."""
        intent = self._catalogue.intent(LIST_BY_KIND.get(kind, LIST_BY_KIND["offer"]))
        if intent is None:
            return None
        view = view_of(intent, reading)
        return AnswerIntent(intent.id, view=view if kind else replace(view, of_any_kind=True))

    def for_offer(self, reading: Reading, context: Context) -> AnswerIntent | None:
        """Return the list that a general offer narrows: a theme's offers, or what of another kind there is for it.

        "Ausbildung mit Tieren" asks for offers, "eine Messe für Lehrstellen" for fairs, "Ausbildung in Forst" for those there.
        "Welche Einsatzstellen gibt es beim FSJ" asks for none of all the bodies there are.
        So it is where the offer was named before, or a list of the theme shown: "was mit Tieren" behind internships, or before.
        """
        named = self._general(reading) or self._in_talk(reading, context)
        which = asks_only_which(reading)
        if named is None or not (reading.bare or which or self._asks_where(reading, named)):
            return None
        kinds = [mention.ids[0].partition("/")[0] for mention in reading.named("kind")]
        if kinds and kinds[0] != "offer":
            narrowed = kinds[0] != "organisation" or reading.named("theme") or reading.named("place")
            return self.list_for(reading, kinds[0]) if narrowed else None
        field = () if reading.named("theme") else _field_listed(named, context)
        if reading.named("theme") or field:
            told = self._in_a_field(named, context)
            again = told is not None and context.has_just_heard(told.intent, named.id)
            return (None if again else told) or self._of_a_field(reading, named, field)
        return self._of_its_sort(reading, named) if which or reading.named("place") else None

    def _asks_where(self, reading: Reading, named: Offer) -> bool:
        """Tell whether it is only asked where, in no one place, several teach something: "wo gibts ne Lehre zum Elektriker"."""
        rest, themes = uncovered(reading), {name for mention in reading.named("theme") for name in mention.ids}
        asks = named.place is None and bool(rest & _WHENCE) and rest <= _WHENCE | _WHICH_ARE | _NOTHING_TOLD
        offers = self._catalogue.of_class(Offer) if asks else ()
        return sum(offer.type == named.type and not themes.isdisjoint(offer.themes) for offer in offers) > 1

    def _in_talk(self, reading: Reading, context: Context) -> Offer | None:
        """Return the general offer talked about, there in any field of work, where a field alone is named, and not longed for."""
        latest = self._catalogue.topic(next(iter(context.topics), None))
        alone = {mention.kind for mention in reading.mentions} == {"theme"}
        if not alone or any(word in _ANEW for _, word in reading.words) or not isinstance(latest, Offer):
            return None
        return latest if latest.provider is None and latest.type in _IN_ANY_FIELD else None

    def _in_a_field(self, named: Offer, context: Context) -> AnswerIntent | None:
        """Return in which fields there is a general offer that is in any, and what it is: "FSJ im Krankenhaus"."""
        fields, overview = self._catalogue.intent(_FIELDS), self._catalogue.intent(WHAT_IT_IS[0])
        if overview is None or named.type not in _IN_ANY_FIELD:
            return None
        told = AnswerIntent(overview.id, named.id, confidence=_IN_ANY)
        if fields is None or not can_answer(named, fields):
            return told
        return replace(told, intent=fields.id, also=None if named.id in context.topics else (overview.id, named.id))

    def _of_a_field(self, reading: Reading, named: Offer, field: tuple[str, ...]) -> AnswerIntent | None:
        """Return the list of offers of the theme that is named; else what of the sort *named* there is for the *field* listed.

        Where nothing at all was in that, it is not said again.
        """
        listed = self.list_for(reading, "offer")
        if not field or listed is None or listed.view is None:
            return listed
        narrowed = replace(listed, view=replace(listed.view, types=(named.type,), themes=field))
        return None if self._empty.issuperset(field) else narrowed

    def _general(self, reading: Reading) -> Offer | None:
        """Return the offer named first, where nobody in particular makes it: no body is named with it."""
        topics = [self._catalogue.topic(mention.ids[0]) for mention in reading.named("topic")]
        if any(isinstance(topic, Organisation) for topic in topics):
            return None
        return next((topic for topic in topics[:1] if isinstance(topic, Offer) and topic.provider is None), None)

    def _of_its_sort(self, reading: Reading, named: Offer) -> AnswerIntent | None:
        """Return what there is of the sort of a general offer, in the place named if any; None where it is the only one."""
        listed = self.list_for(reading, "offer")
        if listed is None or listed.view is None:
            return None
        places = listed.view.places
        same = (topic for topic in self._catalogue.of_class(Offer) if topic.type == named.type and topic != named)
        field = set(named.themes)
        alike = [topic for topic in same if are_of_a_sort(self._catalogue, named, topic) or field.intersection(topic.themes)]
        if not any(not places or any(serves(self._catalogue, topic, place) for place in places) for topic in alike):
            return None
        return replace(listed, view=replace(listed.view, types=(named.type,)), also=(WHAT_IT_IS[0], named.id))

    def there(self, reading: Reading, context: Context) -> AnswerIntent | None:
        """Return all there is in a place, where nothing else is asked: "was gibts in Forst".

        In a talk it is not all of the region, nor where one more is asked for: "gibt es auch eins in Forst".
        """
        listed = self.list_for(reading) if asks_whats_there(reading) else None
        words = {word for _, word in reading.words}
        one_more = not (words.isdisjoint(_ONE) or words.isdisjoint(_TOO))
        return None if listed and listed.view and context.topics and (one_more or not listed.view.places) else listed

    def at_home(self, reading: Reading) -> AnswerIntent | None:
        """Return all there is where somebody lives: "ich wohne in Lieberose und hab kein Auto"."""
        lives_there = reading.named("place") and any(word in _DWELLING for _, word in reading.words)
        return self.list_for(reading) if lives_there and not reading.named("topic") else None

    def perhaps(self, reading: Reading) -> AnswerIntent | None:
        """Return the list of the theme in a few words that ask for a list if for anything.

        Of a field of work nobody has to do with, that is told: "mein Sohn will zur Bundeswehr, wen fragt man da".
        """
        best = self._catalogue.intent(reading.ranked[0].intent if reading.ranked else None)
        listing = best is not None and best.answer.list is not None and _is_short_theme(reading)
        listed = self.list_for(reading) if listing or self._is_empty(reading) else None
        return replace(listed, confidence=reading.ranked[0].confidence) if listed else None

    def _is_empty(self, reading: Reading) -> bool:
        """Tell whether a field of work is named by its own word that nobody has to do with, and no other."""
        named = reading.named("theme")
        return bool(named) and all(theme.score >= _BY_ITS_WORD and self._empty.issuperset(theme.ids) for theme in named)

    def one_of(self, spec: ListSpec, reading: Reading) -> str | None:
        """Return the one topic of a list that the question already names: "welche Werkstatt macht Radwege"."""
        named = [name for mention in reading.named("topic") for name in mention.ids]
        topics = [topic for name in named if (topic := self._catalogue.topic(name))]
        fitting = [topic.id for topic in topics if topic.kind in spec.of and type_of(topic) in spec.types]
        return fitting[0] if len(fitting) == 1 else None

    def _is_of_the_bot(self, reading: Reading) -> bool:
        """Tell whether small talk is sure although a theme is named in it: "bist du ein Roboter"."""
        best = self._catalogue.intent(reading.ranked[0].intent if reading.ranked else None)
        named = sum(mention.last - mention.first for mention in reading.named("theme"))
        return reading.verdict == "answer" and best is not None and best.kind == "small_talk" and len(reading.words) > named

    def _theme_alone(self, reading: Reading) -> AnswerIntent | None:
        themes = [self._catalogue.topic(mention.ids[0]) for mention in reading.named("theme")]
        overview = self._catalogue.intent("overview")
        if themes and themes[0] and overview and can_answer(themes[0], overview) and not reading.named("kind"):
            return AnswerIntent(overview.id, themes[0].id)
        return self.list_for(reading) if themes else None


def _field_listed(named: Offer, context: Context) -> tuple[str, ...]:
    """Return the field of work whose list was just shown, where the offer *named* is none of those in it."""
    view = context.list_view
    return view.themes if view and view.intent == context.intent and named.id not in context.listed else ()


def empty_fields(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids of the fields of work that no topic has to do with."""
    held = {theme for topic in catalogue.topics.values() for theme in topic.themes}
    return frozenset(theme.id for theme in catalogue.of_class(Theme)) - held


def _is_short_theme(reading: Reading) -> bool:
    return bool(reading.named("theme")) and len(reading.words) <= _SHORT
