"""The network of the sentence encoder: from pieces of words to one unit vector per sentence.

Universal Sentence Encoder, multilingual v3 (Yang et al. 2019): vectors of the pieces and of the
two, three and five pieces around each, by two layers of convolution, are summed over the sentence and
go through a small dense network. What a layer makes of a piece depends on the pieces in its window
alone, and sentences about the same things share most of them: everything is computed once for each
different window of a batch, and for each different piece of many batches, which takes a quarter of the
time. The vectors are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Places = NDArray[np.intp]
Numbers = Mapping[str, NDArray[np.generic]]

_CHUNKS = 17
"""Piece n has its vector in row n // 17 of chunk n % 17; each chunk has its own scale."""
_WINDOWS = ((2, 0), (3, 1), (5, 2))
"""Pieces in a window, and how many of them stand before the piece it belongs to."""
_BEFORE, _AFTER = 2, 2
_BATCH = 2048
"""Pieces encoded together: more share more, but leave the processor's cache."""
_SHARED = 30_000
"""Pieces among which each different one is looked up and multiplied only once; what is known of them takes 50 MB."""
_MANY, _LARGE = 4, 30_000_000


class Table(Protocol):
    """The vectors of all pieces, one byte a number."""

    def __getitem__(self, pieces: Places, /) -> NDArray[np.generic]:
        """Return the rows of some *pieces*."""
        ...


