"""The linear head over any vectors: which intent, learnt in one step.

Ridge regression of one-hot targets (least-squares classification) with examples weighted so that
small intents count nearly as much as large ones. Its leave-one-out predictions have a closed
form, ``y - (y - f) / (1 - h)`` with the leverage ``h`` (Allen 1974), so that confidence can be
calibrated on examples the head did not see, without fitting anything twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

_BLOCK = 512


@dataclass(frozen=True, slots=True)
class Head:
    """``weights`` (width × intents) give scores near 1 for the intent meant, near 0 for others.

    ``left_out`` (examples × intents) are the scores each example gets when it is left out.
    """

    weights: Matrix
    left_out: Matrix


def fit_head(rows: Matrix, labels: NDArray[np.intp], intents: int, ridge: float) -> Head:
    """Fit the head on unit *rows* with their *labels* (0 … *intents* − 1)."""
    targets = np.zeros((len(labels), intents), dtype=np.float32)
    targets[np.arange(len(labels)), labels] = 1.0
    sizes = np.bincount(labels, minlength=intents)[labels]
    balance = np.sqrt(sizes.mean() / sizes).astype(np.float32)[:, None]
    gram = ridge * np.eye(rows.shape[1], dtype=np.float32)
    moment = np.zeros((rows.shape[1], intents), dtype=np.float32)
    for part in blocks(len(rows)):
        weighted = rows[part] * balance[part]
        gram += weighted.T @ rows[part]
        moment += weighted.T @ targets[part]
    inverse = np.linalg.inv(gram)
    weights = inverse @ moment
    left_out = np.empty_like(targets)
    for part in blocks(len(rows)):
        leverage = np.einsum("ij,ij->i", rows[part] @ inverse, rows[part])[:, None] * balance[part]
        residual = targets[part] - rows[part] @ weights
        left_out[part] = targets[part] - residual / np.maximum(1.0 - leverage, 1e-3)
    return Head(weights, left_out)


def blocks(count: int) -> Iterator[slice]:
    """Return slices over *count* rows, few enough each to keep memory small."""
    return (slice(first, first + _BLOCK) for first in range(0, count, _BLOCK))
