"""Which language is asked for by name; and messages in one we recognise and do not speak, such as Sorbian."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.dialogue.topics import accepted_kinds
from bot.language.languages import GRAMMARS, has_foreign_letters, of_any
from bot.model.answerable import what_it_is
from bot.model.catalogue import Catalogue
from bot.model.context import Context, ListView
from bot.model.intents import LANGUAGE, Intent
from bot.model.moves import AnswerIntent, Move, NotKnown
from bot.model.reading import Reading
from bot.model.topics import Theme
from bot.model.values import base_of

_LIST, _SPOKEN = "list-offers", "spoken"
_SURELY_NAMED = 0.7
_ASKING = of_any(lambda grammar: grammar.asking)
_THAT = of_any(lambda grammar: (grammar.there & grammar.subjects) - grammar.anything)
_ARTICLES = of_any(lambda grammar: grammar.definite)
_EXCEPTING = of_any(lambda grammar: grammar.excepting)
_PEOPLE = of_any(lambda grammar: grammar.them - grammar.addressing)
_ADDRESSING, _OURS = of_any(lambda grammar: grammar.addressing), of_any(lambda grammar: grammar.names)
_LEANING = of_any(lambda grammar: grammar.joining | grammar.too)
_FEW, _BEHIND_ARTICLE = 3, 2
"""The words a question begins with, those for what and whom it may be asked of, and where a noun with an article stands in it."""


class Tongues:
    """Knows which theme a language belongs to."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._themes: dict[str, Theme] = {}
        for theme in catalogue.of_class(Theme):
            for tongue in theme.languages:
                self._themes.setdefault(tongue, theme)

    def move(self, reading: Reading, context: Context) -> Move | None:
        """Return what is to be said of a language; None where the message asks for none, or asks the bot to speak it."""
        unread = self._unreadable(reading) or self._unknown(reading, context)
        return self._recognised(reading) or unread or self._of_another(reading, context)

    def _unreadable(self, reading: Reading) -> Move | None:
        """Who writes in a language we do not speak, or in letters of none of ours, hears which we do: "po polsku proszę".

        Nothing of ours is near to that but by chance: "proszę" was taken for "Presse".
        """
        letters = 2 * len(reading.unread) > len(reading.words) and any(has_foreign_letters(word) for word in reading.unread)
        strange = (letters and not reading.mentions) or (reading.tongue is not None and self._theme(reading) is None)
        told = self._catalogue.intent(LANGUAGE) if strange else None
        return AnswerIntent(told.id, confidence=_SURELY_NAMED) if told else None

    def _unknown(self, reading: Reading, context: Context) -> NotKnown | None:
        """Who writes not one word we know asks no question of ours, however like one it looks: "prosze", taken for "Presse"."""
        likely = self._catalogue.intent(reading.ranked[0].intent if reading.ranked else None)
        strange = [word for word in reading.unread if word not in reading.unasked]
        unknown = bool(strange) and len(strange) == len(reading.words) and not reading.mentions
        return NotKnown(misses=context.misses + 1) if unknown and likely and likely.kind == "question" else None

    def _of_another(self, reading: Reading, context: Context) -> Move | None:
        """Who asks in which language something is held asks that of it, however like asking the bot it sounds: it sets none."""
        likely = self._catalogue.intents[reading.ranked[0].intent] if reading.ranked else None
        spoken = self._catalogue.intent(_SPOKEN)
        if spoken is None or likely is None or not (likely.id == LANGUAGE or likely.answer.language):
            return None
        named = reading.named("topic")
        talked = context.topics[:1] if not named and (_asks_of_another(reading) or _asks_for_another(likely, reading)) else ()
        surely = named and reading.ranked[0].confidence >= _SURELY_NAMED <= named[0].score and named_language(reading)
        topic = self._catalogue.topic(next(iter(named[0].ids if surely else talked), None))
        return AnswerIntent(spoken.id, topic.id) if topic and topic.kind in accepted_kinds(spoken) else None

    def _recognised(self, reading: Reading) -> Move | None:
        """Return what such a message surely names, else all there is on the theme; None for every other message."""
        theme, listed = self._theme(reading), self._catalogue.intent(_LIST)
        if theme is None or listed is None:
            return None
        named = (mention.ids[0] for mention in reading.named("topic") if mention.score >= _SURELY_NAMED)
        topic = self._catalogue.topic(next(named, None))
        told = what_it_is(self._catalogue, topic) if topic else None
        if topic and told:
            return AnswerIntent(told.id, topic.id)
        return AnswerIntent(listed.id, view=ListView(listed.id, themes=(theme.id,), of_any_kind=True))

    def noted(self, move: Move, reading: Reading) -> Move:
        """Return *move* as the answer to such a message, which says so; to every other it stays as it is."""
        return replace(move, tongue=reading.tongue) if self._theme(reading) and isinstance(move, AnswerIntent) else move

    def _theme(self, reading: Reading) -> Theme | None:
        return self._themes.get(reading.tongue) if reading.tongue else None


def _asks_of_another(reading: Reading) -> bool:
    """Tell whether something is asked of what is talked about, or of its people: "are they", "ist das", "ist der Kurs"."""
    verb, subject = (*(read_as for _, read_as in reading.words[:2]), "", "")[:2]
    kind = subject in _ARTICLES and any(mention.first == _BEHIND_ARTICLE for mention in reading.named("kind"))
    return subject in _PEOPLE or (verb in _ASKING and (subject in _THAT or kind))


def _asks_for_another(likely: Intent, reading: Reading) -> bool:
    """Tell whether hardly more is asked than a language that is none of ours, and nobody addressed: "auch auf Arabisch"."""
    words = {read_as for _, read_as in reading.words}
    leans = not words.isdisjoint(_LEANING) or reading.text.rstrip().endswith("?")
    alone = len(reading.words) <= _FEW and words.isdisjoint(_ADDRESSING | _OURS) and not reading.mentions
    return likely.id == LANGUAGE and leans and alone


def named_language(reading: Reading) -> str | None:
    """Return the one language of ours that is asked for by name, and not "something else than German"."""
    words = [read_as for _, read_as in reading.words]
    said = {word for before, word in pairwise(["", *words]) if before not in _EXCEPTING}
    found = [code for code, grammar in GRAMMARS.items() if grammar.names & said]
    return found[0] if len(found) == 1 else None


def in_language_of(reading: Reading, context: Context) -> Context:
    """Let the talk follow a clear change of language; a fixed one only where the new one is named."""
    if reading.language in (None, base_of(context.language)):
        return context
    said, grammar = {read_as for _, read_as in reading.words}, GRAMMARS.get(reading.language)
    if context.language_fixed and not (grammar and said & grammar.names):
        return context
    return replace(context, language=reading.language)
