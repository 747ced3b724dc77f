"""How sure a ranking is: calibrated numbers that decide between answering, asking and refusing.

Two logistic models (Platt 1999): the probability that the first class is right, and that the question
belongs to any class at all. They are fitted on the examples themselves, each as if left out, and on each
with its own class taken away: a question that belongs nowhere. One number for both saw 6 of 100 foreign
questions fewer.

Whether a question belongs anywhere is told by all scores together, their free energy (Liu et al. 2020). What
tells the first from the others misleads there, for what is left of an example without its class is nearer to
ours than foreign questions are: with it, 76 of 100 were refused beside 95 of 100 of ours that passed, by the
energy alone 81 (clinc150, 10 examples a class).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

GATE_SIZE = 9
"""Numbers that make up a gate."""
_STEPS = 25
_PENALTY = 1.0
"""Steps of Newton's method at most, and how strongly weights are held to the prior."""
_FOREIGN_WEIGHT = 0.3
_FOREIGN_NAMED_WEIGHT = 0.05
"""How much an example counts when it is read as if it belonged nowhere, and when it names a topic besides."""
_FORGOTTEN = -9.0
"""The score of the own class of an example that is read as if it belonged nowhere."""
_PRIOR_RIGHT, _PRIOR_KNOWN = (2.0, 2.0, 1.0, 0.0, 0.0, -3.0), (0.0, 2.0, -3.0)
"""Weights before anything is seen, so that a handful of examples cannot turn the gate upside down."""
_RIGHT, _KNOWN = slice(0, 5), slice(4, 6)
"""What each model looks at of the evidence."""
_SHARPNESS = 8.0
"""How much less than the highest score others count in the energy; from 6 to 10 it hardly matters."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Weights of the two logistic models; the last of each is the constant."""

    right: NDArray[np.float64]
    known: NDArray[np.float64]

    @classmethod
    def of(cls, weights: NDArray[np.float64]) -> Gate:
        """Return the gate with both models' *weights*, one after the other."""
        return cls(*np.split(weights, [len(_PRIOR_RIGHT)]))

    @property
    def weights(self) -> NDArray[np.float64]:
        """Both models' weights, one after the other."""
        return np.concatenate([self.right, self.known])

    def confidence(self, seen: NDArray[np.float64]) -> float:
        """Return the probability (0–1) that the first class is right, given its `evidence`."""
        return _probability(seen[_RIGHT], self.right)

    def refusal(self, seen: NDArray[np.float64]) -> float:
        """Return the probability (0–1) that the question belongs to no class."""
        return 1.0 - _probability(seen[_KNOWN], self.known)


def evidence(
    score: NDArray[np.float32], likeness: NDArray[np.float32], named: NDArray[np.float64] | np.float64
) -> NDArray[np.float64]:
    """Return what the gate looks at: first score, its lead, its likeness, the best likeness, topic named, energy.

    The last axis of both arrays runs over the intents; *named* is 1 where a topic is mentioned.
    """
    classes = score.shape[-1]
    rows, alike = score.reshape(-1, classes), likeness.reshape(-1, classes)
    ranked = np.sort(rows, axis=1)[:, -2:]
    found = np.empty((len(rows), 6))
    found[:, 0] = ranked[:, -1]
    found[:, 1] = ranked[:, -1] - ranked[:, 0] if classes > 1 else ranked[:, -1]
    found[:, 2] = alike[np.arange(len(rows)), rows.argmax(axis=1)]
    found[:, 3] = alike.max(axis=1)
    found[:, 4] = named
    found[:, 5] = _energy(rows)
    return found.reshape(*score.shape[:-1], found.shape[1])


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the gate sees of some examples, whether the first class was *right* and any could be, and how much each counts."""

    rows: NDArray[np.float64]
    known: NDArray[np.float64]
    right: NDArray[np.float64]
    weight: NDArray[np.float64]


def evidence_of_examples(
    score: NDArray[np.float32], likeness: NDArray[np.float32], labels: NDArray[np.intp], named: NDArray[np.float64]
) -> Evidence:
    """Return the evidence of left-out scores and likenesses (examples × classes) with the right *labels*.

    Each example counts a second time as if its class did not exist. *named* is 1 for examples that
    name a topic: foreign questions hardly ever do, so those count little there.
    """
    rows, right = evidence(score, likeness, named), (score.argmax(axis=1) == labels).astype(np.float64)
    known, weight = np.ones(len(labels)), np.ones(len(labels))
    if score.shape[1] > 1:
        rows = np.vstack([rows, evidence(*_without_own(score, likeness, labels), named)])
        right, known = np.append(right, np.zeros(len(labels))), np.append(known, np.zeros(len(labels)))
        weight = np.append(weight, np.where(named > 0, _FOREIGN_NAMED_WEIGHT, _FOREIGN_WEIGHT))
    return Evidence(rows, known, right, weight)


def fit_gate(seen: Evidence) -> Gate:
    """Fit the gate on the evidence of all examples."""
    right = _logistic(seen.rows[:, _RIGHT], seen.right, seen.weight, _PRIOR_RIGHT)
    return Gate(right, _logistic(seen.rows[:, _KNOWN], seen.known, seen.weight, _PRIOR_KNOWN))


def _without_own(
    score: NDArray[np.float32], likeness: NDArray[np.float32], labels: NDArray[np.intp]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return both arrays as if each example's own intent did not exist."""
    own = (np.arange(len(labels)), labels)
    score, likeness = score.copy(), likeness.copy()
    score[own], likeness[own] = _FORGOTTEN, 0.0
    return score, likeness


def _energy(rows: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return a soft maximum of each of *rows* of scores: the more of them are high, the higher."""
    highest = rows.max(axis=1).astype(np.float64)
    others = np.exp(_SHARPNESS * (rows - highest[:, None])).sum(axis=1)
    return np.asarray(highest + np.log(others) / _SHARPNESS, dtype=np.float64)


def _logistic(
    rows: NDArray[np.float64], right: NDArray[np.float64], weight: NDArray[np.float64], prior: Sequence[float]
) -> NDArray[np.float64]:
    """Return the weights of a logistic regression, penalised for leaving the *prior*, by Newton's method."""
    design = np.hstack([rows, np.ones((len(rows), 1))])
    penalty = _PENALTY * np.eye(design.shape[1])
    weights = np.array(prior)
    for _ in range(_STEPS):
        guess = _sigmoid(design @ weights)
        slope = design.T @ (weight * (right - guess)) - penalty @ (weights - prior)
        curve = (design * (weight * guess * (1 - guess) + 1e-9)[:, None]).T @ design + penalty
        step = np.linalg.solve(curve, slope)
        weights = weights + step / max(1.0, float(np.abs(step).max()))
    return weights


def _probability(seen: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    """Return what the logistic model with these *weights* says to what is *seen*."""
    return 1.0 / (1.0 + math.exp(-min(max(float(seen @ weights[:-1] + weights[-1]), -30.0), 30.0)))


def _sigmoid(value: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(value, -30, 30))))
