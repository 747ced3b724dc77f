"""The network of the sentence encoder: from pieces of words to one unit vector per sentence.

Universal Sentence Encoder, multilingual v3 (Yang et al. 2019): vectors of the pieces and of the
two, three and five pieces around each, by two layers of convolution, are summed over the sentence and
go through a small dense network. What a layer makes of a piece depends on the pieces in its window
alone, and sentences about the same things share most of them: everything is computed once for each
different window of a batch, and for each different piece of many batches, which takes a quarter of the
time; what was made of the pieces questions used last is remembered. The vectors are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.understanding.head import blocks
from bot.understanding.products import Panels
from bot.understanding.remembered_rows import Matrix, Places, RememberedRows

Numbers = Mapping[str, NDArray[np.generic]]

_CHUNKS = 17
"""Piece n has its vector in row n // 17 of chunk n % 17; each chunk has its own scale."""
_WINDOWS = ((2, 0), (3, 1), (5, 2))
"""Pieces in a window, and how many of them stand before the piece it belongs to."""
_AROUND = 2
"""So many pieces at most before a piece, or after it, are in one of its windows."""
_BATCH = 2048
"""Pieces encoded together: more share more, but leave the processor's cache."""
_SHARED = 30_000
"""Pieces among which each different one is looked up and multiplied only once; what is known of them takes 50 MB."""
_MADE_AT_ONCE = 512
"""Pieces of which that is found out together."""
_MANY, _LARGE = 4, 30_000_000
_FEW_PIECES = 256
"""Of so few different pieces, those of a question, most are remembered."""


class Table(Protocol):
    """The vectors of all pieces, one byte a number."""

    def __getitem__(self, pieces: Places, /) -> NDArray[np.generic]:
        """Return the rows of some *pieces*."""
        ...


@dataclass(frozen=True, slots=True)
class _Convolution:
    """One layer over windows: the matrices for each place of the window beside each other, and a bias."""

    places: Panels
    bias: Matrix

    def products(self, inputs: Matrix) -> Matrix:
        """Return blocks: *inputs* times the weights of each place; the last are zeros, for what is outside the sentence."""
        turned = np.empty((len(inputs) + 1, self.places.width), dtype=np.float32)
        self.places.times_into(turned[:-1], inputs)
        turned[-1] = 0.0
        return turned.reshape(-1, len(self.bias))

    def over(self, blocks: Matrix, windows: Places, own: Matrix) -> Matrix:
        """Return ``relu(window · weights + bias) + own``, a row for each of *windows*.

        A window names for each of its pieces where its products begin in *blocks*, one for each place.
        """
        found: Matrix = blocks.take(windows[:, 0], axis=0)
        for place in range(1, windows.shape[1]):
            found += blocks.take(windows[:, place] + place, axis=0)
        found += self.bias
        np.maximum(found, 0, out=found)
        found += own
        return found


