"""Everything that loaded, by id and by the names people give it: what an id in a file can lead to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.knowledge.files import slug
from bot.knowledge.german import KEYS
from bot.knowledge.problems import closest
from bot.model.answerable import SPOKEN_WITH_FACETS
from bot.model.intents import Intent
from bot.model.paths import Path
from bot.model.topics import Topic

INTENT, PATH = "intent", "path"
ANY_TOPIC = ("offer", "event", "network", "organisation", "person", "place", "theme")
_WORD = re.compile(r"[\w-]+")
_CLEARLY = 2
"""So much more a word must say of one question than of any other."""


def kind_of(thing: Topic | Intent | Path) -> str:
    """Return the kind of a topic, or ``intent`` or ``path``."""
    return thing.kind if isinstance(thing, Topic) else INTENT if isinstance(thing, Intent) else PATH


@dataclass(frozen=True)
class Index:
    """Everything that loaded, by id; and the ids of files with errors, by the file's name."""

    things: Mapping[str, Topic | Intent | Path]
    broken: Mapping[str, str]

    @cached_property
    def former(self) -> Mapping[str, str]:
        """The id in force by former id."""
        return {old: thing.id for thing in self.things.values() for old in thing.formerly}

    def ids(self, kinds: tuple[str, ...]) -> list[str]:
        """Return the ids of all things of these kinds."""
        return [identifier for identifier, thing in self.things.items() if kind_of(thing) in kinds]

    def called(self, name: str, kinds: tuple[str, ...]) -> str | None:
        """Return the id of the one thing of these kinds that is called *name*, as an id or by people; None where none is."""
        plain = slug(name)
        for known in ((plain,) if plain in self.things else (), self._called.get(plain, ())):
            fitting = [identifier for identifier in known if kind_of(self.things[identifier]) in kinds]
            if len(fitting) == 1:
                return fitting[0]
        return self._asked_with(plain, kinds) if INTENT in kinds else None

    def meant(self, name: str, kinds: tuple[str, ...], nearby: Iterable[str] = ()) -> str | None:
        """Return the id that *name* was most likely meant to be; *nearby* are names that would do as well."""
        plain = slug(name) or name
        return self.called(name, kinds) or closest(plain, (*self.ids(kinds), *nearby)) or self._nearly_called(plain, kinds)

    def _nearly_called(self, plain: str, kinds: tuple[str, ...]) -> str | None:
        """Return the one thing of these kinds that has a name nearest to *plain*."""
        near = closest(plain, self._called)
        return self.called(near, kinds) if near else None

    @cached_property
    def facets(self) -> frozenset[str]:
        """The ids of the intents that are answered by a facet, alone or beside what dates tell."""
        intents = (thing for thing in self.things.values() if isinstance(thing, Intent))
        return frozenset(intent.id for intent in intents if intent.answer.facet or intent.id in _beside(intent))

    @cached_property
    def _called(self) -> Mapping[str, frozenset[str]]:
        """The ids of the topics by each of their names, written as an id."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for topic in (thing for thing in self.things.values() if isinstance(thing, Topic)):
            for name in (*topic.title.values(), *topic.also_called):
                found[slug(name)].add(topic.id)
        return {name: frozenset(ids) for name, ids in found.items()}

    def _asked_with(self, plain: str, kinds: tuple[str, ...]) -> str | None:
        """Return the question that a German word stands for: its key of that name, or the one that is asked with the word."""
        if (key := KEYS.get(plain)) and key in self.ids(kinds):
            return key
        (best, much), (_, less) = (*self._words.get(plain, ()), (None, 0.0), (None, 0.0))[:2]
        return best if much > less * _CLEARLY else None

    @cached_property
    def _words(self) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """The questions asked with a word, the one it says most of first: the fewer others stand beside it, the more."""
        weights: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for intent in (thing for thing in self.things.values() if isinstance(thing, Intent)):
            for text in (*intent.title.values(), *(example for some in intent.examples.values() for example in some)):
                words = {slug(word) for word in _WORD.findall(text)}
                for word in words:
                    weights[word][intent.id] += 1 / len(words)
        return {word: tuple(sorted(by.items(), key=lambda pair: -pair[1])) for word, by in weights.items()}


def _beside(intent: Intent) -> frozenset[str]:
    return SPOKEN_WITH_FACETS & frozenset(intent.answer.show)
