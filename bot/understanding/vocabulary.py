"""The words we use ourselves: what questions are repaired to, and how they are spelt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

from bot.language.fold import Word, folded_words, words
from bot.language.languages import GRAMMARS
from bot.language.morphology import Morphology
from bot.language.normalise import Normaliser
from bot.language.repair import Repairer
from bot.model.catalogue import Catalogue
from bot.model.topics import Theme
from bot.model.values import Language, base_of
from bot.understanding.names import NameIndex


def normalisers_for(
    catalogue: Catalogue, index: NameIndex, morphology: Morphology
) -> tuple[frozenset[str], Mapping[Language, Normaliser]]:
    """Return our vocabulary, and for each language the normaliser that repairs to it.

    Where we have no grammar of a language, and no dictionary, its words are left as they are written.
    """
    examples = [words(text) for text in _examples(catalogue)]
    counts = Counter(_our_words(catalogue, index, examples))
    sounds = [pair for grammar in GRAMMARS.values() for pair in grammar.sounds]
    repairer, as_written = Repairer(counts, morphology.is_known, sounds), Repairer(counts, lambda _: True)
    spelling = _spelling(chain(examples, map(words, _facts(catalogue))))
    known = catalogue.synonyms
    normalisers = {
        code: Normaliser(
            known.replace.get(code, {}), known.fillers.get(code, ()), repairer if code in GRAMMARS else as_written, spelling
        )
        for code in {**GRAMMARS, **dict.fromkeys(map(base_of, catalogue.languages))}
    }
    return frozenset(counts), normalisers


def words_of_tongues(catalogue: Catalogue) -> Mapping[Language, tuple[str, ...]]:
    """Return the words by which languages that belong to a theme are recognised."""
    return {code: listed for theme in catalogue.of_class(Theme) for code, listed in theme.languages.items()}


def _our_words(catalogue: Catalogue, index: NameIndex, examples: Iterable[Iterable[Word]]) -> Iterable[str]:
    for example in examples:
        yield from (word.folded for word in example if not word.folded.startswith("{"))
    for name in index.names:
        yield from name.words
        if name.kind in ("topic", "theme") and 1 < len(name.words) <= 3:
            yield "".join(name.words)
    for grammar in GRAMMARS.values():
        yield from (*grammar.months, *grammar.seasons, *grammar.weekdays, *grammar.ordinals, *grammar.stop_words)
    for table in catalogue.synonyms.replace.values():
        yield from (word for meant in table.values() for word in folded_words(meant))


def _examples(catalogue: Catalogue) -> Iterable[str]:
    """Return all that somebody could ask: the intents' examples and the topics' questions."""
    for intent in catalogue.intents.values():
        yield from (text for texts in intent.examples.values() for text in texts)
    for topic in catalogue.topics.values():
        yield from (text for texts in topic.questions.values() for text in texts)


def _facts(catalogue: Catalogue) -> Iterable[str]:
    for topic in catalogue.topics.values():
        yield from (*topic.title.values(), *topic.also_called)
        facts = (*topic.facets.values(), *([topic.summary] if topic.summary else ()))
        yield from (text for fact in facts for text in fact.text.values())


def _spelling(texts: Iterable[Iterable[Word]]) -> Mapping[str, str]:
    """Return the usual spelling of the folded words that *texts* spell with umlauts."""
    written_so = Counter((word.folded, word.written) for text in texts for word in text)
    spelt: Counter[tuple[str, str]] = Counter()
    for (folded, written), times in written_so.items():
        spelt[folded, written.lower()] += times
    usual: dict[str, str] = {}
    for (folded, written), _ in spelt.most_common():
        usual.setdefault(folded, written)
    return {folded: written for folded, written in usual.items() if not written.isascii()}
