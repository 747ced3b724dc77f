"""What few words ask of what is talked about that only one of its answers speaks of: "und Urlaub?"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.dialogue.told_words import SHORTEST, ToldWords
from bot.dialogue.topics import accepted_kinds
from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.language.remembering import remembered
from bot.model.answer_texts import answer_texts
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import Intent
from bot.model.moves import AnswerIntent, Move
from bot.model.reading import Reading
from bot.model.topics import Dated, Topic
from bot.model.values import Language, is_register

_MOST, _SHORTEST_PART = 8, 3
_RARELY = 2
"""So many answers of a topic may say a word that tells which of them is meant."""
_CLEAR, _SURE = 0.5, 0.7
"""From this confidence on a message asks something by itself, whatever its words are; and how sure one can be of the words."""
_SURELY = 0.85
"""So sure it is what is asked that no word of it means another answer too."""
_UNSURE = 0.65
"""Below this confidence what nobody told us may not be what is asked, where another answer says the word."""
_NUMBERS = "how-many"
"""A number counts one thing: what else is counted another answer may tell."""
_LATEST, _OVERVIEW, _HISTORY = 2, "overview", "history"
"""So many of the topics talked about may be meant, the latest first."""
_LEANING = of_any(lambda grammar: grammar.joining | grammar.there | grammar.them | grammar.one | grammar.too)
_INTERROGATIVES = of_any(lambda grammar: grammar.interrogatives)
_EMPTY = of_any(lambda grammar: grammar.stop_words | grammar.asking | grammar.happening)
_NO = of_any(lambda grammar: grammar.negating)
_KINDS = of_any(lambda grammar: frozenset(grammar.kinds))


class Wording:
    """Knows which words each answer of a topic says."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._by_intent = remembered(self._words_by_intent)
        self._told_by = remembered(self._words_told)

    def told(self, reading: Reading, context: Context) -> AnswerIntent | None:
        """Return the one answer that speaks of all that is told; None where several do, or more is asked.

        It is one of the latest topic, or the first of the one before where no answer of the latest does.
        """
        clear = any(each.confidence >= _CLEAR and self._is_apt(each.intent, context) for each in reading.ranked[:1])
        named = reading.named("topic") or reading.named("place")
        asks = any(word in _INTERROGATIVES for _, word in reading.words)
        if clear or named or asks or len(reading.words) > _MOST:
            return None
        telling = _telling(reading)
        if not telling or any(len(word) < SHORTEST or word.isdecimal() for word in telling):
            return None
        latest, before = (*context.topics[:_LATEST], "", "")[:_LATEST]
        speaking = self._speaking(latest, telling)
        told = self._one_of(latest, speaking) if speaking else self._one_of(before, self._speaking(before, telling)[:1])
        return None if told and told.intent == _OVERVIEW and context.has_just_heard(told.intent, told.topic) else told

    def _is_apt(self, intent: str, context: Context) -> bool:
        """Tell whether *intent* may be asked of what is talked about, or of nothing."""
        asked, latest = self._catalogue.intents[intent], self._catalogue.topic(next(iter(context.topics), None))
        return latest is None or not asked.needs or latest.kind in accepted_kinds(asked)

    def new(self, carried: Move | None, reading: Reading, context: Context) -> Move | None:
        """Return what was *carried* on from the last question; where that tells the same again, rather what the words tell."""
        again = isinstance(carried, AnswerIntent) and context.has_just_heard(carried.intent, carried.topic)
        if not isinstance(carried, AnswerIntent) or not again or carried.name or carried.others or carried.view:
            return carried
        return self.told(reading, context) or carried

    def denied(self, reading: Reading, context: Context) -> AnswerIntent | None:
        """Return where the latest topic is, where it is only asked whether that is not a place: "nicht mehr in Lübbenau?".

        Where its history names that place, that tells why.
        """
        rest = {word for at, (_, word) in enumerate(reading.words) if not any(p.first <= at < p.last for p in reading.mentions)}
        only = {mention.kind for mention in reading.mentions} == {"place"} and bool(rest & _NO) and rest <= _EMPTY
        latest, place = self._catalogue.topic(next(iter(context.topics), None)), self._catalogue.intent("place")
        if not only or latest is None:
            return None
        said = {word for each in reading.mentions for _, word in reading.words[each.first : each.last]}
        past = self._catalogue.intent(_HISTORY) if _HISTORY in self._answers(latest.id, said) else None
        told = [each.id for each in (place, past) if each and can_answer(latest, each)]
        return AnswerIntent(told[0], latest.id, also=(told[1], latest.id) if told[1:] else None) if told else None

    def of_place(self, reading: Reading, context: Context) -> AnswerIntent | None:
        """Return the answer of the latest topic that speaks of the place that alone is named: "kennst du eine in Guben".

        Where several do it is the one last told: "auch Dahme-Spreewald" behind for whom an office is there.
        """
        latest = next(iter(context.topics), None)
        asked = self._catalogue.intent(reading.ranked[0].intent if reading.ranked else None)
        clear = asked is not None and reading.ranked[0].confidence >= _CLEAR and asked.kind != "small_talk"
        leans = not _LEANING.isdisjoint(word for _, word in reading.words) and len(reading.words) <= _MOST
        if latest is None or clear or not leans or {mention.kind for mention in reading.mentions} != {"place"}:
            return None
        said = {word for place in reading.mentions for _, word in reading.words[place.first : place.last]}
        speaking = self._answers(latest, said)
        return self._one_of(latest, [context.intent] if context.intent in speaking else speaking)

    def rather(self, move: Move, reading: Reading, context: Context) -> Move:
        """Return *move*; rather the answer that speaks of what is asked for, of what is talked about, where this does not.

        So it is where *move* tells again what the topic is, and where nothing is asked surely: "auch Physio?".
        """
        topic = self._catalogue.topic(move.topic) if isinstance(move, AnswerIntent) else None
        if not isinstance(move, AnswerIntent) or topic is None or not _is_talked_about(topic, context):
            return move
        telling = {word for word in _telling(reading) if len(word) >= SHORTEST}
        if move.intent == _OVERVIEW and context.has_just_heard(move.intent, move.topic):
            return self._one_of(topic.id, self._answers(topic.id, telling)) or move
        named = _KINDS.union(*(folded_words(title) for title in topic.title.values()))
        speaking = self._answers(topic.id, telling - named)
        if move.intent in speaking or not _asks_loosely(reading):
            return move
        likeliest = sorted(speaking, key=lambda name: -reading.asks.get(name, 0.0))[:1]
        return self._one_of(topic.id, likeliest) or move

    def said(self, move: Move, reading: Reading, context: Context) -> Move:
        """Return *move* with the answer that says the word it was asked with, where it does not say that itself.

        A topic is called by its parts too: "Landarztquote", "Brunnenbauer". What the topic is comes second where only that
        was said, or is talked about: else it is asked for, and the word may be there by chance.
        """
        topic = self._catalogue.topic(move.topic) if isinstance(move, AnswerIntent) else None
        if not isinstance(move, AnswerIntent) or topic is None or move.name or move.others or move.view:
            return move
        asked = self._catalogue.intents[move.intent]
        able = can_answer(topic, asked)
        sure = able and move.confidence >= _SURELY and asked.id != _NUMBERS
        if asked.kind != "question" or (move.intent != _OVERVIEW and (move.also is not None or sure)):
            return move
        heard = self._told(topic, asked, move.also)
        new = [word for word in _words_of_it(reading) if not heard.say(word)]
        counts = Counter(name for word in new for name in self._only_in(topic.id, word))
        if not counts:
            return self._more_of_it(move, topic, reading)
        best = max(counts, key=lambda name: (counts[name], reading.asks.get(name, 0.0)))
        if move.intent == _OVERVIEW and (reading.bare or _is_talked_about(topic, context)):
            return replace(move, intent=best, also=(_OVERVIEW, topic.id))
        instead = not able and move.confidence < _UNSURE and counts[best] == len(new)
        return replace(move, intent=best) if instead else replace(move, also=(best, topic.id))

    def _more_of_it(self, move: AnswerIntent, topic: Topic, reading: Reading) -> Move:
        """Return *move*, where that is what *topic* is, with what else is said of the part that was named: "Landarztquote"."""
        if move.intent != _OVERVIEW or move.also is not None:
            return move
        title = ToldWords.of(topic.title.values())
        named = [word for word in _words_of_it(reading) if not title.say(word)]
        counts = Counter(name for word in named for name in self._only_in(topic.id, word))
        best = max(counts, key=lambda name: (counts[name], reading.asks.get(name, 0.0)), default=None)
        return replace(move, also=(best, topic.id)) if best else move

    def _told(self, topic: Topic, asked: Intent, also: tuple[str, str | None] | None) -> ToldWords:
        """Return the words that are told of *topic*, its name among them."""
        return self._told_by(topic.id, asked.id, also[0] if also and also[1] == topic.id else asked.id)

    def _words_told(self, identifier: str, *names: str) -> ToldWords:
        topic = self._catalogue.topics[identifier]
        texts = (text for name in names for text in answer_texts(self._catalogue, topic, self._catalogue.intents[name]))
        return ToldWords.of((*texts, *topic.title.values()))

    def _only_in(self, topic: str, word: str) -> tuple[str, ...]:
        """Return the one or two facets that say *word*; none where more do: it tells nothing then."""
        saying = tuple(name for name, told in self._plainly_said(topic) if name != _OVERVIEW and told.say(word))
        able = tuple(name for name in saying if name in self._catalogue.intents)
        return able if len(saying) <= _RARELY else ()

    def _answers(self, topic: str, words: set[str]) -> tuple[str, ...]:
        """Return the intents whose answers speak of all *words*, but for what the topic is; none where there are no words."""
        return tuple(name for name in self._speaking(topic, words) if name != _OVERVIEW) if words else ()

    def _one_of(self, topic: str, speaking: Sequence[str]) -> AnswerIntent | None:
        """Return the answer that alone is *speaking*; what a topic is may be told anywhere else too."""
        asked = self._catalogue.intent(speaking[0]) if len(speaking) == 1 else None
        able = asked is not None and can_answer(self._catalogue.topics[topic], asked)
        return AnswerIntent(asked.id, topic, confidence=_SURE) if asked and able else None

    def _speaking(self, topic: str, words: set[str]) -> tuple[str, ...]:
        """Return the intents whose answers speak of all *words*; what the topic is only where no other does."""
        said = self._said(topic) if topic in self._catalogue.topics else ()
        found = tuple(name for name, told in said if all(map(told.speak_of, words)))
        return tuple(name for name in found if name != _OVERVIEW) or found

    def _said(self, topic: str) -> list[tuple[str, ToldWords]]:
        return [(name, told) for name, told, _ in self._by_intent(topic)]

    def _plainly_said(self, topic: str) -> list[tuple[str, ToldWords]]:
        """Return the words said but by what explains it in simple words, which are anybody's: "die Akademie sagt dir"."""
        return [(name, plain) for name, _, plain in self._by_intent(topic)]

    def _words_by_intent(self, name: str) -> list[tuple[str, ToldWords, ToldWords]]:
        return list(_words_by_intent(self._catalogue.topics[name]))


