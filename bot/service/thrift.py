"""Freed memory goes back to the system, and what stays is not searched for garbage."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Of ``malloc.h``."""
_MUCH, _VERY_MUCH = 1 << 18, 1 << 25
"""Bytes; the second is what glibc comes to by itself."""


def keep_for_good() -> None:
    """Take what was loaded out of the search for garbage: going through all of it holds up every answer for 0.2 seconds."""
    gc.collect()
    gc.freeze()


@contextmanager
def unsearched() -> Iterator[None]:
    """Look for no garbage during the body, which makes a million objects that stay, nor later among what it made.

    Looking takes a fifth of the time of a start, and each look at all of it a tenth of a second.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if searched:
            gc.enable()


def give_back() -> None:
    """Return freed memory to the system, where the C library can (glibc: ``malloc_trim(3)``).

    It keeps what was freed by a thread for that thread alone: without this, the process grows by a
    third with the first edits. Takes some 20 ms, during which other threads run on.
    """
    trim = _of_c_library("malloc_trim")
    if trim:
        trim(0)


def thriftily(work: Callable[[], T], /) -> Callable[[], T]:
    """Do *work* at once, and give back what it needed for a while before anything else is done (a `Beside`).

    What is learnt at a first start takes 100 MB less at its highest.
    """
    result = work()
    give_back()
    return lambda: result


@contextmanager
def in_own_pages() -> Iterator[None]:
    """Let what takes much memory during the body have pages of its own, which go back when it is freed (glibc: ``mallopt(3)``).

    Otherwise the library soon puts arrays of up to 32 MB among small things that stay, and the holes they leave stay, too: 30 MB
    after a first start. Afterwards it does so again: an answer is quicker with memory that is there.
    """
    _set_own_pages_from(_MUCH)
    try:
        yield
    finally:
        _set_own_pages_from(_VERY_MUCH)


def _set_own_pages_from(size: int) -> None:
    limits = _of_c_library("mallopt")
    if limits:
        limits(_MMAP_THRESHOLD, size)
        limits(_TRIM_THRESHOLD, 2 * size)


def _of_c_library(name: str) -> Callable[..., int] | None:
    try:
        found: Callable[..., int] = getattr(ctypes.CDLL(None), name)
    except (AttributeError, OSError, TypeError):
        # Other C libraries have no such function, Windows no library of that name.
        return None
    return found
