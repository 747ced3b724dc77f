"""What others would build from the same examples, fitted to the same sets. Needs the group ``benchmark``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from time import perf_counter

import bm25s
import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process, utils
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from bot.language.fold import folded_words
from bot.understanding.quality import Judged
from bot.understanding.semantic import Encoder
from tests.benchmarks.contenders import Contender, Fit
from tests.benchmarks.labelled import LabelledSet

_NAMED = 8
_STAND_IN = re.compile(r"\{([a-z]+)\}")
_EVERYDAY: Mapping[str, str] = {
    "topic": "Kurs", "person": "Person", "theme": "Thema", "place": "Ort", "period": "März", "name": "Firma",
    "elsewhere": "Stuttgart",
}  # fmt: skip
Scores = NDArray[np.float64]
Similar = NDArray[np.float32]


class Peer:
    """Ranks by one score per intent; the lower the best score, the more foreign the question."""

    def __init__(self, labelled: LabelledSet, scores: Callable[[str], Scores]) -> None:
        self._intents = sorted(labelled.catalogue.intents)
        self._inside = np.array([name not in labelled.outside for name in self._intents])
        self._outside = labelled.outside
        self._scores = scores

    def judged(self, question: str, wanted: str | None) -> Judged:
        """Rank the intents for *question*, and time it; a peer refuses nothing of itself."""
        began = perf_counter()
        scores = self._scores(question)
        order = np.argsort(-scores, kind="stable")[:_NAMED]
        ranked = tuple((self._intents[int(number)], float(np.clip(scores[number], 0.0, 1.0))) for number in order)
        ms = 1000 * (perf_counter() - began)
        refusal = -float(scores[self._inside].max())
        return Judged(wanted, ranked, refusal, accepted=True, ms=ms, foreign=wanted is None or wanted in self._outside)


def _written(labelled: LabelledSet) -> tuple[list[str], list[str]]:
    """Return the texts of the examples and their intents; stand-ins become everyday words."""
    pairs = labelled.examples
    texts = [_STAND_IN.sub(lambda found: _EVERYDAY.get(found[1], found[1]), text) for text, _ in pairs]
    return texts, [intent for _, intent in pairs]


def _nearest(labelled: LabelledSet, similar: Callable[[str], Similar]) -> Contender:
    """Return a peer that gives each intent the score of its most similar example."""
    names = sorted(labelled.catalogue.intents)
    labels = np.array([names.index(intent) for _, intent in labelled.examples])
    starts = np.searchsorted(labels, np.arange(len(names)))
    return Peer(labelled, lambda text: np.maximum.reduceat(similar(text), starts).astype(np.float64))


def _rapidfuzz(scorer: Callable[..., float]) -> Fit:
    def fit(labelled: LabelledSet, encoder: Encoder) -> Contender:
        texts, _ = _written(labelled)
        ready = [utils.default_process(text) for text in texts]

        def similar(text: str) -> Similar:
            found = process.cdist([utils.default_process(text)], ready, scorer=scorer)
            return np.asarray(found[0] / 100, np.float32)

        return _nearest(labelled, similar)

    return fit


def _bm25(labelled: LabelledSet, encoder: Encoder) -> Contender:
    """Okapi BM25 as bm25s has it, on folded words."""
    texts, _ = _written(labelled)
    index = bm25s.BM25()
    index.index([list(folded_words(text)) for text in texts], show_progress=False)
    known = frozenset(word for text in texts for word in folded_words(text))

    def similar(text: str) -> Similar:
        words = [word for word in folded_words(text) if word in known]
        return np.asarray(index.get_scores(words), np.float32) if words else np.zeros(len(texts), np.float32)

    return _nearest(labelled, similar)


def _svm(labelled: LabelledSet, encoder: Encoder) -> Contender:
    texts, intents = _written(labelled)
    grams = make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
    )
    model = make_pipeline(grams, LinearSVC())
    model.fit(texts, intents)
    return Peer(labelled, lambda text: np.asarray(model.decision_function([text])[0], np.float64))


def _encoder(labelled: LabelledSet, encoder: Encoder) -> Contender:
    texts, intents = _written(labelled)
    model = LogisticRegression(C=30.0, max_iter=1000)
    model.fit(encoder.encode(texts), intents)
    return Peer(labelled, lambda text: np.asarray(model.predict_proba(encoder.encode([text]))[0], np.float64))


PEERS: Mapping[str, Fit] = {
    "ratio": _rapidfuzz(fuzz.ratio),
    "token-set": _rapidfuzz(fuzz.token_set_ratio),
    "bm25": _bm25,
    "svm": _svm,
    "encoder": _encoder,
}
"""rapidfuzz twice, bm25s, tf-idf with a linear SVM, and the sentence encoder with a logistic head."""
