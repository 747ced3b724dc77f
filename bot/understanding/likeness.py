"""Topics near to a question by their wording, for the honest "I don't know, but …"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.language.fold import folded_words
from bot.model.catalogue import Catalogue
from bot.model.topics import Event, Network, Offer, Organisation, Topic
from bot.understanding.features import Vectoriser

_NEAR = 0.12
_NAMED = 3


class TopicIndex:
    """Compares questions with the titles, names and summaries of topics that can help."""

    def __init__(self, catalogue: Catalogue, stem: Callable[[str], str]) -> None:
        helpful = [topic for topic in catalogue.topics.values() if isinstance(topic, Offer | Event | Network | Organisation)]
        self._ids = tuple(topic.id for topic in helpful)
        self._vectoriser = Vectoriser(stem)
        self._rows = self._vectoriser.fit([_wording(topic) for topic in helpful])

    def nearest(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of the nearest topics, best first; none where nothing is near."""
        if not self._ids:
            return ()
        columns, values = self._vectoriser.vector(words)
        similar = self._rows[:, columns] @ values
        order = similar.argsort()[::-1][:_NAMED]
        return tuple(self._ids[int(row)] for row in order if similar[row] >= _NEAR)


def _wording(topic: Topic) -> tuple[str, ...]:
    prose = topic.summary.text.values() if topic.summary else ()
    return folded_words(" ".join((*topic.title.values(), *topic.also_called, *prose)))
