"""Products of a few rows with a large table."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.products import product, product_into, product_with_rows


@pytest.mark.parametrize("count", [1, 2, 7, 24, 25])
def test_a_product_in_parts_is_the_product(count: int) -> None:
    """However many rows there are, and whether or not the parts come out even, the product is that of numpy."""
    numbers = np.random.default_rng(1)
    rows, table = numbers.random((count, 400), dtype=np.float32), numbers.random((400, 1_003), dtype=np.float32)
    assert product(rows, table) == pytest.approx(rows @ table, rel=1e-5)
    across = np.ascontiguousarray(table.T)
    assert product_with_rows(rows, across) == pytest.approx(rows @ table, rel=1e-5)


def test_a_product_is_written_where_it_is_wanted() -> None:
    """Only the rows given are written to, those of a larger table of results too."""
    found = np.full((3, 40), 9.0, dtype=np.float32)
    rows, table = np.ones((2, 8), dtype=np.float32), np.ones((8, 40), dtype=np.float32)
    product_into(found[:2], rows, table)
    assert (found[:2] == 8.0).all()
    assert (found[2] == 9.0).all()
