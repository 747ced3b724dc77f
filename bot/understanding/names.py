"""The names of everything a question can mention, indexed for lookup."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from bot.language.fold import folded_words
from bot.language.languages import GRAMMARS, of_any
from bot.model.answerable import runs_of
from bot.model.catalogue import Catalogue
from bot.model.reading import MentionKind
from bot.model.topics import Person, Place, Theme, Topic, type_of

Stem = Callable[[str], str]

_DATED = ("event",)
_BEGINNING = 5
"""Letters by which it is told how long a name can be."""
_STOP_WORDS = of_any(lambda grammar: grammar.stop_words)


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one thing, as folded words; ``divisible`` names are also recognised in part."""

    kind: MentionKind
    id: str
    words: tuple[str, ...]
    divisible: bool = False


def names_of(catalogue: Catalogue) -> tuple[Name, ...]:
    """Return all names: titles in every language, what people call things, kinds, places elsewhere."""
    topics = (name for topic in catalogue.topics.values() for name in _topic_names(topic))
    kinds = (
        Name("kind", kind, (word,)) for grammar in GRAMMARS.values() for word, kind in grammar.kinds.items()
    )
    elsewhere = (Name("elsewhere", text, folded_words(text)) for text in catalogue.synonyms.elsewhere)
    return tuple(name for name in dict.fromkeys((*topics, *elsewhere, *kinds)) if name.words)


def _topic_names(topic: Topic) -> Iterable[Name]:
    kind: MentionKind = "theme" if isinstance(topic, Theme) else "place" if isinstance(topic, Place) else "topic"
    for text in topic.title.values():
        yield Name(kind, topic.id, folded_words(text), divisible=kind == "topic")
    for text in topic.also_called:
        yield Name(kind, topic.id, folded_words(text), divisible=kind == "topic" and not isinstance(topic, Person))
    for run in runs_of(topic):
        # Who asks about a registration link asks about what it was for.
        yield Name(kind, topic.id, folded_words(re.sub(r"^https?://(www\.)?", "", run.registration or "")))


class NameIndex:
    """Looks names up by their words run together, and by single telling words.

    Run together, ``H2-Kurs``, ``H2 Kurs`` and ``h2kurs`` are one key. ``weight`` is the inverse
    frequency of a stem over the things that bear it: "Cottbus" in twelve names tells little.
    """

    def __init__(self, names: Iterable[Name], stem: Stem) -> None:
        self._stem = stem
        self.names = tuple(names)
        self._exact: dict[str, list[Name]] = defaultdict(list)
        self._stems: dict[str, list[Name]] = defaultdict(list)
        self._bearers: dict[str, list[Name]] = defaultdict(list)
        for name in self.names:
            self._add(name)
        self._reach: dict[str, int] = {}
        for together in (*self._exact, *self._stems):
            beginning = together[:_BEGINNING]
            self._reach[beginning] = max(self._reach.get(beginning, 0), len(together))
        self.longest = max((len(name.words) for name in self.names), default=1)
        self._weights = self._inverse_frequencies()
        parts = {name: [(stem(word), self.weight(word)) for word in name.words] for name in self.names}
        self._parts = {name: (weighed, sum(weight for _, weight in weighed)) for name, weighed in parts.items()}
        self._alone = {
            stem: tuple(self.share(name, frozenset((stem,))) for name in names) for stem, names in self._bearers.items()
        }

    def _add(self, name: Name) -> None:
        self._exact["".join(name.words)].append(name)
        self._stems["".join(map(self._stem, name.words))].append(name)
        if name.divisible and len(name.words) > 1:
            for stem in {self._stem(word) for word in name.words if word not in _STOP_WORDS}:
                self._bearers[stem].append(name)

    def _inverse_frequencies(self) -> Mapping[str, float]:
        counts: Counter[str] = Counter()
        things: dict[str, set[str]] = defaultdict(set)
        for name in self.names:
            for word in name.words:
                things[self._stem(word)].add(name.id)
        counts.update({stem: len(ids) for stem, ids in things.items()})
        everything = len({name.id for name in self.names}) + 1
        silent = {self._stem(word) for word in _STOP_WORDS}
        return {stem: 0.0 if stem in silent else math.log(everything / count) for stem, count in counts.items()}

    def spelled(self, together: str) -> Sequence[Name]:
        """Return the names spelled by words run *together*."""
        return self._exact.get(together, ())

    def stemmed(self, together: str) -> Sequence[Name]:
        """Return the names whose stems run *together* are these: inflected names."""
        return self._stems.get(together, ())

    def may_begin(self, together: str) -> bool:
        """Tell whether a name, or its stem, may begin with words run *together*; false only where none does."""
        return len(together) < _BEGINNING or len(together) <= self._reach.get(together[:_BEGINNING], 0)

    def bearing(self, word: str) -> Sequence[Name]:
        """Return the topic names of several words that contain *word*."""
        return self._bearers.get(self._stem(word), ())

    def shares_alone(self, word: str) -> Sequence[float]:
        """Return for each of the names `bearing` *word* the share that this word alone carries."""
        return self._alone.get(self._stem(word), ())

    def weight(self, word: str) -> float:
        """Return how much *word* tells about which thing is meant."""
        return self._weights.get(self._stem(word), 0.0)

    def share(self, name: Name, said: frozenset[str]) -> float:
        """Return the share (0–1) of the name's weight that the stems *said* carry."""
        parts, total = self._parts[name]
        return sum([weight for stem, weight in parts if stem in said]) / total if total else 0.0


def descriptions(catalogue: Catalogue) -> Mapping[tuple[str, str], str]:
    """Return the one topic that a theme and a kind describe, by both: (hydrogen, offer/further-training).

    A date is one of an event as well as of a course.
    """
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for topic in catalogue.topics.values():
        nouns = {topic.kind, f"{topic.kind}/{type_of(topic)}", *(_DATED if runs_of(topic) else ())}
        for theme, noun in product(topic.themes, nouns):
            found[theme, noun].append(topic.id)
    return {key: ids[0] for key, ids in found.items() if len(ids) == 1}