class SentenceNetwork:
    """Made from the *numbers* of the weight file, by their names, and their *table* of pieces."""

    def __init__(self, numbers: Numbers, table: Table) -> None:
        sizes = [window for window, _ in _WINDOWS]
        self._scale, self._lowest = _floats(numbers, "scale"), _floats(numbers, "lo")
        self._pieces = table
        narrow = np.concatenate([_floats(numbers, f"proj{size}") for size in sizes], axis=1)
        self._narrow = Panels(narrow)
        self._narrow_bias = np.concatenate([_floats(numbers, f"proj_b{size}") for size in sizes])
        self._narrow_norm = tuple(
            np.concatenate([_floats(numbers, f"{name}{size}") for size in sizes]) for name in ("ln_g", "ln_b")
        )
        self._layers = [(_convolution(numbers, "1", size), _convolution(numbers, "2", size)) for size in sizes]
        self._gain, self._shift = _floats(numbers, "ln_g"), _floats(numbers, "ln_b")
        self._bent, self._deep = Panels(_floats(numbers, "d1")), Panels(_floats(numbers, "d3"))
        # Two layers on the same input are one, and so are two with nothing between them.
        self._both = Panels(np.hstack([_floats(numbers, "d2"), _floats(numbers, "p3")]))
        after = np.hstack([_floats(numbers, "p1"), _floats(numbers, "d0")])
        self._join, self._join_bias = Panels(_floats(numbers, "cnn_W") @ after), _floats(numbers, "cnn_b") @ after
        self._tiny = float(numbers["eps"])
        self._width = len(self._layers[0][0].bias)
        self._in_vector = len(narrow) // self._width
        self._per_piece = self._in_vector + len(sizes) + sum(sizes)
        self._remembered = RememberedRows(self._per_piece * self._width)

    def encode(self, sentences: Sequence[Sequence[int]]) -> Matrix:
        """Return the unit vector of each sentence, given as the numbers of its pieces (at least one)."""
        if sum(map(len, sentences)) > _MANY * _BATCH:
            # Once a block of this size was freed, glibc keeps what it gets back, instead of asking the system
            # for the same memory again with each batch: a quarter of the time.
            np.empty(_LARGE, dtype=np.uint8)
        found = [found for many in _batches(sentences, _SHARED) for found in self._encode_many(many)]
        return np.concatenate(found) if found else np.zeros((0, self._deep.width), dtype=np.float32)

    def _encode_many(self, sentences: Sequence[Sequence[int]]) -> Iterator[Matrix]:
        pieces = np.array(sorted(set[int]().union(*sentences)))
        known = self._known(pieces)
        return (self._encode(batch, pieces, known) for batch in _batches(sentences, _BATCH))

    def _encode(self, sentences: Sequence[Sequence[int]], pieces: Places, known: Matrix) -> Matrix:
        lengths = np.array([len(sentence) for sentence in sentences])
        said = np.concatenate(sentences)
        first, which = _once(said)
        rows = _with_outside(pieces.searchsorted(said[first]), len(pieces))
        summed = self._summed(self._features(known, rows, which, _places(lengths)), lengths)
        return self._finished(summed, lengths.astype(np.float32)[:, None])

    def _known(self, pieces: Places) -> Matrix:
        """Return what needs no neighbours, as blocks: those of each of *pieces*, and below as many zeros.

        They are its vector, then for each size of window the narrowed vector, then for each the first products.
        """
        if len(pieces) <= _FEW_PIECES:
            return self._remembered.rows(pieces, self._made).reshape(-1, self._width)
        known = np.empty((len(pieces) + 1, self._per_piece * self._width), dtype=np.float32)
        for block in blocks(len(pieces), _MADE_AT_ONCE):
            known[block] = self._made(pieces[block])
        known[-1] = 0.0
        return known.reshape(-1, self._width)

    def _made(self, pieces: Places) -> Matrix:
        """Return the blocks of each of *pieces* in a row."""
        chunk = pieces % _CHUNKS
        vectors = np.asarray(self._pieces[pieces], dtype=np.float32) * self._scale[chunk, None] + self._lowest[chunk, None]
        narrow = self._narrowed(vectors)
        firsts = zip(range(0, narrow.shape[1], self._width), self._layers, strict=True)
        products = [first.places.times(narrow[:, begin : begin + self._width]) for begin, (first, _) in firsts]
        return np.concatenate([vectors, narrow, *products], axis=1)

    def _features(self, known: Matrix, rows: Places, which: Places, inside: Places) -> Matrix:
        """Return what is seen of each piece: the one *which* names of those whose *rows* of *known* these are.

        The last row is for what is outside a sentence; *inside* is where the pieces stand among what is outside.
        """
        firsts = rows * self._per_piece
        own = firsts.take(which)
        narrow, products = self._in_vector, self._in_vector + len(_WINDOWS)
        seen = [known.take(own + block, axis=0) for block in range(narrow)]
        said = _spread(which, inside, len(rows) - 1)
        for (size, before), (first, second) in zip(_WINDOWS, self._layers, strict=True):
            places = inside[:, None] + np.arange(-before, size - before)
            windows, at, same = _distinct(said[places], len(rows))
            once = first.over(known, firsts[windows] + products, known.take(own[at] + narrow, axis=0))
            again = _spread(same, inside, len(once))[places] * size
            seen.append(second.over(second.products(once), again, once.take(same, axis=0)))
            narrow, products = narrow + 1, products + size
        return np.concatenate(seen, axis=1)

    def _narrowed(self, vectors: Matrix) -> Matrix:
        narrow = self._narrow.times(vectors)
        narrow += self._narrow_bias
        narrow -= narrow.mean(axis=1, keepdims=True)
        narrow /= np.sqrt(np.vecdot(narrow, narrow) / narrow.shape[1] + self._tiny)[:, None]
        gain, shift = self._narrow_norm
        return np.asarray(narrow * gain + shift, dtype=np.float32)

    def _summed(self, features: Matrix, lengths: Places) -> Matrix:
        """Return the sum over each sentence of its normalised *features* (Ba et al. 2016), never writing those out."""
        width = features.shape[1]
        mean = features @ np.full(width, 1 / width, dtype=np.float32)
        spread = np.vecdot(features, features) / width - mean * mean
        share = np.asarray(1.0 / np.sqrt(spread + self._tiny), dtype=np.float32)
        summed = np.empty((len(lengths), width), dtype=np.float32)
        starts = np.cumsum(lengths) - lengths
        for row, start, end in zip(summed, starts, starts + lengths, strict=True):
            np.dot(share[start:end], features[start:end], out=row)
        summed -= np.add.reduceat(share * mean, starts)[:, None]
        return summed * self._gain + lengths.astype(np.float32)[:, None] * self._shift

    def _finished(self, summed: Matrix, lengths: Matrix) -> Matrix:
        """Return unit vectors: the dense network on top of the sums over sentences."""
        joined = (self._join.times(summed) + lengths * self._join_bias) / np.sqrt(lengths)
        half, whole = self._bent.width, self._deep.width
        middle = np.maximum(joined[:, :half] + self._bent.times(np.maximum(joined[:, half:], 0)), 0)
        both = self._both.times(middle)
        found = np.tanh(both[:, whole:] + self._deep.times(np.maximum(both[:, :whole], 0)))
        lengths_found = np.sqrt(np.maximum(np.vecdot(found, found), self._tiny))
        return np.asarray(found / lengths_found[:, None], dtype=np.float32)


