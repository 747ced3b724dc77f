"""The words we use ourselves: what questions are repaired to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS
from bot.language.morphology import Morphology
from bot.language.normalise import Normaliser
from bot.language.repair import Repairer
from bot.model.catalogue import Catalogue
from bot.understanding.names import NameIndex


def normaliser_for(catalogue: Catalogue, index: NameIndex, morphology: Morphology) -> tuple[frozenset[str], Normaliser]:
    """Return our vocabulary and the normaliser that repairs to it."""
    counts = Counter(_our_words(catalogue, index))
    replace = {short: meant for table in catalogue.synonyms.replace.values() for short, meant in table.items()}
    fillers = (word for listed in catalogue.synonyms.fillers.values() for word in listed)
    folded = (word for filler in fillers for word in folded_words(filler))
    normaliser = Normaliser(replace, folded, Repairer(counts, morphology.is_known))
    return frozenset(counts), normaliser


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
