"""Who is named in a text, found word by word rather than name by name: there may be thousands of names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.model.topics import Network, Organisation, Person, Topic
from bot.model.values import Language, in_language

_NO_LETTER = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Topics by the first word of each of their names."""

    by_first_word: Mapping[str, tuple[tuple[tuple[str, ...], Topic], ...]]

    def named_in(self, text: str, language: Language) -> tuple[str, ...]:
        """Return the ids of those a *text* in *language* names, in its order; those named at one place by id."""
        words = _words(text)
        found = {
            (at, topic.id)
            for at, word in enumerate(words)
            for name, topic in self.by_first_word.get(word, ())
            if words[at : at + len(name)] == name and _is_called(topic, name, language)
        }
        return tuple(dict.fromkeys(name for _, name in sorted(found)))


def acts(topic: Topic) -> bool:
    """Tell whether a topic is somebody: a network, an organisation, a person."""
    return isinstance(topic, Network | Organisation | Person)


def namesakes(topics: Iterable[Topic]) -> Namesakes:
    """Return *topics* by their names in every language."""
    found: defaultdict[str, list[tuple[tuple[str, ...], Topic]]] = defaultdict(list)
    for topic in topics:
        written = (*map(_short, topic.title.values()), *topic.also_called)
        for name in dict.fromkeys(words for said in written if (words := _words(said))):
            found[name[0]].append((name, topic))
    return Namesakes({word: tuple(names) for word, names in found.items()})


def _is_called(topic: Topic, name: tuple[str, ...], language: Language) -> bool:
    """A title in another language is no name here, a name of its own is one everywhere."""
    return name in map(_words, (_short(in_language(topic.title, language)), *topic.also_called))


def _short(title: str) -> str:
    return title.split(" (", maxsplit=1)[0]


def _words(text: str) -> tuple[str, ...]:
    return tuple(_NO_LETTER.sub(" ", text).split())
