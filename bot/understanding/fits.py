"""How well intents fit what a question names, whatever its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.language.languages import of_any
from bot.language.remembering import remembered
from bot.model.catalogue import Catalogue
from bot.model.intents import ANY_ROLE, GOOD_NEWS, Intent
from bot.model.reading import Mention

_FITS, _MISFITS, _NO_PERSON = 0.12, -0.4, -0.4
_DENIED = -2.0
_DENYING = of_any(lambda grammar: grammar.negating | grammar.denying)
_ASKING, _SUBJECTS = of_any(lambda grammar: grammar.asking), of_any(lambda grammar: grammar.subjects)
_BEARER_AND_CLUB, _BELONGS = frozenset({"organisation", "network"}), 0.3
"""Who names an organisation and a network asks whether one belongs to the other, unless the words say otherwise."""


class Fits:
    """Knows which intents can use a topic of a kind."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._fits = remembered(self._all_fits)

    def boosts(self, mentions: Sequence[Mention], words: Sequence[str] = ()) -> Mapping[str, float]:
        """Return what is added to the score of each intent: more where it can use what was named.

        Good news is none where one of the *words* denies it, however alike the rest: "hab die Zusage leider nicht"; nor where
        they ask: "muss ich am 1. September anfangen".
        """
        named = (self._catalogue.topic(mention.ids[0]) for mention in mentions if mention.kind == "topic")
        kinds = frozenset(topic.kind for topic in named if topic)
        nouns = frozenset(name for mention in mentions if mention.kind == "kind" for name in mention.ids)
        fits = self._fits(kinds, nouns)
        asks = not (_ASKING.isdisjoint(words[:1]) or _SUBJECTS.isdisjoint(words[1:2]))
        return {**fits, GOOD_NEWS: _DENIED} if asks or not _DENYING.isdisjoint(words) else fits

    def _all_fits(self, kinds: frozenset[str], nouns: frozenset[str]) -> Mapping[str, float]:
        return {intent.id: _fit(intent, kinds, nouns) for intent in self._catalogue.intents.values()}


def _fit(intent: Intent, kinds: frozenset[str], nouns: frozenset[str]) -> float:
    if intent.answer.list and kinds:
        return _MISFITS
    if kinds >= _BEARER_AND_CLUB and any(ANY_ROLE in role for role in intent.needs.values()):
        return _BELONGS
    if intent.answer.list and intent.answer.list.types:
        asked = {f"{kind}/{type_name}" for kind in intent.answer.list.of for type_name in intent.answer.list.types}
        return _FITS if asked & nouns else _MISFITS
    kinds = kinds | {noun.partition("/")[0] for noun in nouns} if kinds else kinds
    needed = frozenset(kind for role in intent.needs.values() for kind in role)
    if needed == {"person"}:
        return _FITS if "person" in kinds else _NO_PERSON
    if not kinds or not needed:
        return 0.0
    return _FITS if kinds & needed else _MISFITS
