"""The second net: tells distress by its likeness to the example sentences of content/crisis.yaml.

Rules find what somebody thought of; people in distress find other words. Two judges are fitted at
start, one on words and pieces of words (`crisis_vectors`), one on the vectors of the sentence
encoder where there is one (`crisis_meaning`). Every example teaches the first at once, and so do the
harmless questions the bot has anyway; encoding takes time at start, so the second learns from the
examples alone, and of them what words leave over. No intent is ranked, nothing of the matcher is used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from bot.language.dictionary import ArrayCache, key_of
from bot.model.crisis import HARMLESS
from bot.model.values import Language
from bot.understanding.crisis_columns import columns_cached
from bot.understanding.crisis_lessons import Learning, Lesson, targets_of
from bot.understanding.crisis_meaning import MeaningJudge, fit_meaning, turning_of
from bot.understanding.crisis_passages import Passage
from bot.understanding.crisis_taught import Taught
from bot.understanding.crisis_vectors import WIDTH, Numbers, Rows, Sentences, WordJudge, columns_of
from bot.understanding.semantic import Ahead, Encoder, encode_cached, nothing

ALARM_FROM = -0.06
"""From this score of both judges together on, a message is taken for distress: rather once too often. Of 1,213 cries nobody
taught the bot, though some rules are from them, it hears 1,191 then; of 1,367 harmless messages written to sound like distress
24 raise an alarm. At -0.02 five cries fewer are heard, for three false alarms fewer; at -0.1 two more, for four more."""
ALARM_FROM_BY_WORDS = -0.04
"""The same where there is no sentence encoder."""
MEANING = 0.6
"""How much the judge of meaning counts beside that of the words."""
A_RULE = 0.3
"""How much a phrase of the rules counts beside both. With half as much again one cry in 300 more is heard, and one harmless
message in 130 more raises an alarm: a phrase fires in half of the cries, but what is left to it is mostly harmless."""
A_RULE_BY_WORDS = 0.4
"""The same where there is no sentence encoder."""
UNSURE_BELOW = 0.35
"""An alarm by less wavers: so do eight of ten false ones, and one of thirteen true ones."""
UNSURE_BELOW_BY_WORDS = 0.25
"""The same where there is no sentence encoder."""

_MOST_MEANT, _MOST_EVERYDAY = 7_000, 1_500
"""So many lessons the encoder reads at most, of what staff wrote about distress and of everyday questions. Without the latter
four everyday questions raise an alarm for three, at equal recall; more of the former tell no better."""
_LEFT_OVER, _FOLDS = 0.5, 2
"""How much of what words tell about a lesson, by judges who never saw it, the judge of meaning need not."""
_CLEARLY_HARMLESS, _CLEARLY_DISTRESS = -0.75, 1.0
_NEIGHBOURS, _CLOSENESS, _MEANING_IN_KIND = 30, 3, 0.4
_FEWEST = 20
_FORM = 7

Kind = TypeVar("Kind", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The kind of distress a message is most like, and the example that is closest to it."""

    kind: str
    example: str
    language: Language


@dataclass(frozen=True)
class Meaning:
    """The judge of meaning, the lessons it was fitted on, and the encoder whose vectors it reads."""

    lessons: tuple[Lesson, ...]
    judge: MeaningJudge
    encoder: Encoder

    def closeness(self, text: str) -> Numbers:
        """Return the cosine of *text* and each lesson of distress."""
        found: Numbers = self.judge.cosines(self.encoder.encode([spoken(text)]))[0, self._is_distress]
        return found

    @cached_property
    def _is_distress(self) -> NDArray[np.bool_]:
        """Which of the lessons are of distress."""
        return targets_of(self.lessons) > 0


def net_of(lessons: Sequence[Lesson], encoder: Encoder | None, cache: ArrayCache) -> CrisisNet | None:
    """Return the net for *lessons*, from *cache* where the same was fitted before.

    Nothing is learnt from a handful: staff must have written some examples of distress, and some
    harmless ones.
    """
    taught = tuple(lesson for lesson in lessons if lesson.is_taught)
    distress = sum(lesson.kind != HARMLESS for lesson in taught)
    if min(distress, len(taught) - distress) < _FEWEST:
        return None
    words, by_heart, rows, read = _by_words(Material(lessons, cache), reads_all=encoder is None)
    meaning = _meaning_of(tuple(lessons[at] for at in read), encoder, cache) if encoder else None
    return CrisisNet(lessons, words, by_heart, rows, meaning)


