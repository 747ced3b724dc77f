"""How a reader is made, and what it may take over from the one before."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.model.catalogue import Catalogue
from bot.understanding.beside import Beside, at_once
from bot.understanding.facts import FactIndex
from bot.understanding.vocabulary import SplitTexts, TextsReadBefore
from bot.understanding.worlds import Worlds


@dataclass(frozen=True, slots=True)
class Told:
    """What questions are compared with beside the examples: all that is told and asked about topics, and other worlds."""

    facts: FactIndex
    worlds: Worlds


@dataclass(frozen=True, slots=True)
class Making:
    """How a reader is made: what takes our *texts* apart, what read them before, what does a part of the work *beside* the rest.

    What was *told* to the reader before serves until there is time to compare with what is told now.
    """

    split: SplitTexts = field(default_factory=SplitTexts)
    texts: TextsReadBefore = field(default_factory=TextsReadBefore)
    beside: Beside = at_once
    told: Told | None = None

    def next_round(self) -> SplitTexts:
        """Return what takes texts apart for the next reader, which remembers those of the one before."""
        self.split.next_round()
        return self.split


def is_asked_alike(before: Catalogue, after: Catalogue) -> bool:
    """Tell whether the same is asked about the same topics: then nothing is found that is gone, only what is told may be old."""
    asked = ({name: topic.questions for name, topic in each.topics.items()} for each in (before, after))
    return before.intents.keys() == after.intents.keys() and next(asked) == next(asked)


def is_told_alike(before: Catalogue, after: Catalogue) -> bool:
    """Tell whether all that questions are compared with is the same."""
    one, other = ((each.topics, each.intents, each.synonyms, each.languages) for each in (before, after))
    return one == other
