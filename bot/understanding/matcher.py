"""Intents ranked for a question by the views, with calibrated confidence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.model.reading import Candidate
from bot.understanding.drawing import some_of
from bot.understanding.head import Matrix, blocks
from bot.understanding.ranker import EXAMINED, Compared, Examined, Labeling, rankers
from bot.understanding.sight import Sight
from bot.understanding.views import Looks, Seen, Words

_NAMED = 8
_SURE, _SURELY_CHAT = 0.93, 0.7
"""From this confidence of the lexical view on the encoder is not asked: in general, and where small talk is meant."""
_STAND_INS = ("{topic}", "{person}")


@dataclass(frozen=True, slots=True)
class Example:
    """One example as written and as folded words (placeholders as words of their own)."""

    intent: str
    text: str
    words: tuple[str, ...]


def with_known_names(read_as: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words of an example as it is; one with {name} also stands for a name we know."""
    known = tuple("{topic}" if word == "{name}" else word for word in read_as)
    return (read_as,) if known == read_as else (read_as, known)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The text of the *example* of one intent that is most like a question, and by view the highest cosine to any, at most 1.

    Features that share a column after hashing can make that a little more.
    """

    example: str
    alike: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Scores of all intents and the best candidates; how sure the gate is of the first, and that none is meant (0–1).

    ``chats``: the words alone show that small talk is meant, and nothing else need be looked at.
    """

    scores: Mapping[str, float]
    candidates: tuple[Candidate, ...]
    confidence: float
    refusal: float
    chats: bool


class Matcher:
    """Ranks the intents of *examples*; fitted when made.

    Each of the views that *sight* has on them is added to those before it. Intents of small talk are in *chat*.
    Raises ValueError where there is no example at all.
    """

    def __init__(self, examples: Sequence[Example], sight: Sight, chat: Collection[str] = ()) -> None:
        self._examples = tuple(sorted(examples, key=lambda example: example.intent))
        self.intents = tuple(dict.fromkeys(example.intent for example in self._examples))
        if not self.intents:
            raise ValueError("a matcher needs examples")
        numbers = {intent: number for number, intent in enumerate(self.intents)}
        labels = np.array([numbers[example.intent] for example in self._examples])
        views = sight.views_of([example.words for example in self._examples])
        places = some_of([example.words for example in self._examples], labels, EXAMINED)
        stages = [Labeling(labels, number + 1) for number in range(len(views))]
        self._views, self._stages = views, rankers(views, stages, sight.cache, Examined(places, self._naming(places)))
        self._looks, self._chat = [Looks(view) for view in views], chat

    def _naming(self, places: NDArray[np.intp]) -> NDArray[np.float64]:
        """Return 1 for the examples at *places* that name a topic, else 0."""
        return np.array([float(any(word in _STAND_INS for word in self._examples[at].words)) for at in places])

    def misread(self) -> tuple[tuple[Example, str], ...]:
        """Return the examples that another intent wins although they were taught, each with that intent."""
        rows = [view.rows_of(slice(None)) for view in self._views]
        found: list[tuple[Example, str]] = []
        for block in blocks(len(self._examples)):
            some = [each[block] for each in rows]
            scores = self._stages[-1].scores(Compared([Seen(part, part @ each.T) for part, each in zip(some, rows, strict=True)]))
            winners = (self.intents[int(number)] for number in scores.score.argmax(axis=1))
            taught = zip(self._examples[block], winners, strict=True)
            found += [(example, winner) for example, winner in taught if winner != example.intent]
        return tuple(found)

    def nearest(self, variants: Sequence[Words], intent: str) -> Nearest:
        """Return which of the examples of *intent* is most like any of *variants*, over all views."""
        own = [example for example in self._examples if example.intent == intent]
        is_own = np.array([example.intent == intent for example in self._examples])
        similar = np.stack([look.at(variants).similar[:, is_own] for look in self._looks])
        first = int(similar.sum(axis=0).max(axis=0).argmax())
        return Nearest(own[first].text, tuple(round(min(float(each.max()), 1.0), 4) for each in similar))

    def look_ahead(self, variants: Sequence[Words]) -> None:
        """Compare ways to read several questions, one at least, in one go: ranking for one after the other is quicker then."""
        for look in self._looks:
            look.at(variants)

    def rank(
        self, variants: Sequence[Words], boosts: Mapping[str, float], *, named: bool
    ) -> Ranking:
        """Rank the intents for one question.

        *variants* are the ways it can be read (as written, with names masked): each intent keeps its best
        score. *boosts* are added to the scores of single intents. *named*: a topic of ours is mentioned.
        """
        extra = np.array([boosts.get(intent, 0.0) for intent in self.intents], dtype=np.float32)
        looked: list[Seen] = []
        for look, stage in zip(self._looks, self._stages, strict=True):
            looked.append(look.at(variants))
            seen = stage.scores(Compared(looked))
            total = seen.score.max(axis=0) + extra
            likeness = seen.likeness.max(axis=0)
            sure, refusal = stage.sureness(total, likeness, named=named)
            chats = sure >= _SURELY_CHAT and self.intents[int(total.argmax())] in self._chat and len(looked) == 1
            if chats or sure >= _SURE:
                break
        candidates = self._candidates(total, sure)
        scores = dict(zip(self.intents, total.tolist(), strict=True))
        return Ranking(scores, candidates, sure, refusal, chats)

    def _candidates(self, score: Matrix, sure: float) -> tuple[Candidate, ...]:
        order = np.argsort(-score, kind="stable")[:_NAMED]
        ranked = zip(order.tolist(), score[order].tolist(), _shares(score[order], sure), strict=True)
        return tuple([Candidate(self.intents[number], round(own, 4), round(share, 4)) for number, own, share in ranked])


def _shares(scores: NDArray[np.float32], sure: float) -> list[float]:
    """Give the first its confidence and share the rest among the others by their scores."""
    rest = np.exp(6.0 * (scores[1:] - scores[0])) if len(scores) > 1 else np.zeros(0)
    total = float(rest.sum()) or 1.0
    return [sure, *(min(sure, share) for share in ((1.0 - sure) * rest / total).tolist())]