def _with_outside(pieces: Places, outside: int) -> Places:
    """Return *pieces* and behind them what stands for a place outside the sentence."""
    found = np.empty(len(pieces) + 1, dtype=pieces.dtype)
    found[:-1], found[-1] = pieces, outside
    return found


def _places(lengths: Places) -> Places:
    """Return where the pieces of sentences stand that have as much around and between them as is seen of a neighbour."""
    return np.arange(int(lengths.sum())) + np.arange(_AROUND, _AROUND * (len(lengths) + 1), _AROUND).repeat(lengths)


def _spread(pieces: Places, inside: Places, outside: int) -> Places:
    """Return *pieces* with what is *outside* around them: *inside* is where they stand."""
    found = np.full(inside[-1] + 1 + _AROUND, outside)
    found[inside] = pieces
    return found


def _distinct(windows: Places, count: int) -> tuple[Places, Places, Places]:
    """Return the different ones of *windows* of numbers below *count*, where each stands first, and which stands where."""
    first, which = _once(windows @ count ** np.arange(windows.shape[1]))
    return windows[first], first, which


def _once(numbers: Places) -> tuple[Places, Places]:
    """Return where each of the different *numbers* stands first, and for every number which of them it is.

    In a dictionary, one by one, the two thousand of a batch take eight times as long.
    """
    order = numbers.argsort(kind="stable")
    ascending = numbers[order]
    begins = np.empty(len(numbers), dtype=np.bool_)
    begins[:1] = True
    np.not_equal(ascending[1:], ascending[:-1], out=begins[1:])
    which = np.empty(len(numbers), dtype=np.intp)
    which[order] = begins.cumsum() - 1
    return order[begins], which


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
    places = np.split(_floats(numbers, f"w{layer}_{size}"), size)
    return _Convolution(Panels(np.hstack(places)), bias)
