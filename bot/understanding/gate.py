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
_FOREIGN_WEIGHT = 0.35


@dataclass(frozen=True, slots=True)
class Gate:
    """Weights of the logistic model; the last is the constant."""

    weights: NDArray[np.float64]

    def confidence(self, seen: NDArray[np.float64]) -> float:
        """Return the probability (0–1) that the first intent is right, given its `evidence`."""
        return float(_sigmoid(np.append(seen, 1.0) @ self.weights))


def evidence(score: NDArray[np.float32], likeness: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return what the gate looks at: the first score, its lead, its likeness, the best likeness."""
    order = np.argsort(-score, kind="stable")
    first = order[0]
    second = score[order[1]] if len(order) > 1 else 0.0
    return np.array([score[first], score[first] - second, likeness[first], likeness.max()], dtype=np.float64)


def fit_gate(score: NDArray[np.float32], likeness: NDArray[np.float32], labels: NDArray[np.intp]) -> Gate:
    """Fit on left-out scores and likenesses (examples × intents) with the right *labels*."""
    rows, right, weight = [], [], []
    for number, label in enumerate(labels):
        rows.append(evidence(score[number], likeness[number]))
        right.append(float(score[number].argmax() == label))
        weight.append(1.0)
        if score.shape[1] > 1:
            others = np.arange(score.shape[1]) != label
            rows.append(evidence(score[number][others], likeness[number][others]))
            right.append(0.0)
            weight.append(_FOREIGN_WEIGHT)
    return Gate(_logistic(np.array(rows), np.array(right), np.array(weight)))


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
