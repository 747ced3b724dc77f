"""What few words ask of what is talked about that only one of its answers speaks of: "und Urlaub?"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.language.remembering import remembered
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import LANGUAGE
from bot.model.moves import AnswerIntent, Move
from bot.model.reading import Reading

_MOST, _SHORTEST = 8, 5
_CLEAR, _SURE = 0.5, 0.7
"""From this confidence on a message asks something by itself, whatever its words are; and how sure one can be of the words."""
_LATEST, _OVERVIEW = 2, "overview"
"""So many of the topics talked about may be meant, the latest first."""
_OF_LANGUAGE = (LANGUAGE, "spoken")
"""Questions that a language is named in: whether the bot speaks it, in which something is held."""
_INTERROGATIVES = of_any(lambda grammar: grammar.interrogatives)
_EMPTY = of_any(lambda grammar: grammar.stop_words | grammar.asking | grammar.happening)
_NAMES = of_any(lambda grammar: grammar.names)


class Wording:
    """Knows which words each answer of a topic says."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._said = remembered(self._words_said)

    def told(self, reading: Reading, context: Context) -> AnswerIntent | None:
        """Return the one answer that speaks of all that is told; None where several do, or more is asked.

        It is one of the latest topic, or the first of the one before where no answer of the latest does.
        """
        clear = any(each.confidence >= _CLEAR for each in reading.ranked[:1])
        named = reading.named("topic") or reading.named("place")
        asks = any(word in _INTERROGATIVES for _, word in reading.words)
        if clear or named or asks or len(reading.words) > _MOST:
            return None
        telling = _telling(reading)
        if not telling or any(len(word) < _SHORTEST or word.isdecimal() for word in telling):
            return None
        latest, before = (*context.topics[:_LATEST], "", "")[:_LATEST]
        speaking = self._speaking(latest, telling)
        return self._one_of(latest, speaking) if speaking else self._one_of(before, self._speaking(before, telling)[:1])

    def of_language(self, reading: Reading, context: Context) -> AnswerIntent | None:
        """Return the one answer of the latest topic that speaks of the language named: "und Polnisch?" behind a course."""
        latest = next(iter(context.topics), None)
        words = {word for word in _telling(reading) if len(word) >= _SHORTEST}
        asks = any(each.intent in _OF_LANGUAGE for each in reading.ranked[:1])
        if latest is None or not asks or reading.named("topic") or not words.isdisjoint(_NAMES):
            return None
        speaking = {name for word in words for name in self._speaking(latest, {word}) if name != _OVERVIEW}
        return self._one_of(latest, tuple(speaking))

    def unless_heard(self, move: Move, reading: Reading, context: Context) -> Move:
        """Return *move*; where it tells again what the topic is, the one other answer that speaks of what is asked for."""
        again = isinstance(move, AnswerIntent) and move.intent == _OVERVIEW and context.has_just_heard(move.intent, move.topic)
        if not isinstance(move, AnswerIntent) or move.topic is None or not again:
            return move
        telling = {word for word in _telling(reading) if len(word) >= _SHORTEST}
        others = [name for name in self._speaking(move.topic, telling) if name != _OVERVIEW] if telling else []
        return self._one_of(move.topic, others) or move

    def _one_of(self, topic: str, speaking: Sequence[str]) -> AnswerIntent | None:
        """Return the answer that alone is *speaking*; what a topic is may be told anywhere else too."""
        asked = self._catalogue.intent(speaking[0]) if len(speaking) == 1 else None
        able = asked is not None and can_answer(self._catalogue.topics[topic], asked)
        return AnswerIntent(asked.id, topic, confidence=_SURE) if asked and able else None

    def _speaking(self, topic: str, words: set[str]) -> tuple[str, ...]:
        """Return the intents whose answers speak of all *words*; what the topic is only where no other does."""
        said = self._said(topic) if topic in self._catalogue.topics else ()
        found = tuple(name for name, told in said if all(any(word in other for other in told) for word in words))
        return tuple(name for name in found if name != _OVERVIEW) or found

    def _words_said(self, name: str) -> list[tuple[str, frozenset[str]]]:
        topic = self._catalogue.topics[name]
        prose = [(facet, fact.text) for facet, fact in topic.facets.items()]
        prose += [(_OVERVIEW, topic.summary.text)] if topic.summary else []
        return [(facet, frozenset(folded_words(" ".join(text.values())))) for facet, text in prose]


def _telling(reading: Reading) -> set[str]:
    return {word for _, word in reading.words if word not in _EMPTY}
