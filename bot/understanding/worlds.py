"""How far a message is from all that is asked of us: work and learning, against everyday life.

Intents tell how something is asked ("was kostet …"), which is the same in both worlds. Here only what
it is about counts, by the meaning of the whole sentence: a linear discriminant of the two worlds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from bot.language.dictionary import ArrayCache, key_of
from bot.model.catalogue import Catalogue
from bot.model.intents import OFF_TOPIC
from bot.understanding.drawing import drawn
from bot.understanding.facts import Normalise
from bot.understanding.head import Discriminant, Matrix
from bot.understanding.semantic import Encoder, encode_cached, spoken
from bot.understanding.views import Words

_FORM = 1
"""To be raised with every change of what is kept."""
_ENOUGH = 3
"""One in so many of our own sentences is enough: with all of them no more was told apart."""


class Worlds:
    """Tells messages about everyday life from *ours*, learnt from sentences of both.

    Nothing is told apart where there is no *encoder*, or no sentence of one of the two.
    """

    def __init__(
        self, ours: Sequence[Words], everyday: Sequence[Words], encoder: Encoder | None, cache: ArrayCache
    ) -> None:
        self._encoder = encoder if ours and everyday else None
        if self._encoder:
            sentences = [spoken(words) for words in (*ours, *everyday)]
            numbers = _numbers(self._encoder, cache, sentences, len(everyday))
            width = len(numbers) - (len(sentences) - len(everyday))
            self._direction, self._own = numbers[:width], numbers[width:]

    def share(self, words: Words) -> float:
        """Return the share (0–1) of our own sentences that are no nearer to everyday life than *words*; 1 where unknown."""
        if self._encoder is None:
            return 1.0
        found = float((self._encoder.encode([spoken(words)]) @ self._direction)[0])
        return 1.0 - float(np.searchsorted(self._own, found)) / len(self._own)


def both_worlds(
    catalogue: Catalogue, asked: Iterable[tuple[str, Words]], normalise: Normalise
) -> tuple[list[Words], list[Words]]:
    """Return what is asked of us, of no topic and of every single one, and what is of another world.

    *asked* are the examples, each behind its intent.
    """
    ours, everyday = list[Words](), list[Words]()
    for intent, words in asked:
        if intent == OFF_TOPIC:
            everyday.append(words)
        elif catalogue.intents[intent].kind == "question" and drawn(words, _ENOUGH):
            ours.append(words)
    texts = (text for each in catalogue.topics.values() for texts in each.questions.values() for text in texts)
    return [*ours, *(normalise(text, None) for text in texts if drawn([text], _ENOUGH))], everyday


def _numbers(encoder: Encoder, cache: ArrayCache, sentences: Sequence[str], everyday: int) -> Matrix:
    """Return the direction from our world to everyday life, and behind it how far along our own sentences are, left out."""
    key = key_of("worlds", _FORM, encoder.name, everyday, sentences)
    kept = cache.load(key)
    if kept is None:
        rows = encode_cached(encoder, cache, sentences)
        ours = len(rows) - everyday
        labels = np.repeat(np.array([0, 1], dtype=np.intp), [ours, everyday])
        learnt = Discriminant(rows, labels, 2)
        left_out = learnt.left_out(np.arange(ours))
        own = left_out[:, 1] - left_out[:, 0] - (learnt.bias[1] - learnt.bias[0])
        kept = np.concatenate([learnt.weights[:, 1] - learnt.weights[:, 0], np.sort(own)]).astype(np.float32)
        cache.save(key, kept)
    return np.asarray(kept, dtype=np.float32)
