"""Products of a few rows with a large table."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.products import Panels, product_with_rows


@pytest.mark.parametrize("count", [1, 2, 7, 24, 25, 200])
def test_a_product_in_parts_is_the_product(count: int) -> None:
    """However many rows there are, and whether or not the parts come out even, the product is that of numpy."""
    numbers = np.random.default_rng(1)
    rows, table = numbers.random((count, 400), dtype=np.float32), numbers.random((400, 1_003), dtype=np.float32)
    assert Panels(table).times(rows) == pytest.approx(rows @ table, rel=1e-5)
    across = np.ascontiguousarray(table.T)
    assert product_with_rows(rows, across) == pytest.approx(rows @ table, rel=1e-5)


@pytest.mark.parametrize("count", [2, 200])
def test_a_product_is_written_where_it_is_wanted(count: int) -> None:
    """Only the rows given are written to, those of a larger table of results too."""
    found = np.full((count + 1, 128), 9.0, dtype=np.float32)
    rows, table = np.ones((count, 8), dtype=np.float32), np.ones((8, 128), dtype=np.float32)
    Panels(table).times_into(found[:count], rows)
    assert (found[:count] == 8.0).all()
    assert (found[count] == 9.0).all()
