"""Freed memory goes back to the system, and what stays is not searched for garbage."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


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
    trim = _trim()
    if trim:
        trim(0)


def thriftily(work: Callable[[], T], /) -> Callable[[], T]:
    """Do *work* at once, and give back what it needed for a while before anything else is done (a `Beside`).

    What is learnt at a first start takes 100 MB less at its highest.
    """
    result = work()
    give_back()
    return lambda: result


def _trim() -> Callable[[int], int] | None:
    try:
        found: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        # Other C libraries have no such function, Windows no library of that name.
        return None
    return found
