"""How sure a ranking is: one calibrated number that decides between answering, asking and refusing.

A logistic model (Platt 1999) of the probability that the first intent is right. It is fitted on
the examples themselves, each as if left out, and on each with its own intent taken away: a
question that belongs nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_STEPS = 25
_PENALTY = 1.0
_FOREIGN_WEIGHT = 0.3
_FOREIGN_NAMED_WEIGHT = 0.05


@dataclass(frozen=True, slots=True)
class Gate:
    """Weights of the logistic model; the last is the constant."""

    weights: NDArray[np.float64]

    def confidence(self, seen: NDArray[np.float64]) -> float:
        """Return the probability (0–1) that the first intent is right, given its `evidence`."""
        return float(_sigmoid(np.append(seen, 1.0) @ self.weights))


def evidence(
    score: NDArray[np.float32], likeness: NDArray[np.float32], named: NDArray[np.float64] | np.float64
) -> NDArray[np.float64]:
    """Return what the gate looks at: first score, its lead, its likeness, the best likeness, topic named.

    The last axis of both arrays runs over the intents; *named* is 1 where a topic is mentioned.
    """
    first = score.argmax(axis=-1)[..., None]
    ranked = np.sort(score, axis=-1)
    lead = ranked[..., -1] - ranked[..., -2] if score.shape[-1] > 1 else ranked[..., -1]
    own = np.take_along_axis(likeness, first, axis=-1)[..., 0]
    return np.stack([ranked[..., -1], lead, own, likeness.max(axis=-1), named], axis=-1).astype(np.float64)


def fit_gate(
    score: NDArray[np.float32], likeness: NDArray[np.float32], labels: NDArray[np.intp], named: NDArray[np.float64]
) -> Gate:
    """Fit on left-out scores and likenesses (examples × intents) with the right *labels*.

    *named* is 1 for examples that name a topic: foreign questions hardly ever do, so those count little there.
    """
    rows, right = evidence(score, likeness, named), score.argmax(axis=1) == labels
    weight = np.ones(len(labels))
    if score.shape[1] > 1:
        rows = np.vstack([rows, evidence(*_without_own(score, likeness, labels), named)])
        right = np.append(right, np.zeros(len(labels)))
        weight = np.append(weight, np.where(named > 0, _FOREIGN_NAMED_WEIGHT, _FOREIGN_WEIGHT))
    return Gate(_logistic(rows, right.astype(np.float64), weight))


def _without_own(
    score: NDArray[np.float32], likeness: NDArray[np.float32], labels: NDArray[np.intp]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return both arrays as if each example's own intent did not exist."""
    own = (np.arange(len(labels)), labels)
    score, likeness = score.copy(), likeness.copy()
    score[own], likeness[own] = -1.0, 0.0
    return score, likeness


def _logistic(rows: NDArray[np.float64], right: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights of a ridge-penalised logistic regression, by Newton's method."""
    design = np.hstack([rows, np.ones((len(rows), 1))])
    penalty = _PENALTY * np.eye(design.shape[1])
    weights = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        guess = _sigmoid(design @ weights)
        slope = design.T @ (weight * (right - guess)) - penalty @ weights
        curve = (design * (weight * guess * (1 - guess) + 1e-9)[:, None]).T @ design + penalty
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def _sigmoid(value: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(value, -30, 30))))