def _by_words(material: Material, *, reads_all: bool) -> tuple[WordJudge, Taught, Rows, Sequence[int]]:
    """Return what words tell, and which lessons are read for their meaning; before those are, the columns are let go."""
    lessons, cache, what = material.lessons, material.cache, _standing_for(material.lessons)
    words = WordJudge.from_numbers(_kept(cache, _key("words", what), lambda: material.learning.judge().numbers))
    by_heart = Taught.of(lessons, cache, _key("taught", what))
    read = range(len(lessons)) if reads_all else left_open(material, what)
    return words, by_heart, words.weighing.rows(material.cries(read)), read


@dataclass(frozen=True)
class Material:
    """The *lessons*, read where anything is learnt anew: the columns of all of them take 15 MB and a tenth of a second."""

    lessons: Sequence[Lesson]
    cache: ArrayCache

    @cached_property
    def columns(self) -> Sentences:
        """The columns of all lessons."""
        return columns_cached(self.cache, [lesson.text for lesson in self.lessons])

    @property
    def learning(self) -> Learning:
        """What the judge of words learns from all lessons."""
        return Learning(self.lessons, self.columns)

    def cries(self, places: Sequence[int]) -> Sentences:
        """Return the columns of the lessons of distress among those at *places*."""
        cries = [at for at in places if self.lessons[at].kind != HARMLESS]
        key = _key("cries", _standing_for([self.lessons[at] for at in cries]))
        return Sentences.from_numbers(_kept(self.cache, key, lambda: self.columns.taken(cries).numbers))


def _meaning_of(lessons: tuple[Lesson, ...], encoder: Encoder, cache: ArrayCache) -> Meaning:
    """Return the judge of meaning that learns from *lessons*: the directions and below them the turned lessons are one array."""

    def table() -> Numbers:
        vectors = encode_cached(encoder, cache, [spoken(lesson.text) for lesson in lessons])
        turning = turning_of(vectors)
        return np.concatenate([turning, vectors @ turning])

    what = _standing_for(lessons)
    turned = _kept(cache, _key("turned", what, encoder.name), table)
    turning, examples = turned[: -len(lessons)], turned[-len(lessons) :]
    pulls = _kept(cache, _key("meaning", what, encoder.name), lambda: fit_meaning(examples, left_over(lessons, cache)))
    # A copy of the few directions: a part would keep the whole table in memory.
    return Meaning(lessons, MeaningJudge(turning.copy(), examples, pulls), encoder)


def left_over(lessons: Sequence[Lesson], cache: ArrayCache | None = None) -> Numbers:
    """Return the scores the judge of meaning should give *lessons*: what their words alone leave open."""
    texts = [lesson.text for lesson in lessons]
    told = Learning(lessons, columns_cached(cache, texts) if cache else None).unseen_scores(len(lessons), _FOLDS)
    return np.asarray(targets_of(lessons) - _LEFT_OVER * told, dtype=np.float32)


def left_open(material: Material, what: str) -> list[int]:
    """Return the places, in order, of the lessons the judge of meaning learns from: those words tell worst.

    Each lesson the encoder reads takes half a millisecond of a first start, and memory while it is learnt grows with
    their square. Words are judged here by what staff wrote about distress alone: so most edits of a question change
    nothing that is read, and nothing is learnt anew.
    """
    key = _key("read", what, str(_MOST_MEANT), str(_MOST_EVERYDAY))
    return [int(at) for at in _kept(material.cache, key, lambda: _told_worst(material))]


def _told_worst(material: Material) -> NDArray[np.intp]:
    lessons, columns = material.lessons, material.columns
    taught = [at for at, lesson in enumerate(lessons) if lesson.is_taught]
    everyday = [at for at, lesson in enumerate(lessons) if not lesson.is_taught]
    wrote = [lessons[at] for at in taught]
    key = _key("taught-words", _standing_for(wrote))
    judge = WordJudge.from_numbers(_kept(material.cache, key, lambda: Learning(wrote, columns.taken(taught)).judge().numbers))
    rightness = judge.scores(judge.weighing.rows(columns)) * targets_of(lessons)
    worst = (*_worst(taught, rightness, _MOST_MEANT), *_worst(everyday, rightness, _MOST_EVERYDAY))
    return np.array(sorted(worst), dtype=np.intp)


def _worst(places: Sequence[int], rightness: NDArray[np.floating], most: int) -> list[int]:
    """Return at *most* so many of *places*, those with the lowest *rightness*."""
    order = np.argsort(rightness[places], kind="stable")[:most]
    return [places[at] for at in order.tolist()]


