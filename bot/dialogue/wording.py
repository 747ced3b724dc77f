"""What few words ask of the latest topic that only one of its answers speaks of: "und Urlaub?"."""

from __future__ import annotations

from bot.language.fold import folded_words
from bot.language.languages import of_any
from bot.language.remembering import remembered
from bot.model.answerable import can_answer
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent
from bot.model.reading import Reading

_MOST, _SHORTEST = 8, 5
_CLEAR, _SURE = 0.5, 0.7
"""From this confidence on a message asks something by itself, whatever its words are; and how sure one can be of the words."""
_INTERROGATIVES = of_any(lambda grammar: grammar.interrogatives)
_EMPTY = of_any(lambda grammar: grammar.stop_words | grammar.asking | grammar.happening)


class Wording:
    """Knows which words each answer of a topic says."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._said = remembered(self._words_said)

    def told(self, reading: Reading, context: Context) -> AnswerIntent | None:
        """Return the one answer of the latest topic that speaks of all that is told; None where several do, or more is asked."""
        latest = self._catalogue.topic(context.topics[0] if context.topics else None)
        clear = any(each.confidence >= _CLEAR for each in reading.ranked[:1])
        named = reading.named("topic") or reading.named("place")
        asks = any(word in _INTERROGATIVES for _, word in reading.words)
        if latest is None or clear or named or asks or len(reading.words) > _MOST:
            return None
        telling = {word for _, word in reading.words if word not in _EMPTY}
        if not telling or any(len(word) < _SHORTEST or word.isdecimal() for word in telling):
            return None
        speaking = [name for name, said in self._said(latest.id) if all(any(word in other for other in said) for word in telling)]
        asked = self._catalogue.intent(speaking[0]) if len(speaking) == 1 else None
        return AnswerIntent(asked.id, latest.id, confidence=_SURE) if asked and can_answer(latest, asked) else None

    def _words_said(self, topic: str) -> list[tuple[str, frozenset[str]]]:
        prose = ((name, " ".join(fact.text.values())) for name, fact in self._catalogue.topics[topic].facets.items())
        return [(name, frozenset(folded_words(text))) for name, text in prose]
