"""Rows that are made once and remembered."""

from __future__ import annotations

import numpy as np

from bot.understanding.remembered_rows import MOST, Matrix, Places, RememberedRows


class Maker:
    """Makes rows that tell their number, and notes for which it was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, numbers: Places) -> Matrix:
        """Return a row for each of *numbers*."""
        self.asked += numbers.tolist()
        return np.stack([numbers, -numbers], axis=1).astype(np.float32)


def test_a_row_is_made_once() -> None:
    """What was asked for before is remembered, in the order asked now; below stands a row of zeros."""
    make, remembered = Maker(), RememberedRows(2)
    remembered.rows(np.array([3, 5]), make)

    rows = remembered.rows(np.array([5, 7, 3]), make)

    assert rows.tolist() == [[5, -5], [7, -7], [3, -3], [0, 0]]
    assert make.asked == [3, 5, 7]


def test_what_was_not_used_for_longest_is_forgotten_first() -> None:
    """Those used since keep their place, and every row stays that of its number."""
    make, remembered = Maker(), RememberedRows(2)
    remembered.rows(np.arange(MOST), make)
    remembered.rows(np.array([0]), make)
    make.asked.clear()

    rows = remembered.rows(np.array([0, MOST, MOST + 1, 3]), make)
    again = remembered.rows(np.array([1, 2, 4]), make)

    assert rows[:-1, 0].tolist() == [0, MOST, MOST + 1, 3]
    assert again[:-1, 0].tolist() == [1, 2, 4]
    assert make.asked == [MOST, MOST + 1, 1, 2]


def test_what_was_returned_does_not_change_later() -> None:
    """It is a copy: another thread may overwrite the place."""
    make, remembered = Maker(), RememberedRows(2)
    first = remembered.rows(np.array([1]), make)

    for start in range(2, 2 * MOST, MOST // 2):
        remembered.rows(np.arange(start, start + MOST // 2), make)

    assert first[:-1].tolist() == [[1, -1]]
