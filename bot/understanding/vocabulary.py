"""The words we use ourselves: what questions are repaired to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS
from bot.language.morphology import Morphology
from bot.language.normalise import Normaliser
from bot.language.repair import Repairer
from bot.model.catalogue import Catalogue
from bot.model.values import Language
from bot.understanding.names import NameIndex


def normalisers_for(
    catalogue: Catalogue, index: NameIndex, morphology: Morphology
) -> tuple[frozenset[str], Mapping[Language, Normaliser]]:
    """Return our vocabulary, and for each language the normaliser that repairs to it."""
    counts = Counter(_our_words(catalogue, index))
    sounds = [pair for grammar in GRAMMARS.values() for pair in grammar.sounds]
    repairer = Repairer(counts, morphology.is_known, sounds)
    known = catalogue.synonyms
    normalisers = {
        code: Normaliser(known.replace.get(code, {}), known.fillers.get(code, ()), repairer) for code in GRAMMARS
    }
    return frozenset(counts), normalisers


def _our_words(catalogue: Catalogue, index: NameIndex) -> Iterable[str]:
    for intent in catalogue.intents.values():
        for texts in intent.examples.values():
            yield from (word for text in texts for word in folded_words(text) if not word.startswith("{"))
    for name in index.names:
        yield from name.words
        if name.kind in ("topic", "theme") and 1 < len(name.words) <= 3:
            yield "".join(name.words)
    for grammar in GRAMMARS.values():
        yield from (*grammar.months, *grammar.seasons, *grammar.weekdays, *grammar.ordinals, *grammar.stop_words)
    for table in catalogue.synonyms.replace.values():
        yield from (word for meant in table.values() for word in folded_words(meant))
