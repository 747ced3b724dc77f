"""Products of a few rows with a large table."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.products import Panels


@pytest.mark.parametrize("width", [84, 1_003])
@pytest.mark.parametrize("count", [1, 2, 24, 200])
def test_a_product_in_panels_is_the_product(count: int, width: int) -> None:
    """However many rows there are, and whether or not the panels come out even, the product is that of numpy."""
    numbers = np.random.default_rng(1)
    rows, table = numbers.random((count, 400), dtype=np.float32), numbers.random((400, width), dtype=np.float32)
    assert np.allclose(Panels(table).times(rows), rows @ table, rtol=1e-5)
    assert (Panels(table).table == table).all()


@pytest.mark.parametrize("count", [2, 200])
def test_a_product_is_written_where_it_is_wanted(count: int) -> None:
    """Only the rows given are written to, those of a larger table of results too."""
    found = np.full((count + 1, 128), 9.0, dtype=np.float32)
    rows, table = np.ones((count, 8), dtype=np.float32), np.ones((8, 128), dtype=np.float32)
    Panels(table).times_into(found[:count], rows)
    assert (found[:count] == 8.0).all()
    assert (found[count] == 9.0).all()
