"""Sentences as sparse vectors of words, pairs of words and pieces of words, and a linear judge of them.

Features are hashed (Weinberger et al. 2009) into a space wide enough that hardly two of them meet:
with hundreds of short examples, collisions cost more than anything else measured here. Weights are
tf-idf, rows have unit length; what no example holds adds to the length of a sentence alone, so that
foreign talk is like nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Columns = NDArray[np.integer]

_SIZE = 1 << 17
WIDTH = 4 * _SIZE
"""Components of a vector: as many for whole words, for pairs of neighbours, for pieces of words, and for pairs with
one word between."""

_IMPORTANCE = np.repeat(np.array([1.0, 0.9, 0.45, 0.5], dtype=np.float32), _SIZE)
_PIECES = (3, 4, 5)
_SMALL, _LARGE, _SMALL_DIGITS = "0", "00", 2
"""What stands for a number of up to so many digits (an age, a class), and of more (a year)."""
_LONGEST_WORD = 40
_REMEMBERED_WORDS = 10_000
_AT_ONCE = 1 << 18
"""Numbers of rows that are multiplied together: as quick as all of them."""
_RIDGE = 0.25
_ROUNDS = 120
_CLOSE_ENOUGH = 1e-3


@dataclass(frozen=True, slots=True)
class Sentences:
    """The *columns* of several sentences, at least one each, in a row, and where those of each *start*."""

    columns: Columns
    starts: Columns

    @classmethod
    def of(cls, each: Sequence[Columns]) -> Sentences:
        """Return the sentences with the columns of *each*."""
        return cls(np.concatenate(each), _starts(np.array([len(columns) for columns in each], dtype=np.intp)))

    @classmethod
    def from_numbers(cls, numbers: NDArray[np.generic]) -> Sentences:
        """Return the sentences whose `numbers` these are."""
        table = numbers.astype(np.int32, copy=False)
        behind = 1 + int(table[0])
        return cls(table[behind:], _starts(table[1:behind]))

    @property
    def numbers(self) -> Columns:
        """All in a row: how many, how many columns each has, and the columns."""
        return np.concatenate([[len(self)], self.sizes, self.columns], dtype=np.int32)

    def __len__(self) -> int:
        """Count them."""
        return len(self.starts)

    @property
    def sizes(self) -> Columns:
        """How many columns each has."""
        return np.diff(self.starts, append=len(self.columns))

    def taken(self, places: Sequence[int]) -> Sentences:
        """Return the sentences at *places*."""
        bounds = [*self.starts.tolist(), len(self.columns)]
        return Sentences.of([self.columns[bounds[at] : bounds[at + 1]] for at in places])


@dataclass(frozen=True, slots=True)
class Rows:
    """Sparse rows: the *columns* and *values* of all of them in a row, and where each *starts*."""

    columns: Columns
    values: NDArray[np.floating]
    starts: Columns

    @property
    def sizes(self) -> Columns:
        """How many columns each has."""
        return np.diff(self.starts, append=len(self.columns))

    def times(self, vector: NDArray[np.floating]) -> NDArray[np.floating]:
        """Return the product of every row with *vector* (a number for each column)."""
        found = np.empty(len(self.starts))
        for rows, inside in self._blocks():
            # Which are columns need not be looked at one by one.
            products = self.values[inside] * vector.take(self.columns[inside], mode="clip")
            np.add.reduceat(products, self.starts[rows] - inside.start, out=found[rows])
        return found

    def taken(self, places: Sequence[int]) -> Rows:
        """Return the rows at *places*."""
        taken, sizes = np.asarray(places, dtype=np.intp), self.sizes
        starts = _starts(sizes[taken])
        inside = np.arange(int(sizes[taken].sum())) + np.repeat(self.starts[taken] - starts, sizes[taken])
        return Rows(self.columns[inside], self.values[inside], starts)

    def turned_times(self, shares: NDArray[np.floating], width: int) -> NDArray[np.floating]:
        """Return the sum of all rows, each taken by its share, as *width* columns."""
        found, sizes = np.zeros(width), self.sizes
        for rows, inside in self._blocks():
            weighted = self.values[inside] * np.repeat(shares[rows], sizes[rows])
            found += np.bincount(self.columns[inside], weights=weighted, minlength=width)
        return found

    def _blocks(self) -> Iterator[tuple[slice, slice]]:
        """Yield the places of some rows, and of what is in them: in the types numpy computes in all together take 100 MB."""
        ends = self.starts + self.sizes
        first = 0
        while first < len(ends):
            start = int(self.starts[first])
            last = max(first + 1, int(ends.searchsorted(start + _AT_ONCE)))
            yield slice(first, last), slice(start, int(ends[last - 1]))
            first = last


def _starts(sizes: Columns) -> Columns:
    """Return where each begins of what stands in a row and has these *sizes*."""
    return np.asarray(np.cumsum(sizes) - sizes)


class Weighing:
    """How much each column counts: learnt from the sentences it is in, or taken from *scale*."""

    def __init__(self, scale: Numbers) -> None:
        self.scale = scale
        self._rarest = float((scale / _IMPORTANCE).max(initial=1.0))

    @classmethod
    def learnt(cls, sentences: Sentences) -> Weighing:
        """Return the tf-idf weights of *sentences*: ``ln((1 + n) / (1 + df)) + 1``; 0 if in none."""
        counts = np.bincount(sentences.columns, minlength=WIDTH)
        idf = np.log((1 + len(sentences)) / (1 + counts)) + 1
        return cls(np.where(counts > 0, idf * _IMPORTANCE, 0.0).astype(np.float32))

    def vector(self, columns: Columns) -> tuple[Columns, Numbers]:
        """Return those of *columns* that examples have too, and their values."""
        values = self.scale[columns]
        known = values > 0
        foreign = _IMPORTANCE[columns[~known]] * self._rarest
        length = np.sqrt((values**2).sum() + (foreign**2).sum())
        return columns[known], values[known] / (length or 1.0)

    def rows(self, sentences: Sentences) -> Rows:
        """Return a row for each of *sentences*."""
        columns, values = sentences.columns, self.scale[sentences.columns]
        known = values > 0
        known[sentences.starts] = True  # no row is empty; what no example holds, no judge weighs
        foreign = np.flatnonzero(~known)
        values[foreign] = _IMPORTANCE[columns[foreign]] * self._rarest
        lengths = np.sqrt(np.add.reduceat(values * values, sentences.starts, dtype=np.float64)).astype(np.float32)
        values /= np.repeat(lengths, sentences.sizes)
        if not len(foreign):
            return Rows(columns, values, sentences.starts)
        sizes = np.add.reduceat(known, sentences.starts, dtype=np.intp)
        return Rows(columns[known], values[known], _starts(sizes))


def columns_of(words: Sequence[str]) -> Columns:
    """Return the columns of all features of *words*, each once; one number is as good as another."""
    words = [_counted(word) for word in words]
    stops = ["^", *words, "$"]
    pairs = [_SIZE + crc32(f"{one} {two}".encode()) % _SIZE for one, two in pairwise(stops)]
    pairs += [3 * _SIZE + crc32(f"{one}_{two}".encode()) % _SIZE for one, two in zip(stops, stops[2:], strict=False)]
    columns = np.concatenate([np.array(pairs, dtype=np.int32), *(_of_word(word) for word in words)])
    columns.sort()
    last = np.ones(len(columns), dtype=np.bool_)
    np.not_equal(columns[1:], columns[:-1], out=last[:-1])
    return np.asarray(columns[last])


def _counted(word: str) -> str:
    if not word.isdigit():
        return word
    return _SMALL if len(word) <= _SMALL_DIGITS else _LARGE


@lru_cache(_REMEMBERED_WORDS)
def _of_word(word: str) -> Columns:
    whole = crc32(word.encode()) % _SIZE
    pieces = (2 * _SIZE + crc32(piece.encode()) % _SIZE for piece in _pieces(word[:_LONGEST_WORD]))
    return np.array([whole, *pieces], dtype=np.int32)


def _pieces(word: str) -> Iterator[str]:
    bounded = f" {word} "
    for size in _PIECES:
        for start in range(len(bounded) - size + 1):
            yield bounded[start : start + size]


class WordJudge:
    """Scores words by a weight for each column: near 1 for distress, near -1 for anything else."""

    def __init__(self, weighing: Weighing, weights: Numbers, bias: float) -> None:
        self.weighing = weighing
        self._weights, self._bias = weights, bias

    @classmethod
    def from_numbers(cls, numbers: Numbers) -> WordJudge:
        """Return the judge whose `numbers` these are."""
        return cls(Weighing(numbers[:WIDTH]), numbers[WIDTH : 2 * WIDTH], float(numbers[-1]))

    @property
    def numbers(self) -> Numbers:
        """All that was learnt, in a row."""
        return np.concatenate([self.weighing.scale, self._weights, np.array([self._bias], dtype=np.float32)])

    def score(self, words: Sequence[str]) -> float:
        """Return the score of *words*."""
        columns, values = self.weighing.vector(columns_of(words))
        return float(self._weights[columns] @ values) + self._bias

    def scores(self, rows: Rows) -> NDArray[np.floating]:
        """Return the scores of sentences given as *rows*."""
        return rows.times(self._weights) + self._bias


def fit_rows(rows: Rows, targets: Numbers) -> tuple[Numbers, float]:
    """Return the weights (a number for each column) and the bias that come nearest to *targets*.

    Ridge regression by conjugate gradients (Hestenes and Stiefel 1952) on the normal equations:
    nothing as large as columns × columns is ever held.
    """
    used = np.flatnonzero(np.bincount(rows.columns, minlength=WIDTH))
    places = np.zeros(WIDTH, dtype=np.int32)
    places[used] = np.arange(len(used))
    compact = Rows(places[rows.columns], rows.values, rows.starts)
    width = len(used)

    def bent(weights: NDArray[np.floating]) -> NDArray[np.floating]:
        errors = compact.times(weights[:-1]) + weights[-1]
        return np.asarray(np.append(compact.turned_times(errors, width), errors.sum()) + _RIDGE * weights)

    found = conjugate_gradients(bent, np.append(compact.turned_times(targets, width), targets.sum()))
    weights = np.zeros(WIDTH, dtype=np.float32)
    weights[used] = found[:-1]
    return weights, float(found[-1])


def conjugate_gradients(
    bent: Callable[[NDArray[np.floating]], NDArray[np.floating]], wanted: NDArray[np.floating]
) -> NDArray[np.floating]:
    """Return what the symmetric map *bent* takes to *wanted*, nearly."""
    found = np.zeros_like(wanted)
    rest = way = wanted
    left = start = float(rest @ rest)
    for _ in range(_ROUNDS):
        if left <= start * _CLOSE_ENOUGH**2:
            break
        turned = bent(way)
        step = left / float(way @ turned)
        found = found + step * way
        rest = rest - step * turned
        before, left = left, float(rest @ rest)
        way = rest + left / before * way
    return found
