"""The words we use ourselves: what questions are repaired to, and how they are spelt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.language.fold import Word, folded_words, words
from bot.language.languages import GRAMMARS
from bot.language.morphology import Morphology
from bot.language.normalise import Normaliser
from bot.language.remembering import Rounds
from bot.language.repair import Repairer
from bot.model.catalogue import Catalogue
from bot.model.topics import Theme
from bot.model.values import Language, base_of
from bot.understanding.names import NameIndex
from bot.understanding.slips import Slips

Split = Callable[[str], tuple[Word, ...]]
"""Takes a text apart, as `bot.language.fold.words` does."""


class SplitTexts:
    """Takes our own texts apart; those of the reader before, most of which the next has too, are known already."""

    def __init__(self) -> None:
        self._words = Rounds[str, tuple[Word, ...]]()

    def __call__(self, text: str) -> tuple[Word, ...]:
        """Return the words of *text*."""
        known = self._words.known(text)
        return self._words.keep(text, words(text)) if known is None else known

    def next_round(self) -> None:
        """Let go the texts that the reader made last did not have."""
        self._words.next_round()


def normalisers_for(
    catalogue: Catalogue, index: NameIndex, morphology: Morphology, split: Split = words
) -> tuple[frozenset[str], Mapping[Language, Normaliser], Slips]:
    """Return our vocabulary, for each language the normaliser that repairs to it, and the slips in it; *split* takes texts apart.

    Where we have no grammar of a language, and no dictionary, its words are left as they are written.
    """
    examples = [word for text in _examples(catalogue) for word in split(text)]
    counts = Counter(word.folded for word in examples if not word.folded.startswith("{"))
    own = tuple(_our_words(catalogue, index))
    counts.update(own)
    sounds = [pair for grammar in GRAMMARS.values() for pair in grammar.sounds]
    repairer, as_written = Repairer(counts, morphology.is_known, sounds), Repairer(counts, lambda _: True)
    spelling = _spelling([*examples, *(word for text in _facts(catalogue) for word in split(text))])
    known = catalogue.synonyms
    normalisers = {
        code: Normaliser(
            known.replace.get(code, {}), known.fillers.get(code, ()), repairer if code in GRAMMARS else as_written, spelling
        )
        for code in {**GRAMMARS, **dict.fromkeys(map(base_of, catalogue.languages))}
    }
    short_forms = (word for table in known.replace.values() for short in table for word in folded_words(short))
    slips = Slips(counts, _words_of_names(index), {*own, *short_forms}, morphology.is_known)
    return frozenset(counts), normalisers, slips


def words_of_tongues(catalogue: Catalogue) -> Mapping[Language, tuple[str, ...]]:
    """Return the words by which languages that belong to a theme are recognised."""
    return {code: listed for theme in catalogue.of_class(Theme) for code, listed in theme.languages.items()}


def _our_words(catalogue: Catalogue, index: NameIndex) -> Iterable[str]:
    for name in index.names:
        yield from name.words
        if name.kind in ("topic", "theme") and 1 < len(name.words) <= 3:
            yield "".join(name.words)
    for grammar in GRAMMARS.values():
        yield from (*grammar.months, *grammar.seasons, *grammar.weekdays, *grammar.ordinals, *grammar.stop_words)
    for table in catalogue.synonyms.replace.values():
        yield from (word for meant in table.values() for word in folded_words(meant))


def _words_of_names(index: NameIndex) -> frozenset[str]:
    """Return the words of all that is ours by name."""
    return frozenset(word for name in index.names if name.kind != "elsewhere" for word in name.words)


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


def _spelling(said: Sequence[Word]) -> Mapping[str, str]:
    """Return the usual spelling of the folded words that are *said* with umlauts."""
    folded = {word.written: word.folded for word in said}
    spelt: Counter[tuple[str, str]] = Counter()
    for written, times in Counter([word.written for word in said]).items():
        spelt[folded[written], written.lower()] += times
    usual: dict[str, str] = {}
    for (plain, written), _ in spelt.most_common():
        usual.setdefault(plain, written)
    return {plain: written for plain, written in usual.items() if not written.isascii()}
