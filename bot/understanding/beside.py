"""Work that may be done beside other work: nearly all of it is numpy's, which lets other threads run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Protocol, TypeVar

T = TypeVar("T")


class Beside(Protocol):
    """Begins a piece of work; what it returns waits for its end, gives its result, and raises what it raised."""

    def __call__(self, work: Callable[[], T], /) -> Callable[[], T]:
        """Begin *work*."""
        ...


def at_once(work: Callable[[], T], /) -> Callable[[], T]:
    """Do *work* before anything else: what takes memory does not take it at the same time."""
    result = work()
    return lambda: result


@contextmanager
def in_second_thread() -> Iterator[Beside]:
    """Do work in one more thread, one piece after the other, until the body ends.

    Who waits for a piece that was not begun yet does it at once: nobody waits for other pieces.
    """
    with ThreadPoolExecutor(1, "beside") as thread:

        def begin(work: Callable[[], T], /) -> Callable[[], T]:
            begun = thread.submit(work)
            return lambda: work() if begun.cancel() else begun.result()

        yield begin
