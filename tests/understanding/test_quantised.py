"""Vectors in bytes: nearly the same, in a quarter of the memory."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.quantised import Quantised, columns, quantised, quantised_rows, scales


def unit_rows(count: int, width: int = 256) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Return random unit vectors."""
    rows = np.random.default_rng(5).normal(size=(count, width))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def in_bytes(rows: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> Quantised:
    """Return *rows* as bytes, given one or two at a time."""
    return quantised((rows[first : first + 2] for first in range(0, len(rows), 2)), *rows.shape)


def test_cosines_stay_the_same_to_the_second_digit() -> None:
    """What is compared in bytes is compared as before, but for a rounding error."""
    rows = unit_rows(40)
    kept = in_bytes(rows)

    cosines = (rows @ columns(kept).astype(np.float32)) * scales(kept)

    assert np.abs(cosines - rows @ rows.T).max() < 0.004
    assert kept.nbytes < rows.nbytes / 3


def test_a_row_of_nothing_stays_nothing() -> None:
    """An example without a known word is unlike everything."""
    kept = in_bytes(np.zeros((2, 8), dtype=np.float32))

    assert not columns(kept).any()
    assert np.isfinite(scales(kept)).all()


def test_what_was_kept_is_read_as_it_is() -> None:
    """Nothing is copied into another order: at start memory would be needed twice."""
    rows = unit_rows(3)

    kept = quantised_rows(in_bytes(rows), 3, 256)

    assert kept is not None
    assert np.shares_memory(columns(kept), kept)
    assert columns(kept).flags.c_contiguous
    assert columns(kept).T * scales(kept)[:, None] == pytest.approx(rows, abs=0.004)


@pytest.mark.parametrize("kept", [None, unit_rows(3), in_bytes(unit_rows(2)), in_bytes(unit_rows(3, 128))])
def test_what_is_no_such_rows_is_not_taken_for_them(kept: np.ndarray[tuple[int, ...], np.dtype[np.generic]] | None) -> None:
    """Nothing kept, another form and another number of rows all count as nothing."""
    assert quantised_rows(kept, 3, 256) is None
