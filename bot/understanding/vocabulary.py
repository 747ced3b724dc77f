"""The words we use ourselves: what questions are repaired to, and how they are spelt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.language.fold import Word, folded_words, words
from bot.language.languages import GRAMMARS
from bot.language.morphology import Morphology
from bot.language.normalise import Normaliser, Token
from bot.language.remembering import Rounds
from bot.language.repair import Repairer
from bot.model.catalogue import Catalogue
from bot.model.synonyms import Synonyms
from bot.model.topics import Theme
from bot.model.values import Language, base_of
from bot.understanding.names import NameIndex
from bot.understanding.slips import Slips

Split = Callable[[str], tuple[Word, ...]]
"""Takes a text apart, as `bot.language.fold.words` does."""
Words = tuple[str, ...]
_PLACEHOLDERS = frozenset(("{topic}", "{person}", "{theme}", "{place}", "{period}", "{name}", "{elsewhere}"))


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


@dataclass(frozen=True, slots=True)
class OurWords:
    """How often we use each word, how those with umlauts are spelt, and for each language what reads texts by them.

    ``synonyms`` are what the normalisers follow from besides; ``slips`` are words of our own that stand for a name, ``foreign``
    those of what is asked for elsewhere.
    """

    counts: Mapping[str, int]
    spelling: Mapping[str, str]
    synonyms: Synonyms
    normalisers: Mapping[Language, Normaliser]
    slips: Slips
    foreign: frozenset[str] = frozenset()

    @property
    def vocabulary(self) -> frozenset[str]:
        """The words we use, but for those that only what is not ours is asked with: "Zalando" is a name nobody here knows."""
        return frozenset(self.counts.keys() - self.foreign)

    @property
    def telling(self) -> frozenset[str]:
        """The words that mean something else in another language."""
        return frozenset[str]().union(*(each.own for each in self.normalisers.values()))

    def read_alike(self, other: OurWords) -> Callable[[Sequence[Word]], bool]:
        """Return what tells which texts surely read the same by the *other*: word by word, whatever language they are in.

        Only what is no word of ours is repaired, to one of all of them; and short forms depend on the language.
        """
        if self.synonyms != other.synonyms or self.normalisers.keys() != other.normalisers.keys():
            return lambda _: False
        respelt = dict(self.spelling.items() ^ other.spelling.items())
        if self.counts == other.counts:
            changed = self.telling | respelt.keys()
            return lambda text: changed.isdisjoint([word.folded for word in text])
        same = (self.counts.keys() & other.counts.keys() | _PLACEHOLDERS) - self.telling - respelt.keys()
        return lambda text: same.issuperset([word.folded for word in text])


class ReadTexts:
    """Our own texts as they are read by *ours*: most are the same words as for the reader *before*."""

    def __init__(self, ours: OurWords, before: ReadTexts | None = None) -> None:
        self.ours = ours
        self.words: dict[tuple[str, Language | None], Words] = {}
        self._before = before.words if before else {}
        self._is_alike = before.ours.read_alike(ours) if before else lambda _: False

    def of(self, text: str, language: Language | None, written: tuple[Word, ...], read: Callable[[], Words]) -> Words:
        """Return the words of a *text* that is *written* so, as they are *read* unless that was done before."""
        key = text, language
        known = self.words.get(key)
        if known is None:
            known = self._before.get(key) if self._is_alike(written) else None
            known = self.words[key] = read() if known is None else known
        return known


class TextsReadBefore:
    """What was read for the reader made last; nothing is, before there is one."""

    def __init__(self) -> None:
        self._last: ReadTexts | None = None

    def next_round(self, ours: OurWords) -> ReadTexts:
        """Return what reads by *ours*."""
        self._last = ReadTexts(ours, self._last)
        return self._last


def normalisers_for(catalogue: Catalogue, index: NameIndex, morphology: Morphology, split: Split = words) -> OurWords:
    """Return our vocabulary, and for each language the normaliser that repairs to it; *split* takes texts apart.

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
    return OurWords(counts, spelling, known, normalisers, slips, _only_foreign(catalogue, split, counts))


def words_of_tongues(catalogue: Catalogue) -> Mapping[Language, tuple[str, ...]]:
    """Return the words by which languages that belong to a theme are recognised."""
    return {code: listed for theme in catalogue.of_class(Theme) for code, listed in theme.languages.items()}


def new_words(tokens: Iterable[Token], vocabulary: Collection[str], is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the words of *tokens* as written that nobody ever asked us with, though they exist or are made of two that do."""
    return tuple(token.written for token in tokens if token.text not in vocabulary and (token.parts or is_known(token.text)))


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


def _only_foreign(catalogue: Catalogue, split: Split, counts: Mapping[str, int]) -> frozenset[str]:
    """Return the words that stand in nothing but examples of what is not ours."""
    foreign = (intent for intent in catalogue.intents.values() if intent.kind == "out_of_scope")
    texts = (text for intent in foreign for some in intent.examples.values() for text in some)
    said = Counter(word.folded for text in texts for word in split(text))
    return frozenset(word for word, times in said.items() if counts[word] == times)


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