class CrisisNet:
    """Tells how like the distress among *lessons* passages are; without *meaning* by their words alone.

    The sentences *by_heart* are judged as they were taught. *distress_rows* are the lessons of distress, those the
    encoder has read where there is one, as vectors, ready before somebody needs help at once.
    """

    def __init__(
        self, lessons: Sequence[Lesson], words: WordJudge, by_heart: Taught, distress_rows: Rows, meaning: Meaning | None = None
    ) -> None:
        self.lessons = tuple(lessons)
        self.meaning = meaning
        self._words, self._by_heart = words, by_heart
        self._distress_rows = distress_rows
        self._distress = [each for each in (meaning.lessons if meaning else lessons) if each.kind != HARMLESS]

    def margins(self, passages: Sequence[Passage], ahead: Ahead = nothing, bonus: float = 0.0) -> list[float]:
        """Return how far above the threshold (below: negative) the score of each of *passages* is, with a *bonus* for all.

        From 0 on, the message is taken for distress. The encoder is asked where the words leave it open, in one go
        with the sentences *ahead*. What is an example itself is judged as taught.
        """
        taught = [self._by_heart.margin(passage.text) for passage in passages]
        unknown = [passage for passage, known in zip(passages, taught, strict=True) if known is None]
        judged = iter(self._judged(unknown, ahead, bonus))
        found = [next(judged) if known is None else known + bonus for known in taught]
        return [margin - passage.handicap for margin, passage in zip(found, passages, strict=True)]

    def _judged(self, passages: Sequence[Passage], ahead: Ahead, bonus: float) -> list[float]:
        scores = [self._words.score(passage.words) for passage in passages]
        if self.meaning is None:
            return [score + bonus - ALARM_FROM_BY_WORDS for score in scores]
        added = [MEANING * float(np.sign(score)) for score in scores]
        most = MEANING + bonus - ALARM_FROM
        hopeful = [score + most >= passage.handicap for score, passage in zip(scores, passages, strict=True)]
        if unsure := [at for at, score in enumerate(scores) if is_unsure(score) and hopeful[at]]:
            asked = [spoken(passages[at].text) for at in unsure]
            vectors = self.meaning.encoder.encode([*asked, *ahead()])[: len(asked)]
            for at, score in zip(unsure, self.meaning.judge.scores(vectors), strict=True):
                added[at] = MEANING * float(score)
        return [score + more + bonus - ALARM_FROM for score, more in zip(scores, added, strict=True)]

    def is_taught(self, text: str) -> bool:
        """Tell whether *text* is an example itself."""
        return self._by_heart.margin(text) is not None

    @property
    def a_rule(self) -> float:
        """How much is added to the margin of a message in which a rule found distress."""
        return A_RULE if self.meaning else A_RULE_BY_WORDS

    def wavers(self, margin: float) -> bool:
        """Tell whether a *margin* is so small that it may well be a false alarm."""
        return margin < (UNSURE_BELOW if self.meaning else UNSURE_BELOW_BY_WORDS)

    def likeness(self, text: str, words: Sequence[str]) -> Likeness:
        """Return what *text* (folded: *words*) is most like among the distress examples: a vote of the nearest."""
        columns, values = self._words.weighing.vector(columns_of(words))
        vector = np.zeros(WIDTH, dtype=np.float32)
        vector[columns] = values
        alike = self._distress_rows.times(vector)
        if self.meaning:
            alike = alike + _MEANING_IN_KIND * self.meaning.closeness(text)
        nearest = [int(at) for at in np.argsort(-alike, kind="stable")[:_NEIGHBOURS]]
        votes: dict[str, float] = {}
        for at in nearest:
            kind = self._distress[at].kind
            votes[kind] = votes.get(kind, 0.0) + max(float(alike[at]), 0.0) ** _CLOSENESS
        kind = max(votes, key=lambda kind: votes[kind])
        closest = next(lesson for lesson in (self._distress[at] for at in nearest) if lesson.kind == kind)
        return Likeness(kind, closest.text, closest.language)


def spoken(text: str) -> str:
    """Return *text* as the encoder reads it: capitals are no shouting to it, but other words."""
    return text.lower()


def is_unsure(score: float) -> bool:
    """Tell whether a *score* by words leaves it open whether something is distress."""
    return _CLEARLY_HARMLESS < score < _CLEARLY_DISTRESS


def _standing_for(lessons: Sequence[Lesson]) -> str:
    """Return what stands for *lessons* in keys: to go through all of them takes a hundredth of a start."""
    return key_of("lessons", *((lesson.kind, lesson.text) for lesson in lessons))


def _key(name: str, lessons: str, *more: str) -> str:
    return key_of(f"crisis-{name}", _FORM, lessons, *more)


def _kept(cache: ArrayCache, key: str, fit: Callable[[], NDArray[Kind]]) -> NDArray[Kind]:
    """Return what *fit* learns, from *cache* where it was learnt before."""
    kept = cache.load(key)
    if kept is not None:
        return cast("NDArray[Kind]", kept)
    learnt = fit()
    cache.save(key, learnt)
    return learnt
