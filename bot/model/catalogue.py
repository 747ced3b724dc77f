"""Everything the content folders say, looked up by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import TypeVar

from bot.model.choices import digest
from bot.model.crisis import CrisisRules
from bot.model.intents import Intent
from bot.model.namesakes import Namesakes, acts, namesakes
from bot.model.paths import Path
from bot.model.synonyms import Synonyms
from bot.model.topics import Topic
from bot.model.values import Language

TopicClass = TypeVar("TopicClass", bound=Topic)


@dataclass(frozen=True)
class Catalogue:
    """One consistent state of what staff wrote.

    ``intents`` hold the questions of the ``paths`` too, under the same ids.
    ``lost`` are the names of what stands in files that cannot be read: for each the one it is told by, then
    the others. ``texts`` holds the Fluent source of the bot's own sentences by language;
    ``version`` is a hash over all files, ``read_at`` when they were read: of two states the later is the newer.
    """

    topics: Mapping[str, Topic]
    intents: Mapping[str, Intent]
    paths: Mapping[str, Path] = field(default_factory=dict)
    crisis: CrisisRules = field(default_factory=CrisisRules)
    synonyms: Synonyms = field(default_factory=Synonyms)
    texts: Mapping[Language, str] = field(default_factory=dict)
    version: str = ""
    lost: tuple[tuple[str, ...], ...] = ()
    read_at: datetime = field(default=datetime(2024, 1, 1, tzinfo=UTC), compare=False)

    @cached_property
    def _aliases(self) -> Mapping[str, str]:
        """Former ids and digests of long ids, by the id in force."""
        things: list[Topic | Intent] = [*self.topics.values(), *self.intents.values()]
        return {name: thing.id for thing in things for name in (*thing.formerly, digest(thing.id))}

    @cached_property
    def namesakes(self) -> Namesakes:
        """Those who act, to be found in a text by their names."""
        return namesakes(filter(acts, self.topics.values()))

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages and registers the bot has sentences in."""
        return tuple(self.texts)

    def topic(self, identifier: str | None) -> Topic | None:
        """Return the topic of this id, former id or digest; None where there is none."""
        if identifier is None:
            return None
        return self.topics.get(identifier) or self.topics.get(self._aliases.get(identifier, ""))

    def intent(self, identifier: str | None) -> Intent | None:
        """Return the intent of this id, former id or digest; None where there is none."""
        if identifier is None:
            return None
        return self.intents.get(identifier) or self.intents.get(self._aliases.get(identifier, ""))

    def path(self, identifier: str | None) -> Path | None:
        """Return the guided path of this id, former id or digest; None where there is none."""
        intent = self.intent(identifier)
        return self.paths.get(intent.answer.path or "") if intent else None

    def step(self, path: str | None, step: str) -> tuple[Path, str] | None:
        """Return a path and the name of one of its steps, each given by its id or digest; None where there is none."""
        found = self.path(path)
        names = (name for name in (found.steps if found else ()) if step in (name, digest(name)))
        return next(((found, name) for name in names if found), None)

    def of_class(self, topic_class: type[TopicClass]) -> Iterator[TopicClass]:
        """Yield the topics of one class, in the order of their ids."""
        return (topic for topic in self.topics.values() if isinstance(topic, topic_class))
