"""The lexical view, and vectors that are not computed twice."""

from __future__ import annotations

import pytest

from bot.understanding.lexical import LexicalView
from tests.understanding.builders import MemoryCache, stem

TEXTS: list[tuple[str, ...]] = [("wann", "startet", "{topic}"), ("was", "kostet", "{topic}"), ("wo", "ist", "das")]
QUESTIONS: list[tuple[str, ...]] = [("wann", "beginnt", "das"), ("kosten",), ("zzz",), ()]


def view_of(texts: list[tuple[str, ...]], cache: MemoryCache | None = None) -> LexicalView:
    """Return the view fitted to *texts*."""
    return LexicalView(texts, stem, cache or MemoryCache())


def test_an_example_is_most_like_itself() -> None:
    """Its cosine to itself is about 1."""
    view = view_of(TEXTS)

    similar = view.similar(view.vectors(TEXTS))

    assert similar.shape == (3, 3)
    assert similar.argmax(axis=1).tolist() == [0, 1, 2]
    assert similar.diagonal() == pytest.approx([1.0, 1.0, 1.0], abs=0.1)


def test_cosines_are_those_of_whole_vectors() -> None:
    """Reading only the columns in use saves time and changes nothing."""
    view = view_of(TEXTS)
    vectors = view.vectors(QUESTIONS)

    assert view.similar(vectors) == pytest.approx(vectors @ view.rows_of(slice(None)).T, abs=1e-5)


def test_a_second_start_sees_the_same() -> None:
    """What was fitted before comes from the cache, with the very same numbers."""
    cache = MemoryCache()
    first = view_of(TEXTS, cache)
    kept = set(cache.kept)

    again = view_of(TEXTS, cache)

    assert set(cache.kept) == kept
    assert (again.rows_of(slice(None)) == first.rows_of(slice(None))).all()
    assert (again.vectors(QUESTIONS) == first.vectors(QUESTIONS)).all()


def test_other_texts_are_fitted_anew() -> None:
    """One word more or another order is another view."""
    cache = MemoryCache()
    views = [view_of(texts, cache) for texts in (TEXTS, TEXTS[::-1], TEXTS[:2], [*TEXTS[:2], ("wo", "ist")])]

    assert len({view.key for view in views}) == 4
    assert len(views[2].rows_of(slice(None))) == 2


@pytest.mark.parametrize("part", ["-rows", "-idf"])
def test_half_a_cache_is_not_trusted(part: str) -> None:
    """A file that is gone costs time, not right answers."""
    cache = MemoryCache()
    whole = view_of(TEXTS, cache)
    cache.kept = {key: numbers for key, numbers in cache.kept.items() if not key.endswith(part)}

    again = view_of(TEXTS, cache)

    assert len(cache.kept) == 2
    assert (again.rows_of(slice(None)) == whole.rows_of(slice(None))).all()
    assert (again.vectors(QUESTIONS) == whole.vectors(QUESTIONS)).all()


def test_a_cache_with_too_few_rows_is_not_trusted() -> None:
    """Each example has its vector, whatever was kept."""
    cache = MemoryCache()
    whole = view_of(TEXTS, cache)
    cache.kept = {key: numbers[:1] if key.endswith("-rows") else numbers for key, numbers in cache.kept.items()}

    again = view_of(TEXTS, cache)

    assert (again.rows_of(slice(None)) == whole.rows_of(slice(None))).all()
    assert (again.vectors(QUESTIONS) == whole.vectors(QUESTIONS)).all()