@dataclass(frozen=True, slots=True)
class _Convolution:
    """One layer over windows: a matrix for each place of the window, and a bias."""

    places: Matrix
    bias: Matrix

    def products(self, inputs: Matrix) -> Iterator[Matrix]:
        """Yield *inputs* times the weights of each place, and below a row of zeros: a place outside the sentence."""
        for weights in self.places:
            turned = np.empty((len(inputs) + 1, weights.shape[1]), dtype=np.float32)
            np.matmul(inputs, weights, out=turned[:-1])
            turned[-1] = 0.0
            yield turned

    def over(self, products: Iterable[Matrix], windows: Places, own: Matrix) -> Matrix:
        """Return ``relu(window · weights + bias) + own``, a row for each of *windows*, which name rows of *products*."""
        found: Matrix = np.broadcast_to(self.bias, own.shape).copy()
        for place, turned in enumerate(products):
            found += turned.take(windows[:, place], axis=0)
        np.maximum(found, 0, out=found)
        found += own
        return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What needs no neighbours: of the different *pieces* (sorted) their vectors, narrowed ones, and the first products.

    The last two are kept for each size of window.
    """

    pieces: Places
    vectors: Matrix
    narrow: Sequence[Matrix]
    products: Sequence[Sequence[Matrix]]

    def rows(self, pieces: Places) -> Places:
        """Return where each of *pieces* stands."""
        return np.searchsorted(self.pieces, pieces)


class SentenceNetwork:
    """Made from the *numbers* of the weight file, by their names, and their *table* of pieces."""

    def __init__(self, numbers: Numbers, table: Table) -> None:
        sizes = [window for window, _ in _WINDOWS]
        self._scale, self._lowest = _floats(numbers, "scale"), _floats(numbers, "lo")
        self._pieces = table
        self._narrow = np.concatenate([_floats(numbers, f"proj{size}") for size in sizes], axis=1)
        self._narrow_bias = np.concatenate([_floats(numbers, f"proj_b{size}") for size in sizes])
        self._narrow_norm = tuple(
            np.concatenate([_floats(numbers, f"{name}{size}") for size in sizes]) for name in ("ln_g", "ln_b")
        )
        self._layers = [(_convolution(numbers, "1", size), _convolution(numbers, "2", size)) for size in sizes]
        self._gain, self._shift = _floats(numbers, "ln_g"), _floats(numbers, "ln_b")
        self._join, self._join_bias = _floats(numbers, "cnn_W"), _floats(numbers, "cnn_b")
        self._dense = {name: _floats(numbers, name) for name in ("d0", "d1", "d2", "d3", "p1", "p3")}
        self._tiny = float(numbers["eps"])

    def encode(self, sentences: Sequence[Sequence[int]]) -> Matrix:
        """Return the unit vector of each sentence, given as the numbers of its pieces (at least one)."""
        if sum(map(len, sentences)) > _MANY * _BATCH:
            # Once a block of this size was freed, glibc keeps what it gets back, instead of asking the system
            # for the same memory again with each batch: a quarter of the time.
            np.empty(_LARGE, dtype=np.uint8)
        found = [found for many in _batches(sentences, _SHARED) for found in self._encode_many(many)]
        return np.vstack(found) if found else np.zeros((0, len(self._join_bias)), dtype=np.float32)

    def _encode_many(self, sentences: Sequence[Sequence[int]]) -> Iterator[Matrix]:
        known = self._known(np.unique(np.concatenate(sentences)))
        return (self._encode(batch, known) for batch in _batches(sentences, _BATCH))

    def _encode(self, sentences: Sequence[Sequence[int]], known: _Known) -> Matrix:
        lengths = np.array([len(sentence) for sentence in sentences])
        different, pieces = np.unique(np.concatenate(sentences), return_inverse=True)
        features = self._features(known, known.rows(different), pieces, _around(lengths))
        summed = self._summed(features, lengths)
        return self._finished(summed, lengths.astype(np.float32)[:, None])

    def _known(self, pieces: Places) -> _Known:
        chunk = pieces % _CHUNKS
        vectors = np.asarray(self._pieces[pieces], dtype=np.float32) * self._scale[chunk, None] + self._lowest[chunk, None]
        narrow = [np.ascontiguousarray(part) for part in np.split(self._narrowed(vectors), len(_WINDOWS), axis=1)]
        products = [tuple(first.products(part)) for part, (first, _) in zip(narrow, self._layers, strict=True)]
        return _Known(pieces, vectors, narrow, products)

    def _features(self, known: _Known, different: Places, pieces: Places, around: Places) -> Matrix:
        """Return what is seen of each of *pieces*, which are places in *different* rows of what is *known*."""
        own = different.take(pieces)
        seen = [known.vectors.take(own, axis=0)]
        outside = np.append(different, len(known.pieces))
        for narrow, products, (size, before), (first, second) in zip(
            known.narrow, known.products, _WINDOWS, self._layers, strict=True
        ):
            places = around[:, _BEFORE - before : _BEFORE - before + size]
            windows, at, which = _distinct(pieces, places)
            once = first.over(products, outside[windows], narrow.take(own[at], axis=0))
            again = np.append(which, len(once))[places]
            seen.append(second.over(second.products(once), again, once.take(which, axis=0)))
        return np.hstack(seen)

    def _narrowed(self, vectors: Matrix) -> Matrix:
        narrow = vectors @ self._narrow
        narrow += self._narrow_bias
        narrow -= narrow.mean(axis=1, keepdims=True)
        narrow /= np.sqrt(np.einsum("ij,ij->i", narrow, narrow) / narrow.shape[1] + self._tiny)[:, None]
        gain, shift = self._narrow_norm
        return np.asarray(narrow * gain + shift, dtype=np.float32)

    def _summed(self, features: Matrix, lengths: Places) -> Matrix:
        """Return the sum over each sentence of its normalised *features* (Ba et al. 2016), never writing those out."""
        width = features.shape[1]
        mean = features @ np.full(width, 1 / width, dtype=np.float32)
        spread = np.einsum("ij,ij->i", features, features) / width - mean * mean
        share = np.asarray(1.0 / np.sqrt(spread + self._tiny), dtype=np.float32)
        summed = np.empty((len(lengths), width), dtype=np.float32)
        starts = np.cumsum(lengths) - lengths
        for row, start, end in zip(summed, starts, starts + lengths, strict=True):
            np.dot(share[start:end], features[start:end], out=row)
        summed -= np.add.reduceat(share * mean, starts)[:, None]
        return summed * self._gain + lengths.astype(np.float32)[:, None] * self._shift

    def _finished(self, summed: Matrix, lengths: Matrix) -> Matrix:
        """Return unit vectors: the dense network on top of the sums over sentences."""
        dense = self._dense
        joined = (summed @ self._join + lengths * self._join_bias) / np.sqrt(lengths)
        middle = np.maximum(joined @ dense["p1"] + np.maximum(joined @ dense["d0"], 0) @ dense["d1"], 0)
        found = np.tanh(middle @ dense["p3"] + np.maximum(middle @ dense["d2"], 0) @ dense["d3"])
        lengths_found = np.sqrt(np.maximum(np.einsum("ij,ij->i", found, found), self._tiny))
        return np.asarray(found / lengths_found[:, None], dtype=np.float32)


def _distinct(pieces: Places, places: Places) -> tuple[Places, Places, Places]:
    """Return the different windows at *places* of *pieces*, where each stands first, and which of them stands where.

    One more than the highest piece stands for a place outside the sentence.
    """
    outside = int(pieces.max()) + 1
    windows = np.append(pieces, outside)[places]
    keys = windows @ (outside + 1) ** np.arange(windows.shape[1])
    _, first, which = np.unique(keys, return_index=True, return_inverse=True)
    return windows[first], first, which


def _around(lengths: Places) -> Places:
    """Return for every place the places of the widest window around it; outside its sentence: the count of all."""
    total, ends = int(lengths.sum()), np.cumsum(lengths)
    around = np.arange(total)[:, None] + np.arange(-_BEFORE, _AFTER + 1)
    inside = around >= np.repeat(ends - lengths, lengths)[:, None]
    inside &= around < np.repeat(ends, lengths)[:, None]
    return np.where(inside, around, total)


def _batches(sentences: Sequence[Sequence[int]], most: int) -> Iterator[Sequence[Sequence[int]]]:
    """Yield the sentences in batches of at most so many pieces; a longer sentence is a batch of its own."""
    first, pieces = 0, 0
    for number, sentence in enumerate(sentences):
        if pieces + len(sentence) > most and number > first:
            yield sentences[first:number]
            first, pieces = number, 0
        pieces += len(sentence)
    if first < len(sentences):
        yield sentences[first:]


def _floats(numbers: Numbers, name: str) -> Matrix:
    return np.asarray(numbers[name], dtype=np.float32)


def table_of(numbers: Numbers) -> NDArray[np.uint8]:
    """Return the table of pieces; one byte a number is kept, for there are 65 million."""
    first = numbers["q1"]
    table = np.empty((_CHUNKS * len(first), first.shape[1]), dtype=np.uint8)
    for chunk in range(_CHUNKS):
        table[chunk::_CHUNKS] = numbers[f"q{chunk + 1}"]
    return table


def _convolution(numbers: Numbers, layer: str, size: int) -> _Convolution:
    bias = _floats(numbers, f"b{layer}_{size}")
    return _Convolution(_floats(numbers, f"w{layer}_{size}").reshape(size, -1, len(bias)), bias)
