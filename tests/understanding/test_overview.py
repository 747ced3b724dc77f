"""Many vectors compared without reading all of them."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.understanding.head import Matrix
from bot.understanding.overview import Overview
from tests.understanding.builders import MemoryCache

LEFT_OUT = 0.3
"""What two unit vectors may have in common beyond the axes looked at."""
IN_BYTES = 2e-3
"""By what a cosine may change where the rest of a vector is kept in bytes."""


def test_an_overview_finds_the_nearest_of_many_without_reading_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cosines to what is near are right; to what is far off they are nearly."""
    monkeypatch.setattr("bot.understanding.overview._FEW", 1_000)
    some = np.random.default_rng(7)
    centres = some.standard_normal((40, 200))
    vectors = _unit(centres[some.integers(0, 40, 2_000)] + 0.7 * some.standard_normal((2_000, 200)))
    asked = _unit(centres[:5] + 0.7 * some.standard_normal((5, 200)))
    overview = Overview.of(lambda: vectors, MemoryCache(), "vectors")

    found, exact = overview.similar(overview.turned(asked)), asked @ vectors.T

    nearest = np.argsort(-exact, axis=1)[:, :5]
    at = np.arange(5)[:, None]
    assert found[at, nearest] == pytest.approx(exact[at, nearest], abs=IN_BYTES)
    assert (found.argmax(axis=1) == exact.argmax(axis=1)).all()
    assert IN_BYTES < np.abs(found - exact).max() < LEFT_OUT


def test_few_vectors_are_read_whole() -> None:
    """To look for the likely ones would take longer."""
    some = np.random.default_rng(7)
    vectors = _unit(some.standard_normal((700, 200)))
    overview = Overview.of(lambda: vectors, MemoryCache(), "vectors")

    assert overview.similar(overview.turned(vectors[:3])) == pytest.approx(vectors[:3] @ vectors.T, abs=1e-5)


@pytest.mark.parametrize("few", [0, 5_000])
def test_many_vectors_are_kept_on_the_axes_on_which_they_differ_most(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the numbers are kept, and what is alike stays so."""
    monkeypatch.setattr("bot.understanding.overview._FEW", few)
    some = np.random.default_rng(3)
    vectors = _unit(some.standard_normal((1_000, 512)) * np.geomspace(1.0, 0.01, 512))
    overview = Overview.of(lambda: vectors, MemoryCache(), "vectors")

    rows = overview.rows_of(slice(None))
    assert rows.shape == (1_000, 256)
    assert (overview.rows_of(slice(70, 130)) == rows[70:130]).all()
    assert overview.turned(vectors[:3]) == pytest.approx(rows[:3], abs=IN_BYTES)
    assert rows @ rows[0] == pytest.approx(vectors @ vectors[0], abs=0.02)


def test_a_second_start_needs_no_vectors_and_sees_the_same() -> None:
    """What was turned once comes from the cache; what other vectors were turned to is never taken for it."""
    some = np.random.default_rng(5)
    vectors = _unit(some.standard_normal((300, 512)))
    cache = MemoryCache()
    first = Overview.of(lambda: vectors, cache, "vectors")

    again = Overview.of(lambda: pytest.fail("the vectors were asked for"), cache, "vectors")
    other = Overview.of(lambda: vectors[::-1], cache, "others")

    turned = first.turned(vectors[:2])
    assert (again.similar(turned) == first.similar(turned)).all()
    assert (other.rows_of(slice(0, 1)) != first.rows_of(slice(0, 1))).any()


def _unit(rows: NDArray[np.float64]) -> Matrix:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)