def _words_by_intent(topic: Topic) -> Iterator[tuple[str, ToldWords, ToldWords]]:
    """Yield for each answer of *topic* the words it says, and those that are not in simple words."""
    prose = [(facet, fact.text) for facet, fact in topic.facets.items()]
    prose += [(_OVERVIEW, topic.summary.text)] if topic.summary else []
    prose += [(_HISTORY, milestone.what) for milestone in topic.history]
    said: dict[str, list[tuple[Language, str]]] = {}
    for name, text in prose:
        said.setdefault(name, []).extend(text.items())
    for name, told in said.items():
        plain = ToldWords.of(words for language, words in told if not is_register(language))
        simple = ToldWords.of(words for language, words in told if is_register(language))
        yield name, ToldWords(plain.words | simple.words), plain


def _is_talked_about(topic: Topic, context: Context) -> bool:
    """Tell whether *topic* is one of the latest, or the latest gives it."""
    given = isinstance(topic, Dated) and topic.provider in context.topics[:1]
    return topic.id in context.topics[:_LATEST] or given


def _asks_loosely(reading: Reading) -> bool:
    """Tell whether a few words name a topic, and neither ask for anything surely nor with an interrogative."""
    sure = any(each.confidence >= _SURE for each in reading.ranked[:1])
    asks = any(word in _INTERROGATIVES for _, word in reading.words)
    return bool(reading.named("topic")) and len(reading.words) <= _MOST and not (asks or sure)


def _words_of_it(reading: Reading) -> list[str]:
    """Return the words that may name a part of something: neither where, when, nor which kind of thing."""
    apart = (mention for mention in reading.mentions if mention.kind not in ("topic", "theme"))
    covered = {at for mention in apart for at in range(mention.first, mention.last)}
    words = (word for at, (_, word) in enumerate(reading.words) if at not in covered)
    return [word for word in words if word not in _EMPTY and len(word) >= _SHORTEST_PART and not word.isdecimal()]


def _telling(reading: Reading) -> set[str]:
    return {word for _, word in reading.words if word not in _EMPTY}
